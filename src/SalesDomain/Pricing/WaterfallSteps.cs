namespace SalesDomain.Pricing;

/// <summary>What comes off a line by a rule, as it is computed.</summary>
internal readonly struct WaterfallSteps
{
    internal WaterfallSteps(Money paidOn, Money product, Money exact, Rounding by, Money rounded)
    {
        PaidOn = paidOn;
        Product = product;
        Exact = exact;
        By = by;
        Rounded = rounded;
    }

    /// <summary>What is multiplied: an amount of the line, or that of one unit.</summary>
    internal Money PaidOn { get; }

    /// <summary>By the rate, or by the quantity.</summary>
    internal Money Product { get; }

    /// <summary>The product, or of the cost of credit its quotient by the days of the year.</summary>
    internal Money Exact { get; }

    /// <summary>How it is rounded; of a return as the sale was.</summary>
    internal Rounding By { get; }

    /// <summary>What comes off.</summary>
    internal Money Rounded { get; }
}
