using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.CorridorSample;

namespace SalesDomain.Tests.Pricing;

public sealed class PricesSeenInTheMarket
{
    [Theory]
    [InlineData(9.49, PriceOutcome.Below)]
    [InlineData(9.50, PriceOutcome.Within)]
    [InlineData(9.51, PriceOutcome.Within)]
    [InlineData(10.49, PriceOutcome.Within)]
    [InlineData(10.50, PriceOutcome.Within)]
    [InlineData(10.51, PriceOutcome.Above)]
    public void A_bound_itself_is_within(decimal price, PriceOutcome outcome)
    {
        var finding = Single(Recommended, Seen(1, price));

        Assert.Equal(outcome, finding.Outcome);
        Assert.Equal(outcome != PriceOutcome.Within, finding.IsOutside);
        Assert.Equal(outcome != PriceOutcome.Within ? Cny(0.01m) : null, finding.Deviation);
        Assert.Equal((Figure)outcome.ToString().ToLowerInvariant(), finding.Explain().Value);
        Assert.Equal(Figure.OrAbsent(finding.DeviationRate), finding.ExplainDeviation().Value);
        Assert.True(finding.Explain().IsVerified && finding.ExplainDeviation().IsVerified && finding.ExplainPenalty().IsVerified);
    }

    [Fact]
    public void A_deviation_is_a_percentage_of_the_bound_and_has_its_severity()
    {
        Assert.Equal("slight", Single(Contractual, Seen(1, 8.74m)).Severity);
        Assert.Equal("serious", Single(Contractual, Seen(1, 8.73m)).Severity);
        Assert.Equal("grave", Single(Contractual, Seen(1, 8.10m)).Severity);

        var finding = Single(Contractual, Seen(1, 8.10m));
        Assert.Equal(Percent(10), finding.DeviationRate);
        Assert.Equal(Cny(0.90m), finding.Deviation);
        Assert.Equal("OBS-1, contract: Below by CNY 0.90 (10%), occurrence 1 in 30 days", finding.ToString());
        Assert.Null(Single(Maximum, Seen(1, 12m)).Severity);
        Assert.Null(Single(Contractual, Seen(1, 9m)).Severity);
    }

    [Fact]
    public void Each_kind_judges_the_prices_it_is_about()
    {
        string[] Judging(SeenPrice kind) =>
        [
            .. PriceWatch.Of(Recommended, Maximum, Advertised, Contractual).Judge([Seen(1, 9.20m, kind: kind)])
                .Select(finding => finding.Corridor!.Name),
        ];

        Assert.Equal(["recommended", "maximum", "contract"], Judging(SeenPrice.Shelf));
        Assert.Equal(["recommended", "maximum", "contract"], Judging(SeenPrice.Resale));
        Assert.Equal(["recommended", "maximum", "advertised"], Judging(SeenPrice.Advertised));
    }

    [Fact]
    public void A_price_without_a_corridor_is_not_judged()
    {
        Assert.Equal(
            "channel.no-corridor (level shelf, kind Shelf, on 2026-03-31)", Single(Advertised, Seen(1, 1m)).Reasons.Single().ToString());
        var elsewhere = Single(Maximum.For(Scope.Everything.Only(new TerritoryId("East"))), Seen(1, 99m));
        Assert.Equal(PriceOutcome.NotJudged, elsewhere.Outcome);
        Assert.Null(elsewhere.Corridor);
        Assert.True(elsewhere.Explain().IsVerified && elsewhere.ExplainDeviation().IsVerified);
    }

    [Fact]
    public void A_version_holds_on_its_first_and_last_day_and_no_other()
    {
        string Codes(int offset) =>
            string.Join(",", Single(Maximum, Seen(1, 1m, offset)).Reasons.Select(reason => reason.ToString()));
        var last = Period.DaysBetween(Day, new LocalDate(2026, 12, 31));
        var first = Period.DaysBetween(Day, new LocalDate(2026, 1, 1));

        Assert.Equal("channel.no-version (corridor maximum, on 2025-12-31)", Codes(first - 1));
        Assert.Equal("", Codes(first));
        Assert.Equal("", Codes(last));
        Assert.Equal("channel.no-version (corridor maximum, on 2027-01-01)", Codes(last + 1));
    }

