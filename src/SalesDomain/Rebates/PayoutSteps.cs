namespace SalesDomain.Rebates;

/// <summary>Every figure on the way from what is settled to what is paid out.</summary>
internal readonly struct PayoutSteps
{
    internal PayoutSteps(Money settled, Money? debt, Money positive, Money offset, Money payable, Goods? goods)
    {
        Settled = settled;
        Debt = debt;
        Positive = positive;
        Offset = offset;
        Payable = payable;
        InGoods = goods;
    }

    internal Money Settled { get; }

    /// <summary>The overdue debt; null where none is set off.</summary>
    internal Money? Debt { get; }

    /// <summary>What is settled, and not below zero.</summary>
    internal Money Positive { get; }

    internal Money Offset { get; }

    internal Money Payable { get; }

    internal Goods? InGoods { get; }

    /// <summary>What is given in goods.</summary>
    internal readonly struct Goods
    {
        internal Goods(Money price, decimal exact, decimal units, Money value, Money rest)
        {
            Price = price;
            Exact = exact;
            Units = units;
            Value = value;
            Rest = rest;
        }

        internal Money Price { get; }

        internal decimal Exact { get; }

        internal decimal Units { get; }

        internal Money Value { get; }

        internal Money Rest { get; }
    }
}
