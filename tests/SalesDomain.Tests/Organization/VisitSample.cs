using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Organization;

namespace SalesDomain.Tests.Organization;

/// <summary>Visits of a few salespersons to a few customers in a few weeks, so that many fall on one day.</summary>
public sealed record VisitSample(Visit[] Visits, int Cut)
{
    internal static readonly LocalDate Start = new(2026, 3, 1);

    internal static readonly IReadOnlyList<CustomerId> Customers = [.. Enumerable.Range(0, 6).Select(i => new CustomerId("C-" + i))];

    internal static readonly IReadOnlyList<SalespersonId> People = [.. Enumerable.Range(0, 4).Select(i => new SalespersonId("S-" + i))];

    internal static readonly IReadOnlyList<VisitPurposeId?> Purposes = [null, new VisitPurposeId("order"), new VisitPurposeId("shelf")];

    internal static DateSpan Days => new(Start, Start.PlusDays(30));

    private static readonly Gen<VisitBuilder> s_visit =
        from customer in Gen.Choose(0, 5)
        from person in Gen.Choose(0, 2)
        from coaches in Gen.Choose(0, 6)
        from day in Gen.Frequency((3, Gen.Choose(-3, 34)), (1, Gen.Elements(-1, 0, 30, 31)))
        from purpose in Gen.Choose(0, 2)
        from order in Gen.Elements(true, false)
        select new VisitBuilder
        {
            Customer = Customers[customer],
            Salesperson = People[person],
            Date = Start.PlusDays(day),
            Purpose = Purposes[purpose],
            OrderTaken = order,
            AccompaniedBy = [.. People.Where((_, i) => i != person && ((coaches >> (i % 3)) & 1) == 1)],
        };

    /// <summary>The generator.</summary>
    public static Arbitrary<VisitSample> Samples() =>
        (from visits in s_visit.ArrayOf()
         from cut in Gen.Choose(0, visits.Length)
         select new VisitSample([.. visits.Select(Numbered)], cut)).ToArbitrary();

    internal VisitLog Log => VisitLog.Of(Visits);

    internal VisitLog First => VisitLog.Of(Visits.Take(Cut));

    internal VisitLog Rest => VisitLog.Of(Visits.Skip(Cut));

    /// <summary>The visits of one salesperson to one customer on one day, as a plain grouping.</summary>
    internal IEnumerable<IGrouping<(SalespersonId, CustomerId, LocalDate), Visit>> PersonDays(DateSpan span) =>
        Visits.Where(visit => span.Contains(visit.Date)).GroupBy(visit => (visit.Salesperson, visit.Customer, visit.Date));

    internal static VisitBuilder Visit(int id, string customer, string person, LocalDate date, bool order = false) => new()
    {
        Id = new DocumentId("V-" + id),
        Customer = new CustomerId(customer),
        Salesperson = new SalespersonId(person),
        Date = date,
        OrderTaken = order,
    };

    private static Visit Numbered(VisitBuilder visit, int index)
    {
        visit.Id = new DocumentId("V-" + index);
        return visit.Build();
    }
}
