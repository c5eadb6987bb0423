using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>
/// One document of an account as it gathers: its first day, what is left of its net amount, and the amount in the measure of the floor.
/// </summary>
internal sealed class AccountOrder
{
    private Currency? _currency;
    private decimal _net;

    // What is left in other currencies than that of the first line, which as a rule there are none of.
    private Dictionary<Currency, decimal>? _others;

    /// <summary>Null as long as only returns that name it were read.</summary>
    internal LocalDate? Date { get; private set; }

    internal decimal Amount { get; private set; }

    /// <summary>How many of its lines are of unknown amount.</summary>
    internal int Unknown { get; private set; }

    internal bool Counts => _net > 0m || (_others is not null && _others.Values.Any(net => net > 0m));

    internal void Add(SalesLine line, bool isOwnLine, decimal amount, bool isKnown)
    {
        if (isOwnLine && !(Date <= line.Date))
            Date = line.Date;

        AddNet(line.NetAmount);
        if (isKnown)
            Amount += amount;
        else
            Unknown++;
    }

    private void AddNet(Money net)
    {
        _currency ??= net.Currency;
        if (net.Currency == _currency)
        {
            _net += net.Amount;
            return;
        }

        _others ??= [];
        _others.TryGetValue(net.Currency, out var before);
        _others[net.Currency] = before + net.Amount;
    }
}
