using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Quotations;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Approvals;

/// <summary>What is sold above its list price makes no discount beside it look smaller.</summary>
public sealed class PricesAgreedAboveList
{
    private static readonly PriceList s_list = Always(
        "list", PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(100m))).With(Screw, ItemPrice.Of(Cny(100m))));

    // 20 off 100 beside another 100: 20 ÷ 200.
    [Theory]
    [InlineData(100)]
    [InlineData(100.01)]
    [InlineData(120)]
    [InlineData(1_000)]
    public void A_line_above_list_counts_at_its_list_price(double agreed)
    {
        var document = Discounted(DiscountSchedule.Of(Rounding.Commercial), 80m, (decimal)agreed);
        var part = Part(document);

        Assert.Equal(Percent(10m), document.EffectiveDiscount);
        Assert.Equal((Percent(10m), Cny(20m), Manager), (part.EffectiveDiscount, part.Discounted, part.Role!.Value));
        Assert.Equal(Cny(80m + (decimal)agreed), part.Net);
        Assert.Empty(document.ExplainEffectiveDiscount().Verify());
        Assert.Empty(part.Explain().Verify());
        Assert.Equal(
            agreed > 100d, document.ExplainEffectiveDiscount().ToString().Contains("line 2, not above list"));
    }

    // 20.01 off are 10.005 %, and no rounding of the line above list lets it pass.
    [Fact]
    public void Beyond_a_limit_it_stays_beyond() =>
        Assert.Equal(Director, Part(Discounted(DiscountSchedule.Of(Rounding.Commercial), 79.99m, 500.004m)).Role);

    // 120.00 less 30 % are 84.00: 16 ÷ 100, and with 20 ÷ 100 beside it less 30 % are 56: 60 ÷ 200.
    [Fact]
    public void A_discount_that_takes_it_below_list_is_judged()
    {
        var document = Discounted(AlsoSpecial(30m), 80m, 120m);

        Assert.Equal([Cny(56m), Cny(84m)], document.Lines.Select(line => line.Net));
        Assert.Equal(Percent(30m), document.EffectiveDiscount);
        Assert.Equal(Cny(60m), Part(document).Discounted);
        Assert.Empty(document.ExplainEffectiveDiscount().Verify());
        Assert.Empty(Part(document).Explain().Verify());
    }

    [Fact]
    public void An_order_above_list_alone_gives_nothing_away()
    {
        var document = Discounted(DiscountSchedule.Of(Rounding.Commercial), 130m, 120m);

        Assert.Equal(Percentage.Zero, document.EffectiveDiscount);
        Assert.Equal((Percentage.Zero, Cny(0m)), (Part(document).EffectiveDiscount, Part(document).Discounted));
        Assert.Equal(Salesperson, Part(document).Role);
    }

    [Fact]
    public void A_discount_of_the_order_is_explained_beside_a_line_above_list()
    {
        var schedule = DiscountSchedule.Of(Rounding.Commercial, Discount.OfOrder("order", Cny(10m)).Including(PriceKind.Special));
        var document = Discounted(schedule, 80m, 120m);

        Assert.Empty(document.ExplainEffectiveDiscount().Verify());
        Assert.Empty(Part(document).Explain().Verify());

        // The line above list bears 6.00 of it and stays above; of the other 20.00 and 4.00 are taken off.
        Assert.Equal(Cny(24m), Part(document).Discounted);
    }

    [Property]
    public void More_for_a_line_above_its_list_price_changes_no_discount(PositiveInt off, PositiveInt above, PositiveInt more)
    {
        var sold = 100m - (off.Get % 100);
        var (less, dearer) = (
            Discounted(DiscountSchedule.Of(Rounding.Commercial), sold, 100m + (above.Get / 100m)),
            Discounted(DiscountSchedule.Of(Rounding.Commercial), sold, 100m + ((above.Get + more.Get) / 100m)));

        Assert.Equal(less.EffectiveDiscount, dearer.EffectiveDiscount);
        Assert.Equal(Percent((off.Get % 100) / 2m), dearer.EffectiveDiscount);
        Assert.Equal(
            (Part(less).EffectiveDiscount, Part(less).Discounted, Part(less).Role),
            (Part(dearer).EffectiveDiscount, Part(dearer).Discounted, Part(dearer).Role));
    }

    [Property(MaxTest = 100)]
    public void A_changed_figure_is_named(PositiveInt off, PositiveInt agreed, byte percent, NonNegativeInt choice)
    {
        var document = Discounted(AlsoSpecial(1m + (percent % 50)), 1m + (off.Get % 150), 1m + (agreed.Get % 300));

        Tampering.IsNamed(document.ExplainEffectiveDiscount(), choice.Get);
        Tampering.IsNamed(Part(document).Explain(), choice.Get);
    }

    // What is judged has one name, whether the document explains it or the approval: beside what no list has, and agreed above list.
    [Theory]
    [InlineData(100, false, "net of what is sold", "list amount of what is sold", "list amount")]
    [InlineData(
        100.01, false, "net of what is sold, no line above list", "amount at list price of what is sold", "amount at list price")]
    [InlineData(100, true, "net of what has a list price", "list amount of what has one", "list amount")]
    [InlineData(
        100.01, true, "net of what has a list price, no line above list", "amount at list price of what has one", "amount at list price")]
    public void One_figure_has_one_name(double agreed, bool isBesideOther, string net, string list, string ofLine)
    {
        QuoteLine[] lines =
        [
            Widgets(1, 1m).Priced(80m), Screws(2, 1m).Priced((decimal)agreed),
            .. isBesideOther ? new[] { QuoteLine.Of(3, new ProductId("MADE"), Quantity.Pieces(1m)).Priced(500m) } : [],
        ];
        var document = Rules(DiscountSchedule.Of(Rounding.Commercial), s_list).Quote(Ask(lines)).Discounted!;

        foreach (var explained in new[] { document.ExplainEffectiveDiscount(), Part(document).Explain() })
        {
            var ratio = All(explained).First(node => node.Name == "net ÷ list");

            Assert.Equal([net, list], ratio.Children.Select(node => node.Name));
            Assert.Equal(Cny(200m), ratio.Children[1].Value);
            Assert.Equal(["list amount", ofLine], ratio.Children[1].Children.Select(node => node.Name));
            Assert.All(ratio.Children[1].Children, node => Assert.Equal(Cny(100m), node.Value));
        }
    }

    // Of the line alone its list amount is at the dearer price; beside others it is judged by its list price.
    [Theory]
    [InlineData(0, 20, 0, 10)]
    [InlineData(16, 32.8, 16, 16.4)]
    [InlineData(30, 44, 30, 30)]
    public void A_line_shows_what_was_taken_off_its_own_price(double percent, double first, double second, double together)
    {
        var document = Discounted(AlsoSpecial((decimal)percent), 80m, 120m);

        Assert.Equal([Percent((decimal)first), Percent((decimal)second)], document.Lines.Select(line => line.EffectiveDiscount!.Value));
        Assert.Equal(Percent((decimal)together), document.EffectiveDiscount);
    }

    // The list price of a line above list goes down to its record also in the explanation of the quotation.
    [Fact]
    public void The_amount_at_list_price_is_explained_by_the_list()
    {
        var quotation = Rules(s_list).Quote(Ask(Screws(1, 2m).Priced(120m)));

        var dearer = All(quotation.Explain()).First(node => node.Name == "the dearer of list and negotiated price");
        Assert.All(dearer.Children, node => Assert.NotEmpty(node.Children));
        Assert.Equal([Cny(200m), Cny(240m)], dearer.Children.Select(node => node.Value));
    }

    private static IEnumerable<Explanation> All(Explanation node) => node.Children.SelectMany(All).Prepend(node);

    private static DiscountedDocument Discounted(DiscountSchedule discounts, decimal first, decimal second) =>
        Rules(discounts, s_list).Quote(Ask(Widgets(1, 1m).Priced(first), Screws(2, 1m).Priced(second))).Discounted!;

    private static DiscountSchedule AlsoSpecial(decimal percent) =>
        DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("discount", Percent(percent)).Including(PriceKind.Special));

    private static PriceApprovalPart Part(DiscountedDocument document) =>
        PriceAuthority.Of(ByDiscount).Decide(Of("SO-1", document)).Parts[0];
}
