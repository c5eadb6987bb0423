using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// What is earned to date of one component of a plan in one measurement period, as far as one credited line is concerned or of all of it.
/// </summary>
/// <remarks>
/// It is not what is paid: an account settles the difference between this and what it has entered so far. The key of that comparison is
/// name of the plan, component, measurement period and line, and without a line the period that rated it; version, base and rate are those
/// it was computed with, and stay in the entry when a plan or a price changes later. One that is not known, say for want of a cost, is not
/// zero: an account leaves what is entered of it. Immutable. Equality is by all values.
/// </remarks>
public sealed partial class CommissionEarning : IEquatable<CommissionEarning>
{
    private readonly Reason[] _reasons;
    private readonly LineId[] _included;

    private CommissionEarning(
        string plan, string component, DateSpan period, Money amount, string? version = null, LineId? line = null, LocalDate? on = null,
        Measured? @base = null, Percentage? rate = null, Reason[]? reasons = null, bool isKnown = true, LineId? original = null,
        LineId[]? included = null, bool goesOn = false, DateSpan? ratedIn = null, DocumentId? deal = null)
    {
        Plan = plan;
        PlanVersion = version;
        Component = component;
        Period = period;
        Amount = amount;
        Line = line;
        On = on;
        Deal = deal;
        Base = @base;
        Rate = rate;
        _reasons = reasons ?? [];
        IsKnown = isKnown;
        Original = original;
        _included = included ?? [];
        GoesOn = goesOn;
        Key = new EarningKey(plan, component, line, ratedIn == period ? null : ratedIn);
    }

    /// <summary>The name of the plan that gave it.</summary>
    public string Plan { get; }

    /// <summary>The version of the plan; null where it has none.</summary>
    public string? PlanVersion { get; }

    /// <summary>The component.</summary>
    public string Component { get; }

    /// <summary>The measurement period over which the component counts, both days included.</summary>
    public DateSpan Period { get; }

    /// <summary>
    /// The measurement period whose sales rated what belongs to no line: <see cref="Period"/>, but where a schedule earns it in another,
    /// such as a floor of the first quarter of which the second has a part. Null for a line, which its own day, <see cref="On"/>, rates.
    /// </summary>
    public DateSpan? RatedIn => Line is null ? Key.RatedIn ?? Period : null;

    /// <summary>
    /// What is earned to date, rounded to what can be paid; negative where more was taken back than sold. Zero where it is not known.
    /// </summary>
    public Money Amount { get; }

    /// <summary>Whether it is known what is earned; see <see cref="Unknown"/>.</summary>
    public bool IsKnown { get; }

    /// <summary>The credited line it is of, or null where lines are not kept apart.</summary>
    public LineId? Line { get; }

    /// <summary>The day of that line, or null.</summary>
    public LocalDate? On { get; }

    /// <summary>The deal that the line belongs to, say the order of an invoice line or of a receipt; null where it is not stated.</summary>
    public DocumentId? Deal { get; }

    /// <summary>The line that this one takes back, say the sale of a return; null where it takes back none.</summary>
    public LineId? Original { get; }

    /// <summary>
    /// Lines that are in base and amount though this is not the earning of them, say the returns of a component without lines, in the order
    /// of their documents. An event of such a line takes nothing back a second time.
    /// </summary>
    public IReadOnlyList<LineId> Included => Array.AsReadOnly(_included);

    /// <summary>
    /// Whether the amount goes on from what an account has of periods before, as the earnings of a schedule do that are asked with one
    /// (<see cref="EarningSchedule.ToEarnings(CommissionResult, DealBook, DateSpan, CommissionAccount, PayoutRun)"/>). What events took
    /// there is counted in it already, of the lines that it includes too, and so is what a line earned there under another day.
    /// </summary>
    public bool GoesOn { get; }

    /// <summary>The base, what was paid on, or null where nothing is measured.</summary>
    public Measured? Base { get; }

