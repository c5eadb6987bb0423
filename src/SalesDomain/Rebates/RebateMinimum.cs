using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>The least that is paid out of a rebate; what is below it is carried to the next period, or lost.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record RebateMinimum
{
    private RebateMinimum(Money amount, bool isCarried)
    {
        Amount = amount;
        IsCarried = isCarried;
    }

    /// <summary>The least, itself included.</summary>
    public Money Amount { get; }

    /// <summary>Whether less is carried; if not, it is lost.</summary>
    public bool IsCarried { get; }

    /// <summary>Less is kept and paid with what comes later.</summary>
    /// <param name="amount">The least, itself included, positive.</param>
    /// <returns>The minimum.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static RebateMinimum Carried(Money amount) => new(Guard.Against.NotPositive(amount), isCarried: true);

    /// <summary>Less is not earned.</summary>
    /// <param name="amount">The least, itself included, positive.</param>
    /// <returns>The minimum.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="amount"/> is not positive.</exception>
    public static RebateMinimum Lost(Money amount) => new(Guard.Against.NotPositive(amount), isCarried: false);

    /// <summary>The least, and what becomes of less: <c>from CNY 100.00, else carried</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => "from " + Amount + (IsCarried ? ", else carried" : ", else lost");
}
