using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.CorridorSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>What of a dealer is one occurrence and costs it once, and prices of packs and of pages.</summary>
public sealed class DeviationsOfADealer
{
    private static readonly PriceCorridor s_fined =
        Contractual.WithPenalty(StepSchedule.From((1, Cny(500m)), (2, Cny(1_000m)), (3, Cny(5_000m))));

    // Two people saw P-1 on one day, and one of them P-2: as three offences that would be 6,500.00.
    [Theory]
    [InlineData(DeviationOccurrence.Day, "1 1 1", 500)]
    [InlineData(DeviationOccurrence.ProductAndDay, "1 1 2", 1_500)]
    [InlineData(DeviationOccurrence.Report, "1 2 3", 6_500)]
    public void Three_reports_of_one_visit_are_one_occurrence_unless_stated(DeviationOccurrence basis, string numbers, decimal due)
    {
        var findings = PriceWatch.Of(s_fined.CountingBy(basis)).Judge([Seen(1, 8m), Seen(2, 8m), Seen(3, 8m, product: "P-2")]);

        Assert.Equal(numbers, string.Join(" ", findings.Select(finding => finding.Occurrence)));
        Assert.Equal(Cny(due), Money.Sum(Currency.CNY, findings.Select(finding => finding.Penalty ?? Cny(0m))));
        Assert.All(findings, finding => Assert.Equal(finding.CountedWith is null, finding.Penalty is not null));
        Assert.All(findings, finding => Tampering.IsNamed(finding.ExplainPenalty(), 0));
        Assert.All(findings, finding => Assert.Equal(Figure.OrAbsent(finding.Penalty), finding.ExplainPenalty().Value));
    }

    [Fact]
    public void One_that_is_counted_with_another_says_so()
    {
        var findings = PriceWatch.Of(s_fined).Judge([Seen(1, 8m), Seen(2, 8m), Seen(3, 8m, 1)]);

        Assert.Equal([null, new DocumentId("OBS-1"), (DocumentId?)null], findings.Select(finding => finding.CountedWith));
        Assert.Equal(
            "OBS-2, contract: Below by CNY 1.00 (11.11%), occurrence 1 in 30 days, counted with OBS-1", findings[1].ToString());
        Assert.Equal(((int?)2, (Money?)Cny(1_000m)), (findings[2].Occurrence, findings[2].Penalty));
        Assert.Equal(
            "OBS-1, contract: Below by CNY 1.00 (11.11%), occurrence 1",
            PriceWatch.Of(Corridor("contract", CorridorKind.ContractualMinimum, CorridorBounds.AtLeast(Cny(9m)))).Judge([Seen(1, 8m)])
                .Single().ToString());
    }

    [Fact]
    public void A_look_back_of_30_days_is_the_day_and_the_29_before_it()
    {
        int?[] Occurrences(int earlier) =>
            [.. PriceWatch.Of(Contractual).Judge([Seen(1, 8m, -earlier), Seen(2, 8m)]).Select(finding => finding.Occurrence)];

        Assert.Equal([1, 1], Occurrences(0));
        Assert.Equal([1, 2], Occurrences(1));
        Assert.Equal([1, 2], Occurrences(29));
        Assert.Equal([1, 1], Occurrences(30));
    }

    [Fact]
    public void Repeats_are_of_one_dealer_or_of_one_place_where_the_dealer_is_not_known()
    {
        int?[] Of(params PriceObservation[] seen) => [.. PriceWatch.Of(Contractual).Judge(seen).Select(finding => finding.Occurrence)];

        Assert.Equal([1, 1], Of(Seen(1, 8m, -1), Seen(2, 8m, dealer: "D-2")));
        Assert.Equal([1, 2], Of(Seen(1, 8m, -1), Seen(2, 8m, place: "East")));
        Assert.Equal([1, 2], Of(Seen(1, 8m, -1, dealer: null), Seen(2, 8m, dealer: null)));
        Assert.Equal([1, 1], Of(Seen(1, 8m, -1, dealer: null), Seen(2, 8m, dealer: null, place: "East")));
        Assert.Equal([1, 1], Of(Seen(1, 8m, -1, dealer: null, place: null), Seen(2, 8m, dealer: null, place: null)));
        Assert.Equal([1, null, 2], Of(Seen(1, 8m, -2), Seen(2, 9m, -1), Seen(3, 8m)));
    }

    [Fact]
    public void A_basis_that_is_not_defined_is_refused() =>
        Assert.Throws<ArgumentOutOfRangeException>("basis", () => s_fined.CountingBy((DeviationOccurrence)9));

    // A six-pack at 42.00 is 7.00 each: below a minimum of 9.00, and not 280 % above a maximum of 11.00.
    [Fact]
    public void The_price_of_a_pack_is_judged_by_the_piece()
    {
        var findings = PriceWatch.Of(Maximum, Contractual).Judge([Seen(1, 42m, pieces: 6m)]);

        Assert.Equal([PriceOutcome.Within, PriceOutcome.Below], findings.Select(finding => finding.Outcome));
        Assert.Equal(((Money?)Cny(7m), (Money?)Cny(2m)), (findings[1].Price, findings[1].Deviation));
        for (var choice = 0; choice < 4; choice++)
        {
            Tampering.IsNamed(findings[0].Explain(), choice);
            Tampering.IsNamed(findings[1].ExplainDeviation(), choice);
        }

        Assert.Equal("OBS-1 on 2026-03-31, shelf: Shelf CNY 42.00 for 6 PCE, with tax", Seen(1, 42m, pieces: 6m).ToString().Split(';')[0]);
    }

