using SalesDomain.Quotas;

namespace QuarterClose.Rules;

/// <summary>The whole team at the end of a month: what is attained, and at what pace.</summary>
public sealed record TeamMonth(Attainment Attained, Pace Pace);