    [Fact]
    public void The_version_is_that_of_the_day_on_which_the_price_was_seen()
    {
        var corridor = Maximum.During(DateSpan.OfYear(2027), CorridorBounds.AtMost(Cny(12m)));
        var findings = PriceWatch.Of(corridor).Judge([Seen(1, 11.50m), Seen(2, 11.50m, 365)]);

        Assert.Equal([PriceOutcome.Above, PriceOutcome.Within], findings.Select(finding => finding.Outcome));
        Assert.Equal([Cny(11m), Cny(12m)], findings.Select(finding => finding.Bounds!.Most!.Value));
    }

    [Fact]
    public void Another_tax_basis_is_refused_or_converted_knowingly()
    {
        var net = PriceObservation.Of(
            new DocumentId("OBS-1"), Day, "shelf", default(ScopeSubject).With(new ProductId("P-1")), Cny(8m), Quantity.Pieces(1),
            TaxBasis.WithoutTax, SeenPrice.Resale);
        Assert.Equal(
            "channel.other-tax-basis (tax basis WithoutTax, corridor WithTax)", Single(Contractual, net).Reasons.Single().ToString());

        var converted = Single(Contractual.WithTaxRate(Percent(13)), net);
        Assert.Equal(Cny(9.04m), converted.Price);
        Assert.Equal(PriceOutcome.Within, converted.Outcome);
        Assert.True(converted.Explain().IsVerified);

        var ofNet = PriceCorridor.Of(
                "net", CorridorKind.Maximum, "shelf", Currency.CNY, UnitOfMeasure.Piece, TaxBasis.WithoutTax, "clause 7")
            .During(DateSpan.Always, CorridorBounds.AtMost(Cny(10m))).WithTaxRate(Percent(13));
        Assert.Equal(PriceOutcome.Within, Single(ofNet, Seen(1, 11.30m)).Outcome);
        Assert.Equal(PriceOutcome.Above, Single(ofNet, Seen(1, 11.31m)).Outcome);
        Assert.True(Single(ofNet, Seen(1, 11.31m)).ExplainDeviation().IsVerified);
    }

