using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>One document of an account as it gathers: its first day, what is left of its net amount, and the amount in the measure of the floor.</summary>
internal sealed class AccountOrder
{
    /// <summary>Null as long as only returns that name it were read.</summary>
    internal LocalDate? Date { get; private set; }

    internal decimal Amount { get; private set; }

    internal bool Counts => _net > 0m;

    private decimal _net;

    internal void Add(SalesLine line, bool isOwnLine, decimal amount)
    {
        if (isOwnLine && !(Date <= line.Date))
            Date = line.Date;

        _net += line.NetAmount.Amount;
        Amount += amount;
    }
}
