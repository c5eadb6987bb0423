using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What one settlement is told beside what is earned: its payout period, its day of record, and what happened since.</summary>
/// <remarks>
/// It holds no rule. A run that is given twice changes nothing the second time: what happened is applied once, by its number. Immutable;
/// equality is by all values.
/// </remarks>
public sealed partial class PayoutRun : IEquatable<PayoutRun>
{
    private readonly RestatedPeriod[] _restated;
    private readonly CommissionEvent[] _events;
    private readonly HoldbackFigure[] _figures;

    private PayoutRun(
        DateSpan period, LocalDate recorded, RestatedPeriod[] restated, CommissionEvent[] events, HoldbackFigure[] figures,
        Money? fixedPay, Percentage? drawShare, ExchangeRates? rates, bool paysAll)
    {
        Period = period;
        Recorded = recorded;
        _restated = restated;
        _events = events;
        _figures = figures;
        FixedPay = fixedPay;
        DrawShare = drawShare;
        Rates = rates;
        PaysAll = paysAll;
    }

    /// <summary>The payout period, say the month, that is settled.</summary>
    public DateSpan Period { get; }

    /// <summary>The day of record.</summary>
    public LocalDate Recorded { get; }

    /// <summary>
    /// Measurement periods restated beside those of the earnings given, in the order given: of the plan named, or of all plans where it is
    /// null. Of somebody in a <see cref="PayoutBatch{TPayee}"/> those too that others have earnings of.
    /// </summary>
    public IReadOnlyList<(string? Plan, DateSpan Period)> Restated =>
        Array.AsReadOnly(Array.ConvertAll(_restated, each => (each.Plan, each.Period)));

    /// <summary>What happened, in the order of days and numbers.</summary>
    public IReadOnlyList<CommissionEvent> Events => Array.AsReadOnly(_events);

    /// <summary>
    /// The figures that release what was held back of the measurement periods within a span, of a component by itself or of all (null), in
    /// the order given.
    /// </summary>
    public IReadOnlyList<(DateSpan Period, string? Component, Percentage Figure)> HoldbackFigures => Released(isPart: false);

    /// <summary>
    /// The parts that are released, whatever the rules say, of what was held back of the measurement periods within a span, of a component
    /// by itself or of all (null), in the order given.
    /// </summary>
    public IReadOnlyList<(DateSpan Period, string? Component, Percentage Part)> HoldbackReleases => Released(isPart: true);

    /// <summary>The fixed pay of the payout period, of which a cap lets something be kept; null where it is not stated.</summary>
    public Money? FixedPay { get; }

    /// <summary>
    /// The part of the draw and its guarantee that is due, less than 100 % in a part period; null where nothing is said: then that of an
    /// earlier run of the payout period, or all of it.
    /// </summary>
    public Percentage? DrawShare { get; }

    /// <summary>The exchange rates; null where none are needed.</summary>
    public ExchangeRates? Rates { get; }

    /// <summary>Whether the run pays even what is below the minimum payout, say at the end of the year.</summary>
    public bool PaysAll { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A run.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PayoutRun? left, PayoutRun? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A run.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PayoutRun? left, PayoutRun? right) => !(left == right);

    /// <summary>A run.</summary>
    /// <param name="period">The payout period, with both days.</param>
    /// <param name="recorded">The day of record.</param>
    /// <returns>The run.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="period"/> has an open end, or <paramref name="recorded"/> is not of the ISO calendar.
    /// </exception>
    public static PayoutRun Of(DateSpan period, LocalDate recorded) =>
        new(
            BothEnds(period, nameof(period)), Guard.Against.OtherCalendar(recorded), [], [], [], null, null, null,
            paysAll: false);

