using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Makes the changes of a <see cref="QuotaLedger{TOwner}"/>.</summary>
public static class QuotaChange
{
    /// <summary>Relief: the quota falls by an amount from a day on, which may be long past (retroactive).</summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="id">The number under which the change is on file.</param>
    /// <param name="recorded">The day on which it was recorded.</param>
    /// <param name="effective">The day from which it counts.</param>
    /// <param name="owner">Whose quota it is.</param>
    /// <param name="amount">By how much it falls, above zero.</param>
    /// <param name="because">Why.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/>, the amount or <paramref name="because"/> is the default value, or a day is not of the ISO calendar.
    /// </exception>
    public static QuotaChange<TOwner> Relief<TOwner>(
        DocumentId id, LocalDate recorded, LocalDate effective, TOwner owner, Measured amount, Reason because)
        where TOwner : notnull =>
        new(id, QuotaChangeKind.Relief, recorded, effective, [(Owner(owner, nameof(owner)), -Positive(amount))], because, null);

    /// <summary>Correction: the quota was set wrongly, and the difference counts from a day on.</summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="id">The number under which the change is on file.</param>
    /// <param name="recorded">The day on which it was recorded.</param>
    /// <param name="effective">The day from which it counts.</param>
    /// <param name="owner">Whose quota it is.</param>
    /// <param name="difference">What is added; negative for less, not zero.</param>
    /// <param name="because">Why.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="difference"/> is zero.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/>, the amount or <paramref name="because"/> is the default value, or a day is not of the ISO calendar.
    /// </exception>
    public static QuotaChange<TOwner> Correction<TOwner>(
        DocumentId id, LocalDate recorded, LocalDate effective, TOwner owner, Measured difference, Reason because)
        where TOwner : notnull
    {
        MeasuredArgument.Given(difference);
        return difference.IsZero ? throw Guards.OutOfRange(nameof(difference), difference.ToString(), "must not be zero")
            : new QuotaChange<TOwner>(
                id, QuotaChangeKind.Correction, recorded, effective, [(Owner(owner, nameof(owner)), difference)], because, null);
    }

    /// <summary>Transfer: an account moves, and its quota with it. One change for both, so that it sums to zero on every day.</summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="id">The number under which the change is on file.</param>
    /// <param name="recorded">The day on which it was recorded.</param>
    /// <param name="effective">The day from which it counts.</param>
    /// <param name="from">Who loses it.</param>
    /// <param name="to">Who gains it, another.</param>
    /// <param name="amount">
    /// How much, above zero: the quota of the account for the rest of the period, as <see cref="Proration"/> gives it.
    /// </param>
    /// <param name="because">Why.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="from"/> or <paramref name="to"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/>, the amount or <paramref name="because"/> is the default value, a day is not of the ISO calendar, or both
    /// owners are the same.
    /// </exception>
    public static QuotaChange<TOwner> Transfer<TOwner>(
        DocumentId id, LocalDate recorded, LocalDate effective, TOwner from, TOwner to, Measured amount, Reason because)
        where TOwner : notnull
    {
        var positive = Positive(amount);
        return Owner(from, nameof(from)).Equals(Owner(to, nameof(to)))
            ? throw Guards.Invalid(nameof(to), InvariantText.Any(to), "must be another owner")
            : new QuotaChange<TOwner>(
                id, QuotaChangeKind.Transfer, recorded, effective, [(from, -positive), (to, positive)], because, null);
    }

