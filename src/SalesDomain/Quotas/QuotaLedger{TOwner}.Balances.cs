using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class QuotaLedger<TOwner>
{
    /// <summary>The quota of an owner on a day, as it was known on another.</summary>
    /// <param name="owner">The owner.</param>
    /// <param name="on">The day by which changes are effective.</param>
    /// <param name="knownOn">The day by which they were recorded.</param>
    /// <returns>The quota for the whole period, with the changes that made it so.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentException">The owner has no quota in this ledger, or a day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="on"/> is outside the period, or <paramref name="knownOn"/> is before the quotas were first recorded, or before the
    /// owner was admitted.
    /// </exception>
    public QuotaBalance<TOwner> BalanceOf(TOwner owner, LocalDate on, LocalDate knownOn)
    {
        var known = KnownSince(owner);
        RequireKnown(on, knownOn, known);
        return new QuotaBalance<TOwner>(
            owner, on, knownOn, FirstQuotaOf(owner),
            Array.FindAll(_changes, change => IsKnown(change, on, knownOn) && change.AmountFor(owner) is not null));
    }

    /// <summary>The quotas of all owners on a day, as they were known on another.</summary>
    /// <param name="on">The day by which changes are effective.</param>
    /// <param name="knownOn">The day by which they were recorded.</param>
    /// <returns>The quotas, in the order of the owners, and then of those who were admitted by that day.</returns>
    /// <exception cref="ArgumentException">A day is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="on"/> is outside the period, or <paramref name="knownOn"/> is before the quotas were first recorded.
    /// </exception>
    public IReadOnlyList<QuotaBalance<TOwner>> Balances(LocalDate on, LocalDate knownOn)
    {
        RequireKnown(on, knownOn, Recorded);
        var changesOf = new Dictionary<TOwner, List<QuotaChange<TOwner>>>();
        foreach (var change in _changes)
        {
            if (!IsKnown(change, on, knownOn))
                continue;

            foreach (var (owner, _) in change.Lines)
            {
                if (!changesOf.TryGetValue(owner, out var changes))
                    changesOf.Add(owner, changes = []);
                changes.Add(change);
            }
        }

        var balances = new List<QuotaBalance<TOwner>>(_quotas.Length + _admissions.Length);
        foreach (var (owner, first) in _quotas)
            balances.Add(new QuotaBalance<TOwner>(owner, on, knownOn, first, ChangesOf(owner)));

        foreach (var admission in _admissions)
        {
            var owner = admission.Lines[0].Owner;
            if (admission.Recorded <= knownOn)
                balances.Add(new QuotaBalance<TOwner>(owner, on, knownOn, FirstQuotaOf(owner), ChangesOf(owner)));
        }

        return balances.AsReadOnly();

        QuotaChange<TOwner>[] ChangesOf(TOwner owner) => changesOf.TryGetValue(owner, out var changes) ? changes.ToArray() : [];
    }

    /// <summary>The sum of all quotas on a day, as it was known on another. No transfer changes it.</summary>
    /// <param name="on">The day by which changes are effective.</param>
    /// <param name="knownOn">The day by which they were recorded.</param>
    /// <returns>The sum.</returns>
    /// <inheritdoc cref="Balances" path="/exception"/>
    public Measured Total(LocalDate on, LocalDate knownOn) =>
        Balances(on, knownOn).Aggregate(_quotas[0].Quota.With(0m), (sum, balance) => sum + balance.Amount);

    /// <summary>
    /// The quota of an owner through the period, with its history: effective and recorded, as any dated value of this library.
    /// </summary>
    /// <param name="owner">The owner.</param>
    /// <returns>
    /// The history; a change is an entry for each of the values it changes. That of who joined later begins with 0 on the day on which he
    /// was admitted.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="owner"/> is null.</exception>
    /// <exception cref="ArgumentException">The owner has no quota in this ledger.</exception>
    public Revisions<Measured> HistoryOf(TOwner owner)
    {
        var history = Revisions.Of(KnownSince(owner), Timeline.Of((Period, FirstQuotaOf(owner))));
        foreach (var change in _changes)
        {
            if (change.AmountFor(owner) is not { } amount)
                continue;

            foreach (var slice in history.Current.Slices(new DateSpan(change.Effective, Period.End)))
                history = history.Record(change.Recorded, slice.Span, slice.Value + amount, change.Because);
        }

        return history;
    }

    private LocalDate KnownSince(TOwner owner) =>
        owner is null ? throw new ArgumentNullException(nameof(owner))
            : HasFirst(owner) ? Recorded
            : Array.Find(_admissions, change => change.AmountFor(owner) is not null)?.Recorded
                ?? throw Guards.Invalid(
                    nameof(owner), InvariantText.Any(owner), "must be an owner of this ledger; one without a quota yet has 0");

    private void RequireKnown(LocalDate on, LocalDate knownOn, LocalDate since)
    {
        if (!Period.Contains(Guard.Against.OtherCalendar(on)))
            throw Guards.OutOfRange(nameof(on), InvariantText.Date(on), "must be a day of " + Period);
        if (Guard.Against.OtherCalendar(knownOn) < since)
        {
            throw Guards.OutOfRange(
                nameof(knownOn), InvariantText.Date(knownOn),
                "must not be before the quotas were recorded, " + InvariantText.Date(since));
        }
    }

    private static bool IsKnown(QuotaChange<TOwner> change, LocalDate on, LocalDate knownOn) =>
        change.Effective <= on && change.Recorded <= knownOn;
}
