using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

/// <summary>10,000 dated prices on four levels: customer and product, class and product, product, everything.</summary>
public class ScopeTableLookUp
{
    private const int Customers = 200;
    private const int Products = 500;
    private const int Agreed = 8_500;

    private static readonly LocalDate s_day = new(2026, 3, 31);

    // The baseline: nested dictionaries by the same identifiers, the end exclusive, and no open ends.
    private readonly Dictionary<CustomerId, Dictionary<ProductId, Record>> _ofCustomers = [];
    private readonly Dictionary<CustomerClassId, Dictionary<ProductId, Record>> _ofClasses = [];
    private readonly Dictionary<ProductId, Record> _ofProducts = [];
    private readonly Record _ofAll = new(s_day, s_day.PlusYears(1), -1m);

    private readonly ScopeTable<decimal> _table;
    private readonly (CustomerId Customer, CustomerClassId Class, ProductId Product)[] _sales;
    private readonly ScopeSubject[] _subjects;

    public ScopeTableLookUp()
    {
        var year = new DateSpan(s_day, s_day.PlusYears(1).PlusDays(-1));
        var entries = new List<ScopeEntry<decimal>> { ScopeEntry.Of("all", Scope.Everything, -1m).During(year) };
        for (var i = 0; i < Agreed; i++)
        {
            // 7 and 500 have no common factor: no customer comes upon the same product twice.
            var (customer, product) = (Customer(i % Customers), Product(((i / Customers) * 7) + (i % Customers)));
            NestedIn(_ofCustomers, customer).Add(product, new Record(s_day, s_day.PlusYears(1), i));
            entries.Add(ScopeEntry.Of("agreed " + i, Scope.Everything.Only(customer).Only(product), (decimal)i).During(year));
        }

        for (var i = 0; i < 2 * Products; i++)
        {
            var (ofClass, product) = (Class(i % 2), Product(i / 2));
            NestedIn(_ofClasses, ofClass).Add(product, new Record(s_day, s_day.PlusYears(1), Agreed + i));
            entries.Add(ScopeEntry.Of("class " + i, Scope.Everything.Only(ofClass).Only(product), (decimal)(Agreed + i)).During(year));
        }

        for (var i = 0; i < Products - 1; i++)
        {
            _ofProducts.Add(Product(i), new Record(s_day, s_day.PlusYears(1), -2m - i));
            entries.Add(ScopeEntry.Of("product " + i, Scope.Everything.Only(Product(i)), -2m - i).During(year));
        }

        _table = ScopeTable.MostSpecific(
            AccessSequence.Of(
                ScopeDimensions.Customer | ScopeDimensions.Product, ScopeDimensions.CustomerClass | ScopeDimensions.Product,
                ScopeDimensions.Product,
                ScopeDimensions.None),
            [.. entries]);

        // Of a customer's products fewer than a tenth are agreed; half of the sales ask for one that is.
        _sales = Array.ConvertAll(Facts.Pieces(Agreed), piece => Sale((int)piece));
        _subjects = Array.ConvertAll(_sales, sale => default(ScopeSubject).With(sale.Customer).With(sale.Class).With(sale.Product));
    }

    [GlobalSetup]
    public void Compare() => Same.Results(i => ByHand(i), i => _table.TryAt(_subjects[i], s_day, out var value) ? value : (decimal?)null);

    [Benchmark(Baseline = true, Description = "10,000 entries, hand-written nested dictionaries", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        for (var i = 0; i < _sales.Length; i++)
            last = ByHand(i) ?? last;

        return last;
    }

    [Benchmark(Description = "10,000 entries, ScopeTable.TryAt", OperationsPerInvoke = Facts.Count), Scalar]
    public decimal Library()
    {
        var last = 0m;
        for (var i = 0; i < _subjects.Length; i++)
        {
            if (_table.TryAt(_subjects[i], s_day, out var value))
                last = value;
        }

        return last;
    }

    [Benchmark(Description = "10,000 entries, ScopeTable.Resolve", OperationsPerInvoke = Facts.Count), Scalar]
    public decimal Resolution()
    {
        var last = 0m;
        for (var i = 0; i < _subjects.Length; i++)
        {
            var resolution = _table.Resolve(_subjects[i], s_day);
            if (resolution.HasValue)
                last = resolution.Value;
        }

        return last;
    }

    private static (CustomerId Customer, CustomerClassId Class, ProductId Product) Sale(int number) =>
        (Customer(number % Customers), Class(number % 3),
            Product(number % 2 == 0 ? ((number / Customers) * 7) + (number % Customers) : number));

    private static CustomerId Customer(int number) => new("C-" + (10_000 + number));

    private static CustomerClassId Class(int number) => new(number switch { 0 => "A", 1 => "B", _ => "C" });

    private static ProductId Product(int number) => new("P-" + (10_000 + (number % Products)));

    private static Dictionary<ProductId, Record> NestedIn<TKey>(Dictionary<TKey, Dictionary<ProductId, Record>> records, TKey key)
        where TKey : notnull
    {
        if (!records.TryGetValue(key, out var nested))
            records.Add(key, nested = []);

        return nested;
    }

    private decimal? ByHand(int i)
    {
        ref readonly var sale = ref _sales[i];
        if (_ofCustomers.TryGetValue(sale.Customer, out var agreed) && agreed.TryGetValue(sale.Product, out var record)
            && record.Holds(s_day))
            return record.Value;
        if (_ofClasses.TryGetValue(sale.Class, out var ofClass) && ofClass.TryGetValue(sale.Product, out record) && record.Holds(s_day))
            return record.Value;
        if (_ofProducts.TryGetValue(sale.Product, out record) && record.Holds(s_day))
            return record.Value;

        return _ofAll.Holds(s_day) ? _ofAll.Value : null;
    }

    private sealed record Record(LocalDate Start, LocalDate End, decimal Value)
    {
        internal bool Holds(LocalDate day) => day >= Start && day < End;
    }
}
