using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

[Properties(Arbitrary = [typeof(AnyOrders)])]
public sealed class LawsOfPriceAuthority
{
    private static readonly PriceAuthority[] s_authorities = [AnyOrders.ByTwo, AnyOrders.ByAll, AnyOrders.ByScope];

    [Property(MaxTest = 200)]
    public void The_order_of_documents_and_lines_never_matters(AnyOrders any)
    {
        var (orders, shuffled) = (new AnyOrders(any.Lines, 1).Orders(), any.Shuffled());
        foreach (var authority in s_authorities)
        {
            var approval = authority.Decide(orders[0], orders);
            var other = authority.Decide(shuffled.Single(order => order.Id == orders[0].Id), shuffled);

            Assert.Equal(approval.ToString(), other.ToString());
            Assert.Equal(approval.Explain().ToString(), other.Explain().ToString());
            Assert.Equal(approval.OfTheDay?.ToString(), other.OfTheDay?.ToString());
        }
    }

    [Property(MaxTest = 200)]
    public void More_discount_never_asks_for_a_lower_role(AnyOrders any, NonNegativeInt more)
    {
        var (less, greater) = (any.Orders(), any.Orders(moreOnFirst: more.Get % 30));
        foreach (var authority in s_authorities)
        {
            Assert.True(Rank(authority.Decide(greater[0])) >= Rank(authority.Decide(less[0])));
            Assert.True(Rank(authority.Decide(greater[0], greater)) >= Rank(authority.Decide(less[0], less)));
        }
    }

    [Property(MaxTest = 200)]
    public void A_document_alone_of_the_day_equals_itself(AnyOrders any)
    {
        var whole = any.Whole();
        foreach (var authority in s_authorities)
        {
            var (alone, ofTheDay) = (authority.Decide(whole), authority.Decide(whole, [whole]));

            Assert.Null(ofTheDay.OfTheDay);
            Assert.Equal(alone.ToString(), ofTheDay.ToString());
            Assert.Equal(alone.RoleAlone, alone.Role);
        }
    }

    [Property(MaxTest = 300)]
    public void Split_orders_of_a_day_ask_for_the_role_of_the_whole(AnyOrders any)
    {
        // All costs are known, and every order takes something off: what is left out of the sum has laws of its own.
        any = any with { Lines = [.. any.Lines.Select(line => line with { Cost = line.Cost % 90 })] };
        var (whole, parts) = (any.Whole(), any.Orders());
        if (parts.Length < 2 || parts.Any(part => part.Document.Discounted.IsZero))
            return;

        foreach (var authority in s_authorities)
        {
            var needed = authority.Decide(whole);
            Assert.All(parts, part =>
            {
                var approval = authority.Decide(part, parts);
                Assert.Equal(needed.Role, approval.OfTheDay!.Role);
                Assert.True(Rank(approval) >= Rank(needed));
                Assert.Equal(approval.OfTheDay.IsSplit, parts.All(each => Rank(authority.Decide(each)) < Rank(needed)));
                Assert.Equal(approval.OfTheDay.IsSplit, approval.Codes().Contains("pricing.split-over-a-day"));
            });
        }
    }

    [Property(MaxTest = 200)]
    public void What_takes_nothing_off_neither_goes_up_with_the_others_nor_hides_them(AnyOrders any)
    {
        var orders = any.Orders();
        var clean = Of("SO-9", Priced(Off(0), DiscountSample.Line(1, 100m, 10m))).WithCosts((1, Cny(1)));
        foreach (var authority in s_authorities)
        {
            Assert.Equal(Salesperson, authority.Decide(clean, orders).Role);
            Assert.Equal(
                authority.Decide(orders[0], orders).ToString(), authority.Decide(orders[0], [.. orders, clean]).ToString());
        }
    }

    [Property(MaxTest = 200)]
    public void More_taken_off_after_the_invoice_never_asks_for_a_lower_role(PositiveInt pieces, NonNegativeInt cost, NonNegativeInt rebate)
    {
        var authority = PriceAuthority.Of(OverMargin(PriceAuthority.PocketMargin));
        var order = Case("SO-1", 1 + (pieces.Get % 20), 10m);
        var net = order.Document.Net;
        var ranks = Enumerable.Range(0, 12).Select(step => Rank(authority.Decide(order.WithWaterfalls((1, PriceWaterfall
            .Of(net, WaterfallDeduction.OffInvoice("rebate", net * ((rebate.Get % 10 + (step * 15)) / 100m)))
            .WithCost(net * (cost.Get % 120 / 100m))))))).ToArray();

        Assert.Equal(ranks.OrderBy(rank => rank), ranks);
        Assert.Equal(2, ranks[^1]);
    }

