using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>What is told of every fact that somebody is credited with, to be counted in the cells of a plan too.</summary>
internal abstract class PlanTally<TFact, TOwner>
    where TOwner : notnull
{
    /// <summary>Counts a fact.</summary>
    /// <param name="share">Who is credited with it.</param>
    /// <param name="fact">The fact.</param>
    /// <param name="reference">The fact by which it counts: itself, or what it takes back.</param>
    /// <param name="on">The day whose holders it counts to.</param>
    /// <param name="amount">What it contributes.</param>
    /// <param name="isKnown">False where that is not known.</param>
    internal abstract void Add(CreditShare<TOwner> share, TFact fact, TFact reference, LocalDate on, decimal amount, bool isKnown);
}