    /// <summary>The rate of the step reached, where there is one rate for all of the base; null otherwise.</summary>
    public Percentage? Rate { get; }

    /// <summary>Why it is what it is, where there is more to say than base and rate.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An earning.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionEarning? left, CommissionEarning? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An earning.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionEarning? left, CommissionEarning? right) => !(left == right);

    /// <summary>What a component has earned to date in a measurement period.</summary>
    /// <param name="plan">The name of the plan, not blank.</param>
    /// <param name="component">The component, not blank.</param>
    /// <param name="period">The measurement period, with both days.</param>
    /// <param name="amount">What is earned, in whole minor units of its currency.</param>
    /// <returns>The earning, of all lines together.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="plan"/> or <paramref name="component"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A text is blank or has outer white space, <paramref name="period"/> is open, or <paramref name="amount"/> is finer than its currency
    /// pays.
    /// </exception>
    public static CommissionEarning Of(string plan, string component, DateSpan period, Money amount)
    {
        Checked(plan, component, period);
        return amount.Currency.MinorDigits is null || amount.IsInMinorUnits ? new CommissionEarning(plan, component, period, amount)
            : throw Guards.Invalid(nameof(amount), amount.ToString(), "must be rounded to what its currency pays");
    }

    /// <summary>
    /// That it is not known what a component has earned to date in a measurement period, say because a line has no cost: an account leaves
    /// what is entered of it as it is. An earning that is not given at all is earned no more.
    /// </summary>
    /// <param name="plan">The name of the plan, not blank.</param>
    /// <param name="component">The component, not blank.</param>
    /// <param name="period">The measurement period, with both days.</param>
    /// <param name="currency">The currency in which it would be earned; its amount is zero of it.</param>
    /// <param name="because">Why it is not known.</param>
    /// <returns>
    /// The earning: all lines together that were sold in the period that rated it (<see cref="RatedIn"/>) are unknown, and what belongs to
    /// no line; or the one line that <see cref="With"/> names.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A text is blank or has outer white space, or <paramref name="period"/> is open.</exception>
    public static CommissionEarning Unknown(
        string plan, string component, DateSpan period, Currency currency, params Reason[] because)
    {
        Checked(plan, component, period);
        Guard.Against.Null(currency);
        return new CommissionEarning(
            plan, component, period, new Money(0m, currency), reasons: [.. Guard.Against.Null(because)], isKnown: false);
    }

    /// <summary>The earning by a version of its plan.</summary>
    /// <param name="version">The version, not blank. Another one of the same plan replaces what was entered by it.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="version"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="version"/> is blank or has outer white space.</exception>
    public CommissionEarning WithPlanVersion(string version) => Of(Identifier.Checked(version));

    /// <summary>The earning of one credited line.</summary>
    /// <remarks>
    /// A line is one sale. With its day in another measurement period than the one in which it stands it is taken for one that moved
    /// (<c>commission.moved</c>); what is billed every month is another line every month.
    /// </remarks>
    /// <param name="line">Document and line.</param>
    /// <param name="on">The day of the line; before the measurement period for a later part of it, as by a schedule.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="line"/> is the default value or the line that it follows, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="InvalidOperationException">Another period than its own rated it (<see cref="WithRatedIn"/>).</exception>
    public CommissionEarning With(LineId line, LocalDate on)
    {
        Identifier.Given(line);
        Guard.Against.OtherCalendar(on);
        if (Key.RatedIn is not null)
            throw new InvalidOperationException("'" + this + "' is of no line, which its own day would rate.");

        return line != Original ? Of(line, on, Base, Rate, _reasons, Original, _included)
            : throw Guards.Invalid(nameof(line), line.ToString(), "must be another line than the one it follows");
    }

