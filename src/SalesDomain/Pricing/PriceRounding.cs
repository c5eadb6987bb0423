using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What rounding did to the prices of some sold lines.</summary>
internal sealed class PriceRounding
{
    private readonly Currency _currency;
    private readonly (string Name, Money Taken, Money Exactly)[] _parts;
    private readonly (Money Half, decimal Count)[] _nets;

    private PriceRounding(Currency currency, (string, Money, Money)[] parts, (Money, decimal)[] nets)
    {
        _currency = currency;
        _parts = parts;
        _nets = nets;
        RoundedUp = Money.Sum(currency, _parts.Select(part => part.Taken - part.Exactly));
        OfNets = Money.Sum(currency, _nets.Select(net => net.Half * net.Count));
    }

    /// <summary>By how much the deductions are more than they come to exactly, of those that are more.</summary>
    internal Money RoundedUp { get; }

    /// <summary>Half the smallest unit for the net amount of each line that is not free.</summary>
    internal Money OfNets { get; }

    internal static PriceRounding Of(Currency currency, CaseLine[] lines)
    {
        var parts = new List<(string, Money, Money)>();
        var shares = new Dictionary<OrderSteps, List<int>>();
        var orders = new List<OrderSteps>();
        foreach (var line in lines)
        {
            foreach (var step in line.Line.Steps)
            {
                if (step.Order is not { } order)
                {
                    Add(step.Turn.Discount.Name + " of " + line.Line.Name, step.Granted, ExactlyOf(step));
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
            Add(order.Turn.Discount.Name, taken, exactly);
        }

        var nets = lines.Where(line => !line.Line.Line.IsFree).GroupBy(line => line.Line.Owner.Run.Unit).OrderBy(same => same.Key);
        return new PriceRounding(
            currency, [.. parts], [.. nets.Select(same => (new Money(same.Key / 2m, currency), (decimal)same.Count()))]);

        void Add(string name, decimal taken, decimal exactly)
        {
            if (taken > exactly)
                parts.Add((name, new Money(taken, currency), new Money(exactly, currency)));
        }
    }

    internal Explanation ExplainRoundedUp() => Summed(
        "rounding of the deductions", RoundedUp,
        _parts.Select(part => Node(
            "rounded up: " + part.Name, part.Taken - part.Exactly, Operation.Difference, Fact("taken off", part.Taken),
            Fact("not rounded", part.Exactly))));

    internal Explanation ExplainOfNets() => Summed(
        "rounding of the net amounts", OfNets,
        _nets.Select(net => Node(
            "half the smallest unit × lines", net.Half * net.Count, Operation.Product, Constant("half the smallest unit", net.Half),
            Fact("lines", net.Count))));

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
        var exactly = order.Granted == order.Asked ? order.Exact : order.Granted;
        var taken = places.Sum(place => order.Shares[place]);
        if (taken == order.Granted)
            return (taken, exactly);

        // What a line cannot bear goes to the others: that is no rounding.
        var weights = order.Weights.Sum();
        for (var i = 0; weights == 0m || i < order.Weights.Length; i++)
        {
            if (weights == 0m || order.Rooms[i] < exactly * order.Weights[i] / weights)
                return (taken, taken);
        }

        return (taken, exactly * places.Sum(place => order.Weights[place]) / weights);
    }
}
