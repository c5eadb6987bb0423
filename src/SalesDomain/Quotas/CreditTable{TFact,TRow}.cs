using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>A row of a caller's own for whom a fact is credited to, the same row as long as that is the same.</summary>
internal abstract class CreditTable<TFact, TRow>
    where TRow : class
{
    /// <summary>The row of a fact by the holders of a day.</summary>
    internal abstract TRow Of(TFact fact, LocalDate on);
}
