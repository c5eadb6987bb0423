using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>The figures without what rounding did to them, by which a limit is kept that only rounding went beyond.</summary>
internal sealed partial class PriceFigures
{
    /// <summary>The figure without rounding; an amount is what it is.</summary>
    internal Figure WithoutRounding(string name) =>
        name switch
        {
            PriceAuthority.Discount => NetOfListWithout is { } ratio ? ratio.Complement() : Discount,
            PriceAuthority.Margin when Margin is not null => RateOf(Without(_marginAmount!.Value), Without(Net))!.Value,
            PriceAuthority.PocketMargin when PocketMargin is not null =>
                RateOf(Without(_waterfall!.PocketMargin!.Value), Without(_waterfall.Pocket))!.Value,
            PriceAuthority.BelowFloor => _floors.Aggregate(
                Percentage.Zero, (most, floor) => floor.BelowWithoutRounding is var below && below > most ? below : most),
            _ => Of(name),
        };

    /// <summary>How much rounding is taken out of a figure.</summary>
    internal Money RoundingOf(string name) =>
        name switch
        {
            PriceAuthority.Discount => _roundingOfListed.Value.RoundedUp,
            PriceAuthority.BelowFloor => _floors.OrderByDescending(floor => floor.Below).First().Rounding.RoundedUp,
            _ => _rounding.Value.OfNets,
        };

    /// <summary>How a figure without rounding follows from the lines.</summary>
    internal Explanation ExplainWithoutRounding(string name)
    {
        var (counted, title) = (new CountedOnce(), name + AuthorityDecision.WithoutRounding);
        return name switch
        {
            PriceAuthority.Discount => Node(
                title, WithoutRounding(name), Operation.Difference, Constant("whole", Percentage.OneHundred),
                Node(
                    "net without rounding ÷ list", NetOfListWithout!.Value, Operation.Ratio,
                    Node(
                        "net without rounding", ListedNet + _roundingOfListed.Value.RoundedUp, Operation.Sum, ExplainListedNet(counted),
                        _roundingOfListed.Value.ExplainRoundedUp()),
                    ExplainList())),
            PriceAuthority.Margin => ExplainMarginWithout(
                title, WithoutRounding(name), Explain(name).Children[0], Without(_marginAmount!.Value), ExplainNet(counted), Without(Net)),
            PriceAuthority.PocketMargin => ExplainMarginWithout(
                title, WithoutRounding(name), _waterfall!.Explain(), Without(_waterfall.PocketMargin!.Value),
                _waterfall.Explain().Children[0], Without(_waterfall.Pocket)),
            _ => Node(
                title, WithoutRounding(name), Operation.Max,
                [Constant("not below", Percentage.Zero), .. _floors.Select(floor => floor.ExplainWithoutRounding(counted))]),
        };
    }

    private Percentage? NetOfListWithout => Percentage.Ratio(ListedNet + _roundingOfListed.Value.RoundedUp, ListedList);

    private Money Without(Money amount) => amount + _rounding.Value.OfNets;

    private Explanation ExplainMarginWithout(
        string title, Figure rate, Explanation margin, Money marginWithout, Explanation of, Money ofWithout) =>
        Node(
            title, rate, Operation.Ratio,
            Node("margin without rounding", marginWithout, Operation.Sum, margin, _rounding.Value.ExplainOfNets()),
            Node("what it is of, without rounding", ofWithout, Operation.Sum, of, _rounding.Value.ExplainOfNets()));
}
