using System;
using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>An amount in another currency, with the rates that gave it.</summary>
/// <remarks>
/// Equality is by amount, result, day and rates. The default value is a conversion of zero of <see cref="Currency.XXX"/> into itself.
/// </remarks>
public readonly record struct Conversion
{
    private readonly ExchangeRate? _first;
    private readonly ExchangeRate? _second;

    internal Conversion(Money amount, Money result, LocalDate on, ExchangeRate? first = null, ExchangeRate? second = null)
    {
        Amount = amount;
        Result = result;
        On = on;
        _first = first;
        _second = second;
    }

    /// <summary>The amount converted.</summary>
    public Money Amount { get; }

    /// <summary>
    /// The amount in the currency asked for, not rounded: the exact figure, or the nearest decimal where it needs more digits.
    /// </summary>
    public Money Result { get; }

    /// <summary>The day asked for; the rates may be older.</summary>
    public LocalDate On { get; }

    /// <summary>
    /// The rates used, from the amount's currency to the result's: none for the same currency, one, or two through a base currency. A rate
    /// multiplied when its <see cref="ExchangeRate.From"/> is the currency reached so far; otherwise it divided.
    /// </summary>
    public IReadOnlyList<ExchangeRate> Rates => Array.AsReadOnly(Used());

    /// <summary>How the result came about, for checking.</summary>
    /// <returns>The conversion of the amount by the rates; they stand in the operation.</returns>
    public Explanation Explain() =>
        Explanation.Node("converted", Result, Operation.Convert(Result.Currency, Used()), Explanation.Fact("amount", Amount));

    /// <summary>Amount, result and rates: <c>JPY 5000 = CNY 230.00 by JPY 100 = CNY 4.60 on 2026-03-31</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Amount + " = " + Result + (_first is null ? "" : " by " + _first) + (_second is null ? "" : " and " + _second);

    /// <summary>Another amount of the same currency by the same rates.</summary>
    internal Conversion Of(Money amount)
    {
        var to = Result.Currency;
        var result = _first is null ? amount
            : _second is null ? new Money(Exchange.By(_first, amount), to)
            : new Money(Exchange.Through(_first.From == amount.Currency ? _first.To : _first.From, _first, _second, amount), to);
        return new Conversion(amount, result, On, _first, _second);
    }

    private ExchangeRate[] Used() => _first is null ? [] : _second is null ? [_first] : [_first, _second];
}
