using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>One order line, and the role that it would ask for alone; nobody is null.</summary>
public sealed record ApprovedLine(PricedSale Line, RoleId? Alone)
{
    public Percentage? Discount => Percentage.Ratio(Line.TakenOff, Line.TakenOff + Line.Sale.Line.NetAmount);
}
