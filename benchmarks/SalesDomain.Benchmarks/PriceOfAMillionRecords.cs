using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Pricing;

namespace SalesDomain.Benchmarks;

/// <summary>
/// 100,000 products in 5 lists (one for a customer, two for groups, one for a channel, one for everybody) of 2 versions each: 1,000,000
/// records. Every tenth has breaks.
/// </summary>
public class PriceOfAMillionRecords
{
    private const int Products = 100_000;

    private static readonly LocalDate s_second = new(2026, 7, 1);
    private static readonly (decimal From, decimal Price)[] s_steps = [(0m, 10m), (10m, 9.60m), (100m, 9.20m)];
    private static readonly decimal[] s_bounds = [0m, 10m, 100m];
    private static readonly decimal[] s_prices = [10m, 9.60m, 9.20m];

    private readonly Dictionary<CustomerId, ByHandList> _ofCustomers = [];
    private readonly Dictionary<CustomerGroupId, ByHandList> _ofGroups = [];
    private readonly Dictionary<ChannelId, ByHandList> _ofChannels = [];
    private readonly ByHandList _ofAll;

    private readonly PriceBook _book;
    private readonly (
        CustomerId Customer, CustomerGroupId Group, ChannelId Channel, ProductId Product, decimal Pieces, LocalDate On)[] _sales;

    private readonly ScopeSubject[] _subjects;

    public PriceOfAMillionRecords()
    {
        ProductId[] products = [.. Enumerable.Range(0, Products).Select(Product)];
        _ofCustomers.Add(new CustomerId("C-0"), new ByHandList(products, 0));
        _ofGroups.Add(new CustomerGroupId("G-0"), new ByHandList(products, 1));
        _ofGroups.Add(new CustomerGroupId("G-1"), new ByHandList(products, 2));
        _ofChannels.Add(new ChannelId("WEB"), new ByHandList(products, 3));
        _ofAll = new ByHandList(products, 4);

        Scope[] scopes =
        [
            Scope.Everything.Only(new CustomerId("C-0")), Scope.Everything.Only(new CustomerGroupId("G-0")),
            Scope.Everything.Only(new CustomerGroupId("G-1")), Scope.Everything.Only(new ChannelId("WEB")), Scope.Everything,
        ];
        var breaks = ItemPrice.Of(TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, s_steps));
        _book = PriceBook.Of(
            AccessSequence.Of(
                ScopeDimensions.Customer, ScopeDimensions.CustomerGroup, ScopeDimensions.Channel, ScopeDimensions.None),
            [
                .. scopes.Select((scope, list) => PriceList.Of("list " + list, Currency.USD, TaxBasis.WithoutTax)
                    .For(scope).WithPrecedence(list)
                    .During(DateSpan.Until(s_second.PlusDays(-1)), Version(products, list, 0, breaks))
                    .During(DateSpan.From(s_second), Version(products, list, 1, breaks))),
            ]);

        _sales = Array.ConvertAll(Facts.Pieces(Products), piece => Sale((int)piece));
        _subjects = Array.ConvertAll(
            _sales, sale => default(ScopeSubject).With(sale.Customer).InGroups(sale.Group).With(sale.Channel));
    }

    [GlobalSetup]
    public void Compare() => Same.Results(ByHand, i => Price(i).Amount.Amount);

    [Benchmark(Baseline = true, Description = "1,000,000 price records, dictionaries and array search", OperationsPerInvoke = Facts.Count)]
    public decimal HandWritten()
    {
        var last = 0m;
        for (var i = 0; i < _sales.Length; i++)
            last = ByHand(i);

        return last;
    }

    [Benchmark(Description = "1,000,000 price records, PriceBook.Price", OperationsPerInvoke = Facts.Count), Bound(3)]
    public decimal Library()
    {
        var last = 0m;
        for (var i = 0; i < _sales.Length; i++)
            last = Price(i).Amount.Amount;

        return last;
    }

    private static ProductId Product(int number) => new("P-" + (1_000_000 + number));

    private static decimal PriceOf(int product, int list, int version) => 1m + (product % 997 * 0.01m) + list + (version * 0.5m);

    private static PriceListVersion Version(ProductId[] products, int list, int version, ItemPrice breaks) =>
        PriceListVersion.Of(
            products.Select(
                (product, i) => (product, i % 10 == 0 ? breaks : ItemPrice.Of(new Money(PriceOf(i, list, version), Currency.USD)))));

    private static (CustomerId, CustomerGroupId, ChannelId, ProductId, decimal, LocalDate) Sale(int number) =>
        (new CustomerId(number % 5 == 0 ? "C-0" : "C-" + (number % 100)), new CustomerGroupId("G-" + (number % 4)),
            new ChannelId(number % 3 == 0 ? "WEB" : "SHOP"), Product(number % Products), 1m + (number % 150),
            s_second.PlusDays((number % 200) - 100));

    private ResolvedPrice Price(int i)
    {
        ref readonly var sale = ref _sales[i];
        return _book.Price(sale.Product, Quantity.Pieces(sale.Pieces), _subjects[i], sale.On, Currency.USD);
    }

    private decimal ByHand(int i)
    {
        ref readonly var sale = ref _sales[i];
        if (!_ofCustomers.TryGetValue(sale.Customer, out var list) && !_ofGroups.TryGetValue(sale.Group, out list)
            && !_ofChannels.TryGetValue(sale.Channel, out list))
            list = _ofAll;

        return list.UnitPrice(sale.Product, sale.Pieces, sale.On) * sale.Pieces;
    }

    /// <summary>By product the versions in order of their first days, and in each the prices in order of their bounds.</summary>
    private sealed class ByHandList
    {
        private static readonly LocalDate[] s_starts = [LocalDate.MinIsoValue, s_second];

        private readonly Dictionary<ProductId, ByHandRecord[]> _records = [];

        internal ByHandList(ProductId[] products, int list)
        {
            for (var i = 0; i < products.Length; i++)
            {
                var number = i;
                _records.Add(
                    products[i],
                    [
                        .. Enumerable.Range(0, 2).Select(version => number % 10 == 0 ? new ByHandRecord(s_bounds, s_prices)
                            : new ByHandRecord([0m], [PriceOf(number, list, version)])),
                    ]);
            }
        }

        internal decimal UnitPrice(ProductId product, decimal pieces, LocalDate on)
        {
            var versions = _records[product];
            var version = versions.Length - 1;
            while (on < s_starts[version])
                version--;

            var record = versions[version];
            var step = record.Bounds.Length - 1;
            while (pieces < record.Bounds[step])
                step--;

            return record.Prices[step];
        }
    }

    private readonly record struct ByHandRecord(decimal[] Bounds, decimal[] Prices);
}
