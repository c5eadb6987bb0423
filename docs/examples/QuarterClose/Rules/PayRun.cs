using NodaTime;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>
/// One run of the year: of a month, or the true-up of a quarter, which is settled within the quarter's last month once more. A month knows
/// what was ordered and returned by its end, a true-up what was returned by its own day as well.
/// </summary>
public sealed record PayRun(string Name, int Place, FiscalPeriod Quarter, FiscalPeriod Month, LocalDate Recorded, bool IsTrueUp)
{
    /// <summary>The day by which returns are known.</summary>
    public LocalDate Known => IsTrueUp ? Recorded : Month.End;

    /// <summary>The part of the quarter whose orders are counted.</summary>
    public DateSpan ToDate => new(Quarter.Start, Month.End);

    public string SpanName => Month.End == Quarter.End ? Quarter.Label : Quarter.Label + " to " + NamedSpan.Day(Month.End);

    public override string ToString() => IsTrueUp ? "true-up of " + Name : Name;
}
