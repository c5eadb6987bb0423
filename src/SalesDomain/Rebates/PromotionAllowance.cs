using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// Money that a maker pays toward an activity of a customer (market development funds, 市场推广费): its share, a bound, and what proves it.
/// </summary>
/// <remarks>
/// <para>
/// Granted = min(what is left of the bound, spent × share, rounded once). Evidence that is missing leaves a claim <i>not proven</i>, which
/// is not zero: nothing is decided. A claim is complete on the day on which the last piece of evidence is there; complete after the last
/// day it is refused, unless a share for late ones is agreed. One document proves one claim.
/// </para>
/// <para>
/// All claims of an allowance are judged together, by day and number, and nothing is stored: running twice grants nothing twice. Immutable.
/// Equality is by all settings.
/// </para>
/// </remarks>
public sealed class PromotionAllowance : IEquatable<PromotionAllowance>
{
    private const int MostDays = 3660;
    private const int MostMonths = 1200;

    private readonly string[] _evidence;

    private PromotionAllowance(
        DocumentId number, CustomerId customer, DateSpan span, Percentage share, Money most, Rounding rounding, string[] evidence,
        int? claimDays, Percentage lateShare, int? months)
    {
        Number = number;
        Customer = customer;
        Span = span;
        Share = share;
        Most = most;
        Rounding = rounding;
        _evidence = evidence;
        ClaimDays = claimDays;
        LateShare = lateShare;
        Months = months;
    }

    /// <summary>The number of the allowance.</summary>
    public DocumentId Number { get; }

    /// <summary>Who may claim.</summary>
    public CustomerId Customer { get; }

    /// <summary>The days of the activity; with an end where there is a day by which to claim.</summary>
    public DateSpan Span { get; }

    /// <summary>The share of what is spent that the maker pays.</summary>
    public Percentage Share { get; }

    /// <summary>The most that is paid in all, without tax.</summary>
    public Money Most { get; }

    /// <summary>How what is paid is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>The kinds of evidence that a claim needs, in ordinal order.</summary>
    public IReadOnlyList<string> Evidence => Array.AsReadOnly(_evidence);

    /// <summary>Within how many days after the activity a claim has to be complete; null where there is no bound.</summary>
    public int? ClaimDays { get; }

    /// <summary>What is paid of a claim that is complete too late; 0 % unless agreed.</summary>
    public Percentage LateShare { get; }

    /// <summary>Over how many months what was paid is earned, for a customer who leaves before; null where all is earned at once.</summary>
    public int? Months { get; }

