using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.DiversionSample;

namespace SalesDomain.Tests.Pricing;

public sealed class OccurrencesOfDiversion
{
    // As three offences, the second would owe 109,920.00, and the third would end the contract.
    [Theory]
    [InlineData("200 200 100", 0)]
    [InlineData("100 200 200", 0)]
    [InlineData("200 100 200", 0)]
    [InlineData("200 200 100", 1)]
    [InlineData("500", 0)]
    public void One_shipment_in_three_shops_owes_what_one_finding_of_it_does(string pieces, int daysApart)
    {
        var findings = pieces.Split(' ')
            .Select((each, i) => Found(i + 1, i * daysApart, pieces: decimal.Parse(each, CultureInfo.InvariantCulture)))
            .ToArray();
        var penalties = Penalties(findings, "SH-7");

        Assert.Equal(Cny(7_980m), Total(penalties));
        Assert.DoesNotContain(penalties, penalty => penalty.ProposesTermination);
        Assert.All(penalties, penalty => Assert.Equal((1, Day), (penalty.Case.Occurrence, penalty.Case.OccurredOn)));
        Assert.Equal(Cny(2_980m), penalties[0].OfRebate);
        Assert.All(penalties.Skip(1), penalty => Assert.Equal(penalty.ByUnit, penalty.Owed));
    }

    [Fact]
    public void A_case_that_is_counted_with_another_says_so()
    {
        var cases = Rule.Judge([Found(1), Found(2)], [Traced(Found(1)), Traced(Found(2))], Areas);

        Assert.Equal([null, Number(1)], cases.Select(each => each.CountedWith));
        Assert.Empty(cases[0].Reasons);
        Assert.Equal("channel.diversion-same-occurrence (first DF-1)", cases[1].Reasons.Single().ToString());
        Assert.Equal("DF-2: Confirmed, D-1, 1 in 2025-04-01/2026-03-31, counted with DF-1", cases[1].ToString());
    }

    [Fact]
    public void A_termination_and_an_amount_are_owed_once()
    {
        var rule = DiversionRule.Of(
            "once", "clause 9", Currency.CNY, Rounding.Commercial,
            StepSchedule.From((1, DiversionSanction.Warning.WithAmount(Cny(50m)).ProposingTermination())));
        var penalties = rule.Judge([Found(1), Found(2)], [Traced(Found(1)), Traced(Found(2))], Areas)
            .Select(each => rule.PenaltyFor(each, Cny(0m), Cny(0m), Cny(0m))).ToArray();

        Assert.Equal([true, false], penalties.Select(penalty => penalty.ProposesTermination));
        Assert.Equal([Cny(50m), Cny(0m)], penalties.Select(penalty => penalty.Owed));
    }

    [Theory]
    [InlineData(DiversionOccurrence.DayOrShipment, "1 1 1 2")]
    [InlineData(DiversionOccurrence.Day, "1 1 2 3")]
    [InlineData(DiversionOccurrence.Shipment, "1 2 2 3")]
    [InlineData(DiversionOccurrence.Finding, "1 2 3 4")]
    public void A_contract_may_count_otherwise(DiversionOccurrence basis, string numbers)
    {
        var findings = new[] { Found(1), Found(2), Found(3, 5), Found(4, 9) };
        var shipments = new[] { "SH-7", "SH-8", "SH-8", "SH-9" };
        var rule = Rule.CountingBy(basis);
        var cases = rule.Judge(
            findings, findings.Select((each, i) => Traced(each, daysBefore: i == 3 ? 8 : 20, shipment: shipments[i])), Areas);

        Assert.Equal(numbers, string.Join(" ", cases.Select(each => each.Occurrence)));
        Assert.Equal(basis == DiversionOccurrence.DayOrShipment, !rule.ToString().Contains("counted by"));
        Assert.Equal(basis == DiversionOccurrence.DayOrShipment, rule == Rule);
        Assert.Throws<ArgumentOutOfRangeException>(nameof(basis), () => Rule.CountingBy((DiversionOccurrence)4));
    }

    // One forgotten piece of last month's goods beside those of this month bought a dealer a year on the first rung.
    [Theory]
    [InlineData(true)]
    [InlineData(false)]
    public void What_is_left_of_the_last_shipment_makes_months_no_chain(bool isLeftFoundFirst)
    {
        var (findings, traces) = (new List<DiversionFinding>(), new List<DiversionTrace>());
        for (var month = 0; month < 12; month++)
        {
            void Add(string shipment, decimal pieces)
            {
                findings.Add(Found(findings.Count + 1, 30 * month, pieces: pieces));
                traces.Add(Traced(findings[findings.Count - 1], shipment: shipment));
            }

            if (isLeftFoundFirst && month > 0)
                Add("SH-" + (month - 1), 1m);
            Add("SH-" + month, 100m);
            if (!isLeftFoundFirst && month > 0)
                Add("SH-" + (month - 1), 1m);
        }

        var cases = Rule.Judge(findings, traces, Areas);

        Assert.Equal(Enumerable.Range(1, 12), cases.Where(each => each.CountedWith is null).Select(each => each.Occurrence!.Value));
        Assert.All(
            cases.Where(each => each.Finding.Quantity == Quantity.Pieces(1)),
            left => Assert.Equal(left.Finding.Date.PlusDays(-30), left.OccurredOn));
    }

