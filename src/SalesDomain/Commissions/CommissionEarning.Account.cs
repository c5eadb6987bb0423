using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What an account asks of an earning.</summary>
public sealed partial class CommissionEarning
{
    internal LineId[] IncludedLines => _included;

    internal Reason[] AllReasons => _reasons;

    internal CommissionEarning Of(string? version) => Of(version, Line, On, Base, Rate, _reasons, Original, _included);

    internal CommissionEarning Of(
        string? version, LineId? line, LocalDate? on, Measured? @base, Percentage? rate, Reason[] reasons, LineId? original,
        LineId[] included) =>
        new(Plan, Component, Period, Amount, version, line, on, @base, rate, reasons, IsKnown, original, included, GoesOn,
            Key.RatedIn, line == Line ? Deal : null);

    /// <summary>What an account compares it by, within its period.</summary>
    internal EarningKey Key { get; }

    private CommissionEarning Changed(bool goesOn, DateSpan? ratedIn, DocumentId? deal) =>
        new(
            Plan, Component, Period, Amount, PlanVersion, Line, On, Base, Rate, _reasons, IsKnown, Original, _included, goesOn,
            ratedIn, deal);

    private CommissionEarning Of(
        LineId? line, LocalDate? on, Measured? @base, Percentage? rate, Reason[] reasons, LineId? original, LineId[] included) =>
        Of(PlanVersion, line, on, @base, rate, reasons, original, included);

    private static void Checked(string plan, string component, DateSpan period)
    {
        Identifier.Checked(plan);
        Identifier.Checked(component);
        if (period.Start is null || period.End is null)
            throw Guards.Invalid(nameof(period), period.ToString(), "must have a first and a last day");
    }
}
