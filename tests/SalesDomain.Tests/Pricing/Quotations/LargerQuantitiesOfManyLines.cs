using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What is told of larger quantities is what a quotation of each of them, from the start, comes to.</summary>
public sealed class LargerQuantitiesOfManyLines
{
    private static readonly ProductId[] s_products = [.. "ABCDEFGH".Select(code => new ProductId(code.ToString()))];

    private static readonly PriceList s_list = Always(
        "retail", PriceListVersion.Of(s_products.Select((product, i) => (product, ItemPrice.Of(Prices(i))))));

    [Property(MaxTest = 200)]
    public void All_and_only_what_a_whole_quotation_gives_is_told(byte[] orders, ushort options, byte near)
    {
        QuoteLine[] lines = [.. orders.Take(8).Select((order, i) => Line(i, order))];
        if (lines.Length == 0)
            return;

        var isMixed = (options & 1) != 0;
        var rules = Rules(Discounts(options), s_list).WithNearBreak(Percent(near % 60));
        rules = isMixed ? rules.CountingTogether(Scope.Everything.Only(s_products[0], s_products[1], s_products[2])) : rules;
        var now = rules.Quote(Ask(lines));
        foreach (var line in now.Lines)
        {
            var number = line.Line.Number;
            var counted = isMixed && number < 3 ? lines.Take(3).Sum(each => each.Quantity.Amount) : line.Line.Quantity.Amount;
            var larger = new[] { 10m, 30m }.Where(step => step > counted).Select(step => step - counted)
                .Select(more => (More: more, Then: rules.Quote(Ask([.. lines.Select(each => With(each, each == line.Line ? more : 0m))]))))
                .ToArray();
            var cheapest = larger.Where(each => Net(each.Then) < Net(now)).OrderBy(each => Net(each.Then)).FirstOrDefault();
            var next = larger.FirstOrDefault(
                each => each.More <= counted * (near % 60) / 100m && IsLower(line.Discounted!, each.Then.Lines[number].Discounted!));

            Check(line.Warnings.FirstOrDefault(told => told.Code == "pricing.quote-inverted-scale"), cheapest.Then, cheapest.More);
            var said = line.Warnings.FirstOrDefault(told => told.Code == "pricing.quote-near-break");
            Check(said, next.Then, next.More);
            if (next.Then is not null)
            {
                Assert.Equal((Figure)Quantity.Pieces(next.More), said.Find("more"));
                Assert.Equal((Figure)(Net(next.Then) < Net(now)), said.Find("total is lower"));
            }

            void Check(Reason told, Quotation? then, decimal more)
            {
                Assert.Equal(then is null, told == default);
                if (then is null)
                    return;

                Assert.Equal((Figure)line.Discounted!.Net, told.Find("amount"));
                Assert.Equal((Figure)then.Lines[number].Discounted!.Net, told.Find("amount then"));
                var isOfOthers = Net(then) - Net(now) != then.Lines[number].Discounted!.Net - line.Discounted.Net;
                Assert.Equal(isOfOthers ? (Figure)Net(then) : default(Figure?), told.Find("document then"));
            }
        }
    }

    private static Money Net(Quotation quotation) => quotation.Discounted!.Net;

    private static bool IsLower(DiscountedLine now, DiscountedLine then) =>
        (then.Net.Amount + (0.01m * (1m + now.Deductions.Count + then.Deductions.Count))) * now.Line.Quantity.Amount
            < now.Net.Amount * then.Line.Quantity.Amount;

    private static TieredPrice Prices(int i) => Breaks((0m, 10m + i), (10m, 9m + i), (30m, 7.77m + i));

    private static QuoteLine Line(int number, byte order)
    {
        var line = QuoteLine.Of(number, s_products[number], Quantity.Pieces(1 + (order % 40)));
        return order % 3 == 0 ? line.NotBelow(7m + number) : line;
    }

    private static QuoteLine With(QuoteLine line, decimal more)
    {
        var larger = QuoteLine.Of(line.Number, line.Product, Quantity.Pieces(line.Quantity.Amount + more));
        return line.Floor is { } floor ? larger.WithFloor(floor, line.FloorUnit!) : larger;
    }

    private static DiscountSchedule Discounts(int options)
    {
        Discount[] all =
        [
            Discount.Percent("dealer", Percent(8m)).At(10),
            Discount.OfDeal("third free", Deal.CheapestFree(3, 1)).For(Scope.Everything.Only(s_products[1], s_products[4])).At(20),
            Discount.ForEvery("every", Cny(300m), Cny(20m)).At(30),
            Discount.OfOrder("order", StepSchedule.From((Cny(100m), Percent(2m)), (Cny(600m), Percent(5m)))).At(40),
            Discount.OfOrder("some", Percent(30m)).For(Scope.Everything.Only(s_products[0], s_products[2], s_products[5])).At(50),
            Discount.OfOrder("flat", Cny(25m)).FromQuantity(Quantity.Pieces(20m)).At(60),
        ];
        return DiscountSchedule.Of(Rounding.Commercial, all.Where((_, i) => (options >> (i + 1) & 1) != 0));
    }
}
