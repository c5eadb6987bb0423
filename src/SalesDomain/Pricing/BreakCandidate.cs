namespace SalesDomain.Pricing;

/// <summary>A larger quantity of a line at which its price may be another.</summary>
internal readonly struct BreakCandidate
{
    internal BreakCandidate(QuoteLine line, decimal more, decimal counted, string? discount)
    {
        Line = line;
        More = more;
        Counted = counted;
        Discount = discount;
    }

    internal QuoteLine Line { get; }

    /// <summary>How much more, in the unit of the line.</summary>
    internal decimal More { get; }

    /// <summary>What counts for the step now, for that of a list with what was bought before, in the unit of the line.</summary>
    internal decimal Counted { get; }

    /// <summary>The discount whose step it is; null for one of a list.</summary>
    internal string? Discount { get; }

    internal decimal Share => More / Counted;
}
