using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using SalesDomain.Tests.Pricing.Quotations;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

/// <summary>The one call from a document to its decision is the three calls that it stands for.</summary>
public sealed class DecisionsInOneCall
{
    private static readonly DocumentId s_id = new("SO-1");

    private static readonly RoleId[] s_roles = [Salesperson, Manager, Director];

    /// <summary>Narrower from a list amount of 1,000 on.</summary>
    private static readonly PriceAuthority s_byListAmount = PriceAuthority.ByListAmount(
        TaxBasis.WithoutTax, StepSchedule.From((Cny(0m), Table(5m, 10m)), (Cny(1_000m), Table(2m, 4m))));

    [Property(MaxTest = 300, Arbitrary = [typeof(AnyOrders)])]
    public Property It_lifts_floors_applies_discounts_and_decides(AnyOrders orders) =>
        Prop.ForAll(
            AnyApproval.ArrayOf().ToArbitrary(),
            approvals =>
            {
                var (document, discounts) = (orders.Document(_ => true), orders.Schedule());
                foreach (var authority in new[] { PriceAuthority.Of(ByFloor), s_byListAmount, AnyOrders.ByScope })
                {
                    var one = authority.Decide(authority.Apply(s_id, Dawei, document, discounts, approvals));
                    var lifted = authority.LiftFloors(s_id, Dawei, document.WithId(s_id), approvals);
                    var three = authority.Decide(PriceCase.Of(s_id, Dawei, discounts.Apply(lifted))).With(approvals);

                    Assert.Equal(lifted, one.Document.Document.Document);
                    Assert.Equal(three.Document.Document.Nets(), one.Document.Document.Nets());
                    Assert.Equal(three.Role, one.Role);
                    Assert.Equal(three.Reasons.Select(each => each.ToString()), one.Reasons.Select(each => each.ToString()));
                    Assert.Equal(three.Explain().ToString(), one.Explain().ToString());
                    Assert.True(one.Explain().IsVerified);
                }
            });

    // At list prices the order is 1,000, where a manager may go 2 % below a floor; by the agreed price it would be 880, and 5 %.
    [Theory]
    [InlineData(10, 2, 2)]
    [InlineData(10, 4, 0)]
    [InlineData(9, 4, 4)]
    public void The_table_of_a_line_at_an_agreed_price_is_that_of_its_list_amount(int pieces, int percent, int lifted)
    {
        var line = QuotationSample.Widgets(1, pieces).Priced(88m).NotBelow(90m);
        var document = QuotationSample.Rules(QuotationSample.Practice).Quote(QuotationSample.Ask(line)).Discounted!.Document;
        var approval = Granted("A-1", Manager, "SO-1").With(PriceAuthority.BelowFloor, AtMost(percent));

        var decided = s_byListAmount.Decide(s_byListAmount.Apply(s_id, Dawei, document, DiscountSample.Schedule(), approval));

        Assert.Equal(Percent(lifted), s_byListAmount.LiftFloors(s_id, Dawei, document, approval).Lines.Single().FloorLift);

        // 90 less 2 % is 88.20, and less 4 % is below what was agreed.
        var price = lifted == 0 ? 90m : lifted == 2 ? 88.2m : 88m;
        Assert.Equal(Cny(price * pieces), decided.Document.Document.Net);
        Assert.True(decided.Document.Document.Explain().IsVerified);
    }

    private static Gen<Approval> AnyApproval =>
        from number in Gen.Choose(1, 9)
        from granter in Gen.Elements(s_roles)
        from isOfThis in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false)))
        from percent in Gen.Choose(0, 12)
        from figure in Gen.Choose(0, 2)
        select Of(number, granter, isOfThis, percent, figure);

    private static Approval Of(int number, RoleId by, bool isOfThis, int percent, int figure)
    {
        var approval = Granted("A-" + number.ToString(CultureInfo.InvariantCulture), by, isOfThis ? "SO-1" : "SO-2");
        approval = figure == 1 ? approval : approval.With(PriceAuthority.BelowFloor, AtMost(percent));
        return figure == 0 ? approval : approval.With(PriceAuthority.Discount, AtMost(2 * percent));
    }

    private static Authority Table(decimal manager, decimal director) => Authority.Over(PriceAuthority.Discount, PriceAuthority.BelowFloor)
        .With(Salesperson, (PriceAuthority.Discount, AtMost(5)), (PriceAuthority.BelowFloor, AtMost(0)))
        .With(Manager, (PriceAuthority.Discount, AtMost(10)), (PriceAuthority.BelowFloor, AtMost(manager)))
        .With(Director, (PriceAuthority.Discount, AtMost(20)), (PriceAuthority.BelowFloor, AtMost(director)));
}
