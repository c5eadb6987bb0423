using NodaTime;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>
/// One of the team; <see cref="Number"/> is the identifier as a number, in whose order the team is listed, and nobody leads who reports to
/// null.
/// </summary>
public sealed record Employee(SalespersonId Id, int Number, string Name, SalespersonId? ReportsTo = null, LocalDate? HiredOn = null)
{
    public override string ToString() => Id + " " + Name;
}
