using SalesDomain.Commissions;

namespace SalesDomain.Benchmarks;

/// <summary>One line of a hand-written statement.</summary>
public sealed record HandWrittenStatementLine(
    int Number, CommissionEntryKind Kind, string? Component, DateSpan? Period, decimal? Base, decimal? Rate, decimal Amount);
