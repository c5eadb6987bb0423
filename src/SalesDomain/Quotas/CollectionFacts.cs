using System;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>How receipts are read.</summary>
internal readonly struct CollectionFacts : IFacts<CollectionLine>
{
    private readonly ActualRule _rule;
    private readonly Instrument[] _instruments;
    private readonly Scope? _scope;
    private readonly bool _asksForLine;
    private readonly Func<SalesLine, ScopeSubject>? _subject;

    internal CollectionFacts(ActualRule rule, Func<SalesLine, ScopeSubject>? subject = null)
    {
        _rule = rule;
        _subject = subject;
        _asksForLine = (rule.Scope.Mentioned & ~ActualRule.StatedByReceipts) != ScopeDimensions.None;
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

    /// <summary>
    /// Whether money for an invoiced line is in scope, by what is known of the line; null where the line is not known and the scope asks
    /// for what no receipt states.
    /// </summary>
    internal bool? IsInScope(CollectionLine fact, SalesLine? line) =>
        _scope is null ? true
        : line is null ? (_asksForLine ? null : _scope.Matches(Subject(fact)))
        : _subject is null ? _scope.MatchesStated(line)
        : _scope.Matches(_subject(line));

    /// <summary>What is known of the invoiced line that money is for, or of the receipt.</summary>
    internal ScopeSubject Subject(CollectionLine fact, SalesLine? line) =>
        line is null ? Subject(fact) : _subject is null ? ScopeSubject.FromLine(line) : _subject(line);

    public ScopeSubject Subject(CollectionLine fact)
    {
        var subject = default(ScopeSubject).With(fact.Customer);
        if (fact.Channel is { } channel)
            subject = subject.With(channel);

        return fact.Territory is { } territory ? subject.With(territory) : subject;
    }

    public bool TryValue(CollectionLine fact, LocalDate on, string parameterName, out decimal amount) =>
        TryValue(fact, fact.Amount, on, parameterName, out amount);

    /// <summary>The same of a part of a receipt.</summary>
    internal bool TryValue(CollectionLine fact, Money received, LocalDate on, string parameterName, out decimal amount)
    {
        if (received.Currency == _rule.Currency)
        {
            amount = received.Amount;
            return true;
        }

        if (_rule.Rates is not { } rates)
            throw new CurrencyMismatchException(_rule.Currency!, received.Currency, fact.Id.ToString(), parameterName);

        var isKnown = rates.TryConvert(received, _rule.Currency!, on, out var converted);
        amount = isKnown ? converted.Result.Round(_rule.Rounding!).Amount : 0m;
        return isKnown;
    }
}
