using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

public sealed partial record RebateAgreement
{
    /// <summary>A rebate by its name, whatever the caller calls that.</summary>
    internal Rebate Named(string name, string parameterName)
    {
        Guard.Against.Null(name, parameterName);
        return Rebates.FirstOrDefault(rebate => rebate.Name == name)
            ?? throw Guards.Invalid(parameterName, "'" + name + "'", "must be the name of a rebate of " + Id);
    }

    private static RebateAgreement Checked(RebateAgreement agreement, string parameterName)
    {
        Guard.Against.NameTwice(agreement.Rebates.Select(rebate => rebate.Name), parameterName);
        for (var i = 0; i < agreement.Rebates.Count; i++)
        {
            var rebate = agreement.Rebates[i];
            agreement.RequireCurrency(rebate, parameterName);
            agreement.RequireNetting(rebate, i, parameterName);
            agreement.RequireEnds(rebate, parameterName);
            agreement.RequireRounded(rebate.Guarantee?.Amount, parameterName);
            agreement.RequireRounded(rebate.Minimum?.Amount, parameterName);
            if (rebate is { Guarantee: { } guarantee, Cap: { } cap } && cap < guarantee.Amount)
                throw Guards.Invalid(parameterName, guarantee.ToString(), "must not guarantee more than the cap " + cap);
        }

        return agreement;
    }

    private void RequireCurrency(Rebate rebate, string parameterName)
    {
        var currencies = new[]
        {
            rebate.Scale.Currency, rebate.Cap?.Currency, rebate.CapPerUnit?.Currency, rebate.Guarantee?.Amount.Currency,
            rebate.Minimum?.Amount.Currency, CurrencyOf(rebate.Level.Target),
        };
        foreach (var currency in currencies
            .Concat(rebate.Conditions.Select(condition => CurrencyOf(condition.Least)))
            .Concat(rebate.Conditions.SelectMany(condition => condition.Families).Select(family => CurrencyOf(family.Least)))
            .Concat(rebate.Level.Families.Select(family => CurrencyOf(family.Least))))
        {
            if (currency is not null && currency != Currency)
                throw new CurrencyMismatchException(Currency, currency, parameterName);
        }
    }

    private void RequireNetting(Rebate rebate, int place, string parameterName)
    {
        foreach (var name in rebate.NetOf)
        {
            var earlier = Rebates.Take(place).FirstOrDefault(other => other.Name == name)
                ?? throw Guards.Invalid(
                    parameterName, "'" + rebate.Name + "' net of '" + name + "'", "must have each rebate before those that are net of it");

            // A week is of one year, even where it runs across its end.
            if (!Calendar.IsMadeUp(rebate.Period, earlier.Period) && rebate.Period != FiscalPeriodKind.Year)
            {
                throw Guards.Invalid(
                    parameterName, "'" + rebate.Name + "' net of '" + name + "'", "must be net of rebates whose periods make up its own");
            }
        }
    }

    private void RequireEnds(Rebate rebate, string parameterName)
    {
        if (rebate.Guarantee is { Kind: RebateGuaranteeKind.CumulativeLast, Within: null } && Span.End is null)
            throw Guards.Invalid(parameterName, rebate.Name, "must have an end of the agreement with which its guarantee is given");

        var isWhole = (Span.Start is not { } start || Calendar.PeriodOf(start, rebate.Period).Start == start)
            && (Span.End is not { } end || Calendar.PeriodOf(end, rebate.Period).End == end);
        if (rebate.HasBase && !isWhole)
        {
            throw Guards.Invalid(
                parameterName, "'" + rebate.Name + "' in " + Span,
                "must begin and end with whole periods, as a part of one is not compared with the whole base period");
        }
    }

    private void RequireRounded(Money? amount, string parameterName)
    {
        if (amount is { } paid && paid.Round(Rounding) != paid)
            throw Guards.Invalid(parameterName, paid.ToString(), "must be rounded as the agreement rounds (" + Rounding + ")");
    }

    private static Currency? CurrencyOf(Measured? value) =>
        value is { } given && given.Measure.Kind == FigureKind.Money ? given.Money.Currency : null;
}
