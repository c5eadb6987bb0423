using System.Collections.Generic;
using System.Linq;

namespace QuarterClose.Rules;

/// <summary>The team in the order of employee ids, and every sale of it. A sale counts on its order date.</summary>
public sealed record SalesData(IReadOnlyList<Employee> Team, IReadOnlyList<Sale> Sales)
{
    public Revenue RevenueOfTeam(NamedSpan span) => Revenue.Of("revenue of the team in " + span.Name, In(span));

    public Revenue RevenueOf(Employee person, NamedSpan span) =>
        Revenue.Of("revenue of " + person.Name + " in " + span.Name, SalesOf(person, span));

    /// <summary>What each of the team sold in a span, by which quotas are apportioned: somebody must have sold something.</summary>
    public IReadOnlyList<(Employee Person, Revenue Sold)> WeightsIn(NamedSpan span)
    {
        var weights = Team.Select(person => (person, RevenueOf(person, span))).ToArray();
        return weights.Any(weight => !weight.Item2.Total.IsZero) ? weights
            : throw new InputException("orders.csv: has no sales in " + span.Name + ", by which the quotas are apportioned.");
    }

    public IEnumerable<Sale> SalesOf(Employee person, NamedSpan span) => In(span).Where(sale => sale.Line.Salesperson == person.Id);

    private IEnumerable<Sale> In(NamedSpan span) => Sales.Where(sale => span.Days.Contains(sale.Line.Date));
}
