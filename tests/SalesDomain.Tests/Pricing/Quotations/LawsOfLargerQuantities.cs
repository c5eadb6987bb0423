using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What a quotation says of a larger quantity is what that quantity costs.</summary>
public sealed class LawsOfLargerQuantities
{
    [Property(MaxTest = 500, Arbitrary = [typeof(AnyQuotation)])]
    public void Whoever_orders_what_is_suggested_gets_the_price_that_was_said(AnyQuotation any)
    {
        var quotation = any.Quoted;
        foreach (var line in quotation.Lines)
        {
            foreach (var told in line.Warnings.Where(reason => reason.Find("amount then") is not null))
            {
                var isNear = told.Code == "pricing.quote-near-break";
                var more = isNear ? Number(told, "more") : Number(told, "quantity then") - Number(told, "quantity");

                var then = any.Rules.Quote(
                    QuoteRequest.Of(
                        Day, Currency.CNY, Known,
                        [.. any.Lines.Select(each => With(each, each.Number == line.Line.Number ? more : 0m))]).WithCoupons("A"));

                var (before, after) = (quotation.Discounted!.Net, then.Discounted!.Net);
                Assert.Equal(
                    after - before,
                    Cny(told.Find("document") is null ? Number(told, "amount then") - Number(told, "amount")
                        : Number(told, "document then") - Number(told, "document")));
                if (isNear)
                {
                    var ordered = then.Lines.Single(each => each.Line.Number == line.Line.Number).Discounted!;
                    Assert.Equal(
                        (Figure)(ordered.Net / ordered.Line.Quantity.Amount).Round(Rounding.ToDigits(6, RoundingMode.HalfAwayFromZero)),
                        told.Find("price then"));
                    Assert.True(Number(told, "price then") < Number(told, "price"));
                    Assert.Equal((Figure)(after < before), told.Find("total is lower"));
                }
                else
                {
                    Assert.True(after < before);
                }
            }
        }
    }

    [Property(MaxTest = 200)]
    public void An_inversion_is_told_where_and_only_where_a_larger_quantity_costs_less(
        byte ordered, byte one, byte two, byte third, byte floor, byte spring)
    {
        var schedule = DiscountSchedule.Of(
                Rounding.Commercial,
                Discount.Percent(
                    "volume",
                    StepSchedule.From((Quantity.Pieces(10m), Percent(one % 60)), (Quantity.Pieces(30m), Percent(two % 60)))).At(10),
                Discount.Percent("spring", Percent(spring % 60)).At(20),
                Discount.PerUnit("many", Cny(0.50m), UnitOfMeasure.Piece).FromQuantity(Quantity.Pieces(20m + (third % 20))).At(30))
            .WithExclusion("one", ExclusionRule.Best, "volume", "spring");
        var list = ListOf("list", ItemPrice.Of(Breaks((1m, 10m), (25m, 9m))));
        Quotation Quoted(decimal pieces) =>
            Rules(schedule, list).Quote(Ask(Widgets(1, pieces).NotBelow(floor % 10)));

        decimal pieces = 1 + (ordered % 45);
        var now = Quoted(pieces);
        var told = now.Find("pricing.quote-inverted-scale");

        // Behind the last step more costs more.
        var least = Enumerable.Range((int)pieces, 60).Select(more => Quoted(more).Net).Min();
        Assert.Equal(least < now.Net, told is not null);
        if (told is { } inverted)
            Assert.Equal((Figure)least, inverted.Find("amount then"));
    }

    private static decimal Number(Reason reason, string name)
    {
        var parts = reason.Find(name)!.Value.ToString().Split(' ');
        return decimal.Parse(parts.First(part => char.IsDigit(part[part.Length - 1])), CultureInfo.InvariantCulture);
    }

    private static QuoteLine With(QuoteLine line, decimal more)
    {
        if (more == 0m)
            return line;

        var quantity = new Quantity(line.Quantity.Amount + more, line.Quantity.Unit);
        var larger = QuoteLine.Of(line.Number, line.Product, quantity);
        larger = line.PriceKind is { } kind ? larger.With(kind) : larger;
        return line.Floor is { } floor ? larger.WithFloor(floor, line.FloorUnit!) : larger;
    }
}