    [Fact]
    public void Another_currency_is_refused_or_converted_at_the_rate_of_the_day()
    {
        var inDollars = PriceObservation.Of(
            new DocumentId("OBS-1"), Day, "shelf", default(ScopeSubject).With(new ProductId("P-1")), Usd(1.20m), Quantity.Pieces(1),
            TaxBasis.WithTax, SeenPrice.Shelf);
        Assert.Equal("channel.other-currency (currency USD, corridor CNY)", Single(Contractual, inDollars).Reasons.Single().ToString());

        var rates = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.2m, Day));
        var finding = PriceWatch.Of(Contractual).WithRates(rates).Judge([inDollars]).Single();
        Assert.Equal(Cny(8.64m), finding.Price);
        Assert.Equal(Percent(4), finding.DeviationRate);
        Assert.True(finding.Explain().IsVerified && finding.ExplainDeviation().IsVerified);

        var tooLate = ExchangeRates.Of(new ExchangeRate(Currency.USD, Currency.CNY, 7.2m, Day.PlusDays(1)));
        Assert.Equal(
            "exchange.no-rate-yet",
            PriceWatch.Of(Contractual).WithRates(tooLate).Judge([inDollars]).Single().Reasons[0].Code);
    }

    [Fact]
    public void Every_reason_is_given_not_only_the_first()
    {
        var seen = PriceObservation.Of(
            new DocumentId("OBS-1"), new LocalDate(2027, 1, 1), "shelf", default(ScopeSubject).With(new ProductId("P-1")), Usd(1m),
            Quantity.Pieces(1), TaxBasis.WithoutTax, SeenPrice.Shelf);

        Assert.Equal(
            ["channel.no-version", "channel.other-currency", "channel.other-tax-basis"],
            Single(Contractual, seen).Reasons.Select(reason => reason.Code));
    }

    [Fact]
    public void A_penalty_is_by_the_number_of_the_deviation()
    {
        var watch = PriceWatch.Of(Contractual.WithPenalty(StepSchedule.From((2, Cny(500m)), (3, Cny(2_000m)))));
        var findings = watch.Judge([Seen(1, 8m, -2), Seen(2, 8m, -1), Seen(3, 8m), Seen(4, 9m)]);

        Assert.Equal([null, Cny(500m), Cny(2_000m), null], findings.Select(finding => finding.Penalty));
        Assert.All(findings, finding => Assert.True(finding.ExplainPenalty().IsVerified));
        Assert.Equal((Figure)Cny(2_000m), findings[2].ExplainPenalty().Value);
    }

    [Fact]
    public void Nothing_can_follow_from_a_recommended_price()
    {
        var penalty = StepSchedule.From((1, Cny(500m)));

        Assert.Throws<InvalidOperationException>(() => Recommended.WithPenalty(penalty));
        Assert.All(
            new[] { Maximum, Advertised, Contractual }, corridor => Assert.Equal(penalty, corridor.WithPenalty(penalty).Penalty));
    }

    [Fact]
    public void Bounds_are_of_the_kind_and_a_legal_basis_is_stated()
    {
        var (least, most) = (CorridorBounds.AtLeast(Cny(9m)), CorridorBounds.AtMost(Cny(11m)));
        Assert.Throws<ArgumentException>("bounds", () => Corridor("a", CorridorKind.Maximum, least));
        Assert.Throws<ArgumentException>("bounds", () => Corridor("a", CorridorKind.AdvertisedMinimum, most));
        Assert.Throws<ArgumentException>("bounds", () => Corridor("a", CorridorKind.ContractualMinimum, most));
        Assert.Throws<ArgumentException>(
            "bounds", () => Corridor("a", CorridorKind.Maximum, CorridorBounds.Between(Cny(9m), Cny(9m))));
        Assert.Throws<ArgumentException>(
            "legalBasis", () => PriceCorridor.Of("a", CorridorKind.Maximum, "shelf", Currency.CNY, UnitOfMeasure.Piece, default, ""));
        Assert.Throws<CurrencyMismatchException>(() => Maximum.During(DateSpan.OfYear(2027), CorridorBounds.AtMost(Usd(1m))));
        Assert.Throws<ArgumentException>("span", () => Maximum.During(DateSpan.On(Day), most));
        Assert.Throws<ArgumentOutOfRangeException>("least", () => CorridorBounds.AtLeast(Cny(0m)));
        Assert.Throws<ArgumentOutOfRangeException>("most", () => CorridorBounds.Between(Cny(9m), Cny(8.99m)));
        Assert.Throws<ArgumentOutOfRangeException>("days", () => Maximum.WithLookBack(0));
        Assert.Throws<ArgumentOutOfRangeException>("penalty", () => Maximum.WithPenalty(StepSchedule.From((1, Cny(-1m)))));
        Assert.Throws<CurrencyMismatchException>(() => Maximum.WithPenalty(StepSchedule.From((1, Usd(1m)))));
        Assert.Throws<ArgumentOutOfRangeException>("penalty", () => Maximum.WithPenalty(StepSchedule.From((0, Cny(1m)))));
        Assert.Throws<ArgumentOutOfRangeException>("severity", () => Maximum.WithSeverity(StepSchedule.From((Percent(-5), "a"))));
    }

    [Fact]
    public void Two_corridors_of_one_kind_that_could_meet_are_refused_by_name()
    {
        var other = Corridor("other", CorridorKind.Maximum, CorridorBounds.AtMost(Cny(12m)));
        var refused = Assert.Throws<ArgumentException>("corridors", () => PriceWatch.Of(Maximum, other));

        Assert.Contains("maximum and other", refused.Message, StringComparison.Ordinal);
        Assert.Contains("part their scopes or days, or state both bounds in one version", refused.Message, StringComparison.Ordinal);
        Assert.Throws<ArgumentException>("corridors", () => PriceWatch.Of(Maximum, Maximum));
        Assert.Throws<ArgumentException>("corridors", () => PriceWatch.Of());
        var (west, east) = (Scope.Everything.Only(new TerritoryId("West")), Scope.Everything.Only(new TerritoryId("East")));
        Assert.Equal(2, PriceWatch.Of(Maximum.For(west), other.For(east)).Corridors.Count);
    }

    [Fact]
    public void The_same_report_counts_once_and_another_of_its_number_is_refused()
    {
        Assert.Equal([1, 2], PriceWatch.Of(Contractual).Judge([Seen(1, 8m), Seen(1, 8m), Seen(2, 8m, 1), Seen(1, 8m)])
            .Select(finding => finding.Occurrence));
        Assert.Throws<ArgumentException>("observations", () => PriceWatch.Of(Contractual).Judge([Seen(1, 8m), Seen(1, 8.01m)]));
    }

    [Fact]
    public void An_observation_states_its_product_and_a_price_of_zero_is_a_price()
    {
        Assert.Throws<ArgumentException>(
            "subject",
            () => PriceObservation.Of(
                new DocumentId("O"), Day, "shelf", default, Cny(1m), Quantity.Pieces(1), TaxBasis.WithTax, SeenPrice.Shelf));
        Assert.Throws<ArgumentOutOfRangeException>("price", () => Seen(1, -0.01m));
        Assert.Throws<ArgumentOutOfRangeException>("per", () => Seen(1, 1m, pieces: 0m));
        Assert.Equal(Percent(100), Single(Contractual, Seen(1, 0m)).DeviationRate);
        Assert.Equal("visit", Seen(1, 1m).WithSource("visit").Source);
    }

    [Fact]
    public void Corridors_bounds_and_watches_are_values()
    {
        TestHelper.TestEqualsClass(
            Maximum.WithLookBack(30), Maximum.WithLookBack(30), Maximum, Contractual, Maximum.WithTaxRate(Percent(13)));
        TestHelper.TestEqualsClass(PriceWatch.Of(Maximum), PriceWatch.Of(Maximum), PriceWatch.Of(Recommended));
        Assert.Equal(
            "maximum: Maximum at shelf, per PCE with tax (2026-01-01/2026-12-31: at most CNY 11.00), by clause 7 of the dealer contract\n",
            PriceWatch.Of(Maximum).ToString());
    }

    [Property]
    public Property The_order_of_observations_changes_nothing() =>
        Prop.ForAll(
            Sights.ToArbitrary(),
            seen =>
            {
                var watch = PriceWatch.Of(
                    Recommended.WithLookBack(30).CountingBy(DeviationOccurrence.Report), Maximum,
                    Contractual.WithPenalty(StepSchedule.From((1, Cny(100m)), (2, Cny(300m)))));
                string Text(IEnumerable<PriceObservation> given) =>
                    string.Join("\n", watch.Judge(given).Select(finding => finding + " " + finding.Penalty));

                Assert.Equal(Text(seen), Text(seen.Reverse()));
                Assert.Equal(Text(seen), Text(seen.Concat(seen)));
                Assert.Equal(Text(seen), Text(seen.OrderBy(each => each.Price.Amount)));
            });

    [Property]
    public Property Every_finding_explains_itself_and_stands_where_its_bounds_say() =>
        Prop.ForAll(
            Sights.ToArbitrary(),
            seen => Assert.All(
                PriceWatch.Of(Recommended, Maximum, Contractual.WithPenalty(StepSchedule.From((2, Cny(300m))))).Judge(seen),
                finding =>
                {
                    Assert.True(finding.Explain().IsVerified);
                    Assert.True(finding.ExplainDeviation().IsVerified && finding.ExplainPenalty().IsVerified);
                    Assert.Equal(finding.Price < finding.Bounds?.Least, finding.Outcome == PriceOutcome.Below);
                    Assert.Equal(finding.Price > finding.Bounds?.Most, finding.Outcome == PriceOutcome.Above);
                    Assert.Equal(Figure.OrAbsent(finding.Penalty), finding.ExplainPenalty().Value);
                    Assert.False(finding.Corridor!.Kind == CorridorKind.Recommended && finding.Penalty is not null);
                }));

    private static Gen<PriceObservation[]> Sights =>
        from rows in (
            from cents in Gen.Choose(700, 1_200) from day in Gen.Choose(-40, 40) from dealer in Gen.Choose(0, 2)
            select (cents, day, dealer)).ArrayOf()
        select rows
            .Select((row, i) => Seen(i + 1, row.cents / 100m, row.day, dealer: row.dealer == 0 ? null : "D-" + row.dealer)).ToArray();

    private static PriceFinding Single(PriceCorridor corridor, PriceObservation observation) =>
        PriceWatch.Of(corridor).Judge([observation]).Single();
}
