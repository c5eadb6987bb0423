using System;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>How receipts are read.</summary>
internal readonly struct CollectionFacts : IFacts<CollectionLine>
{
    private readonly ActualRule _rule;
    private readonly Instrument[] _instruments;
    private readonly Scope? _scope;

    internal CollectionFacts(ActualRule rule)
    {
        _rule = rule;
        _instruments = [.. rule.Instruments];
        _scope = rule.Scope == Scope.Everything ? null : rule.Scope;
    }

    public bool IsCounted(CollectionLine fact) => Array.IndexOf(_instruments, fact.Instrument) >= 0;

    public LineId Id(CollectionLine fact) => fact.Id;

    // What comes back unpaid comes back on its own day.
    public LocalDate Day(CollectionLine fact) =>
        _rule.Bills == BillDay.OfMaturity && !fact.Amount.IsNegative && fact.Maturity is { } maturity ? maturity : fact.Date;

    public LineId? Original(CollectionLine fact) => fact.Original;

    public bool TakesBack(CollectionLine fact) => fact.Amount.IsNegative;

    public bool IsInScope(CollectionLine fact) => _scope is null || _scope.Matches(Subject(fact));

    public ScopeSubject Subject(CollectionLine fact)
    {
        var subject = default(ScopeSubject).With(fact.Customer);
        if (fact.Channel is { } channel)
            subject = subject.With(channel);

        return fact.Territory is { } territory ? subject.With(territory) : subject;
    }

    public bool TryValue(CollectionLine fact, LocalDate on, string parameterName, out decimal amount)
    {
        if (fact.Amount.Currency == _rule.Currency)
        {
            amount = fact.Amount.Amount;
            return true;
        }

        if (_rule.Rates is not { } rates)
            throw new CurrencyMismatchException(_rule.Currency!, fact.Amount.Currency, parameterName);

        var isKnown = rates.TryConvert(fact.Amount, _rule.Currency!, on, out var converted);
        amount = isKnown ? converted.Result.Round(_rule.Rounding!).Amount : 0m;
        return isKnown;
    }
}
