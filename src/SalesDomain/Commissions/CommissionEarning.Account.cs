using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What an account asks of an earning.</summary>
public sealed partial class CommissionEarning
{
    internal LineId[] IncludedLines => _included;

    /// <summary>
    /// Whether the amount goes on from what the account has of periods before, with what events took there: lines that it includes may be
    /// theirs.
    /// </summary>
    internal bool GoesOn { get; }

    internal Reason[] AllReasons => _reasons;

    internal CommissionEarning Of(string? version) => Of(version, Line, On, Base, Rate, _reasons, Original, _included);

    internal CommissionEarning Of(
        string? version, LineId? line, LocalDate? on, Measured? @base, Percentage? rate, Reason[] reasons, LineId? original,
        LineId[] included) =>
        new(Plan, Component, Period, Amount, version, line, on, @base, rate, reasons, IsKnown, original, included, GoesOn,
            IsSetAgainstLines, line is null ? RatedIn : null, line == Line ? Deal : null);

    /// <summary>The earning as one that goes on from what the account has.</summary>
    internal CommissionEarning GoingOn() => Changed(goesOn: true, IsSetAgainstLines, Key.RatedIn, Deal);

    /// <summary>Whether it falls by what lines earn beside it, as a floor does that was earned before them.</summary>
    internal bool IsSetAgainstLines { get; }

    /// <summary>What an account compares it by, within its period.</summary>
    internal EarningKey Key { get; }

    /// <summary>The earning of no line as one that falls by what lines earn beside it.</summary>
    internal CommissionEarning SetAgainstLines() => Changed(GoesOn, isSetAgainstLines: true, Key.RatedIn, Deal);

    private CommissionEarning Changed(bool goesOn, bool isSetAgainstLines, DateSpan? ratedIn, DocumentId? deal) =>
        new(
            Plan, Component, Period, Amount, PlanVersion, Line, On, Base, Rate, _reasons, IsKnown, Original, _included, goesOn,
            isSetAgainstLines, ratedIn, deal);

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