    /// <summary>
    /// The run with measurement periods that are restated though the earnings given may have none of them: what was entered before, by
    /// whatever plan, and is not given now is earned no more.
    /// </summary>
    /// <param name="periods">The measurement periods, beside those named before.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="periods"/> is null.</exception>
    /// <exception cref="ArgumentException">A period has an open end.</exception>
    public PayoutRun Restating(params DateSpan[] periods)
    {
        Array.ForEach(Guard.Against.Null(periods), period => BothEnds(period, nameof(periods)));
        return Restating(periods.Select(period => new RestatedPeriod(null, period)));
    }

    /// <summary>
    /// The run with measurement periods of one plan that are restated though the earnings given may have none of them: what was entered by
    /// that plan before and is not given now is earned no more, say because the plan has another name now.
    /// </summary>
    /// <param name="plan">The name of the plan.</param>
    /// <param name="periods">The measurement periods, beside those named before.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="plan"/> is blank or has outer white space, or a period has an open end.
    /// </exception>
    public PayoutRun Restating(string plan, params DateSpan[] periods)
    {
        Identifier.Checked(plan);
        Array.ForEach(Guard.Against.Null(periods), period => BothEnds(period, nameof(periods)));
        return Restating(periods.Select(period => new RestatedPeriod(plan, period)));
    }

    /// <summary>The run with what happened.</summary>
    /// <param name="events">The events, beside those given before; their order does not matter.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="events"/> or an event is null.</exception>
    /// <exception cref="ArgumentException">Two that differ have one number.</exception>
    public PayoutRun With(params CommissionEvent[] events)
    {
        var all = new Dictionary<LineId, CommissionEvent>();
        foreach (var each in _events.Concat(Guard.Against.Null(events)))
        {
            Guard.Against.Null(each, nameof(events));
            if (all.TryGetValue(each.Id, out var known) && known != each)
                throw Guards.Invalid(nameof(events), each + " and " + known, "must be one event for a number");

            all[each.Id] = each;
        }

        CommissionEvent[] sorted = [.. all.Values.OrderBy(each => each.On).ThenBy(each => each.Id)];
        return new(Period, Recorded, _restated, sorted, _figures, FixedPay, DrawShare, Rates, PaysAll);
    }

    /// <summary>The run with a figure that releases what was held back, by the schedule of the rules.</summary>
    /// <param name="period">The span, say the year; what was held back of the measurement periods within it is released.</param>
    /// <param name="figure">The figure, say the collection rate of the year.</param>
    /// <param name="components">
    /// The components it is the figure of, each held back by itself and released by the schedule of its rule; none where the rules have one
    /// holdback: all that is held.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="components"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The span has an open end, or a figure or a release already, or the component has one in it; or a component is null, blank, has outer
    /// white space or comes twice.
    /// </exception>
    public PayoutRun WithHoldbackFigure(DateSpan period, Percentage figure, params string[] components) =>
        Releasing(period, figure, components, isPart: false);

    /// <summary>
    /// The run that releases a stated part of what was held back, whatever schedule the rules have, and where they have none: what was held
    /// by rules that are not those of today, say of all components together before each had its own rule, is released by the schedule it
    /// was held under, which the caller looks up.
    /// </summary>
    /// <param name="period">The span; what was held back of the measurement periods within it is released.</param>
    /// <param name="part">The part of all that was held that is released to date, from 0 % to 100 %.</param>
    /// <param name="components">The components, each held back by itself; none for all that is held, together or by themselves.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="components"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="part"/> is outside its range.</exception>
    /// <exception cref="ArgumentException">
    /// The span has an open end, or a figure or a release already, or the component has one in it; or a component is null, blank, has outer
    /// white space or comes twice.
    /// </exception>
    public PayoutRun WithHoldbackRelease(DateSpan period, Percentage part, params string[] components) =>
        Releasing(period, Guard.Against.NoPart(part), components, isPart: true);

    /// <summary>The run with the fixed pay of the payout period.</summary>
    /// <param name="pay">The fixed pay, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="pay"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="pay"/> is finer than its currency pays.</exception>
    public PayoutRun WithFixedPay(Money pay) =>
        new(Period, Recorded, _restated, _events, _figures, Payable.NotNegative(pay), DrawShare, Rates, PaysAll);

