using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing.Approvals;

/// <summary>A table of who may give what, and orders in few words.</summary>
internal static class ApprovalSample
{
    internal static readonly RoleId Salesperson = new("salesperson");
    internal static readonly RoleId Manager = new("area manager");
    internal static readonly RoleId Director = new("sales director");
    internal static readonly CustomerId Dawei = new("Dawei");

    /// <summary>5 %, 10 % and 20 % at most.</summary>
    internal static readonly Authority ByDiscount = Authority.Over(PriceAuthority.Discount)
        .With(Salesperson, (PriceAuthority.Discount, AtMost(5))).With(Manager, (PriceAuthority.Discount, AtMost(10)))
        .With(Director, (PriceAuthority.Discount, AtMost(20)));

    /// <summary>5,000 and 20,000 at most; the director without limit.</summary>
    internal static readonly Authority ByAmount = Authority.Over(PriceAuthority.DiscountAmount)
        .With(Salesperson, (PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(5_000))))
        .With(Manager, (PriceAuthority.DiscountAmount, AuthorityLimit.AtMost(Cny(20_000))))
        .With(Director, (PriceAuthority.DiscountAmount, AuthorityLimit.Unlimited));

    /// <summary>20 % and 15 % at least; the director without limit.</summary>
    internal static readonly Authority ByMargin = OverMargin(PriceAuthority.Margin);

    /// <summary>Below the floor: the salesperson not at all, the manager by 2 %, the director by 10 %.</summary>
    internal static readonly Authority ByFloor = Authority.Over(PriceAuthority.BelowFloor)
        .With(Salesperson, (PriceAuthority.BelowFloor, AtMost(0))).With(Manager, (PriceAuthority.BelowFloor, AtMost(2)))
        .With(Director, (PriceAuthority.BelowFloor, AtMost(10)));

    internal static Authority OverMargin(string name) => Authority.Over(name)
        .With(Salesperson, (name, AuthorityLimit.AtLeast(Percent(20)))).With(Manager, (name, AuthorityLimit.AtLeast(Percent(15))))
        .With(Director, (name, AuthorityLimit.Unlimited));

    internal static AuthorityLimit AtMost(decimal percent) => AuthorityLimit.AtMost(Percent(percent));

    internal static DiscountedDocument Priced(DiscountSchedule schedule, params PricedLine[] lines) =>
        schedule.Apply(DiscountSample.Order(lines));

    /// <summary>An order of one product at 100 a piece, with a discount.</summary>
    internal static PriceCase Case(string id, decimal pieces, decimal percent) =>
        PriceCase.Of(new DocumentId(id), Dawei, Priced(Off(percent), DiscountSample.Line(1, 100m, pieces)));

    internal static DiscountSchedule Off(decimal percent) => DiscountSample.Schedule(Discount.Percent("discount", Percent(percent)));

    internal static PriceCase Of(string id, DiscountedDocument document) => PriceCase.Of(new DocumentId(id), Dawei, document);

    /// <summary>Costs without tax, as all documents of these tests are.</summary>
    internal static PriceCase WithCosts(this PriceCase order, params (int Line, Money Cost)[] costs) =>
        order.WithCosts(TaxBasis.WithoutTax, costs);

    internal static string[] Codes(this PriceApproval approval) => [.. approval.Reasons.Select(reason => reason.Code)];

    internal static Approval Granted(string id, RoleId by, string document) =>
        Approval.ForDocument(
            new DocumentId(id), by, DiscountSample.Day, DateSpan.OfQuarter(2026, 1), new DocumentId(document));
}
