using System;
using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using BenchmarkDotNet.Configs;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Pricing;

namespace SalesDomain.Benchmarks;

/// <summary>A hundred thousand prices seen at a thousand dealers, and as many findings of goods, over three years.</summary>
[GroupBenchmarksBy(BenchmarkLogicalGroupRule.ByCategory)]
public class ChannelOfAHundredThousandReports
{
    private const int Count = 100_000;
    private const int Dealers = 1_000;
    private const int Days = 1_000;
    private const int LookBackDays = 30;
    private const decimal Bound = 9m;
    private const decimal Penalty = 500m;
    private const decimal APiece = 10m;
    private const decimal ForRepeating = 20_000m;

    private static readonly LocalDate s_first = new(2024, 1, 1);

    private readonly PriceObservation[] _seen = [.. Enumerable.Range(0, Count).Select(Seen)];
    private readonly DiversionFinding[] _found = [.. Enumerable.Range(0, Count).Select(Found)];
    private readonly DiversionTrace[] _traces = [.. Enumerable.Range(0, Count).Where(i => i % 3 > 0).Select(Traced)];
    private readonly Assignments<TerritoryId, CustomerId> _areas = Assignments.Of(
        Enumerable.Range(0, Dealers).Select(i => (Place(i), Dealer(i), DateSpan.From(s_first))).ToArray());

    private readonly Dictionary<TerritoryId, CustomerId> _dealerOf = Enumerable.Range(0, Dealers).ToDictionary(Place, Dealer);

    private readonly PriceWatch _watch = PriceWatch.Of(
        PriceCorridor.Of(
                "minimum", CorridorKind.ContractualMinimum, "shelf", Currency.CNY, UnitOfMeasure.Piece, TaxBasis.WithTax, "clause 7")
            .CountingBy(DeviationOccurrence.Report)
            .During(DateSpan.From(s_first), CorridorBounds.AtLeast(new Money(Bound, Currency.CNY))).WithLookBack(LookBackDays)
            .WithPenalty(StepSchedule.From((2, new Money(Penalty, Currency.CNY)))));

    private readonly DiversionRule _rule = DiversionRule.Of(
        "diversion", "clause 9", Currency.CNY, Rounding.Commercial,
        StepSchedule.From(
            (1, DiversionSanction.Warning.WithPerUnit(new Money(APiece, Currency.CNY), UnitOfMeasure.Piece)),
            (2, DiversionSanction.Warning.WithAmount(new Money(ForRepeating, Currency.CNY)))))
        .CountingBy(DiversionOccurrence.Finding);

    [GlobalSetup]
    public void Compare()
    {
        Same.Result(JudgePricesByHand(), JudgePrices());
        Same.Result(JudgeFindingsByHand(), JudgeFindings());
    }

    [Benchmark(Baseline = true, Description = "100,000 prices seen, hand-written")]
    [BenchmarkCategory("prices")]
    public decimal JudgePricesByHand()
    {
        var earlier = new Dictionary<CustomerId, Queue<LocalDate>>();
        var due = 0m;
        foreach (var each in Sorted(_seen, (left, right) => left.Date.CompareTo(right.Date)))
        {
            if (each.Price.Amount >= Bound)
                continue;
            if (Counted(earlier, each.Subject.Customer!.Value, each.Date, each.Date.PlusDays(1 - LookBackDays)) > 1)
                due += Penalty;
        }

        return due;
    }

    [Benchmark(Description = "100,000 prices seen, PriceWatch.Judge")]
    [BenchmarkCategory("prices")]
    public decimal JudgePrices()
    {
        var due = 0m;
        foreach (var finding in _watch.Judge(_seen))
            due += finding.Penalty is { } penalty ? penalty.Amount : 0m;

        return due;
    }

    [Benchmark(Baseline = true, Description = "100,000 findings and their traces, hand-written")]
    [BenchmarkCategory("findings")]
    public decimal JudgeFindingsByHand()
    {
        var traced = new Dictionary<DocumentId, DiversionTrace>(_traces.Length);
        foreach (var trace in _traces)
            traced.Add(trace.Finding, trace);

        var earlier = new Dictionary<CustomerId, Queue<LocalDate>>();
        var owed = 0m;
        foreach (var each in Sorted(_found, ByDayAndNumber))
        {
            if (!traced.TryGetValue(each.Id, out var trace) || _dealerOf[each.Place] == trace.Dealer)
                continue;

            var isFirst = Counted(earlier, trace.Dealer, each.Date, each.Date.PlusMonths(-12).PlusDays(1)) == 1;
            owed += isFirst ? decimal.Round(each.Quantity.Amount * APiece, 2, MidpointRounding.AwayFromZero) : ForRepeating;
        }

        return owed;
    }

    [Benchmark(Description = "100,000 findings and their traces, DiversionRule")]
    [BenchmarkCategory("findings")]
    public decimal JudgeFindings()
    {
        var (owed, none) = (0m, Money.Zero(Currency.CNY));
        foreach (var each in _rule.Judge(_found, _traces, _areas))
            owed += _rule.PenaltyFor(each, none, none, none).Owed.Amount;

        return owed;
    }

    private static int Counted(Dictionary<CustomerId, Queue<LocalDate>> earlier, CustomerId dealer, LocalDate date, LocalDate first)
    {
        if (!earlier.TryGetValue(dealer, out var days))
            earlier.Add(dealer, days = new Queue<LocalDate>());
        while (days.Count > 0 && days.Peek() < first)
            days.Dequeue();
        days.Enqueue(date);
        return days.Count;
    }

    private static T[] Sorted<T>(T[] facts, Comparison<T> order)
    {
        T[] copy = [.. facts];
        Array.Sort(copy, order);
        return copy;
    }

    private static int ByDayAndNumber(DiversionFinding left, DiversionFinding right) =>
        left.Date.CompareTo(right.Date) is not 0 and var order ? order : left.Id.CompareTo(right.Id);

    private static PriceObservation Seen(int i) =>
        PriceObservation.Of(
            new DocumentId($"O-{i}"), Day(i), "shelf", default(ScopeSubject).With(new ProductId("P")).With(Dealer(i * 7)),
            new Money(Bound - 0.50m + (i * 13 % 100 / 100m), Currency.CNY), Quantity.Pieces(1), TaxBasis.WithTax,
            SeenPrice.Shelf);

    private static DiversionFinding Found(int i) =>
        DiversionFinding.Of(
            new DocumentId($"F-{i}"), Day(i), Place(i * 11), new ProductId("P"), Quantity.Pieces(1 + (i % 500)), "photographs");

    private static DiversionTrace Traced(int i) =>
        DiversionTrace.Of(new DocumentId($"F-{i}"), new DocumentId($"S-{i}"), Day(i), Dealer(i * 17), new TerritoryId("elsewhere"));

    private static LocalDate Day(int i) => s_first.PlusDays(i * 37 % Days);

    private static CustomerId Dealer(int i) => new($"D-{i % Dealers}");

    private static TerritoryId Place(int i) => new($"T-{i % Dealers}");
}
