using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
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
        var (whole, parts) = (any.Whole(), any.Orders());
        if (parts.Length < 2)
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

    [Property(MaxTest = 300)]
    public void The_role_is_that_of_plain_sums(AnyOrders any)
    {
        var whole = any.Whole();
        var (list, net) = (0m, 0m);
        foreach (var line in any.Lines)
        {
            var amount = line.Pieces * line.Cents / 100m;
            var floor = line.Floor < 60 ? 0m : decimal.Ceiling(amount * line.Floor) / 100m;
            var off = decimal.Round(amount * line.Percent / 100m, 2, System.MidpointRounding.AwayFromZero);
            list += amount;
            net += line.IsFree ? 0m : System.Math.Max(amount - off, System.Math.Min(amount, floor));
        }

        var off100 = (list - net) * 100m;
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

        // What is below its floor all the same asks for a role that may go so far; with the approval it asks for none.
        var needed = PriceAuthority.Of(ByFloor).Decide(Of("whole", priced));
        var below = needed.Parts[0].BelowFloor.Percent;
        Assert.Equal(below <= 0m ? 0 : below <= 2m ? 1 : below <= 10m ? 2 : 3, Rank(needed));
        if (isApproved && below <= percent)
            Assert.Equal(Salesperson, needed.With(approval).Role);
        Assert.True(needed.Explain().IsVerified);
        Tampering.IsNamed(priced.Explain(), lift.Get);
    }

    private static int Rank(PriceApproval approval) =>
        approval.Role is { } role ? new[] { Salesperson, Manager, Director }.ToList().IndexOf(role) : 3;
}
