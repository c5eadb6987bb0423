using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>How what is earned becomes what is paid: holdback, claw-back, debit balance, draw and minimum payout.</summary>
/// <remarks>
/// All of it is optional. With none of it all that is earned is paid, what is negative is carried in the debit balance and recovered from
/// the next commissions, and nothing of a closed measurement period is taken back. Immutable; equality is by all values.
/// </remarks>
public sealed partial class PayoutRules : IEquatable<PayoutRules>
{
    private readonly ClawBackRule[] _clawBacks;
    private readonly HoldbackRule[] _holdbacks;
    private readonly (DateSpan Span, Money Limit)[] _lossLimits;

    // Null until an amount is given.
    private readonly Currency? _currency;

    private PayoutRules(Rounding rounding, Parts parts)
    {
        Rounding = rounding;
        _clawBacks = parts.ClawBacks ?? [];
        _holdbacks = parts.Holdbacks ?? [];
        _lossLimits = parts.LossLimits ?? [];
        Draw = parts.Draw;
        DebitRecovery = parts.DebitRecovery ?? DebitRecoveryRule.FromCommissions;
        MinimumPayout = parts.MinimumPayout;
        LossShare = parts.LossShare;
        LossCap = parts.LossCap;
        EarnsAfterLeaving = parts.EarnsAfterLeaving;
        ConversionDay = parts.ConversionDay;
        _currency = Draw?.Amount.Currency ?? DebitRecovery.Deduction?.MinimumWage?.Currency ?? MinimumPayout?.Currency ?? LossCap?.Currency
            ?? (_lossLimits.Length > 0 ? _lossLimits[0].Limit.Currency : null);
    }

    /// <summary>How shares are rounded to what can be paid.</summary>
    public Rounding Rounding { get; }

    /// <summary>What is held back, in the order of the components held; empty where nothing is.</summary>
    public IReadOnlyList<HoldbackRule> Holdbacks => Array.AsReadOnly(_holdbacks);

    /// <summary>The draw; null where there is none, or it has ended.</summary>
    public DrawRule? Draw { get; }

    /// <summary>How the debit balance is recovered.</summary>
    public DebitRecoveryRule DebitRecovery { get; }

    /// <summary>What is taken back of closed measurement periods; empty where nothing is.</summary>
    public IReadOnlyList<ClawBackRule> ClawBacks => Array.AsReadOnly(_clawBacks);

    /// <summary>
    /// What is less than this is not paid but carried, until it is reached, the payee leaves, or a run pays all; null where all is paid. It
    /// does not count where a draw is due, or a cap that covers commissions bounds what is recovered.
    /// </summary>
    public Money? MinimumPayout { get; }

    /// <summary>The share that the payee bears of uncollectible amounts; 0 % where nothing is said.</summary>
    public Percentage LossShare { get; }

    /// <summary>The most that the payee bears of one uncollectible amount; null where there is no bound.</summary>
    public Money? LossCap { get; }

    /// <summary>The most that the payee bears of all uncollectible amounts dated within a span, in the order of spans.</summary>
    public IReadOnlyList<(DateSpan Span, Money Limit)> LossLimits => Array.AsReadOnly(_lossLimits);

    /// <summary>
    /// Whether earnings of lines dated after the payee's leaving, or of measurement periods that begin after it, are still earned: those
    /// on later collections. What belongs to no line is of the period that rated it, <see cref="CommissionEarning.RatedIn"/>.
    /// </summary>
    public bool EarnsAfterLeaving { get; }

    /// <summary>Which day's rate converts an earning in another currency; null where none is named: such an earning is refused.</summary>
    public ConversionDay? ConversionDay { get; }

