namespace SalesDomain.Rebates;

/// <summary>Every figure on the way from what was spent to what is granted.</summary>
internal readonly struct PromotionSteps
{
    internal PromotionSteps(Money asked, bool isLate, Money exact, Money rounded, Money left, Money granted)
    {
        Asked = asked;
        IsLate = isLate;
        Exact = exact;
        Rounded = rounded;
        Left = left;
        Granted = granted;
    }

    internal Money Asked { get; }

    internal bool IsLate { get; }

    internal Money Exact { get; }

    internal Money Rounded { get; }

    /// <summary>What the bound leaves.</summary>
    internal Money Left { get; }

    internal Money Granted { get; }

    /// <summary>Of a claim of which nothing is granted.</summary>
    internal static PromotionSteps None(Money zero) => new(zero, false, zero, zero, zero, zero);
}