    /// <summary>
    /// The run of a part period, in which only a part of the draw is due. It is kept for the payout period: a further run of it need not
    /// say it again.
    /// </summary>
    /// <param name="share">The part, from 0 % to 100 %; a share by days is that of <see cref="Quotas.Proration"/>.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is outside its range.</exception>
    public PayoutRun WithDrawShare(Percentage share) =>
        new(Period, Recorded, _restated, _events, _figures, FixedPay, Guard.Against.NoPart(share), Rates, PaysAll);

    /// <summary>The run with exchange rates.</summary>
    /// <param name="rates">The rates.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    public PayoutRun WithRates(ExchangeRates rates) =>
        new(Period, Recorded, _restated, _events, _figures, FixedPay, DrawShare, Guard.Against.Null(rates), PaysAll);

    /// <summary>The run that pays even what is below the minimum payout, say at the end of the year.</summary>
    /// <returns>The changed copy.</returns>
    public PayoutRun PayingAll() => new(Period, Recorded, _restated, _events, _figures, FixedPay, DrawShare, Rates, paysAll: true);

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The run to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PayoutRun? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Period == other.Period && Recorded == other.Recorded && FixedPay == other.FixedPay
            && DrawShare == other.DrawShare && Rates == other.Rates && PaysAll == other.PaysAll
            && _restated.SequenceEqual(other._restated) && _events.SequenceEqual(other._events)
            && _figures.SequenceEqual(other._figures));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayoutRun);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Period.GetHashCode(), Recorded.GetHashCode(), _events.Length, _figures.Length);

    /// <summary>Payout period, day of record and what the run is told.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            Period + " recorded on " + InvariantText.Date(Recorded),
            _restated.Length == 0 ? "" : "restating " + string.Join(" and ", _restated.Select(each => each.ToString())),
            string.Join(", ", _figures.Select(each => each.ToString())),
            FixedPay is { } pay ? "fixed pay " + pay : "", DrawShare is { } part ? part + " of the draw" : "",
            PaysAll ? "paying all" : "", string.Join(", ", _events.Select(each => each.ToString())));

    private PayoutRun Releasing(DateSpan period, Percentage figure, string[] components, bool isPart)
    {
        BothEnds(period, nameof(period));
        string?[] named = Guard.Against.Null(components);
        List<HoldbackFigure> figures = [.. _figures];
        Guard.Against.NameTwice(components.Select(name => Identifier.Checked(name, nameof(components))), nameof(components), "component");
        foreach (var component in named.Length == 0 ? [null] : named)
        {
            if (figures.Exists(each => each.Meets(period, component)))
                throw Guards.Invalid(nameof(period), period.ToString(), "must have one figure");

            figures.Add(new HoldbackFigure(period, component, figure, isPart));
        }

        return new(Period, Recorded, _restated, _events, [.. figures], FixedPay, DrawShare, Rates, PaysAll);
    }

    private ReadOnlyCollection<(DateSpan Period, string? Component, Percentage Figure)> Released(bool isPart) =>
        Array.AsReadOnly(
            Array.ConvertAll(
                Array.FindAll(_figures, each => each.IsPart == isPart), each => (each.Span, each.Component, each.Figure)));

    private PayoutRun Restating(IEnumerable<RestatedPeriod> more) =>
        new(Period, Recorded, [.. _restated, .. more], _events, _figures, FixedPay, DrawShare, Rates, PaysAll);

    /// <summary>Figures and stated parts, in the order given.</summary>
    internal HoldbackFigure[] Releases => _figures;

    private static DateSpan BothEnds(DateSpan period, string parameterName) =>
        period.Days is null ? throw Guards.Invalid(parameterName, period.ToString(), "must have a first and a last day") : period;
}
