namespace SalesDomain.Pricing;

/// <summary>Every figure of a split of tax: what was given, rounded; the exact quotient or product; and the three amounts.</summary>
internal readonly struct TaxSteps(Rounding rounding, Percentage factor, Money given, Money exact, Money net, Money tax, Money gross)
{
    internal Rounding Rounding { get; } = rounding;

    internal Percentage Factor { get; } = factor;

    internal Money Given { get; } = given;

    internal Money Exact { get; } = exact;

    internal Money Net { get; } = net;

    internal Money Tax { get; } = tax;

    internal Money Gross { get; } = gross;
}
