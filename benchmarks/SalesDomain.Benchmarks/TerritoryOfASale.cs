using System;
using System.Collections.Generic;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Organization;

namespace SalesDomain.Benchmarks;

/// <summary>
/// The territory of a sale: 2,000 stores under 200 head offices, half of which are key accounts, 2,000 cities in 100 provinces, each with
/// one rule for all and one for the medical line, every rule having had a successor.
/// </summary>
public class TerritoryOfASale
{
    private const int Stores = 2_000;
    private const int Heads = 200;
    private const int Cities = 2_000;
    private const int Provinces = 100;

    private static readonly LocalDate s_change = new(2026, 1, 1);
    private static readonly LocalDate s_day = new(2026, 3, 31);
    private static readonly ProductCategoryId s_medical = new("Medical");
    private static readonly ProductCategoryId s_dental = new("Dental");

    private readonly TerritoryMap _map;
    private readonly (ScopeSubject Subject, AreaId Area)[] _subjects;
    private readonly (CustomerId Store, ProductCategoryId Category, AreaId City)[] _sales;

    // The baseline: dictionaries by the same identifiers, of each the rows with both end days, and where a province parts its medical
    // line, the rows of that.
    private readonly Dictionary<CustomerId, CustomerId> _headOf = [];
    private readonly Dictionary<AreaId, AreaId> _provinceOf = [];
    private readonly Dictionary<CustomerId, Row[]> _ofAccounts = [];
    private readonly Dictionary<AreaId, Row[]> _ofAreas = [];
    private readonly Dictionary<(AreaId Area, ProductCategoryId Category), Row[]> _ofLines = [];

    public TerritoryOfASale()
    {
        var rules = new List<TerritoryRule>();
        var accounts = new (CustomerId, CustomerId)[Stores];
        for (var i = 0; i < Stores; i++)
        {
            accounts[i] = (Store(i), Head(i % Heads));
            _headOf.Add(Store(i), Head(i % Heads));
        }

        var areas = new (AreaId, AreaId)[Cities];
        for (var i = 0; i < Cities; i++)
        {
            areas[i] = (City(i), Province(i % Provinces));
            _provinceOf.Add(City(i), Province(i % Provinces));
        }

        for (var i = 0; i < Heads; i += 2)
        {
            var head = Head(i);
            _ofAccounts.Add(head, Rows("K-" + i, (territory, span) => rules.Add(TerritoryRule.Of(head, territory, span))));
        }

        for (var i = 0; i < Provinces; i++)
        {
            var province = Province(i);
            var medical = Scope.Everything.Only(s_medical);
            _ofAreas.Add(province, Rows("P-" + i, (territory, span) => rules.Add(TerritoryRule.Of(province, territory, span))));
            _ofLines.Add((province, s_medical), Rows(
                "M-" + i, (territory, span) => rules.Add(TerritoryRule.Of(province, territory, span).Within(medical))));
        }

        _map = TerritoryMap.InOrder(TerritoryBasis.Account, TerritoryBasis.Area)
            .WithAccounts(Hierarchy.Of(accounts)).WithAreas(Hierarchy.Of(areas)).With([.. rules]);
        _sales = Array.ConvertAll(
            Facts.Pieces(Stores),
            piece => (Store((int)piece), (int)piece % 3 == 0 ? s_medical : s_dental, City((int)(piece * 7) % Cities)));
        _subjects = Array.ConvertAll(_sales, sale => (default(ScopeSubject).With(sale.Store).With(sale.Category), sale.City));
    }

    [GlobalSetup]
    public void Compare() => Same.Results(i => ByHand(i), InLibrary);

    [Benchmark(Baseline = true, Description = "territory of a sale, hand-written dictionaries", OperationsPerInvoke = Facts.Count)]
    public int HandWritten()
    {
        var found = 0;
        for (var i = 0; i < _sales.Length; i++)
            found += ByHand(i) is null ? 0 : 1;

        return found;
    }

    [Benchmark(Description = "territory of a sale, TerritoryMap.TryTerritoryOf", OperationsPerInvoke = Facts.Count), Scalar]
    public int Library()
    {
        var found = 0;
        for (var i = 0; i < _subjects.Length; i++)
            found += InLibrary(i) is null ? 0 : 1;

        return found;
    }

    private static Row[] Rows(string code, Action<TerritoryId, DateSpan> add)
    {
        var (before, after) = (new TerritoryId(code), new TerritoryId(code + "'"));
        add(before, DateSpan.Until(s_change.PlusDays(-1)));
        add(after, DateSpan.From(s_change));
        return [new Row(LocalDate.MinIsoValue, s_change.PlusDays(-1), before), new Row(s_change, LocalDate.MaxIsoValue, after)];
    }

    private static TerritoryId? On(Row[] rows)
    {
        foreach (var row in rows)
        {
            if (row.Start <= s_day && s_day <= row.End)
                return row.Territory;
        }

        return null;
    }

    private static CustomerId Store(int number) => new("S-" + (10_000 + (number % Stores)));

    private static CustomerId Head(int number) => new("H-" + (10_000 + number));

    private static AreaId City(int number) => new("C-" + (10_000 + number));

    private static AreaId Province(int number) => new("P-" + (10_000 + number));

    private TerritoryId? InLibrary(int i) =>
        _map.TryTerritoryOf(_subjects[i].Subject, _subjects[i].Area, s_day, out var territory) ? territory : null;

    // Looks at the store and its head office, then at the city and its province, at each for the line before everything.
    private TerritoryId? ByHand(int i)
    {
        ref readonly var sale = ref _sales[i];
        for (CustomerId? at = sale.Store; at is { } account; at = _headOf.TryGetValue(account, out var head) ? head : null)
        {
            if (_ofAccounts.TryGetValue(account, out var rows) && On(rows) is { } territory)
                return territory;
        }

        for (AreaId? at = sale.City; at is { } area; at = _provinceOf.TryGetValue(area, out var province) ? province : null)
        {
            if (_ofLines.TryGetValue((area, sale.Category), out var rows) && On(rows) is { } ofLine)
                return ofLine;
            if (_ofAreas.TryGetValue(area, out rows) && On(rows) is { } territory)
                return territory;
        }

        return null;
    }

    private sealed record Row(LocalDate Start, LocalDate End, TerritoryId Territory);
}
