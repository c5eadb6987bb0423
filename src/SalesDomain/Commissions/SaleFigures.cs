namespace SalesDomain.Commissions;

/// <summary>What a sale states that its adjustment needs, in the currency of the rule, each with its sign.</summary>
internal readonly struct SaleFigures
{
    internal SaleFigures(decimal value, decimal net, decimal? list, decimal cost)
    {
        Value = value;
        Net = net;
        List = list;
        Cost = cost;
    }

    /// <summary>What the rule measures.</summary>
    internal decimal Value { get; }

    internal decimal Net { get; }

    /// <summary>Null where none is stated.</summary>
    internal decimal? List { get; }

    internal decimal Cost { get; }

    /// <summary>The sale at the price that is left after a credit for money alone.</summary>
    internal SaleFigures With(in SaleFigures credit) =>
        new(Value + credit.Value, Net + credit.Net, List + (credit.List ?? 0m), Cost + credit.Cost);
}
