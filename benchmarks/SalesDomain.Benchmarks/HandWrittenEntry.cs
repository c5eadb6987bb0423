using NodaTime;
using SalesDomain.Commissions;

namespace SalesDomain.Benchmarks;

/// <summary>One entry of a hand-written account.</summary>
public sealed record HandWrittenEntry(
    int Number, CommissionEntryKind Kind, DateSpan PayoutPeriod, LocalDate Recorded, decimal Amount, string? Plan = null,
    string? Component = null, DateSpan? Period = null, decimal? Rate = null, decimal? Base = null);
