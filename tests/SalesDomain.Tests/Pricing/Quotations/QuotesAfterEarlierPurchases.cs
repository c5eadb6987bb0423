using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>Quotations whose breaks count what the customer bought before.</summary>
public sealed class QuotesAfterEarlierPurchases
{
    private static readonly ProductCategoryId s_tools = new("TOOLS");

    private static readonly PriceListVersion s_version = PriceListVersion.Empty
        .With(Widget, ItemPrice.Of(Breaks((0m, 10m), (100m, 9m)))).With(Screw, ItemPrice.Of(Breaks((0m, 5m), (100m, 4m))))
        .Cumulative(DateSpan.OfYear(2026));

    private static readonly PriceList s_list = Always("retail", s_version);

    [Fact]
    public void What_was_bought_before_counts_with_all_lines_of_the_product()
    {
        var quotation = Rules(s_list).Quote(Ask(Widgets(1, 30), Widgets(2, 10), Screws(3, 40)).After(Bought(Widget, 60m)));

        Assert.Equal([Cny(270m), Cny(90m), Cny(200m)], quotation.Lines.Select(line => line.Net));
        Assert.Equal([60m, 60m, 0m], quotation.Lines.Select(line => line.Price.BoughtBefore.Amount));
        Assert.Empty(quotation.Explain().Verify());
        Assert.Equal(Cny(400m), Rules(s_list).Quote(Ask(Widgets(1, 40)).After(Bought(Widget, 59m))).Net);
    }

    [Fact]
    public void What_was_recorded_of_the_document_itself_is_left_out()
    {
        var request = Ask(Widgets(1, 40)).After(Bought(Widget, 60m).In(new DocumentId("Q-1")));

        Assert.Equal(Cny(360m), Rules(s_list).Quote(request).Net);
        Assert.Equal(Cny(360m), Rules(s_list).Quote(request.WithDocument(new DocumentId("Q-2"))).Net);
        Assert.Equal(Cny(400m), Rules(s_list).Quote(request.WithDocument(new DocumentId("Q-1"))).Net);
    }

    [Fact]
    public void Only_what_the_customer_bought_at_kinds_that_count_counts()
    {
        var rules = Rules(s_list);

        Assert.Equal(Cny(360m), Of(rules, Bought(Widget, 60m).By(Dealer)));
        Assert.Equal(Cny(400m), Of(rules, Bought(Widget, 60m).By(new CustomerId("D-2"))));
        Assert.Equal(Cny(400m), Of(rules, Bought(Widget, 60m).With(PriceKind.Free)));
        Assert.Equal(Cny(400m), Of(rules, Bought(Widget, 60m).With(PriceKind.Special)));
        Assert.Equal(Cny(360m), Of(rules.CountingAlso(PriceKind.Special), Bought(Widget, 60m).With(PriceKind.Special)));
        Assert.Equal(Cny(400m), Of(rules.CountingAlso(PriceKind.Special), Bought(Widget, 60m).With(PriceKind.Free)));

        static Money Of(QuotationRules rules, EarlierPurchase bought) => rules.Quote(Ask(Widgets(1, 40)).After(bought)).Net;
    }

    [Fact]
    public void A_mix_group_counts_what_was_bought_before_of_all_its_products()
    {
        var ofProducts = Rules(s_list).CountingTogether(Scope.Everything.Only(Widget, Screw));
        var request = Ask(Widgets(1, 10), Screws(2, 30)).After(Bought(Screw, 35m), Bought(Widget, 25m));

        Assert.Equal([Cny(90m), Cny(120m)], ofProducts.Quote(request).Lines.Select(line => line.Net));
        Assert.Empty(ofProducts.Quote(request).Explain().Verify());
        Assert.Equal([Cny(100m), Cny(150m)], Rules(s_list).Quote(request).Lines.Select(line => line.Net));

        // Of a group by category a purchase is found by its category, and counts there only.
        var byCategory = Rules(s_list).CountingTogether(Scope.Everything.Only(s_tools));
        var lines = Ask(Widgets(1, 40).With(s_tools), Widgets(2, 1));
        Assert.Equal(
            [Cny(360m), Cny(10m)],
            byCategory.Quote(lines.After(Bought(Screw, 60m).With(s_tools))).Lines.Select(line => line.Net));
        Assert.Equal(
            [Cny(400m), Cny(10m)], byCategory.Quote(lines.After(Bought(Screw, 60m))).Lines.Select(line => line.Net));
    }