    [Fact]
    public void A_case_that_is_withdrawn_joins_nothing()
    {
        // The second was sent before the first was found, and the third after it, but before the second was found.
        var findings = new[] { Found(1), Found(2, 5), Found(3, 9) };
        var traces = new[] { Traced(findings[0]), Traced(findings[1]), Traced(findings[2], daysBefore: 6) };

        Assert.Equal([1, 1, 2], Rule.Judge(findings, traces, Areas).Select(each => each.Occurrence));
        traces[0] = traces[0].Withdrawn(Day);
        Assert.Equal([null, 1, 1], Rule.Judge(findings, traces, Areas).Select(each => each.Occurrence));
    }

    // Found together they are one occurrence; found a day apart the second was on the second rung, with the whole rebate and deposit.
    [Theory]
    [InlineData(0, 8, 1)]
    [InlineData(1, 9, 1)]
    [InlineData(1, 1, 1)]
    [InlineData(1, 0, 2)]
    [InlineData(200, 200, 1)]
    [InlineData(200, 199, 2)]
    public void What_was_sent_before_the_dealer_was_told_is_the_same_occurrence(int later, int sentBefore, int occurrence)
    {
        DiversionFinding[] findings = [Found(1, pieces: 5), Found(2, later, pieces: 5)];
        var cases = Rule.Judge(
            findings, [Traced(findings[0], daysBefore: 8), Traced(findings[1], daysBefore: sentBefore)], Areas);
        var owed = Total(cases.Select(each => Rule.PenaltyFor(each, Cny(14_900m), Cny(100_000m), Cny(100_000m))));

        Assert.Equal([1, occurrence], cases.Select(each => each.Occurrence));
        Assert.Equal(occurrence == 1 ? Number(1) : null, cases[1].CountedWith);
        Assert.Equal(Cny(occurrence == 1 ? 3_080m : 3_030m + 114_900m), owed);
    }

    [Fact]
    public void Old_goods_belong_to_the_first_occurrence_that_was_told_after_they_were_sent()
    {
        // Told on the days 0 and 50; what is found on the day 90 was sent before the first, between them, and after the second.
        var days = new[] { 0, 50, 90, 90, 90 };
        var sent = new[] { 0, 50, 0, 1, 51 };
        DiversionFinding[] findings = [.. days.Select((day, i) => Found(i + 1, day))];
        var cases = Rule.Judge(findings, findings.Select((each, i) => Traced(each, daysBefore: days[i] - sent[i])), Areas);

        Assert.Equal([1, 2, 1, 2, 3], cases.Select(each => each.Occurrence));
        Assert.Equal([null, null, Number(1), Number(2), null], cases.Select(each => each.CountedWith));
    }

    [Fact]
    public void A_look_back_at_the_first_days_there_are_begins_with_them()
    {
        var rule = Rule.WithLookBack(1_200);

        Assert.Equal(LocalDate.MinIsoValue, rule.LookBackOf(new(-9990, 1, 1)).Start);
        Assert.Equal(LocalDate.MinIsoValue, rule.LookBackOf(new(-9899, 12, 31)).Start);
        Assert.Equal(new LocalDate(-9998, 1, 2), rule.LookBackOf(new(-9898, 1, 1)).Start);
    }

    [Property]
    public Property Grouping_is_by_the_facts_and_by_nothing_else() =>
        Prop.ForAll(
            (from given in Any from basis in Gen.Choose(0, 3) select (given, (DiversionOccurrence)basis)).ToArbitrary(),
            facts =>
            {
                var ((findings, traces), basis) = facts;
                var cases = Rule.CountingBy(basis).Judge(findings, traces, Areas);
                var confirmed = cases.Where(each => each.State == DiversionState.Confirmed).ToArray();
                var groups = ByHand(confirmed, basis);

                foreach (var each in confirmed)
                {
                    var group = groups.Single(one => one.Contains(each.Finding.Id)).ToList();
                    var first = confirmed.First(other => group.Contains(other.Finding.Id));
                    Assert.Equal(first == each ? null : first.Finding.Id, each.CountedWith);
                    Assert.Equal((first.Finding.Date, first.Occurrence), (each.OccurredOn, each.Occurrence));
                    Assert.Equal(
                        confirmed.TakeWhile(other => other != first).Append(first).Count(
                            other => other.CountedWith is null && other.Dealer == each.Dealer
                                && each.LookBack!.Value.Contains(other.Finding.Date)),
                        each.Occurrence);
                }
            });

