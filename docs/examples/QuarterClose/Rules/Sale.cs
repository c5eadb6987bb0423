using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>One order line: the fact that every rule counts, and the price that gave its amounts.</summary>
public sealed record Sale(LinePrice Price, SalesLine Line)
{
    private string Name => "line " + Line.Id + ", product " + Line.Product;

    public Explanation Explain() => Price.Explain(Name);

    public Explanation ExplainAtUnitPrice() => Price.ExplainAtUnitPrice(Name + ", without discount");
}
