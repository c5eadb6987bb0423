using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>To which sums a fact counts, by whose it is and by the day.</summary>
internal abstract class CreditBook<TFact>
{
    /// <summary>Adds a fact that counts.</summary>
    /// <param name="fact">The fact.</param>
    /// <param name="reference">The fact by which it counts: itself, or what it takes back.</param>
    /// <param name="on">The day whose holders it counts to: its own, or that of what it takes back.</param>
    /// <param name="amount">What it contributes.</param>
    /// <param name="isKnown">False where that is not known.</param>
    internal abstract void Add(TFact fact, TFact reference, LocalDate on, decimal amount, bool isKnown);
}
