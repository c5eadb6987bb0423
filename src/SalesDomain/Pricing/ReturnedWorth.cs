using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a quantity costs by the price record of its sale, in the mode of that record.</summary>
internal sealed class ReturnedWorth
{
    private readonly ReturnPolicy _policy;
    private readonly Quantity _quantity;
    private readonly Money _product;
    private readonly Quantity _level;
    private readonly Money _upToLevel;
    private readonly Money _upToBefore;
    private readonly ValuedQuantity? _own;
    private readonly Money _value;

    private ReturnedWorth(ReturnPolicy policy, Quantity quantity, Money? price, bool isLookedUp)
    {
        (_policy, _quantity, UnitPrice, IsLookedUp) = (policy, quantity, price, isLookedUp);
        var record = policy.Price!;
        var ratio = policy.RatioTo(quantity.Unit, record.Per.Unit);
        _level = policy.In(record.CountedUnit, quantity) + policy.Before(record.CountedUnit);
        if (record.ValueBreaks is not null)
            (_own, _value) = ValueOf(policy, quantity);
        if (price is { } ofUnit)
        {
            _product = ofUnit.With(ratio.Of(ofUnit.Amount, quantity.Amount, 1m));
            Amount = ofUnit.With(ratio.Of(ofUnit.Amount, quantity.Amount, record.Per.Amount));
            return;
        }

        // What was bought before has used up its parts of the scale, at its own price.
        _upToLevel = record.Breaks!.Graduated(_level);
        _upToBefore = policy.BoughtBefore is null ? Money.Zero(record.Currency) : record.Breaks.Graduated(policy.Before(record.Per.Unit));
        _product = _upToLevel - _upToBefore;
        Amount = _product / record.Per.Amount;
    }

    /// <summary>The price of the step reached; null where each part is at its own.</summary>
    internal Money? UnitPrice { get; }

    /// <summary>Whether the price is that of the step reached, and not of the first one, which is not.</summary>
    internal bool IsLookedUp { get; }

    /// <summary>What it costs, not rounded.</summary>
    internal Money Amount { get; }

    /// <summary>The worth of a quantity, or null where the record has no price for it.</summary>
    internal static ReturnedWorth? Of(ReturnPolicy policy, Quantity quantity)
    {
        var record = policy.Price!;
        var level = record.ValueBreaks is not null ? ValueOf(policy, quantity).Value.Amount
            : (policy.In(record.CountedUnit, quantity) + policy.Before(record.CountedUnit)).Amount;
        if (!record.TryPriceAt(level, out var price))
            return null;

        return new ReturnedWorth(policy, quantity, record.IsGraduated ? null : new Money(price, record.Currency), isLookedUp: true);
    }

    /// <summary>The worth of a quantity at the price of the first step, which it does not reach.</summary>
    internal static ReturnedWorth AtFirst(ReturnPolicy policy, Quantity quantity) =>
        new(policy, quantity, policy.Price!.FirstPrice, isLookedUp: false);

    /// <summary>What it comes to at the first step's price, and that with what was bought before.</summary>
    private static (ValuedQuantity Own, Money Value) ValueOf(ReturnPolicy policy, Quantity quantity)
    {
        var record = policy.Price!;
        var own = new ValuedQuantity(
            default, quantity, 1, record.FirstPrice, record.Per, policy.RatioTo(quantity.Unit, record.Per.Unit));
        return (own, policy.ValueBoughtBefore is { } before ? own.Value + before : own.Value);
    }

    /// <summary>How it follows from the record.</summary>
    internal Explanation Explain(string name)
    {
        var record = _policy.Price!;
        var product = UnitPrice is null ? ExplainGraduated(record.Breaks!, name)
            : Node("price × quantity", _product, Operation.Product, ExplainPrice(name), ExplainIn(record.Per.Unit, name));
        return Node(name + " costs", Amount, Operation.Ratio, product, Constant("units that the price is for", record.Per.Amount));
    }

    private Explanation ExplainPrice(string name)
    {
        var record = _policy.Price!;
        var price = UnitPrice!.Value;
        if (!IsLookedUp)
            return Constant("price of the first step", price);
        if (record.Breaks is { } breaks)
            return Node("price", price, Operation.LookUp(breaks), ExplainLevel(breaks.Unit, name));
        if (record.ValueBreaks is not { } byValue)
            return Constant("price", price);

        var own = PriceProof.OfValue("value at the first price", _own!, _policy.Units, Fact(name, _quantity));
        return Node(
            "price", price, Operation.LookUp(byValue),
            _policy.ValueBoughtBefore is { } before
                ? Node("value of " + name + ", and bought before", _value, Operation.Sum, own, Fact("bought before", before)) : own);
    }

    private Explanation ExplainGraduated(TieredPrice breaks, string name)
    {
        var graduated = Operation.Graduated(breaks);
        return _policy.BoughtBefore is null ? Node("graduated", _product, graduated, ExplainIn(breaks.Unit, name))
            : Node(
                "graduated after what was bought before", _product, Operation.Difference,
                Node("graduated, all", _upToLevel, graduated, ExplainLevel(breaks.Unit, name)),
                Node("graduated, bought before", _upToBefore, graduated, ExplainBefore(breaks.Unit)));
    }

    private Explanation ExplainLevel(UnitOfMeasure unit, string name) =>
        _policy.BoughtBefore is null ? ExplainIn(unit, name)
            : Node(name + ", and bought before", _level, Operation.Sum, ExplainIn(unit, name), ExplainBefore(unit));

    private Explanation ExplainBefore(UnitOfMeasure unit)
    {
        var before = _policy.BoughtBefore!.Value;
        var fact = Fact("bought before", before);
        return before.Unit == unit ? fact
            : Node("bought before in " + unit, _policy.Before(unit), Operation.Convert(_policy.Units!, unit), fact);
    }

    private Explanation ExplainIn(UnitOfMeasure unit, string name)
    {
        var quantity = Fact(name, _quantity);
        return _quantity.Unit == unit ? quantity
            : Node(name + " in " + unit, _policy.In(unit, _quantity), Operation.Convert(_policy.Units!, unit), quantity);
    }
}