    [Property(MaxTest = 300)]
    public void At_its_limit_a_discount_is_within_it_however_it_was_rounded(AnyOrders any)
    {
        var sold = any.Lines.Where(line => !line.IsFree && line.Cents > 0).Select((line, i) =>
            DiscountSample.Line(i, line.Cents / 100m, line.Pieces, "P-" + i)).ToArray();
        if (sold.Length == 0)
            return;

        foreach (var (schedule, limit) in new[]
        {
            (Off(10), 10m),
            (DiscountSample.Schedule(Discount.OfOrder("order", Percent(10))), 10m),
            (DiscountSample.Schedule(Discount.Percent("a", Percent(8)).At(1), Discount.Percent("b", Percent(5)).At(2)), 12.6m),
        })
        {
            var table = Authority.Over(PriceAuthority.Discount).With(Salesperson, (PriceAuthority.Discount, AtMost(limit)))
                .With(Manager, (PriceAuthority.Discount, AtMost(limit)));
            var own = ScopeTable.MostSpecific(
                AccessSequence.Of(ScopeDimensions.Product), ScopeEntry.Of("own", DiscountSample.Only("P-0", "P-2"), table));
            var order = Of("SO-1", schedule.Apply(DiscountSample.Order(sold)));
            var needed = PriceAuthority.Of(table).WithScopes(own).Decide(order);

            Assert.Equal(Salesperson, needed.Role);
            Assert.Equal(
                needed.Parts.Any(part => part.EffectiveDiscount > Percent(limit)),
                needed.Codes().Contains("pricing.approval-within-rounding"));
            Assert.True(needed.Explain().IsVerified);

            // One cent more is taken off by nobody's rounding.
            var more = DiscountSchedule.Of(
                Rounding.Commercial, [.. schedule.Discounts, Discount.OfOrder("one cent", Cny(0.01m + (0.005m * 2 * sold.Length))).At(9)]);
            Assert.Null(PriceAuthority.Of(table).Decide(Of("SO-1", more.Apply(DiscountSample.Order(sold)))).Role);
        }
    }

    [Property(MaxTest = 300)]
    public void The_role_is_that_of_plain_sums(AnyOrders any)
    {
        var whole = any.Whole();
        var (list, net, roundedUp) = (0m, 0m, 0m);
        foreach (var line in any.Lines)
        {
            var amount = line.Pieces * line.Cents / 100m;
            var floor = line.Floor < 60 ? 0m : decimal.Ceiling(amount * line.Floor) / 100m;
            var off = decimal.Round(amount * line.Percent / 100m, 2, System.MidpointRounding.AwayFromZero);
            list += amount;
            var left = line.IsFree ? 0m : System.Math.Max(amount - off, System.Math.Min(amount, floor));
            net += left;
            roundedUp += line.IsFree ? 0m : System.Math.Max(0m, amount - left - (amount * line.Percent / 100m));
        }

        var off100 = (list - net - roundedUp) * 100m;
        var rank = off100 <= 5m * list && list - net <= 50m ? 0 : off100 <= 10m * list && list - net <= 500m ? 1
            : off100 <= 20m * list && list - net <= 5_000m ? 2 : 3;
        Assert.Equal(rank, Rank(AnyOrders.ByTwo.Decide(whole)));
        Assert.Equal(Cny(list - net), AnyOrders.ByTwo.Decide(whole).Parts[0].Discounted);
    }

    [Property(MaxTest = 100)]
    public void Every_decision_explains_itself(AnyOrders any, NonNegativeInt choice)
    {
        var orders = any.Orders();
        foreach (var authority in s_authorities)
        {
            var approval = authority.Decide(orders[0], orders);

            Assert.Equal(approval.Role is { } role ? role.Code : Figure.Absent, approval.Explain().Value);
            Tampering.IsNamed(approval.Explain(), choice.Get);
            Assert.All(approval.Parts, part => Assert.True(part.Explain().IsVerified));
            Assert.All(approval.Lines.SelectMany(line => line.Parts), part => Assert.True(part.Explain().IsVerified));
        }
    }

    [Property(MaxTest = 300)]
    public void Never_below_the_floor_unless_approved(AnyOrders any, NonNegativeInt lift, bool isOfManager, bool isForThis)
    {
        var (percent, by) = (lift.Get % 12, isOfManager ? Manager : Director);
        var approval = Granted("A-1", by, isForThis ? "whole" : "another").With(PriceAuthority.BelowFloor, AtMost(percent));
        var document = any.Document(_ => true);
        var lifted = AnyOrders.ByAll.LiftFloors(new DocumentId("whole"), Dawei, document, approval);
        var isApproved = isForThis && percent <= (isOfManager ? 2 : 10);
        var priced = any.Schedule(10).Apply(lifted);

        Assert.Equal(isApproved && percent > 0 && document.Lines.Any(line => line.Floor is not null), lifted != document);
        foreach (var line in priced.Lines.Where(line => line.Line.Floor is not null && !line.Line.IsFree))
        {
            var floor = line.Line.Floor!.Value * line.Line.Quantity.Amount;
            var least = isApproved ? floor * (100 - percent) / 100m : floor;
            Assert.True(line.Net >= Money.Min(least, line.ListAmount), line + " of " + line.Line);
        }

        // What is below its floor all the same asks for a role that may go so far, but for the cents that rounding took beyond it; with
        // the approval it asks for none.
        var needed = PriceAuthority.Of(ByFloor).Decide(Of("whole", priced));
        var below = needed.Parts[0].BelowFloor.Percent;
        var without = priced.Lines.Where(line => line.Line.Floor is { IsZero: false } && !line.Line.IsFree)
            .Select(line => 100m - (line.Net.Amount + RoundedUp(line)) * 100m / (line.Line.Floor!.Value.Amount * line.Line.Quantity.Amount))
            .Append(0m).Max();
        Assert.True(without <= below);
        Assert.Equal(without <= 0m ? 0 : without <= 2m ? 1 : without <= 10m ? 2 : 3, Rank(needed));
        if (isApproved && below <= percent)
            Assert.Equal(Salesperson, needed.With(approval).Role);
        Assert.True(needed.Explain().IsVerified);
        Tampering.IsNamed(priced.Explain(), lift.Get);
    }

    // What the one discount of a line took beyond its percentage by rounding.
    private static decimal RoundedUp(DiscountedLine line) =>
        line.Deductions.Sum(
            given => Math.Max(0m, given.Amount.Amount - line.ListAmount.Amount * given.Discount.Rate!.Value.Fraction));

    private static int Rank(PriceApproval approval) =>
        approval.Role is { } role ? new[] { Salesperson, Manager, Director }.ToList().IndexOf(role) : 3;
}
