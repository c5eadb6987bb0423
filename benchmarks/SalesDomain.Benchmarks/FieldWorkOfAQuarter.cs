using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Organization;

namespace SalesDomain.Benchmarks;

/// <summary>100,000 visits to 5,000 customers by 200 salespersons: read, checked for double reports, and measured in four ways.</summary>
public class FieldWorkOfAQuarter
{
    private const int Visits = 100_000;
    private const int Customers = 5_000;
    private const int People = 200;

    private static readonly LocalDate s_start = new(2026, 1, 1);

    private readonly DateSpan _span = DateSpan.OfQuarter(2026, 1);
    private readonly CustomerId[] _customers = [.. Enumerable.Range(0, Customers).Select(i => new CustomerId("C-" + i))];
    private readonly (CustomerId Customer, decimal Planned)[] _plan;
    private readonly Visit[] _visits;

    public FieldWorkOfAQuarter()
    {
        _plan = Array.ConvertAll(_customers, customer => (customer, 18m + (Array.IndexOf(_customers, customer) % 5)));

        // In no order of customers, people or days, some of them outside the quarter.
        _visits = [.. Enumerable.Range(0, Visits).Select(i => new VisitBuilder
        {
            Id = new DocumentId("V-" + i),
            Customer = new CustomerId("C-" + (i * 7_919L % Customers)),
            Salesperson = new SalespersonId("S-" + (i * 104_729L % 100_003 % People)),
            Date = s_start.PlusDays((int)(i * 31L % 95)),
            OrderTaken = i % 3 == 0,
        }.Build())];
    }

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library());

    [Benchmark(Baseline = true, Description = "Field work, 100,000 visits, hand-written dictionaries")]
    public (decimal Filled, int Covered, int Made, int WithOrder, int BestOfPerson, int Customers) HandWritten()
    {
        var ids = new HashSet<DocumentId>(Visits);
        var byCustomer = new Dictionary<CustomerId, int>();
        var inSpan = new HashSet<CustomerId>();
        var byPerson = new Dictionary<SalespersonId, (int Made, int WithOrder)>();
        var pairs = new HashSet<(SalespersonId, CustomerId)>();
        foreach (var visit in _visits)
        {
            if (!ids.Add(visit.Id))
                throw new InvalidOperationException();

            byCustomer.TryGetValue(visit.Customer, out var count);
            byCustomer[visit.Customer] = count + 1;
            if (!_span.Contains(visit.Date))
                continue;

            inSpan.Add(visit.Customer);
            pairs.Add((visit.Salesperson, visit.Customer));
            byPerson.TryGetValue(visit.Salesperson, out var made);
            byPerson[visit.Salesperson] = (made.Made + 1, made.WithOrder + (visit.OrderTaken ? 1 : 0));
        }

        var filled = 0m;
        var covered = 0;
        foreach (var (customer, planned) in _plan)
        {
            byCustomer.TryGetValue(customer, out var count);
            filled += Math.Min(planned, count);
            covered += count >= 20 ? 1 : 0;
        }

        return (filled, covered, byPerson.Values.Sum(person => person.Made), byPerson.Values.Sum(person => person.WithOrder),
            byPerson.Values.Max(person => person.Made), pairs.Count > 0 ? inSpan.Count : 0);
    }

    [Benchmark(Description = "Field work, 100,000 visits, VisitLog")]
    public (decimal Filled, int Covered, int Made, int WithOrder, int BestOfPerson, int Customers) Library()
    {
        var log = VisitLog.Of(_visits);
        var table = log.Against(_plan, visit => visit.Customer, VisitCounting.EveryVisit);
        var coverage = log.Coverage(_customers, 20, VisitCounting.EveryVisit);
        var report = log.Report(WorkCalendar.MondayToFriday, _span, [], VisitCounting.EveryVisit);
        return (table.Filled, coverage.Visited, report.Total.Made, report.Total.WithOrder, report.Salespersons.Max(person => person.Made),
            report.Total.Customers);
    }
}
