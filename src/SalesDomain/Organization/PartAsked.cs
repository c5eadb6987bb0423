namespace SalesDomain.Organization;

/// <summary>What is asked in a part of a period: of the whole, the days that count, rounded up.</summary>
internal sealed record PartAsked
{
    private static readonly Rounding s_up = Rounding.ToDigits(0, RoundingMode.Ceiling);

    private readonly int _counted;
    private readonly int _ofPeriod;
    private readonly decimal _product;
    private readonly decimal _exact;

    private PartAsked(long whole, int counted, int ofPeriod)
    {
        _counted = counted;
        _ofPeriod = ofPeriod;
        _product = (decimal)whole * counted;
        _exact = _product / ofPeriod;
        Amount = (long)s_up.Round(_exact);
    }

    /// <summary>How many are asked.</summary>
    internal long Amount { get; }

    /// <summary>The part, or null where the whole is asked.</summary>
    /// <param name="whole">What is asked in a whole period.</param>
    /// <param name="rule">What is asked in a part of one.</param>
    /// <param name="period">The period, with both ends.</param>
    /// <param name="worked">The days of it that are worked.</param>
    internal static PartAsked? Of(long whole, PartPeriod rule, DateSpan period, DateSpan worked) =>
        rule == PartPeriod.Whole || worked == period ? null
            : new PartAsked(whole, rule == PartPeriod.ByDays ? worked.Days!.Value : 0, period.Days!.Value);

    internal static string Words(PartPeriod rule) =>
        rule switch { PartPeriod.ByDays => "; part periods by days", PartPeriod.Nothing => "; part periods nothing", _ => "" };

    internal Explanation Explain(string name, Explanation whole) =>
        Explanation.Node(
            name, (decimal)Amount, Operation.Round(s_up),
            Explanation.Node(
                "exactly", _exact, Operation.Ratio,
                Explanation.Node(
                    "whole × days", _product, Operation.Product, whole, Explanation.Fact("days that count", (decimal)_counted)),
                Explanation.Fact("days of the period", (decimal)_ofPeriod)));
}
