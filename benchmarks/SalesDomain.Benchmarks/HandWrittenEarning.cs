namespace SalesDomain.Benchmarks;

/// <summary>What is earned to date, as somebody would pass it on.</summary>
public sealed record HandWrittenEarning(
    string Plan, string Component, DateSpan Period, decimal Amount, decimal? Base = null, decimal? Rate = null);
