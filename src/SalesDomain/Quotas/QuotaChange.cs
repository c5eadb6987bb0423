using System;
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
    /// <paramref name="id"/> or <paramref name="because"/> is the default value, or a day is not of the ISO calendar.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="amount"/> is the default value, which measures nothing.</exception>
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
    /// <paramref name="id"/> or <paramref name="because"/> is the default value, or a day is not of the ISO calendar.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="difference"/> is the default value, which measures nothing.</exception>
    public static QuotaChange<TOwner> Correction<TOwner>(
        DocumentId id, LocalDate recorded, LocalDate effective, TOwner owner, Measured difference, Reason because)
        where TOwner : notnull
    {
        _ = difference.Measure;
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
    /// <paramref name="id"/> or <paramref name="because"/> is the default value, a day is not of the ISO calendar, or both owners are the
    /// same.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="amount"/> is the default value, which measures nothing.</exception>
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
    /// <paramref name="id"/> or <paramref name="because"/> is the default value, or a day is not of the ISO calendar.
    /// </exception>
    /// <exception cref="InvalidOperationException"><paramref name="amount"/> is the default value, which measures nothing.</exception>
    public static QuotaChange<TOwner> HedgeRelease<TOwner>(
        DocumentId id, LocalDate recorded, LocalDate effective, TOwner owner, Measured amount, Reason because)
        where TOwner : notnull =>
        new(id, QuotaChangeKind.HedgeRelease, recorded, effective, [(Owner(owner, nameof(owner)), -Positive(amount))], because, null);

    private static TOwner Owner<TOwner>(TOwner owner, string parameterName)
        where TOwner : notnull =>
        owner is null ? throw new ArgumentNullException(parameterName) : owner;

    private static Measured Positive(Measured amount)
    {
        _ = amount.Measure;
        return amount.Amount > 0m ? amount : throw Guards.OutOfRange(nameof(amount), amount.ToString(), "must be above zero");
    }
}
