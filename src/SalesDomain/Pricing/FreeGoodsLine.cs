using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>A line as it comes into a proposal: by its quantity in a unit, by what it costs, or by the part of it handed out.</summary>
internal readonly struct FreeGoodsLine
{
    private readonly DiscountedLine? _discounted;
    private readonly bool _isPart;
    private readonly DiscountDeduction[] _deductions;

    private FreeGoodsLine(
        PricedLine line, Figure value, DiscountedLine? discounted = null, bool isPart = false, DiscountDeduction[]? deductions = null)
    {
        Line = line;
        Value = value;
        _discounted = discounted;
        _isPart = isPart;
        _deductions = deductions ?? [];
    }

    internal PricedLine Line { get; }

    internal Figure Value { get; }

    private UnitOfMeasure? ConvertedTo =>
        !_isPart && Value.Unit is UnitOfMeasure unit && unit != Line.Quantity.Unit ? unit : null;

    private string Name => "line " + InvariantText.Number(Line.Number);

    /// <summary>The quantity of a line in a unit that it converts to.</summary>
    internal static FreeGoodsLine Counting(PricedLine line, UnitOfMeasure unit) => new(line, line.QuantityIn(unit));

    /// <summary>The list amount of a line; or what is left of it after the discounts of lines and the deals.</summary>
    internal static FreeGoodsLine Costing(PricedLine line, DiscountedLine? discounted)
    {
        if (discounted is null)
            return new FreeGoodsLine(line, line.Amount);

        DiscountDeduction[] deductions =
            [.. discounted.Deductions.Where(deduction => !deduction.IsShare || deduction.Discount.Deal is not null)];
        var left = deductions.Aggregate(discounted.ListAmount, (amount, deduction) => amount - deduction.Amount);
        return new FreeGoodsLine(line, left, discounted, deductions: deductions);
    }

    /// <summary>What of a line that states no promotion is handed out.</summary>
    internal static FreeGoodsLine Handing(PricedLine line, Quantity quantity) => new(line, quantity, isPart: true);

    /// <summary>Its part of the list amount of the line, where it is a quantity in a unit.</summary>
    internal Money AtList(UnitOfMeasure unit) => Line.Amount * Value.Number / Line.QuantityIn(unit).Amount;

    /// <summary>What they are together, divided once: three lines of a third of a case are a case.</summary>
    internal static decimal Sum(List<FreeGoodsLine> lines)
    {
        var (sum, converted) = (0m, CountedSum.Nothing);
        foreach (var line in lines)
        {
            if (line.ConvertedTo is { } unit)
                converted = converted.With(line.Line.Quantity.Amount, line.Line.RatioTo(unit));
            else
                sum += line.Value.Number;
        }

        return converted.Count == 0 ? sum : converted.With(sum, default).Amount;
    }

    internal Explanation Explain()
    {
        if (_isPart)
            return Fact("handed out of " + Name, Value);
        if (_discounted is not null)
        {
            var list = Fact(_deductions.Length == 0 ? Name : "list amount", _discounted.ListAmount);
            return _deductions.Length == 0 ? list
                : Node(
                    Name, Value, Operation.Difference,
                    [list, .. _deductions.Select(deduction => Fact(deduction.Discount.Name, deduction.Amount))]);
        }

        return ConvertedTo is not { } to ? Fact(Name, Value)
            : Node(Name + " in " + to, Value, Operation.Convert(Line.Units!, to), Fact(Name, Line.Quantity));
    }
}