    /// <summary>The last day on which a claim is in time; null where there is no bound.</summary>
    public LocalDate? LastDay => ClaimDays is { } days ? Span.End!.Value.PlusDays(days) : null;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An allowance.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PromotionAllowance? left, PromotionAllowance? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An allowance.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PromotionAllowance? left, PromotionAllowance? right) => !(left == right);

    /// <summary>An allowance that needs no evidence, without a day by which to claim.</summary>
    /// <param name="number">The number of the allowance.</param>
    /// <param name="customer">Who may claim.</param>
    /// <param name="span">The days of the activity.</param>
    /// <param name="share">The share of what is spent that the maker pays, above 0 % and at most 100 %.</param>
    /// <param name="most">The most that is paid in all, above zero, without tax.</param>
    /// <param name="rounding">How what is paid is rounded.</param>
    /// <returns>The allowance.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">An identifier is the default value.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="share"/> is out of its range, or <paramref name="most"/> is not above zero.
    /// </exception>
    public static PromotionAllowance Of(
        DocumentId number, CustomerId customer, DateSpan span, Percentage share, Money most, Rounding rounding)
    {
        Guard.Against.Null(rounding);
        Identifier.Given(number);
        Identifier.Given(customer);
        if (share <= Percentage.Zero || share > Percentage.OneHundred)
            throw Guards.OutOfRange(nameof(share), share.ToString(), "must be above 0% and at most 100%");

        return new PromotionAllowance(
            number, customer, span, share, Guard.Against.NotPositive(most), rounding, [], null, Percentage.Zero, null);
    }

    /// <summary>The allowance with the kinds of evidence that a claim needs.</summary>
    /// <param name="kinds">
    /// The kinds, one or more: <c>contract</c>, <c>invoice</c>, <c>photograph before</c>, <c>photograph after</c>.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> or a kind is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="kinds"/> is empty, or a kind is empty or padded.</exception>
    public PromotionAllowance WithEvidence(params string[] kinds)
    {
        var copy = Guard.Against.Nothing(kinds, "name what proves a claim");
        Array.ForEach(copy, kind => Guard.Against.Null(kind, nameof(kinds)));
        Array.ForEach(copy, kind => Identifier.Checked(kind, nameof(kinds)));
        return new PromotionAllowance(
            Number, Customer, Span, Share, Most, Rounding, [.. copy.Distinct().OrderBy(kind => kind, StringComparer.Ordinal)], ClaimDays,
            LateShare, Months);
    }

    /// <summary>The allowance with the days within which a claim has to be complete.</summary>
    /// <param name="days">The days after the last one of the activity, from 0 to 3660.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range.</exception>
    /// <exception cref="InvalidOperationException">The activity has no last day.</exception>
    public PromotionAllowance WithClaimDays(int days)
    {
        Guard.Against.OutsideRange(0, MostDays, days);
        return Span.End is not null
            ? new PromotionAllowance(Number, Customer, Span, Share, Most, Rounding, _evidence, days, LateShare, Months)
            : throw new InvalidOperationException("The activity of " + Number + " has no last day from which to count.");
    }

    /// <summary>The allowance with what is paid of a claim that is complete too late.</summary>
    /// <param name="share">The share, from 0 % (refused) to 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of its range.</exception>
    public PromotionAllowance WithLateShare(Percentage share) =>
        new(Number, Customer, Span, Share, Most, Rounding, _evidence, ClaimDays, Guard.Against.NoPart(share), Months);

    /// <summary>The allowance that is earned month by month, so that a part comes back from who leaves before.</summary>
    /// <param name="months">The months, from 1 to 1200.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is out of its range.</exception>
    public PromotionAllowance WithMonths(int months) =>
        new(
            Number, Customer, Span, Share, Most, Rounding, _evidence, ClaimDays, LateShare,
            Guard.Against.OutsideRange(1, MostMonths, months));

    /// <summary>What is granted of all claims of the allowance, as far as they are known on a day.</summary>
    /// <param name="claims">The claims, in any order, possibly none; one that is passed twice counts once.</param>
    /// <param name="asOf">The day; claims and evidence of later days are passed over.</param>
    /// <returns>The claims by day and number, each with what is granted and why.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="claims"/> or a claim is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two different claims have one number, or <paramref name="asOf"/> is of another calendar.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A claim is in another currency than the bound.</exception>
    public IReadOnlyList<PromotionClaimResult> Judge(IEnumerable<PromotionClaim> claims, LocalDate asOf)
    {
        Guard.Against.Null(claims);
        Guard.Against.OtherCalendar(asOf);
        var byId = new Dictionary<DocumentId, PromotionClaim>();
        foreach (var claim in claims)
        {
            Guard.Against.Null(claim, nameof(claims));
            if (claim.Spent.Currency != Most.Currency)
                throw new CurrencyMismatchException(Most.Currency, claim.Spent.Currency, nameof(claims));
            if (!byId.TryGetValue(claim.Id, out var known))
                byId.Add(claim.Id, claim);
            else if (known != claim)
                throw Guards.Invalid(nameof(claims), claim.Id.ToString(), "must have each number once");
        }

        var run = new PromotionRun(this, asOf);
        return Array.AsReadOnly(
            byId.Values.Where(claim => claim.On <= asOf).OrderBy(claim => claim.On).ThenBy(claim => claim.Id).Select(run.Judge).ToArray());
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The allowance to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PromotionAllowance? other) =>
        other is not null && Number == other.Number && Customer == other.Customer && Span == other.Span && Share == other.Share
        && Most == other.Most && Rounding == other.Rounding && ClaimDays == other.ClaimDays && LateShare == other.LateShare
        && Months == other.Months && _evidence.SequenceEqual(other._evidence, StringComparer.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PromotionAllowance);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Number.GetHashCode(), Share.GetHashCode(), Most.GetHashCode(), Hash.Combine(ClaimDays ?? -1, _evidence.Length));

    /// <summary>Number, customer, share, bound and what proves a claim.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Number + ": " + Customer + ", " + Share + " of what is spent in " + Span + ", at most " + Most + ", rounded " + Rounding
        + (_evidence.Length > 0 ? ", by " + string.Join(" and ", _evidence) : "")
        + (ClaimDays is { } days ? ", claimed within " + InvariantText.Number(days) + " days" : "")
        + (LateShare.IsZero ? "" : ", " + LateShare + " when late")
        + (Months is { } months ? ", earned over " + InvariantText.Number(months) + " months" : "");
}
