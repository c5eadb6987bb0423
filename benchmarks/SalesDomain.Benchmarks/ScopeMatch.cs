using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using SalesDomain.Benchmarks.Measuring;

namespace SalesDomain.Benchmarks;

/// <summary>
/// One scope asked about a thousand sales: 200 customers but two, in one of two channels, of three categories, no free goods.
/// </summary>
public class ScopeMatch
{
    private readonly HashSet<CustomerId> _customers = [.. Enumerable.Range(0, 198).Select(number => new CustomerId("C-" + number))];
    private readonly ChannelId[] _channels = [new("SHOP"), new("WEB")];
    private readonly ProductCategoryId[] _categories = [new("TEA"), new("COFFEE"), new("COCOA")];

    private readonly Scope _scope;
    private readonly (CustomerId Customer, ChannelId Channel, ProductCategoryId Category, PriceKind Kind)[] _sales;
    private readonly ScopeSubject[] _subjects;

    public ScopeMatch()
    {
        _scope = Scope.Everything.Only([.. _customers]).Only(_channels).Only(_categories).Except(PriceKind.Free);
        _sales = Array.ConvertAll(Facts.Pieces(240m), piece => Sale((int)piece));
        _subjects = Array.ConvertAll(
            _sales,
            sale =>
                default(ScopeSubject).With(sale.Customer).With(sale.Channel).With(sale.Category).With(sale.Kind)
                    .With(new ProductId("P-1")));
    }

    [GlobalSetup]
    public void Compare() => Same.Results(ByHand, i => _scope.Matches(_subjects[i]));

    [Benchmark(Baseline = true, Description = "4 conditions, hand-written sets", OperationsPerInvoke = Facts.Count)]
    public int HandWritten()
    {
        var count = 0;
        for (var i = 0; i < _sales.Length; i++)
        {
            if (ByHand(i))
                count++;
        }

        return count;
    }

    [Benchmark(Description = "4 conditions, Scope.Matches", OperationsPerInvoke = Facts.Count), Scalar]
    public int Library()
    {
        var count = 0;
        for (var i = 0; i < _subjects.Length; i++)
        {
            if (_scope.Matches(_subjects[i]))
                count++;
        }

        return count;
    }

    private static (CustomerId Customer, ChannelId Channel, ProductCategoryId Category, PriceKind Kind) Sale(int number) =>
        (new CustomerId("C-" + (number % 220)), new ChannelId(number % 9 == 0 ? "PHONE" : number % 2 == 0 ? "SHOP" : "WEB"),
            new ProductCategoryId((number % 5) switch { 0 => "TEA", 1 => "COFFEE", 2 => "SUGAR", _ => "COCOA" }),
            number % 20 == 0 ? PriceKind.Free : PriceKind.Standard);

    private bool ByHand(int i)
    {
        ref readonly var sale = ref _sales[i];
        return _customers.Contains(sale.Customer) && Array.IndexOf(_categories, sale.Category) >= 0
            && Array.IndexOf(_channels, sale.Channel) >= 0 && sale.Kind != PriceKind.Free;
    }
}
