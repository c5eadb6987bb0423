using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <content>Accruing, settling and writing off.</content>
public sealed partial class RebateAccount
{
    /// <summary>Brings what is accrued to the estimates, both ways (cumulative catch-up), and what is earned to date with it.</summary>
    /// <param name="estimates">The estimates, one a rebate and period.</param>
    /// <param name="run">Document and day.</param>
    /// <returns>What is entered, and the account with it.</returns>
    /// <exception cref="ArgumentNullException">An argument or an estimate is null.</exception>
    /// <exception cref="ArgumentException">Two estimates are of one rebate and period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is before that of the last entry.</exception>
    /// <exception cref="CurrencyMismatchException">An estimate is in another currency.</exception>
    public RebatePosting Accrue(IEnumerable<RebateEstimate> estimates, SettlementRun run)
    {
        Guard.Against.Null(estimates);
        Guard.Against.Null(run);
        RebateEstimate[] copy = [.. estimates];
        Array.ForEach(copy, estimate => Guard.Against.Null(estimate, nameof(estimates)));
        var posting = new AccountPosting(this, run);
        var given = Given(copy.Select(estimate => estimate.Entitlement), run, nameof(estimates));
        var byKey = copy.ToDictionary(estimate => new AccountKey(estimate.Entitlement.Rebate, estimate.Entitlement.Period));
        return posting.Accrue(
            given.Select(pair => byKey.TryGetValue(pair.Key, out var estimate) ? estimate : RebateEstimate.AtCurrentTier(pair.Value)));
    }

    /// <summary>Settles all that is earned to date and was not settled: the final settlement, or one in between.</summary>
    /// <param name="earnedToDate">
    /// What is earned to date of the rebates and periods that are settled; what an earlier settlement carried is settled with them.
    /// </param>
    /// <param name="terms">How it is paid out.</param>
    /// <param name="run">Document, day and the facts of the day.</param>
    /// <returns>What is paid out, what is entered, and the account with it.</returns>
    /// <exception cref="ArgumentNullException">An argument or an entitlement is null.</exception>
    /// <exception cref="ArgumentException">Two entitlements are of one rebate and period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is before that of the last entry.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the account.</exception>
    public RebateSettlement SettleToDate(IEnumerable<RebateEntitlement> earnedToDate, RebatePayoutTerms terms, SettlementRun run)
    {
        Guard.Against.Null(earnedToDate);
        RequireTerms(terms, run);
        return new AccountPosting(this, run).Settle(Given(earnedToDate, run, nameof(earnedToDate)), terms, most: null);
    }

    /// <summary>Settles a part: at most an amount of what is earned to date and was not settled, the oldest periods first.</summary>
    /// <param name="most">The most that is paid, above zero.</param>
    /// <param name="earnedToDate">What is earned to date of the rebates and periods that are settled.</param>
    /// <param name="terms">How it is paid out; what is below the least of it stays as it is.</param>
    /// <param name="run">Document, day and the facts of the day.</param>
    /// <returns>What is paid out, what is entered, and the account with it.</returns>
    /// <exception cref="ArgumentNullException">An argument or an entitlement is null.</exception>
    /// <exception cref="ArgumentException">Two entitlements are of one rebate and period.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="most"/> is not above zero, or the day is before that of the last entry.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the account.</exception>
    public RebateSettlement Settle(
        Money most, IEnumerable<RebateEntitlement> earnedToDate, RebatePayoutTerms terms, SettlementRun run)
    {
        Guard.Against.Null(earnedToDate);
        RequireTerms(terms, run);
        RequireCurrency(Guard.Against.NotPositive(most), nameof(most));
        return new AccountPosting(this, run).Settle(Given(earnedToDate, run, nameof(earnedToDate)), terms, most);
    }

    /// <summary>Writes off what was earned and not claimed in time, and takes back what is accrued beyond what is earned.</summary>
    /// <param name="earnedToDate">What is earned to date of the rebates and periods that were not claimed.</param>
    /// <param name="terms">The terms, with the days within which a rebate has to be claimed.</param>
    /// <param name="run">Document and day.</param>
    /// <returns>
    /// What is entered, and the account with it; <c>settlement.claim-open</c> for a period whose last day of claim has not passed, and
    /// <c>settlement.to-take-back</c> where more was settled than is earned: that is settled, and not written off.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument or an entitlement is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two entitlements are of one rebate and period, or <paramref name="terms"/> have no days within which to claim.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The day is before that of the last entry.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the account.</exception>
    public RebatePosting WriteOffUnclaimed(
        IEnumerable<RebateEntitlement> earnedToDate, RebatePayoutTerms terms, SettlementRun run)
    {
        Guard.Against.Null(earnedToDate);
        RequireTerms(terms, run);
        var given = Given(earnedToDate, run, nameof(earnedToDate));
        return terms.ClaimDays is not null ? new AccountPosting(this, run).WriteOff(given, terms)
            : throw Guards.Invalid(nameof(terms), terms.ToString(), "must have days within which to claim");
    }

    private void RequireTerms(RebatePayoutTerms terms, SettlementRun run)
    {
        Guard.Against.Null(terms);
        Guard.Against.Null(run);
        if (terms.Minimum is { } minimum)
            RequireCurrency(minimum.Amount, nameof(terms));
        if (terms.Price is { } price)
            RequireCurrency(price, nameof(terms));
        if (run.OverdueDebt is { } debt)
            RequireCurrency(debt, nameof(run));
    }

    private void RequireCurrency(Money amount, string parameterName)
    {
        if (amount.Currency != Currency)
            throw new CurrencyMismatchException(Currency, amount.Currency, parameterName);
    }

    // What is given, and what the run restates to nothing, by key.
    private SortedDictionary<AccountKey, RebateEntitlement> Given(
        IEnumerable<RebateEntitlement> entitlements, SettlementRun run, string parameterName)
    {
        RebateEntitlement[] copy = [.. entitlements];
        Array.ForEach(copy, entitlement => Guard.Against.Null(entitlement, parameterName));
        if (run.On < LastDay)
            throw Guards.OutOfRange(nameof(run), run.ToString(), "must not be before " + InvariantText.Date(LastDay.Value));

        var given = new SortedDictionary<AccountKey, RebateEntitlement>();
        foreach (var entitlement in copy)
        {
            RequireCurrency(entitlement.Earned, parameterName);
            var key = new AccountKey(entitlement.Rebate, entitlement.Period);
            if (given.ContainsKey(key))
                throw Guards.Invalid(parameterName, entitlement.ToString(), "must have each rebate and period once");

            given.Add(key, entitlement);
        }

        if (run.Restated is { } span)
        {
            foreach (var key in _totals.Keys.Where(key => span.Contains(key.Period) && !given.ContainsKey(key)))
                given.Add(key, RebateEntitlement.Of(key.Rebate, key.Period, Money.Zero(Currency)));
        }

        return given;
    }
}
