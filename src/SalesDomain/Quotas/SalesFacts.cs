using System;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>How sales lines are read.</summary>
internal readonly struct SalesFacts : IFacts<SalesLine>
{
    private readonly ActualRule _rule;
    private readonly Measure _measure;
    private readonly Currency? _currency;
    private readonly Stage _stage;
    private readonly Scope? _scope;
    private readonly bool _countsFreeGoods;
    private readonly Func<SalesLine, ScopeSubject>? _subject;

    internal SalesFacts(ActualRule rule, Func<SalesLine, ScopeSubject>? subject)
    {
        _rule = rule;
        _measure = rule.Measure;
        _currency = rule.Currency;
        _stage = rule.Stage!.Value;
        _scope = rule.Scope == Scope.Everything ? null : rule.Scope;
        _countsFreeGoods = rule.CountsFreeGoods;
        _subject = subject;
    }

    /// <summary>Whether a line without a cost has no value.</summary>
    internal bool ReadsMargin => _measure == Measure.Margin;

    /// <summary>Whether a line without a list amount has no value.</summary>
    internal bool ReadsListValue => _measure == Measure.ListValue;

    public bool IsCounted(SalesLine fact) => fact.Stage == _stage;

    public LineId Id(SalesLine fact) => fact.Id;

    public LocalDate Day(SalesLine fact) => fact.Date;

    public LineId? Original(SalesLine fact) => fact.Original;

    public bool TakesBack(SalesLine fact) => fact.IsReturn || fact.NetAmount.IsNegative;

    public bool IsInScope(SalesLine fact) =>
        (_countsFreeGoods || fact.PriceKind != PriceKind.Free)
        && (_scope is null || (_subject is null ? _scope.MatchesStated(fact) : _scope.Matches(_subject(fact))));

    public ScopeSubject Subject(SalesLine fact) => _subject is null ? ScopeSubject.FromLine(fact) : _subject(fact);

    public bool TryValue(SalesLine fact, LocalDate on, string parameterName, out decimal amount)
    {
        if (_currency is null)
        {
            amount = fact.Quantity.Amount;
            return fact.Quantity.Unit == _measure.Unit ? true
                : throw new UnitMismatchException(_measure.Unit!, fact.Quantity.Unit, fact.Id.ToString(), parameterName);
        }

        return ReferenceEquals(fact.Currency, _currency) && _rule.Rates is null
            ? _measure.TryRead(fact, parameterName, out amount)
            : TryConvert(fact, on, parameterName, out amount);
    }

    private bool TryConvert(SalesLine fact, LocalDate on, string parameterName, out decimal amount)
    {
        var isMargin = _measure == Measure.Margin;
        var costCurrency = isMargin && fact.Cost is { } stated ? stated.Currency : fact.Currency;
        if (fact.Currency == _currency && costCurrency == _currency)
            return _measure.TryRead(fact, parameterName, out amount);

        amount = 0m;
        if (_rule.Rates is not { } rates)
        {
            throw new CurrencyMismatchException(
                _currency!, fact.Currency == _currency ? costCurrency : fact.Currency, fact.Id.ToString(), parameterName);
        }

        // A margin is converted in two parts, because the cost may be kept in another currency, and rounded as one.
        Money exact;
        if (isMargin)
        {
            if (fact.Cost is not { } cost || !rates.TryConvert(fact.NetAmount, _currency!, on, out var net)
                || !rates.TryConvert(cost, _currency!, on, out var spent))
            {
                return false;
            }

            exact = net.Result - spent.Result;
        }
        else
        {
            if (_measure.Of(fact) is not { } value || !rates.TryConvert(value.Money, _currency!, on, out var converted))
                return false;

            exact = converted.Result;
        }

        amount = exact.Round(_rule.Rounding!).Amount;
        return true;
    }
}
