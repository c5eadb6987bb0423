namespace SalesDomain.Pricing;

/// <summary>Turns figures without a sign into amounts of a line, negative for a return.</summary>
internal readonly struct LineSign
{
    private readonly Currency _currency;

    internal LineSign(PricedLine line)
    {
        _currency = line.Currency;
        IsReturn = line.IsReturn;
    }

    internal bool IsReturn { get; }

    /// <summary>The smaller amount of two without a sign.</summary>
    internal Operation Least => IsReturn ? Operation.Max : Operation.Min;

    /// <summary>The larger amount of two without a sign.</summary>
    internal Operation Most => IsReturn ? Operation.Min : Operation.Max;

    internal Money In(decimal amount) => new(IsReturn ? -amount : amount, _currency);

    internal Rounding Mirrored(Rounding rounding) => IsReturn ? rounding.Mirror : rounding;
}
