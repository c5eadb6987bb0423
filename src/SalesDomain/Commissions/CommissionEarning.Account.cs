using System;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>How an earning stands to periods other than its own, and what an account asks of it.</summary>
public sealed partial class CommissionEarning
{
    /// <summary>The earning of what belongs to no line, and was rated by another measurement period than it is earned in.</summary>
    /// <param name="period">The period that rated it, with both days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="period"/> has an open end.</exception>
    /// <exception cref="InvalidOperationException">The earning is of a line, which its own day rates.</exception>
    public CommissionEarning WithRatedIn(DateSpan period)
    {
        if (Line is not null)
            throw new InvalidOperationException("'" + this + "' is of a line, which its own day rates.");

        return period.Days is null ? throw Guards.Invalid(nameof(period), period.ToString(), "must have a first and a last day")
            : Changed(GoesOn, period, deal: null);
    }

    /// <summary>
    /// The earning as one whose amount goes on from what the account has of periods before (<see cref="GoesOn"/>): one that was stored and
    /// is made again, or that is worked out from the account by other means than a schedule.
    /// </summary>
    /// <returns>The changed copy.</returns>
    public CommissionEarning GoingOn() => Changed(goesOn: true, Key.RatedIn, Deal);

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
