using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Promotions;

[Properties(Arbitrary = [typeof(AnyPromotions), typeof(LawsOfPromotions)])]
public sealed class LawsOfPromotions
{
    public static Arbitrary<Deal> Deals() => AnyPromotions.AnyDeal().ToArbitrary();

    [Property(MaxTest = 300)]
    public void The_order_of_lines_discounts_and_facts_changes_nothing(AnyPromotions any)
    {
        var (given, shuffled) = (any.Given, any.Shuffled);

        Assert.Equal(given.Explain().ToString(), shuffled.Explain().ToString());
        Assert.Equal(given.Reasons, shuffled.Reasons);
        Assert.Equal(given.NearMisses, shuffled.NearMisses);
        Assert.Equal(given.Uses, shuffled.Uses);
    }

    [Property(MaxTest = 300)]
    public void List_less_deductions_is_net_and_no_line_is_below_its_floor(AnyPromotions any)
    {
        var given = any.Given;

        Assert.Equal(
            given.Discounted,
            Money.Sum(
                Currency.CNY, given.Deductions.Select(total => total.Amount).Concat(given.Lines.Select(line => line.FreeGoods))));
        Assert.All(given.Deductions, total => Assert.Equal(total.Asked, total.Amount + total.Refused));
        foreach (var line in given.Lines)
        {
            Assert.Equal(line.Net, line.ListAmount - line.FreeGoods - Money.Sum(Currency.CNY, line.Deductions.Select(each => each.Amount)));
            Assert.True(line.Net.IsInMinorUnits);
            var floor = line.Line.IsFree ? Cny(0m) : (line.Line.Floor ?? Cny(0m)) * line.Line.Quantity.Abs().Amount;
            Assert.True(line.Net.Abs() >= Money.Min(floor, line.ListAmount.Abs()), line + " of " + line.Line);
        }
    }

    [Property(MaxTest = 300)]
    public void No_piece_is_in_two_deals_and_deals_are_whole(AnyPromotions any)
    {
        var taken = new Dictionary<int, decimal>();
        foreach (var total in any.Given.Deductions.Where(total => total.Discount.Deal is not null))
        {
            var deal = total.Discount.Deal!;
            Assert.Equal(total.Times * deal.Pieces, total.Dealt.Sum(line => line.Pieces));
            Assert.True(total.Times <= (deal.MostTimes ?? int.MaxValue));
            Assert.Equal(total.Amount, Money.Sum(Currency.CNY, total.Dealt.Select(line => line.Amount)));
            if (deal.Cheapest > 0)
                Assert.Equal(total.Times * deal.Cheapest, total.Dealt.Sum(line => line.Given));

            foreach (var line in total.Dealt.Where(_ => !deal.SharesPieces))
                taken[line.Number] = (taken.TryGetValue(line.Number, out var before) ? before : 0m) + line.Pieces;
        }

        foreach (var line in any.Document.Lines.Where(line => taken.ContainsKey(line.Number)))
        {
            Assert.True(taken[line.Number] <= line.Quantity.Amount, line.ToString());
            Assert.False(line.IsFree || line.IsReturn);
        }
    }

    [Property(MaxTest = 300)]
    public void Every_figure_explains_itself(AnyPromotions any, NonNegativeInt choice)
    {
        var given = any.Given;

        Assert.Equal((Figure)given.Net, given.Explain().Value);
        Tampering.IsNamed(given.Explain(), choice.Get);
        Assert.All(given.Deductions, total => Assert.Equal((Figure)total.Amount, total.Explain().Value));
        foreach (var total in given.Deductions)
        {
            Tampering.IsNamed(total.Explain(), choice.Get);
            Assert.Equal((Figure)total.Refused, total.ExplainRefused().Value);
            Tampering.IsNamed(total.ExplainRefused(), choice.Get);
            Assert.Equal(total.Times is { } times ? times : Figure.Absent, total.ExplainTimes().Value);
            Tampering.IsNamed(total.ExplainTimes(), choice.Get);
        }
    }

    [Property(MaxTest = 200)]
    public void What_is_granted_over_documents_stays_within_the_budget(AnyPromotions any, PositiveInt documents)
    {
        var history = any.History;
        for (var i = 0; i < documents.Get % 6; i++)
        {
            var document = any.Document.WithId(new DocumentId("N-" + i.ToString(System.Globalization.CultureInfo.InvariantCulture)));
            var given = any.Schedule.Apply(document, ["A"], history);
            history = history.Recording(given);
            var again = any.Schedule.Apply(document, ["A"], history);

            Assert.Equal(given.Explain().ToString(), again.Explain().ToString());
            Assert.Equal(given.Reasons, again.Reasons);
            Assert.Equal(history, history.Recording(again));
        }

        foreach (var discount in any.Schedule.Discounts.Where(discount => discount.Budget?.Total is not null))
        {
            var before = any.History.GrantedBy(discount.Name) ?? Cny(0m);
            var granted = history.GrantedBy(discount.Name) ?? Cny(0m);
            Assert.True(granted <= Money.Max(before, discount.Budget!.Total!.Value), discount.ToString());
        }
    }

    [Property(MaxTest = 300)]
    public void Spread_over_all_pieces_a_deal_gives_the_same_in_sum(AnyPromotions any, Deal deal)
    {
        var order = PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, Day,
            any.Lines.Select(line => PricedLine.Of(line.Number, line.Subject, line.Quantity, line.ListPrice!.Value)));
        DiscountedDocument Given(Deal given) => Schedule(Discount.OfDeal("deal", given)).Apply(order);

        Assert.Equal(Given(deal).Net, Given(deal.Spreading()).Net);
    }

    [Property(MaxTest = 300)]
    public void The_cheapest_are_those_that_are_found_piece_by_piece(PositiveInt[] prices, PositiveInt size, bool dearest, bool ofEach)
    {
        if (prices.Length == 0)
            return;

        var lines = prices.Take(9).Select((price, i) => Line(i, 1m + (price.Get % 7), 1m + (price.Get % 4))).ToArray();
        var pieces = 2 + (size.Get % 4);
        var deal = Deal.CheapestFree(pieces, 1).Taking(dearest ? PieceOrder.DearestFirst : PieceOrder.CheapestFirst);
        var given = Schedule(Discount.OfDeal("deal", ofEach ? deal.OfEachDeal() : deal)).Apply(Order(lines));

        var all = lines.SelectMany(line => Enumerable.Repeat(line.ListPrice!.Value.Amount, (int)line.Quantity.Amount))
            .OrderBy(price => dearest ? -price : price).ToArray();
        var times = all.Length / pieces;
        var inDeals = all.Take(times * pieces).ToArray();
        var free = ofEach
            ? Enumerable.Range(0, times).Sum(i => inDeals.Skip(i * pieces).Take(pieces).Min())
            : inDeals.OrderBy(price => price).Take(times).Sum();
        Assert.Equal(free, given.Discounted.Amount);
    }
}
