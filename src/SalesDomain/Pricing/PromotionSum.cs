namespace SalesDomain.Pricing;

/// <summary>What some facts of a promotion come to.</summary>
internal readonly struct PromotionSum
{
    internal PromotionSum(Currency currency, decimal amount, int times, int facts)
    {
        Currency = currency;
        Amount = amount;
        Times = times;
        Facts = facts;
    }

    internal Currency Currency { get; }

    internal decimal Amount { get; }

    internal int Times { get; }

    /// <summary>How many facts they are; without any there is no sum.</summary>
    internal int Facts { get; }

    /// <summary>With a fact more, or less.</summary>
    internal PromotionSum With(PromotionUse use, int sign) =>
        new(use.Amount.Currency, Amount + (sign * use.Amount.Amount), checked(Times + (sign * use.Times)), Facts + sign);
}
