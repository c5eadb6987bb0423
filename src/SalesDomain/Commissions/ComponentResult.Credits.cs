using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

public sealed partial class ComponentResult
{
    /// <summary>
    /// What each credit earns, in the order of facts; none where credits were not kept, and where a sum is not known.
    /// </summary>
    public IReadOnlyList<CreditCommission> Credits =>
        _credits is { } credits && Earned is not null ? credits.Value : Array.AsReadOnly(Array.Empty<CreditCommission>());

    /// <summary>What is earned and belongs to no credit: a floor where nothing was sold; all of it where credits were not kept.</summary>
    public Money Unattributed
    {
        get
        {
            var earned = Earned ?? new Money(0m, _result.Plan.Currency);
            var credits = Credits;
            return credits.Count == 0 ? earned : earned - Money.Sum(earned.Currency, credits.Select(credit => credit.Earned));
        }
    }

    /// <summary>The credits of a line, where they come to an amount; none otherwise.</summary>
    internal CreditCommission[] CreditsOf(LineId? line, Money earned)
    {
        CreditCommission[] credits = line is { } of && _byLine is not null ? [.. _byLine.Value[of]] : [];
        return credits.Length > 0 && earned.Currency == _result.Plan.Currency
            && Money.Sum(earned.Currency, credits.Select(credit => credit.Earned)) == earned ? credits : [];
    }

    internal void AddEarnings(bool byCredit, List<CommissionEarning> earnings)
    {
        if (Earned is not { } earned)
        {
            earnings.Add(Unknown(_result.Period, [.. Reasons]));
            return;
        }

        if (byCredit)
            MustBeKept();

        var credits = byCredit ? Credits : [];
        if (credits.Count == 0)
        {
            Reason[] reasons = [.. AllReasons()];
            earnings.Add(
                Component.BaseMeasure is null ? Earning(earned, reasons) : Earning(earned, reasons, paidOn: Base, included: Returns()));
            return;
        }

        var because = ReasonsOfLines();
        foreach (var line in credits.GroupBy(credit => credit.Credit.Line))
        {
            var amount = Money.Sum(earned.Currency, line.Select(credit => credit.Earned));
            var basis = line.Aggregate(Base!.Value.With(0m), (sum, credit) => sum + credit.Base);
            var credit = line.First().Credit;
            earnings.Add(
                Earning(amount, because(credit.Deal), line.Key, credit.Date, basis, credit.Follows, rate: RateOf(line))
                    .OfDeal(credit.Deal));
        }

        var rest = earned - Money.Sum(earned.Currency, credits.Select(credit => credit.Earned));
        if (!rest.IsZero)
            earnings.Add(Earning(rest, because(null)));
    }

    private void MustBeKept()
    {
        if (Given is { BaseSum: not null, Credits: null })
        {
            throw new InvalidOperationException(
                "'" + Component.Name + "' was summed from credits that were not kept; CommissionPlan.Sum keeps them.");
        }
    }

    /// <summary>What takes back among what is paid on; none where credits were not kept.</summary>
    private LineId[] Returns() =>
        Given is { Credits: { } kept, BaseSum: not null } && kept.Credits.Any(credit => credit.TakesBack) ? Returns(kept) : [];

    private LineId[] Returns(KeptCredits kept)
    {
        var counted = kept.Counted(kept.Plan.BaseOf(_place));
        LineId[] returns =
        [
            .. kept.Credits.Where((credit, i) => credit.TakesBack && counted[i] is not null).Select(credit => credit.Line).Distinct(),
        ];
        Array.Sort(returns);
        return returns;
    }

    /// <summary>The level by deal, by its first fact; none where deals cannot be told apart.</summary>
    internal IEnumerable<(DocumentId Deal, Measured Level)> LevelsByDeal()
    {
        if (Component.Accumulation == CommissionAccumulation.PerDeal)
        {
            return Given?.Deals.Where(deal => deal.Level is not null).Select(deal => (deal.Deal, deal.Level!.Value)) ?? [];
        }

        if (Given is not { Credits: { } kept, LevelSum: { } sum, Level: { } all })
            return [];

        var counted = kept.Counted(kept.Plan.LevelOf(_place));
        return kept.Credits.Select((credit, i) => (credit.Deal, Level: counted[i])).Where(each => each.Level is not null)
            .GroupBy(each => each.Deal)
            .Select(deal => (deal.Key, all.With(deal.Sum(each => each.Level!.Value) / sum.Measure.Divisor.Fraction)));
    }

    // A rate beside a base and an amount says that the one is the product of the others.
    private Percentage? RateOfLines => IsAsRated ? Rate : null;

    private bool IsAsRated => Steps is { } steps && steps.Exact == steps.Rated && _result.Steps.ToShare is null;

