using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>A cash discount, and until when it may be taken.</summary>
/// <remarks>Made by <see cref="PaymentTerms.WithDiscount(Percentage, DueRule)"/>. Immutable. Equality is by discount and rule.</remarks>
public sealed record CashDiscountRung
{
    internal CashDiscountRung(Percentage discount, DueRule until)
    {
        Discount = discount;
        Until = until;
    }

    /// <summary>The discount, above 0 % and below 100 %.</summary>
    public Percentage Discount { get; }

    /// <summary>Until when, and not after the day on which all is due; the day itself is in time.</summary>
    public DueRule Until { get; }

    /// <summary>Discount and rule: <c>2/10</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => InvariantText.Number(Discount.Percent) + "/" + Until;
}