    // 40 before and 55 now lack 5 to 100: within 5.27 % of the 95 that count, 5 ÷ 95 = 5.263… %. 5 ÷ 55 would be 9.09 %.
    [Theory]
    [InlineData(55, 5.27, 5)]
    [InlineData(55, 5.26, null)]
    [InlineData(59, 1.02, 1)]
    [InlineData(59, 1.01, null)]
    [InlineData(60, 50, null)]
    public void What_was_bought_before_counts_for_how_near_a_break_is(int pieces, double within, int? more)
    {
        var rules = Rules(s_list).WithNearBreak(Percent((decimal)within));
        var alone = rules.Quote(Ask(Widgets(1, pieces)).After(Bought(Widget, 40m)));
        var mixed = rules.CountingTogether(Scope.Everything.Only(Widget, Screw))
            .Quote(Ask(Widgets(1, pieces - 10), Screws(2, 10)).After(Bought(Screw, 40m)));

        Figure? told = more is { } missing ? (Figure)Quantity.Pieces(missing) : default(Figure?);
        Assert.Equal(told, alone.Find("pricing.quote-near-break")?.Find("more"));
        Assert.Equal(told, mixed.Find("pricing.quote-near-break")?.Find("more"));
    }

    // Priced by the list of March, bought up to the day of the order.
    [Theory]
    [InlineData(2, 360)]
    [InlineData(3, 400)]
    public void At_a_declared_price_date_the_day_of_the_request_decides_what_is_earlier(int day, int net)
    {
        var request = AskWidgets(40m, new LocalDate(2026, 4, 2)).WithPriceDate(Day);

        Assert.Equal(
            Cny(net),
            Rules(s_list).Quote(
                request.After(EarlierPurchase.Of(Widget, Quantity.Pieces(60m), new LocalDate(2026, 4, day)))).Net);
    }

    [Fact]
    public void What_does_not_convert_is_a_warning_of_the_quotation()
    {
        var bought = EarlierPurchase.Of(Widget, new Quantity(60m, UnitOfMeasure.Kilogram), Day);

        Assert.Equal(["pricing.earlier-other-unit"], Rules(s_list).Quote(Ask(Widgets(1, 40)).After(bought)).CodesOf());
    }

    [Property]
    public void Graduated_quotations_one_after_another_cost_what_one_does(byte[] orders)
    {
        var graduated = ItemPrice.Of(Breaks((0m, 10m), (100m, 9m), (300m, 8m))).Graduated();
        var rules = Rules(Always("retail", PriceListVersion.Empty.With(Widget, graduated).Cumulative(DateSpan.OfYear(2026))));
        var (history, sum, net) = (PurchaseHistory.None, 0m, Cny(0m));
        foreach (var pieces in orders.Where(pieces => pieces > 0))
        {
            var quotation = rules.Quote(Ask(Widgets(1, pieces)).WithPurchases(history));
            (sum, net) = (sum + pieces, net + quotation.Net);
            history = history.With([EarlierPurchase.Of(Widget, Quantity.Pieces(pieces), Day)]);
        }

        Assert.Equal(sum == 0m ? Cny(0m) : rules.Quote(Ask(Widgets(1, sum))).Net, net);
    }

    // 100 before are of the first quarter: 40 cost 9.00 each up to 31 March, and 10.00 from 1 April.
    [Theory]
    [InlineData(0, false)]
    [InlineData(1, true)]
    public void A_price_that_rests_on_a_period_ends_with_it(int validDays, bool isTold)
    {
        var version = PriceListVersion.Empty.With(Widget, ItemPrice.Of(Breaks((0m, 10m), (100m, 9m))))
            .Cumulative(DateSpan.OfQuarter(2026, 1));
        var rules = Rules(Always("retail", version)).ValidFor(validDays);
        var quotation = rules.Quote(Ask(Widgets(1, 40)).After(Bought(Widget, 100m)));

        Assert.Equal(Cny(360m), quotation.Net);
        Assert.Equal(isTold ? ["pricing.quote-cumulative-ends"] : [], quotation.CodesOf());
        if (isTold)
        {
            Assert.Equal(
                "pricing.quote-cumulative-ends (line 1, list retail, until 2026-03-31, valid until 2026-04-01, bought before 100 PCE, "
                + "price CNY 9.00, price then CNY 10.00)",
                quotation.Warnings[0].ToString());
        }

        // Where nothing counts, or the price is the same without it, nothing ends.
        Assert.Empty(rules.Quote(Ask(Widgets(1, 40))).Warnings);
        Assert.Empty(rules.Quote(Ask(Widgets(1, 100)).After(Bought(Widget, 100m))).Warnings);

        // A declared price date holds the list, and not what is earlier.
        Assert.Equal(quotation.CodesOf(), rules.Quote(Ask(Widgets(1, 40)).After(Bought(Widget, 100m)).WithPriceDate(Day)).CodesOf());
    }

    private static EarlierPurchase Bought(ProductId product, decimal pieces) =>
        EarlierPurchase.Of(product, Quantity.Pieces(pieces), new LocalDate(2026, 3, 5));
}