    /// <summary>
    /// Transfer to several: what a leaver's or an absent colleague's quota is, his team takes over. One change, undone as one, that sums to
    /// zero on every day.
    /// </summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="id">The number under which the change is on file.</param>
    /// <param name="recorded">The day on which it was recorded.</param>
    /// <param name="effective">The day from which it counts.</param>
    /// <param name="from">Who loses the sum.</param>
    /// <param name="because">Why.</param>
    /// <param name="to">
    /// Who gains how much, above zero: others than <paramref name="from"/>, each once, all of one measure. An <see cref="Apportionment"/>
    /// gives shares that sum to the whole.
    /// </param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="from"/>, <paramref name="to"/> or an owner in it is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is not above zero.</exception>
    /// <exception cref="ArgumentException">
    /// Nobody gains; somebody comes twice, or gains from himself; measure, tax basis, unit or currency differ; <paramref name="id"/>, an
    /// amount or <paramref name="because"/> is the default value; or a day is not of the ISO calendar.
    /// </exception>
    public static QuotaChange<TOwner> Transfer<TOwner>(
        DocumentId id, LocalDate recorded, LocalDate effective, TOwner from, Reason because, params (TOwner Owner, Measured Amount)[] to)
        where TOwner : notnull
    {
        var copy = Guard.Against.Nothing(to, "somebody gains what is transferred");
        var owners = new HashSet<TOwner> { Owner(from, nameof(from)) };
        Array.ForEach(copy, each => Owner(each.Owner, nameof(to)));
        Array.ForEach(copy, each => MeasuredArgument.Given(each.Amount, nameof(to)));
        foreach (var (owner, amount) in copy)
        {
            Measured.RequireSame(copy[0].Amount, Positive(amount, nameof(to)), nameof(to));
            if (!owners.Add(owner))
                throw Guards.Invalid(nameof(to), InvariantText.Any(owner), "must be other owners, each once");
        }

        var sum = copy.Aggregate(copy[0].Amount.With(0m), (all, each) => all + each.Amount);
        return new QuotaChange<TOwner>(
            id, QuotaChangeKind.Transfer, recorded, effective, [(from, -sum), .. copy], because, null);
    }

    /// <summary>Hedge release: what was assigned beyond the plan is given back from a day on.</summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="id">The number under which the change is on file.</param>
    /// <param name="recorded">The day on which it was recorded.</param>
    /// <param name="effective">The day from which it counts.</param>
    /// <param name="owner">Whose quota it is.</param>
    /// <param name="amount">By how much it falls, above zero.</param>
    /// <param name="because">Why.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is not above zero.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/>, the amount or <paramref name="because"/> is the default value, or a day is not of the ISO calendar.
    /// </exception>
    public static QuotaChange<TOwner> HedgeRelease<TOwner>(
        DocumentId id, LocalDate recorded, LocalDate effective, TOwner owner, Measured amount, Reason because)
        where TOwner : notnull =>
        new(id, QuotaChangeKind.HedgeRelease, recorded, effective, [(Owner(owner, nameof(owner)), -Positive(amount))], because, null);

    /// <summary>Admission: somebody joins in the course of the period, and from the day of record on the ledger has his quota.</summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="id">The number under which the change is on file.</param>
    /// <param name="recorded">The day on which it was recorded; what was known before that day is without him.</param>
    /// <param name="effective">The day from which his quota counts.</param>
    /// <param name="owner">Who joins: nobody who has a quota in the ledger, not even of 0.</param>
    /// <param name="quota">
    /// The quota he is given beyond those of the others, zero or more: that of <see cref="ProratedQuota"/> or <see cref="RampedQuota"/>.
    /// Zero where he takes over from others, by a <see cref="Transfer{TOwner}(DocumentId, LocalDate, LocalDate, TOwner, TOwner, Measured,
    /// Reason)"/>.
    /// </param>
    /// <param name="because">Why.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="quota"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/>, the quota or <paramref name="because"/> is the default value, or a day is not of the ISO calendar.
    /// </exception>
    public static QuotaChange<TOwner> Admission<TOwner>(
        DocumentId id, LocalDate recorded, LocalDate effective, TOwner owner, Measured quota, Reason because)
        where TOwner : notnull
    {
        MeasuredArgument.Given(quota);
        return quota.Amount < 0m ? throw Guards.OutOfRange(nameof(quota), quota.ToString(), "must not be negative")
            : new QuotaChange<TOwner>(
                id, QuotaChangeKind.Admission, recorded, effective, [(Owner(owner, nameof(owner)), quota)], because, null);
    }

    private static TOwner Owner<TOwner>(TOwner owner, string parameterName)
        where TOwner : notnull =>
        owner is null ? throw new ArgumentNullException(parameterName) : owner;

    private static Measured Positive(Measured amount, string parameterName = "amount") =>
        MeasuredArgument.Given(amount, parameterName).Amount > 0m ? amount
            : throw Guards.OutOfRange(parameterName, amount.ToString(), "must be above zero");
}