    // A line that lies in one tier has its rate, whatever tiers others go on to.
    private Percentage? RateOf(IEnumerable<CreditCommission> line)
    {
        if (!IsMarginal || !IsAsRated || Rate is not null)
            return RateOfLines;

        var rate = default(Percentage?);
        foreach (var portion in line.SelectMany(credit => credit.Portions))
        {
            if (portion.Rate is not { } own || (rate is { } before && before != own))
                return null;

            rate = own;
        }

        return rate;
    }

    private CommissionEarning Earning(
        Money amount, Reason[] reasons, LineId? line = null, LocalDate? on = null, Measured? paidOn = null, LineId? original = null,
        LineId[]? included = null, Percentage? rate = null) =>
        CommissionEarning.Of(_result.Plan.Name, Component.Name, _result.Period, amount).Of(
            _result.Plan.Version, line, on, paidOn, rate ?? RateOfLines, reasons, original, included ?? []);

    private List<CreditCommission> Attributed(KeptCredits kept, bool isBeforeFloor = false)
    {
        var paidOn = kept.Counted(kept.Plan.BaseOf(_place));
        var divisor = Given!.BaseSum!.Measure.Divisor.Fraction;
        var (weights, levels) = Weights(kept, paidOn, divisor);
        var all = weights.Sum();

        // What is exact is told by credit and rounded as it runs, so that a line that was paid keeps its cents when others come after it.
        var total = isBeforeFloor ? BeforeFloor : IsShared ? Earned!.Value : Exact!.Value;
        var rounding = RoundingOfShares;
        var isWhole = total.Amount == all;
        var (weight, level, before) = (0m, 0m, default(RunningShare));
        var credits = new List<CreditCommission>();
        for (var i = 0; i < weights.Length; i++)
        {
            if (paidOn[i] is not { } basis)
                continue;

            weight += weights[i];
            var after = Running(weight, all, total, rounding, isWhole);
            basis /= divisor;
            credits.Add(new CreditCommission(
                this, kept.Credits[i], Base!.Value.With(basis), total, rounding,
                new CreditSteps(before, after, all, isWhole, basis, levels is null ? null : level, levels?[i] ?? 0m)));
            (level, before) = (levels?[i] ?? 0m, after);
        }

        return credits;
    }

    private static RunningShare Running(decimal weight, decimal all, Money total, Rounding rounding, bool isWhole)
    {
        var exact = isWhole ? weight : all == 0m ? 0m : total.Amount * weight / all;
        return new RunningShare(
            weight, all == 0m ? 0m : weight / all, exact, new Money(exact, total.Currency).Round(rounding).Amount);
    }

    // Tiers that each credit moves through, where the level is the base; the base of each otherwise. The level, or base, with it, where
    // what is given up to it follows from that.
    private (decimal[] Weights, decimal[]? Levels) Weights(KeptCredits kept, decimal?[] paidOn, decimal divisor)
    {
        var weights = new decimal[paidOn.Length];
        if (Component.Accumulation == CommissionAccumulation.PerDeal && !(Component.Rate.IsProportional && Component.DealCap is null))
            return (WeightsOfDeals(kept, paidOn, weights), null);

        var rate = Component.Rate.IsOnAnything ? null : Rate;
        var levels = IsMarginal || (rate is not null && divisor == 1m) ? new decimal[weights.Length] : null;
        var (running, before) = (0m, 0m);
        for (var i = 0; i < weights.Length; i++)
        {
            if (paidOn[i] is not { } basis)
                continue;

            // Divided as it runs, so that the last level is that of the component to the last digit.
            running += basis;
            if (levels is not null)
                levels[i] = running / divisor;
            if (!IsMarginal)
            {
                weights[i] = rate is { } one ? one.Fraction * basis : basis;
                continue;
            }

            var after = Component.AmountAt(Steps!.Stretches[0], levels![i]);
            weights[i] = after - before;
            before = after;
        }

        return (weights, levels);
    }

    // What a deal gives, in proportion to the bases of its credits.
    private decimal[] WeightsOfDeals(KeptCredits kept, decimal?[] paidOn, decimal[] weights)
    {
        var rated = Deals.ToDictionary(deal => deal.Figures.Deal, deal => deal.Rated.Amount);
        var bases = new Dictionary<DocumentId, decimal>();
        for (var i = 0; i < weights.Length; i++)
        {
            if (paidOn[i] is { } basis)
                bases[kept.Credits[i].Deal] = (bases.TryGetValue(kept.Credits[i].Deal, out var sum) ? sum : 0m) + basis;
        }

        for (var i = 0; i < weights.Length; i++)
        {
            if (paidOn[i] is { } basis && bases[kept.Credits[i].Deal] is var all && all != 0m)
                weights[i] = rated[kept.Credits[i].Deal] * basis / all;
        }

        return weights;
    }
}