    [Property]
    public Property The_numbers_of_the_findings_decide_nothing() =>
        Prop.ForAll(
            Any.ToArbitrary(),
            given =>
            {
                DocumentId Other(DocumentId id) =>
                    new("DF-" + (1_000 - decimal.Parse(id.Code.Replace("DF-", ""), CultureInfo.InvariantCulture)));
                var numbered = given.Findings.Select(
                    each => DiversionFinding.Of(Other(each.Id), each.Date, each.Place, each.Product, each.Quantity, each.Evidence));
                var traced = given.Traces.Select(each => Renumbered(each, Other(each.Finding)));
                IEnumerable<string> Text(IEnumerable<DiversionCase> cases, Func<DocumentId, DocumentId> number) =>
                    cases.Select(each => number(each.Finding.Id) + " " + each.Occurrence + " " + each.OccurredOn)
                        .OrderBy(text => text, StringComparer.Ordinal);

                Assert.Equal(
                    Text(Rule.Judge(given.Findings, given.Traces, Areas), id => id),
                    Text(Rule.Judge(numbered, traced, Areas), Other));
            });

    [Property]
    public Property Cases_of_one_occurrence_owe_what_one_finding_of_all_units_does(int choice) =>
        Prop.ForAll(
            (from pieces in Gen.Choose(1, 900).NonEmptyListOf() from mills in Gen.Choose(1, 20_000) from cents in Gen.Choose(0, 2_000_000)
             select (pieces, mills / 1_000m, Cny(cents / 100m))).ToArbitrary(),
            given =>
            {
                var (pieces, aPiece, rebate) = given;
                var rule = DiversionRule.Of(
                    "odd", "clause 9", Currency.CNY, Rounding.Commercial,
                    StepSchedule.From(
                        (1, DiversionSanction.Warning.WithPerUnit(Cny(aPiece), UnitOfMeasure.Piece).WithRebateShare(Percent(20))
                            .WithDepositShare(Percent(30)).WithAmount(Cny(7m)))));
                DiversionPenalty[] Of(params DiversionFinding[] findings) =>
                [
                    .. rule.Judge(findings, findings.Select(each => Traced(each, shipment: "SH-7")), Areas)
                        .Select(each => rule.PenaltyFor(each, rebate, Cny(1_000m), Cny(500m))),
                ];
                var each = Of([.. pieces.Select((count, i) => Found(i + 1, i % 3, pieces: count))]);

                Assert.Equal(Of(Found(1, pieces: pieces.Sum())).Single().Owed, Total(each));
                Assert.All(each, penalty => Tampering.IsNamed(penalty.Explain(), Math.Abs(choice % 1000)));
            });

    private static DiversionPenalty[] Penalties(DiversionFinding[] findings, string shipment) =>
    [
        .. Rule.Judge(findings, findings.Select(each => Traced(each, shipment: shipment)), Areas)
            .Select(each => Rule.PenaltyFor(each, Cny(14_900m), Cny(100_000m), Cny(100_000m))),
    ];

    private static Money Total(IEnumerable<DiversionPenalty> penalties) =>
        Money.Sum(Currency.CNY, penalties.Select(penalty => penalty.Owed));

    private static DiversionTrace Renumbered(DiversionTrace trace, DocumentId finding)
    {
        var other = DiversionTrace.Of(finding, trace.Shipment, trace.ShippedOn, trace.Dealer, trace.MeantFor);
        other = trace.IsPassive ? other.AsPassiveSale() : other;
        return trace.WithdrawnOn is { } day ? other.Withdrawn(day) : other;
    }

    // A shipment counts by the day on which it was first sent, and goes to the first occurrence that began on it or after it.
    private static List<HashSet<DocumentId>> ByHand(DiversionCase[] confirmed, DiversionOccurrence basis)
    {
        var sent = confirmed.GroupBy(each => (each.Dealer, each.Trace!.Shipment))
            .ToDictionary(same => same.Key, same => same.Min(each => each.Trace!.ShippedOn));
        var firsts = new List<DiversionCase>();
        string Told(DiversionCase each)
        {
            var first = firsts.Find(
                other => other.Dealer == each.Dealer && other.Finding.Date >= sent[(each.Dealer, each.Trace!.Shipment)]);
            if (first is null)
                firsts.Add(first = each);
            return first.Finding.Id.ToString();
        }

        string Key(DiversionCase each) => each.Dealer + " " + basis switch
        {
            DiversionOccurrence.DayOrShipment => Told(each),
            DiversionOccurrence.Day => each.Finding.Date.ToString("yyyy-MM-dd", CultureInfo.InvariantCulture),
            DiversionOccurrence.Shipment => each.Trace!.Shipment.ToString(),
            _ => each.Finding.Id.ToString(),
        };
        return [.. confirmed.GroupBy(Key).Select(same => new HashSet<DocumentId>(same.Select(each => each.Finding.Id)))];
    }
}
