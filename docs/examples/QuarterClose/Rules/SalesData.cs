using System.Collections.Generic;
using System.Linq;

namespace QuarterClose.Rules;

/// <summary>The team in the order of employee ids, and every sale of it. A sale counts on its order date.</summary>
public sealed record SalesData(IReadOnlyList<Employee> Team, IReadOnlyList<Sale> Sales)
{
    public Revenue RevenueOfTeam(NamedSpan span) => Revenue.Of("revenue of the team in " + span.Name, In(span));

    public Revenue RevenueOf(Employee person, NamedSpan span) => Revenue.Of("revenue of " + person.Name + " in " + span.Name, SalesOf(person, span));

    public IEnumerable<Sale> SalesOf(Employee person, NamedSpan span) => In(span).Where(sale => sale.Line.Salesperson == person.Id);

    private IEnumerable<Sale> In(NamedSpan span) => Sales.Where(sale => span.Days.Contains(sale.Line.Date));
}