    // 33.90 for three pieces with 13 % of tax is 10.00 each without it, exactly at the bound, and a cent more is above.
    [Fact]
    public void A_pack_with_tax_is_held_exactly_against_a_bound_without()
    {
        var ofNet = PriceCorridor.Of(
                "net", CorridorKind.Maximum, "shelf", Currency.CNY, UnitOfMeasure.Piece, TaxBasis.WithoutTax, "clause 7")
            .During(DateSpan.Always, CorridorBounds.AtMost(Cny(10m))).WithTaxRate(Percent(13));

        Assert.Equal(
            [PriceOutcome.Within, PriceOutcome.Above],
            PriceWatch.Of(ofNet).Judge([Seen(1, 33.90m, pieces: 3m), Seen(2, 33.91m, pieces: 3m)]).Select(finding => finding.Outcome));
    }

    [Fact]
    public void A_price_by_another_unit_is_not_judged()
    {
        var seen = PriceObservation.Of(
            new DocumentId("OBS-1"), Day, "shelf", default(ScopeSubject).With(new ProductId("P-1")), Cny(216m),
            new Quantity(1m, UnitOfMeasure.Case), TaxBasis.WithTax, SeenPrice.Shelf);

        Assert.Equal(
            "channel.other-unit (unit CS, corridor PCE)",
            PriceWatch.Of(Contractual).Judge([seen]).Single().Reasons.Single().ToString());
    }

    // A page at 12.00 above a maximum of 11.00 offers 12.00; a page at 7.00 where one can buy is a shelf as well.
    [Fact]
    public void A_page_is_judged_as_what_it_is()
    {
        var watch = PriceWatch.Of(Maximum, Advertised, Contractual);
        string[] Outside(decimal price, SeenPrice kind) =>
        [
            .. watch.Judge([Seen(1, price, kind: kind)]).Where(finding => finding.IsOutside).Select(finding => finding.Corridor!.Name),
        ];

        Assert.Equal(["maximum"], Outside(12m, SeenPrice.Advertised));
        Assert.Equal(["advertised"], Outside(7m, SeenPrice.Advertised));
        Assert.Equal(["contract"], Outside(7m, SeenPrice.Shelf));
    }

    [Fact]
    public void Corridors_that_are_unequal_read_differently()
    {
        PriceCorridor[] corridors =
        [
            Maximum, Maximum.WithLookBack(30), Maximum.WithTaxRate(Percent(13)), Maximum.WithSeverity(Severity),
            Maximum.CountingBy(DeviationOccurrence.Report), Maximum.WithPenalty(StepSchedule.From((1, Cny(1m)))),
            Maximum.For(Scope.Everything.Only(new TerritoryId("East"))),
            PriceCorridor.Of("maximum", CorridorKind.Maximum, "shelf", Currency.CNY, UnitOfMeasure.Case, TaxBasis.WithTax, "clause 8"),
        ];

        Assert.Equal(corridors.Length, corridors.Select(corridor => corridor.ToString()).Distinct().Count());
        Assert.Equal(corridors.Length, corridors.Distinct().Count());
    }

    /// <summary>Against a walk over all earlier ones: days, or products of days, or reports, of one dealer within the look-back.</summary>
    [Property]
    public Property The_number_is_that_of_a_walk_over_all_before() => Prop.ForAll(
        (from rows in (
             from day in Gen.Choose(0, 60) from dealer in Gen.Choose(1, 2) from product in Gen.Choose(1, 2) select (day, dealer, product))
             .ArrayOf()
         from basis in Gen.Elements(DeviationOccurrence.Day, DeviationOccurrence.ProductAndDay, DeviationOccurrence.Report)
         select (rows, basis)).ToArbitrary(),
        any =>
        {
            var seen = any.rows
                .Select((row, i) => Seen(i + 1, 8m, row.day, dealer: "D-" + row.dealer, product: "P-" + row.product)).ToArray();
            var findings = PriceWatch.Of(s_fined.CountingBy(any.basis)).Judge(seen);

            for (var i = 0; i < findings.Count; i++)
            {
                var here = findings[i].Observation;
                var reached = findings.Take(i + 1).Select(finding => finding.Observation)
                    .Where(each => each.Subject.Customer == here.Subject.Customer && Period.DaysBetween(each.Date, here.Date) < 30)
                    .Select(each => Key(any.basis, each)).Distinct().ToList();
                Assert.Equal(reached.IndexOf(Key(any.basis, here)) + 1, findings[i].Occurrence);
            }
        });

    private static (LocalDate, string) Key(DeviationOccurrence basis, PriceObservation seen) =>
        (seen.Date, basis switch
        {
            DeviationOccurrence.Day => "",
            DeviationOccurrence.Report => seen.Id.ToString(),
            _ => seen.Subject.Product.ToString()!,
        });
}
