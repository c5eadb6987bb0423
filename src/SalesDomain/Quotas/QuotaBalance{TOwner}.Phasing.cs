using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class QuotaBalance<TOwner>
{
    /// <summary>
    /// The quota in its periods: the one first set, as it was phased, and every change from its effective day on, in the middle of a month
    /// too. Nothing that was due before that day changes.
    /// </summary>
    /// <param name="first">The quota first set in its periods; of who joined later, a quota of 0 in them.</param>
    /// <param name="phased">
    /// Changes that have a phasing of their own, each once: that of the account that moves, prorated from the effective day on
    /// (<see cref="Proration.Of(PhasedQuota, DateSpan, Rounding)"/>, <see cref="ProratedQuota.ToPhasedQuota"/>). Its total is what the
    /// change adds to the quota, or what it takes from it: give both sides of a transfer the same one, and on every day they are due
    /// together what they were. It serves a reversal of the change as well. A change that has none is spread as <paramref name="first"/>
    /// lies from the effective day on, the period of that day by its days (working days, where the phasing counts them).
    /// </param>
    /// <returns>
    /// The sum of the first quota and the changes, over the periods of the first; its total is <see cref="Amount"/>. What is due on a day
    /// is the sum of what is due of each.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="first"/>, <paramref name="phased"/> or a phased quota is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="first"/> is of another total than <see cref="First"/>; a phased change is none of <see cref="Changes"/>, is given
    /// twice, is of another amount than the change, has something due before the effective day, or does not fit the periods of
    /// <paramref name="first"/> (see <see cref="PhasedQuota.op_Addition"/>); a change without a phasing is effective when nothing of
    /// <paramref name="first"/> that has a weight is to come, or is no multiple of its unit; or the changes leave parts of both signs, and
    /// <paramref name="first"/> is not <see cref="PhasedQuota.AllowingNegative"/>.
    /// </exception>
    /// <exception cref="OverflowException">A running total needs more digits than a decimal holds.</exception>
    public PhasedQuota Phase(PhasedQuota first, params (DocumentId Change, PhasedQuota Phased)[] phased)
    {
        Guard.Against.Null(first);
        Guard.Against.Null(phased);
        var own = phased.ToArray();
        Array.ForEach(own, each => Guard.Against.Null(each.Phased, nameof(phased)));
        foreach (var (change, _) in own)
        {
            if (!Array.Exists(_changes, each => each.Id == change))
                throw Guards.Invalid(nameof(phased), change.ToString(), "must be a change of this balance");
            if (own.Count(each => each.Change == change) > 1)
                throw Guards.Invalid(nameof(phased), change.ToString(), "must be given once");
        }

        if (first.Total != First)
            throw Guards.Invalid(nameof(first), first.Total.ToString(), "must be the quota first set, " + First);

        // A change may ask less than nothing of a period until the next one comes; what counts is what they leave together.
        var sum = first.AllowingNegative();
        foreach (var change in _changes.Where(each => !each.AmountFor(Owner)!.Value.IsZero))
        {
            var amount = change.AmountFor(Owner)!.Value;
            var quota = Phased(change, own) is { } given ? Checked(given, change, amount, nameof(phased)) : Spread(first, change, amount);
            sum = quota.Total == amount ? sum + quota : sum - quota;
        }

        return sum.AllowingNegativeAs(first, nameof(first));
    }

    private static PhasedQuota Checked(PhasedQuota quota, QuotaChange<TOwner> change, Measured amount, string parameterName) =>
        quota.Total != amount && quota.Total != -amount
            ? throw Guards.Invalid(parameterName, quota.Total.ToString(), "must be what " + change.Id + " changes, " + amount)
            : !quota.QuotaToDate(change.Effective.PlusDays(-1)).IsZero
            ? throw Guards.Invalid(
                parameterName, change.Id.ToString(), "must have nothing due before " + InvariantText.Date(change.Effective))
            : quota;

    // What is taken away is spread as if it came, so that a change and its reversal cancel in every way of rounding.
    private static PhasedQuota Spread(PhasedQuota first, QuotaChange<TOwner> change, Measured amount) =>
        RestOfPhasing.Of(first.Phasing, change.Effective) is { } rest && change.Effective <= rest.Periods.Span.End
            ? rest.Split(amount.Amount < 0m ? -amount : amount, first.Rounding)
            : throw Guards.Invalid(
                nameof(first), InvariantText.Date(change.Effective),
                "must have a weight from that day on, or " + change.Id + " its own phasing");

    /// <summary>The phasing given for a change, or for what it undoes.</summary>
    private PhasedQuota? Phased(QuotaChange<TOwner> change, (DocumentId Change, PhasedQuota Phased)[] own)
    {
        for (var each = change; each is not null; each = Array.Find(_changes, other => other.Id == each.Reverses))
        {
            foreach (var (id, quota) in own)
            {
                if (id == each.Id)
                    return quota;
            }
        }

        return null;
    }
}
