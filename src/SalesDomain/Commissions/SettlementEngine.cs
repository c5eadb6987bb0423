using System.Collections.Generic;

namespace SalesDomain.Commissions;

/// <summary>
/// One settlement: earned, events, holdback, debit balance, draw, minimum payout, in this order. Each step posts to a copy of the state, so
/// that the steps after it see what it did.
/// </summary>
internal sealed partial class SettlementEngine
{
    // The parameters of CommissionAccount.Settle, by which an exception out of any step says what is wrong.
    private const string EarnedToDate = "earnedToDate";
    private const string Run = "run";
    private const string Rules = "rules";

    private readonly CommissionAccount _before;
    private readonly PayoutRun _run;
    private readonly PayoutRules _rules;
    private readonly AccountState _state;
    private readonly Currency _currency;
    private readonly List<CommissionEntry> _entries = [];
    private readonly List<Reason> _reasons = [];
    private readonly List<DateSpan> _touched = [];
    private readonly SettlementSteps _steps = new();

    // Whether the run is of the payout period in which the payee left, or of one after it.
    private readonly bool _hasLeft;

    internal SettlementEngine(CommissionAccount before, PayoutRun run, PayoutRules rules)
    {
        _before = before;
        _run = run;
        _rules = rules;
        _currency = before.Currency;
        _hasLeft = before.LeftOn <= run.Period.End;
        Require(rules.Currency, nameof(rules));
        Require(run.FixedPay?.Currency, nameof(run));
        foreach (var each in run.Events)
        {
            Require(each.Amount?.Currency, nameof(run));
        }

        _state = before.State.Copy();
        _state.Open(run.Period, run.Recorded, nameof(run));
    }

    internal CommissionSettlement Settle(IEnumerable<CommissionEarning> earnedToDate)
    {
        _steps.Carried = Movements.Payable.Of(_state.Totals);
        Restate(earnedToDate);
        ApplyEvents();
        HoldBack();
        Release();
        RecoverDebit();
        Draw();
        Pay();
        SetOffHeld();
        WriteOff();
        Deduct();
        _state.Forget();
        CommissionEntry[] entries = [.. _entries];
        var after = entries.Length == 0 ? _before : _before.After(_state, entries);
        return new CommissionSettlement(
            _before, after, _run, _rules, _steps, entries, [.. _reasons],
            new SettlementDetail([.. _changes], [.. _clawBacks], [.. _losses], [.. _held], [.. _released]));
    }

    private bool IsClosed(DateSpan period) => _state.IsClosed(period, _run.Recorded);

    private void Require(Currency? currency, string parameterName)
    {
        if (currency is not null && currency != _currency)
            throw new CurrencyMismatchException(_currency, currency, parameterName);
    }

    private CommissionEntry Post(CommissionEntryKind kind, decimal amount, CommissionEntry.Detail detail = default) =>
        Post(new CommissionEntry(_state.Number + 1, kind, _run.Period, _run.Recorded, In(amount), detail));

    private CommissionEntry Post(CommissionEntry entry)
    {
        _state.Post(entry, entry.Event is null ? EarnedToDate : Run);
        _entries.Add(entry);
        if (entry.Period is { } period && entry.Kind is CommissionEntryKind.Earned or CommissionEntryKind.ClawedBack)
            Touch(entry.Period);

        return entry;
    }

    private void PostIfAny(CommissionEntryKind kind, decimal amount, CommissionEntry.Detail detail = default)
    {
        if (amount != 0m)
            Post(kind, amount, detail);
    }

    private void Touch(DateSpan? period)
    {
        if (period is { } touched && !_touched.Contains(touched))
            _touched.Add(touched);
    }

    private Money In(decimal amount) => new(amount, _currency);

    private decimal Rounded(decimal amount) => _rules.Rounding.RoundAmount(amount, _currency);

    private RoundedShare ShareOf(Money of, Percentage share)
    {
        var exact = of * share;
        return new RoundedShare(share, of, exact, In(Rounded(exact.Amount)));
    }

    private static decimal AtLeastZero(decimal amount) => amount > 0m ? amount : 0m;
}