    /// <summary>The earning of a line of a deal. A statement tells it; what is earned and entered goes by the line.</summary>
    /// <param name="deal">The deal, say the order of an invoice line or of a receipt.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="deal"/> is the default value.</exception>
    /// <exception cref="InvalidOperationException">The earning is of no line.</exception>
    public CommissionEarning OfDeal(DocumentId deal)
    {
        Identifier.Given(deal);
        return Line is not null ? Changed(GoesOn, Key.RatedIn, deal)
            : throw new InvalidOperationException("'" + this + "' is of all lines together, which are of many deals.");
    }

    /// <summary>The earning of a line that takes back another, say of a return.</summary>
    /// <param name="original">
    /// The line of the sale. What is taken back of it later is taken of what both have earned in the component and measurement period.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="original"/> is the default value, or the line itself.</exception>
    /// <exception cref="InvalidOperationException">The earning is of no line.</exception>
    public CommissionEarning Following(LineId original)
    {
        Identifier.Given(original);
        if (Line is null)
            throw new InvalidOperationException("'" + this + "' is of all lines together, which follow none.");

        return original != Line ? Of(Line, On, Base, Rate, _reasons, original, _included)
            : throw Guards.Invalid(nameof(original), original.ToString(), "must be another line than that of the earning");
    }

    /// <summary>
    /// The earning with the lines that are in base and amount though it is not the earning of them: the returns netted in a line, or in a
    /// component without lines. An event of one of them is among the facts then, and takes nothing back a second time.
    /// </summary>
    /// <param name="lines">The lines, in place of any before; none takes them away.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is the default value.</exception>
    public CommissionEarning Including(params LineId[] lines)
    {
        LineId[] sorted = [.. Guard.Against.Null(lines).Select(line => Identifier.Given(line, nameof(lines))).Distinct()];
        Array.Sort(sorted);
        return Of(Line, On, Base, Rate, _reasons, Original, sorted);
    }

    /// <summary>The earning with its base.</summary>
    /// <param name="base">The base.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="base"/> is the default value.</exception>
    public CommissionEarning WithBase(Measured @base) =>
        Of(Line, On, MeasuredArgument.Given(@base, nameof(@base)), Rate, _reasons, Original, _included);

    /// <summary>The earning with the rate that holds for all of its base.</summary>
    /// <param name="rate">The rate.</param>
    /// <returns>The changed copy.</returns>
    public CommissionEarning WithRate(Percentage rate) =>
        Of(Line, On, Base, rate, _reasons, Original, _included);

    /// <summary>The earning with what there is to say of it, in place of any before.</summary>
    /// <param name="reasons">The reasons; none takes them away.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="reasons"/> is null.</exception>
    public CommissionEarning Because(params Reason[] reasons) =>
        Of(Line, On, Base, Rate, [.. Guard.Against.Null(reasons)], Original, _included);

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The earning to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionEarning? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Plan, other.Plan, StringComparison.Ordinal)
            && string.Equals(PlanVersion, other.PlanVersion, StringComparison.Ordinal)
            && string.Equals(Component, other.Component, StringComparison.Ordinal) && Period == other.Period && Amount == other.Amount
            && IsKnown == other.IsKnown && Key.Equals(other.Key) && On == other.On && Base == other.Base && Rate == other.Rate
            && Deal == other.Deal && Original == other.Original && GoesOn == other.GoesOn
            && _included.SequenceEqual(other._included) && _reasons.SequenceEqual(other._reasons));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionEarning);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Component), Period.GetHashCode(), Amount.GetHashCode(), Line.GetHashCode());

    /// <summary>
    /// Component, line, period and amount: <c>revenue SO-17/1 2026-01-01/2026-03-31: CNY 19215.00</c>; <c>not known</c> for the amount
    /// where it is not, and <c>revenue of 2026-01-01/2026-03-31 2026-04-01/2026-06-30</c> where another period rated it.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Key.Named(Period) + ": " + (IsKnown ? Amount.ToString() : "not known");
}
