using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Rebates;

/// <summary>One run over an account: compares what is given with what is there, and enters the differences.</summary>
internal sealed class AccountPosting
{
    private readonly RebateAccount _account;
    private readonly SettlementRun _run;
    private readonly Dictionary<AccountKey, AccountTotals> _totals;
    private readonly List<RebateEntry> _added = [];
    private readonly List<RebateAccountLine> _lines = [];
    private readonly List<Reason> _reasons = [];

    internal AccountPosting(RebateAccount account, SettlementRun run)
    {
        _account = account;
        _run = run;
        _totals = new Dictionary<AccountKey, AccountTotals>(account.Totals);
    }

    private Money Zero => Money.Zero(_account.Currency);

    internal RebatePosting Accrue(IEnumerable<RebateEstimate> estimates)
    {
        foreach (var estimate in estimates)
        {
            var key = new AccountKey(estimate.Entitlement.Rebate, estimate.Entitlement.Period);
            var steps = new AccountSteps(Before(key), estimate.Entitlement.Earned, AccrualTarget.Estimate, estimate.Accrued);
            Add(Entered(key, steps, estimate, null));
        }

        return Posting();
    }

    internal RebatePosting WriteOff(SortedDictionary<AccountKey, RebateEntitlement> given, RebatePayoutTerms terms)
    {
        foreach (var pair in given)
        {
            var until = pair.Key.Period.End!.Value.PlusDays(terms.ClaimDays!.Value);
            if (_run.On <= until)
            {
                _reasons.Add(new Reason("settlement.claim-open", Named(pair.Key, ("until", until))));
                continue;
            }

            var steps = Steps(pair.Key, pair.Value);
            if (steps.Due.IsNegative)
                _reasons.Add(new Reason("settlement.to-take-back", Named(pair.Key, ("amount", steps.Due))));
            Add(Entered(
                pair.Key, steps.Due.IsNegative ? steps : steps.With(Zero, steps.Due, Zero), null, "not claimed in time"));
        }

        return Posting();
    }

    internal RebateSettlement Settle(
        SortedDictionary<AccountKey, RebateEntitlement> given, RebatePayoutTerms terms, Money? most)
    {
        // What was carried comes along, as it is entered.
        foreach (var carried in _account.Totals.Where(pair => !pair.Value.Carried.IsZero && !given.ContainsKey(pair.Key)))
            given.Add(carried.Key, RebateEntitlement.Of(carried.Key.Rebate, carried.Key.Period, carried.Value.Balances.Earned));

        var lines = given.Select(
            pair =>
            {
                var steps = Steps(pair.Key, pair.Value);
                return (pair.Key, Steps: steps, IsLate: IsLate(pair.Key, terms) && steps.Due.IsPositive);
            }).ToList();
        foreach (var (key, _, _) in lines.Where(line => line.IsLate))
        {
            _reasons.Add(
                new Reason(
                    "settlement.claimed-too-late", Named(key, ("until", key.Period.End!.Value.PlusDays(terms.ClaimDays!.Value)))));
        }

        Money[] dues = [.. lines.Where(line => !line.IsLate).Select(line => line.Steps.Due)];
        var total = Money.Sum(_account.Currency, dues);
        var why = Withheld(total, terms, most);

        // What may be paid of what is due above zero: the limit, and what the others give back.
        var room = most is { } limit && limit < total
            ? limit - Money.Sum(_account.Currency, dues.Where(due => due.IsNegative)) : (Money?)null;
        foreach (var (key, steps, isLate) in lines)
        {
            if (isLate)
                Add(Entered(key, steps.With(Zero, Zero, steps.Carried), null, "settlement.claimed-too-late"));
            else if (why is null && room is { } left)
                room = left - Part(key, steps, left);
            else
                Add(Entered(key, Whole(steps, why), null, why));
        }

        return new RebateSettlement(_account, Result(), terms, _run, _lines, _added, _reasons);
    }

    private string? Withheld(Money total, RebatePayoutTerms terms, Money? most)
    {
        if (most is { } asked && asked > total)
        {
            _reasons.Add(new Reason("settlement.over-due", ("asked", asked), ("due", total)));
            if (!total.IsPositive)
                return "settlement.over-due";
        }

        if (terms.Minimum is not { } minimum || !total.IsPositive || total >= minimum.Amount)
            return null;

        var code = most is not null ? "settlement.below-minimum"
            : minimum.IsCarried ? "settlement.carried" : "settlement.lost";
        _reasons.Add(new Reason(code, ("due", total), ("minimum", minimum.Amount)));
        return code;
    }

    private AccountSteps Whole(AccountSteps steps, string? why) =>
        why switch
        {
            null => steps.With(steps.Due, Zero, Zero),
            "settlement.carried" => steps.With(Zero, Zero, steps.Due),
            "settlement.lost" => steps.With(Zero, steps.Due, Zero),
            _ => steps.With(Zero, Zero, steps.Carried),
        };

    private Money Part(AccountKey key, AccountSteps steps, Money left)
    {
        if (!steps.Due.IsPositive)
        {
            Add(Entered(key, Whole(steps, null), null, null));
            return Zero;
        }

        // What was carried and is not paid is carried on.
        var paid = Money.Min(steps.Due, left);
        Add(Entered(key, steps.With(paid, Zero, steps.Carried.IsZero ? Zero : steps.Due - paid).Within(left), null, null));
        return paid;
    }

    private bool IsLate(AccountKey key, RebatePayoutTerms terms) =>
        terms.ClaimDays is { } days && (_run.ClaimedOn ?? _run.On) > key.Period.End!.Value.PlusDays(days);

    private AccountTotals Before(AccountKey key) => _account.TotalsOf(_totals, key);

    // Once the period is over, what is accrued is what is earned; until then it is at least that.
    private AccountSteps Steps(AccountKey key, RebateEntitlement entitlement)
    {
        var before = Before(key);
        return _run.On > key.Period.End!.Value
            ? new AccountSteps(before, entitlement.Earned, AccrualTarget.Earned, entitlement.Earned)
            : new AccountSteps(
                before, entitlement.Earned, AccrualTarget.AtLeastEarned,
                Money.Max(before.Balances.Accrued, entitlement.Earned));
    }

    private RebateAccountLine Entered(AccountKey key, AccountSteps steps, RebateEstimate? estimate, string? why)
    {
        Post(key, RebateEntryKind.Earned, steps.Earned);
        Post(key, RebateEntryKind.Accrued, steps.Accrued);
        Post(key, RebateEntryKind.Settled, steps.Settled);
        Post(key, RebateEntryKind.WrittenOff, steps.WrittenOff);
        if (steps.Carried != Before(key).Carried)
            Post(key, RebateEntryKind.Carried, steps.Carried);
        return new RebateAccountLine(key, steps, estimate, why);
    }

    private void Add(RebateAccountLine line) => _lines.Add(line);

    private void Post(AccountKey key, RebateEntryKind kind, Money amount)
    {
        if (amount.IsZero)
            return;

        _totals[key] = Before(key).With(kind, amount);
        _added.Add(
            RebateEntry.Of(
                _account.Entries.Count + _added.Count + 1, _run.On, _run.Document, kind, key.Rebate, key.Period, amount));
    }

    private RebateAccount Result() =>
        new(_account.Agreement, _account.Customer, _account.Currency, [.. _account.Entries, .. _added], _totals);

    private RebatePosting Posting() => new(_account, Result(), _run, _lines, _added, _reasons);

    private static (string Name, Figure Value)[] Named(AccountKey key, (string Name, Figure Value) figure) =>
        [("rebate", key.Rebate), ("period", key.Period.ToString()), figure];
}