    internal Currency? Currency => _currency;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A set of rules.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PayoutRules? left, PayoutRules? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A set of rules.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PayoutRules? left, PayoutRules? right) => !(left == right);

    /// <summary>Rules by which all that is earned is paid.</summary>
    /// <param name="rounding">How shares are rounded to what can be paid.</param>
    /// <returns>The rules.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    public static PayoutRules Of(Rounding rounding) => new(Guard.Against.Null(rounding), new Parts());

    /// <summary>The rules with a draw.</summary>
    /// <param name="draw">The draw.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="draw"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">It is in another currency than an amount given before.</exception>
    public PayoutRules WithDraw(DrawRule draw)
    {
        Same(Guard.Against.Null(draw).Amount, nameof(draw));
        return Changed(parts => parts with { Draw = draw });
    }

    /// <summary>The rules with how the debit balance is recovered.</summary>
    /// <param name="recovery">How it is.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="recovery"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">Its minimum wage is in another currency than an amount given before.</exception>
    public PayoutRules WithDebitRecovery(DebitRecoveryRule recovery)
    {
        if (Guard.Against.Null(recovery).Deduction?.MinimumWage is { } wage)
            Same(wage, nameof(recovery));

        return Changed(parts => parts with { DebitRecovery = recovery });
    }

    /// <summary>The rules with what is taken back of closed measurement periods.</summary>
    /// <param name="rules">One rule, or several for different kinds of event, in place of any before.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or a rule is null.</exception>
    /// <exception cref="ArgumentException">Two rules are for the same kind of event.</exception>
    public PayoutRules WithClawBack(params ClawBackRule[] rules)
    {
        ClawBackRule[] copy = [.. Guard.Against.Null(rules)];
        Array.ForEach(copy, rule => Guard.Against.Null(rule, nameof(rules)));
        var kinds = copy.SelectMany(rule => rule.Kinds).ToArray();
        if (Array.Find(kinds, kind => Array.IndexOf(kinds, kind) != Array.LastIndexOf(kinds, kind)) is var twice
            && Array.IndexOf(kinds, twice) != Array.LastIndexOf(kinds, twice))
        {
            throw Guards.Invalid(nameof(rules), twice.ToString(), "must have one rule for a kind of event");
        }

        return Changed(parts => parts with { ClawBacks = copy });
    }

    /// <summary>The rules with a least amount that is paid.</summary>
    /// <param name="minimum">The least, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="minimum"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="minimum"/> is finer than its currency pays.</exception>
    /// <exception cref="CurrencyMismatchException">It is in another currency than an amount given before.</exception>
    public PayoutRules WithMinimumPayout(Money minimum)
    {
        Same(Payable.NotNegative(minimum), nameof(minimum));
        return Changed(parts => parts with { MinimumPayout = minimum });
    }

    /// <summary>The rules by which the payee bears a share of uncollectible amounts (坏账分担).</summary>
    /// <param name="share">The share, from 0 % to 100 %.</param>
    /// <param name="cap">The most for one amount, zero or more; null for no bound.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="share"/> is outside its range, or <paramref name="cap"/> is negative.
    /// </exception>
    /// <exception cref="ArgumentException"><paramref name="cap"/> is finer than its currency pays.</exception>
    /// <exception cref="CurrencyMismatchException"><paramref name="cap"/> is in another currency than an amount given before.</exception>
    public PayoutRules WithLossShare(Percentage share, Money? cap = null)
    {
        Guard.Against.NoPart(share);
        if (cap is { } most)
            Same(Payable.NotNegative(most, nameof(cap)), nameof(cap));

        return Changed(parts => parts with { LossShare = share, LossCap = cap });
    }

    /// <summary>The rules by which the payee bears no more than so much of all uncollectible amounts of a span, say of a year.</summary>
    /// <param name="span">The span in which the days of the amounts lie.</param>
    /// <param name="limit">The most for all of them, zero or more, in place of any before for the span.</param>
    /// <returns>The changed copy.</returns>
    /// <remarks>
    /// It is beside the cap of one amount. What finds no room is not borne; where an amount is reinstated, others of the span that found
    /// too little room are borne then. Where spans overlap, each has to have room.
    /// </remarks>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="limit"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="limit"/> is finer than its currency pays.</exception>
    /// <exception cref="CurrencyMismatchException">It is in another currency than an amount given before.</exception>
    public PayoutRules WithLossLimit(DateSpan span, Money limit)
    {
        Same(Payable.NotNegative(limit), nameof(limit));
        (DateSpan Span, Money Limit)[] limits =
        [
            .. _lossLimits.Where(each => each.Span != span).Append((Span: span, Limit: limit))
                .OrderBy(each => each.Span.Start).ThenBy(each => each.Span.End),
        ];
        return Changed(parts => parts with { LossLimits = limits });
    }

    /// <summary>The rules by which a leaver still earns on what comes later, say on collections.</summary>
    /// <returns>The changed copy.</returns>
    public PayoutRules EarningAfterLeaving() => Changed(parts => parts with { EarnsAfterLeaving = true });

    /// <summary>The rules with the day whose rate converts earnings in another currency.</summary>
    /// <param name="day">The day.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not a value of its type.</exception>
    public PayoutRules WithConversionDay(ConversionDay day)
    {
        Guard.Against.Undefined(day);
        return Changed(parts => parts with { ConversionDay = day });
    }

    /// <summary>Whether the other has the same values.</summary>
    /// <param name="other">The rules to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PayoutRules? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Rounding == other.Rounding && Draw == other.Draw
            && DebitRecovery == other.DebitRecovery && MinimumPayout == other.MinimumPayout && LossShare == other.LossShare
            && LossCap == other.LossCap && EarnsAfterLeaving == other.EarnsAfterLeaving && ConversionDay == other.ConversionDay
            && _clawBacks.SequenceEqual(other._clawBacks) && _holdbacks.SequenceEqual(other._holdbacks)
            && _lossLimits.SequenceEqual(other._lossLimits));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PayoutRules);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Rounding.GetHashCode(), _holdbacks.Length, Draw?.GetHashCode() ?? 0, MinimumPayout.GetHashCode());

    /// <summary>The rules, one after another.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Listed(
            string.Join(" and ", _holdbacks.Select(rule => rule.ToString())),
            Draw is null ? "" : "draw " + Draw, "debit balance from " + DebitRecovery,
            MinimumPayout is { } minimum ? "at least " + minimum : "",
            _clawBacks.Length == 0 ? "" : "claw-back " + string.Join(" and ", _clawBacks.Select(rule => rule.ToString())),
            LossShare.IsZero ? "" : LossShare + " of losses" + (LossCap is { } cap ? " up to " + cap : ""),
            string.Join(", ", _lossLimits.Select(each => "at most " + each.Limit + " of losses of " + each.Span)),
            EarnsAfterLeaving ? "earning after leaving" : "", ConversionDay is { } day ? "converted at " + day : "",
            "rounded " + Rounding);

    internal ClawBackRule? ClawBackFor(CommissionEventKind kind) => Array.Find(_clawBacks, rule => rule.Covers(kind));

    private PayoutRules Changed(Func<Parts, Parts> change) =>
        new(
            Rounding,
            change(
                new Parts
                {
                    ClawBacks = _clawBacks,
                    Holdbacks = _holdbacks,
                    LossLimits = _lossLimits,
                    Draw = Draw,
                    DebitRecovery = DebitRecovery,
                    MinimumPayout = MinimumPayout,
                    LossShare = LossShare,
                    LossCap = LossCap,
                    EarnsAfterLeaving = EarnsAfterLeaving,
                    ConversionDay = ConversionDay,
                }));

    private void Same(Money amount, string parameterName)
    {
        if (_currency is not null && amount.Currency != _currency)
            throw new CurrencyMismatchException(_currency, amount.Currency, parameterName);
    }

    // What a changed copy is made of.
    private struct Parts
    {
        public ClawBackRule[]? ClawBacks { get; set; }

        public HoldbackRule[]? Holdbacks { get; set; }

        public (DateSpan Span, Money Limit)[]? LossLimits { get; set; }

        public DrawRule? Draw { get; set; }

        public DebitRecoveryRule? DebitRecovery { get; set; }

        public Money? MinimumPayout { get; set; }

        public Percentage LossShare { get; set; }

        public Money? LossCap { get; set; }

        public bool EarnsAfterLeaving { get; set; }

        public ConversionDay? ConversionDay { get; set; }
    }
}
