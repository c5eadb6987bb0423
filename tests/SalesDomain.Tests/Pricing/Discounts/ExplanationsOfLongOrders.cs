using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Approvals;
using SalesDomain.Tests.Pricing.Quotations;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>What counts for a step over many lines is added up once in an explanation, so that it grows with the lines.</summary>
public sealed class ExplanationsOfLongOrders
{
    private static readonly StepSchedule<Money, Percentage> s_byAmount =
        StepSchedule.From((Cny(0m), Percent(1)), (Cny(100m), Percent(2)));

    private static readonly Dictionary<string, Discount> s_discounts = new()
    {
        ["pieces of a line"] = Discount.Percent("D", ByPieces((0m, 1m), (3m, 2m))).Counting(BreakBasis.Line),
        ["pieces of a product"] = Discount.Percent("D", ByPieces((0m, 1m), (3m, 2m))),
        ["pieces together"] = Discount.Percent("D", ByPieces((0m, 1m), (3m, 2m))).Counting(BreakBasis.MixGroup),
        ["amounts of a product"] = Discount.Percent("D", s_byAmount),
        ["amounts together"] = Discount.Percent("D", s_byAmount).Counting(BreakBasis.MixGroup),
        ["pieces of the order"] = Discount.OfOrder("D", ByPieces((0m, 1m), (3m, 2m))),
        ["amount of the order"] = Discount.OfOrder("D", s_byAmount),
        ["spread"] = Discount.OfOrder("D", Percent(2)),
        ["of a line"] = Discount.Percent("D", Percent(2)),
    };

    public static TheoryData<string> Names => [.. s_discounts.Keys];

    [Theory]
    [MemberData(nameof(Names))]
    public void Ten_times_the_lines_have_at_most_ten_times_the_figures(string name)
    {
        var (few, many) = (Of(name, 40), Of(name, 400));
        foreach (var explain in new Func<DiscountedDocument, Explanation>[]
        {
            document => document.Explain(),
            document => document.ExplainEffectiveDiscount(),
            document => document.Deductions.Single().Explain(),
            document => PriceAuthority.Of(ApprovalSample.ByDiscount).Decide(ApprovalSample.Of("SO-1", document)).Explain(),
        })
        {
            Assert.InRange(Figures(explain(many)), Figures(explain(few)), 10 * Figures(explain(few)));
            Assert.True(explain(many).IsVerified);
        }
    }

    [Theory]
    [MemberData(nameof(Names))]
    public void So_does_a_quotation(string name)
    {
        var rules = QuotationSample.Rules(Schedule(s_discounts[name]), QuotationSample.Practice);
        Explanation Of(int lines) => rules.Quote(QuotationSample.Ask(
            [.. Enumerable.Range(0, lines).Select(i => QuotationSample.Widgets(i, 1m + (i % 4)))])).Explain();
        var (few, many) = (Of(40), Of(400));

        Assert.InRange(Figures(many), Figures(few), 10 * Figures(few));
        Assert.True(many.IsVerified);
    }

    [Fact]
    public void What_counts_for_several_lines_is_added_up_at_the_first_of_them()
    {
        var document = Schedule(s_discounts["pieces of a product"]).Apply(
            Order(Line(1, 10m, 2m, "A"), Line(2, 20m, 5m, "B"), Line(3, 10m, 4m, "A")));
        var counted = document.Explain().Children.Select(line => Counted(line)).ToArray();

        Assert.Equal(["line 1", "line 3"], counted[0].Children.Select(fact => fact.Name));
        Assert.Equal(["line 2"], counted[1].Children.Select(fact => fact.Name));
        Assert.Equal((ExplanationKind.Fact, (Figure)Quantity.Pieces(6m)), (counted[2].Kind, counted[2].Value));

        // Explained by itself, a line says all of it.
        Assert.Equal(["line 1", "line 3"], Counted(document.Lines[2].Explain()).Children.Select(fact => fact.Name));
        Assert.Equal(["line 1", "line 3"], Counted(document.Lines[2].Deductions[0].Explain()).Children.Select(fact => fact.Name));
    }

    private static DiscountedDocument Of(string name, int lines) =>
        Schedule(s_discounts[name]).Apply(
            Order([.. Enumerable.Range(0, lines).Select(i => Line(i, 10m + i, 1m + (i % 4), "P-" + (i % 3)))]));

    private static int Figures(Explanation explanation) => 1 + explanation.Children.Sum(Figures);

    private static Explanation Counted(Explanation line) =>
        line.Name.EndsWith(" counted", StringComparison.Ordinal) ? line
            : line.Children.Select(Counted).FirstOrDefault(found => found is not null)!;
}
