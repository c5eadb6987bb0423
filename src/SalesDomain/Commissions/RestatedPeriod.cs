namespace SalesDomain.Commissions;

/// <summary>
/// A measurement period that a run restates: of one plan, or of all (null); and whether nobody named it, but others have earnings of it.
/// </summary>
internal readonly record struct RestatedPeriod(string? Plan, DateSpan Period, bool IsWithOthers = false)
{
    public override string ToString() =>
        (Plan is null ? Period.ToString() : "'" + Plan + "' " + Period) + (IsWithOthers ? " with others" : "");
}
