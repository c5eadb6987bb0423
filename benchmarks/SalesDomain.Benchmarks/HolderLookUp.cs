using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Organization;

namespace SalesDomain.Benchmarks;

/// <summary>Who had the customer on the day of the sale: ten thousand customers, each with four owners in the course of time.</summary>
public class HolderLookUp
{
    private const int Customers = 10_000;
    private const int Owners = 4;

    private static readonly LocalDate s_firstDay = new(2022, 1, 1);

    private readonly Assignments<int, int> _assignments;

    // The baseline: of each customer its rows with both end days, in order of time.
    private readonly Dictionary<int, (LocalDate Start, LocalDate End, int Owner)[]> _rows = [];
    private readonly (int Customer, LocalDate Day)[] _sales;

    public HolderLookUp()
    {
        var all = new List<(int, int, DateSpan)>();
        for (var customer = 0; customer < Customers; customer++)
        {
            var rows = new (LocalDate Start, LocalDate End, int Owner)[Owners];
            for (var i = 0; i < Owners; i++)
            {
                rows[i] = (s_firstDay.PlusYears(i), s_firstDay.PlusYears(i + 1).PlusDays(-1), (customer + i) % 100);
                all.Add((customer, rows[i].Owner, new DateSpan(rows[i].Start, rows[i].End)));
            }

            _rows.Add(customer, rows);
        }

        _assignments = Assignments.Of([.. all]);
        _sales = [.. Facts.Pieces(Customers - 1m).Select((customer, i) => ((int)customer, s_firstDay.PlusDays(i * 3 % 1_460)))];
    }

    [GlobalSetup]
    public void Compare() => Same.Results(
        i => ByHand(_sales[i].Customer, _sales[i].Day),
        i => _assignments.TryHolderOf(_sales[i].Customer, _sales[i].Day, out var owner) ? owner : -1);

    [Benchmark(Baseline = true, Description = "owner on a day, hand-written dictionary of rows", OperationsPerInvoke = Facts.Count)]
    public int HandWritten()
    {
        var sum = 0;
        foreach (var (customer, day) in _sales)
            sum += ByHand(customer, day);

        return sum;
    }

    [Benchmark(Description = "owner on a day, Assignments.TryHolderOf", OperationsPerInvoke = Facts.Count), Scalar]
    public int Library()
    {
        var sum = 0;
        foreach (var (customer, day) in _sales)
            sum += _assignments.TryHolderOf(customer, day, out var owner) ? owner : -1;

        return sum;
    }

    // Looks to the end as the library does, to see that nobody else has it.
    private int ByHand(int customer, LocalDate day)
    {
        var (owner, count) = (-1, 0);
        foreach (var row in _rows[customer])
        {
            if (row.Start <= day && day <= row.End)
                (owner, count) = (row.Owner, count + 1);
        }

        return count == 1 ? owner : -1;
    }
}
