using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>To which sums a fact counts, by whose it is and by the day.</summary>
internal abstract class CreditBook<TFact>
{
    internal abstract CreditRow RowOf(TFact fact, LocalDate on);
}
