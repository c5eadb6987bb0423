using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a quantity costs by the price record of its sale, in the mode of that record.</summary>
internal sealed class ReturnedWorth
{
    private readonly ReturnPolicy _policy;
    private readonly Quantity _quantity;
    private readonly Money _product;
    private readonly bool _isLookedUp;

    private ReturnedWorth(ReturnPolicy policy, Quantity quantity, Money? price, bool isLookedUp)
    {
        (_policy, _quantity, UnitPrice, _isLookedUp) = (policy, quantity, price, isLookedUp);
        var record = policy.Price!;
        var ratio = policy.RatioTo(quantity.Unit, record.Per.Unit);
        if (price is { } ofUnit)
        {
            _product = ofUnit.With(ratio.Of(ofUnit.Amount, quantity.Amount, 1m));
            Amount = ofUnit.With(ratio.Of(ofUnit.Amount, quantity.Amount, record.Per.Amount));
            return;
        }

        _product = record.Breaks!.Graduated(policy.In(record.Per.Unit, quantity));
        Amount = _product / record.Per.Amount;
    }

    /// <summary>The price of the step reached; null where each part is at its own.</summary>
    internal Money? UnitPrice { get; }

    /// <summary>What it costs, not rounded.</summary>
    internal Money Amount { get; }

    /// <summary>The worth of a quantity, or null where the record has no price for it.</summary>
    internal static ReturnedWorth? Of(ReturnPolicy policy, Quantity quantity)
    {
        var record = policy.Price!;
        var level = record.ValueBreaks is null ? policy.In(record.CountedUnit, quantity).Amount
            : record.ValueOf(quantity.Amount, policy.RatioTo(quantity.Unit, record.Per.Unit)).Amount;
        if (!record.TryPriceAt(level, out var price))
            return null;

        return new ReturnedWorth(policy, quantity, record.IsGraduated ? null : new Money(price, record.Currency), isLookedUp: true);
    }

    /// <summary>The worth of a quantity that lies on a bound, at the price above it.</summary>
    internal static ReturnedWorth Above(ReturnPolicy policy, Quantity quantity, Money price) =>
        new(policy, quantity, price, isLookedUp: false);

    /// <summary>How it follows from the record.</summary>
    internal Explanation Explain(string name)
    {
        var record = _policy.Price!;
        var product = UnitPrice is null
            ? Node("graduated", _product, Operation.Graduated(record.Breaks!), ExplainIn(record.Per.Unit, name))
            : Node("price × quantity", _product, Operation.Product, ExplainPrice(name), ExplainIn(record.Per.Unit, name));
        return Node(name + " costs", Amount, Operation.Ratio, product, Constant("units that the price is for", record.Per.Amount));
    }

    private Explanation ExplainPrice(string name)
    {
        var record = _policy.Price!;
        var price = UnitPrice!.Value;
        if (!_isLookedUp)
            return Fact("price above " + _quantity, price);
        if (record.Breaks is { } breaks)
            return Node("price", price, Operation.LookUp(breaks), ExplainIn(breaks.Unit, name));
        if (record.ValueBreaks is not { } byValue)
            return Constant("price", price);

        var ratio = _policy.RatioTo(_quantity.Unit, record.Per.Unit);
        return Node(
            "price", price, Operation.LookUp(byValue),
            Fact("value at the first price", record.ValueOf(_quantity.Amount, ratio)));
    }

    private Explanation ExplainIn(UnitOfMeasure unit, string name)
    {
        var quantity = Fact(name, _quantity);
        return _quantity.Unit == unit ? quantity
            : Node(name + " in " + unit, _policy.In(unit, _quantity), Operation.Convert(_policy.Units!, unit), quantity);
    }
}
