using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What rounding did to the prices of some sold lines.</summary>
internal sealed class PriceRounding
{
    private readonly Currency _currency;
    private readonly (string Name, Money Taken, Money Exactly, Money Most)[] _parts;
    private readonly (string Name, Money List, Money Exactly, Money Most)[] _lists;

    private PriceRounding(Currency currency, (string, Money, Money, Money)[] parts, (string, Money, Money, Money)[] lists)
    {
        _currency = currency;
        _parts = parts;
        _lists = lists;
        RoundedUp = Money.Sum(currency, _parts.Select(RoundingOf));
        OfNets = RoundedUp + Money.Sum(currency, _lists.Select(RoundingOfList));
    }

    /// <summary>
    /// By how much the deductions are more than they come to exactly, of those that are more, each by half a minor unit of the currency at
    /// most, shares by a whole one: what is rounded to whole hundreds is given away by somebody.
    /// </summary>
    internal Money RoundedUp { get; }

    /// <summary>
    /// By how much the net amounts are less than they come to exactly: the same, and by how much list amounts were rounded down, each by
    /// half a minor unit at most. Where nothing was rounded it is zero.
    /// </summary>
    internal Money OfNets { get; }

    internal static PriceRounding Of(Currency currency, CaseLine[] lines)
    {
        var (parts, lists) = (new List<(string, Money, Money, Money)>(), new List<(string, Money, Money, Money)>());
        var shares = new Dictionary<OrderSteps, List<int>>();
        var orders = new List<OrderSteps>();
        var half = HalfOf(currency, lines);
        foreach (var line in lines)
        {
            if (line.Line.Line.AtNegotiatedPrice is { } agreed && !line.Line.Line.IsHeldAtFloor)
                Add("negotiated price of " + line.Line.Name, line.Line.Negotiated.Amount, (line.Line.ListAmount - agreed).Amount, half);
            if (line.Line.Line is { NegotiatedPrice: null, IsFree: false } priced && line.Line.ListAmount < priced.ListAmount)
                lists.Add(("list amount of " + line.Line.Name, line.Line.ListAmount, priced.ListAmount, half));
            foreach (var step in line.Line.Steps)
            {
                if (step.Order is not { } order)
                {
                    Add(step.Turn.Discount.Name + " of " + line.Line.Name, step.Granted, ExactlyOf(step), half);
                }
                else if (shares.TryGetValue(order, out var known))
                {
                    known.Add(step.Part);
                }
                else
                {
                    shares.Add(order, [step.Part]);
                    orders.Add(order);
                }
            }
        }

        // A discount over several lines is rounded once, and its shares only where some of them are judged without the others.
        foreach (var order in orders)
        {
            var (taken, exactly) = SharesOf(order, shares[order]);

            // A share of a part of the lines is off by less than a whole unit each.
            var places = shares[order].Count;
            Add(order.Turn.Discount.Name, taken, exactly, taken == order.Granted ? half : 2m * places * half);
        }

        return new PriceRounding(currency, [.. parts], [.. lists]);

        void Add(string name, decimal taken, decimal exactly, Money most)
        {
            if (taken > exactly)
                parts.Add((name, new Money(taken, currency), new Money(exactly, currency), most));
        }
    }

    internal Explanation ExplainRoundedUp() => Summed("rounding of the deductions", RoundedUp, ExplainParts());

    internal Explanation ExplainOfNets() => Summed(
        "rounding of the net amounts", OfNets,
        ExplainParts().Concat(_lists.Select(list => ExplainAtMost(
            list.Name, RoundingOfList(list), list.Most,
            Node(
                "rounded down: " + list.Name, list.Exactly - list.List, Operation.Difference, Fact("not rounded", list.Exactly),
                Fact("rounded", list.List))))));

    private IEnumerable<Explanation> ExplainParts() =>
        _parts.Select(part => ExplainAtMost(
            part.Name, RoundingOf(part), part.Most,
            Node(
                "rounded up: " + part.Name, part.Taken - part.Exactly, Operation.Difference, Fact("taken off", part.Taken),
                Fact("not rounded", part.Exactly))));

    private static Explanation ExplainAtMost(string name, Money rounding, Money most, Explanation difference) =>
        difference.Value == rounding ? difference
            : Node("rounding of " + name, rounding, Operation.Min, difference, Constant("at most", most));

    // A unit of account without a minor unit has that of the rounding.
    private static Money HalfOf(Currency currency, CaseLine[] lines) =>
        new(
            currency.MinorDigits is { } digits ? new decimal(5, 0, 0, false, (byte)(digits + 1))
                : lines.Length == 0 ? 0m : lines.Max(line => line.Line.Owner.Run.Unit) / 2m,
            currency);

    private static Money RoundingOf((string Name, Money Taken, Money Exactly, Money Most) part) =>
        part.Taken - part.Exactly is var difference && difference < part.Most ? difference : part.Most;

    private static Money RoundingOfList((string Name, Money List, Money Exactly, Money Most) list) =>
        list.Exactly - list.List is var difference && difference < list.Most ? difference : list.Most;

    private Explanation Summed(string name, Money sum, IEnumerable<Explanation> parts)
    {
        Explanation[] all = [.. parts];
        return all.Length == 0 ? Constant(name, Money.Zero(_currency)) : Node(name, sum, Operation.Sum, all);
    }

    // Where a floor or a cap took less than was asked for, it may be less than exactly too.
    private static decimal ExactlyOf(in LineSteps step) =>
        step.Turn.Discount.Kind == DiscountKind.FixedPrice ? step.Before - step.Exact : step.Exact;

    private static (decimal Taken, decimal Exactly) SharesOf(OrderSteps order, List<int> places)
    {
        var exactly = order.NotRounded;
        var taken = places.Sum(place => order.Shares[place]);
        if (taken == order.Granted)
            return (taken, exactly);

        // What a line cannot bear goes to the others: that is no rounding.
        if (order.IsShifted)
            return (taken, taken);

        return (taken, exactly * places.Sum(place => order.Weights[place]) / order.Weight);
    }
}
