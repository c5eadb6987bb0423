using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Organization;

namespace SalesDomain.Benchmarks;

/// <summary>The calls of 5,000 customers of four classes in the twelve months of a year, each by the frequency of its class.</summary>
public class CallsOfAYear
{
    private const int Customers = 5_000;

    private static readonly (string Class, int Calls, int Periods)[] s_frequencies = [("A", 4, 1), ("B", 2, 1), ("C", 1, 2), ("D", 1, 3)];

    private readonly FiscalPeriod _year = FiscalCalendar.CalendarYear.Year(2026);
    private readonly VisitPolicy _policy;
    private readonly CustomerToVisit[] _customers;

    public CallsOfAYear()
    {
        var policy = VisitPolicy.StartingWith(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 1));
        foreach (var (code, calls, periods) in s_frequencies)
            policy = policy.With(new CustomerClassId(code), VisitRule.Of(CallFrequency.Of(calls, periods)));

        _policy = policy;
        _customers =
        [
            .. policy.TakeTurns(
                Enumerable.Range(0, Customers).Select(i => new CustomerToVisit(
                    new CustomerId("C-" + i), new CustomerClassId(s_frequencies[i * 7 % 4].Class),
                    DateSpan.From(new LocalDate(2020, 1, 1)))),
                _year.Start),
        ];
    }

    [GlobalSetup]
    public void Compare()
    {
        var (byHand, library) = (HandWritten(), Library());
        Same.Results(i => byHand[_customers[i].Customer], i => library.Lines[i].Calls, Customers);
    }

    [Benchmark(Baseline = true, Description = "calls of a customer in 12 months, hand-written", OperationsPerInvoke = Customers)]
    public Dictionary<CustomerId, long> HandWritten()
    {
        var frequencies = s_frequencies.ToDictionary(each => new CustomerClassId(each.Class), each => (each.Calls, each.Periods));
        var months = _year.Parts(FiscalPeriodKind.Month).Select(month => month.Span).ToArray();
        var calls = new Dictionary<CustomerId, long>();
        foreach (var customer in _customers)
        {
            var sum = 0L;
            for (var month = 0; month < months.Length; month++)
            {
                // The class and the rule are those of the first day that is common to the month and the relation.
                if (months[month].Intersection(customer.Span) is not { Start: { } on } || !customer.TryClassOn(on, out var code))
                    continue;

                var (times, every) = frequencies[code];
                sum += Due(times, month + 1 - customer.Turn, every) - Due(times, month - customer.Turn, every);
            }

            calls.Add(customer.Customer, sum);
        }

        return calls;
    }

    [Benchmark(Description = "calls of a customer in 12 months, VisitPolicy.Plan", OperationsPerInvoke = Customers)]
    public CallPlan Library() => _policy.Plan(_year, _customers);

    // Rounded up, of negative numbers too: a customer's turn may still be to come.
    private static long Due(int times, long periods, int every)
    {
        var product = times * periods;
        return (product / every) + (product % every > 0 ? 1 : 0);
    }
}
