using System;
using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What holds for every floor that is released.</summary>
[Properties(Arbitrary = [typeof(AnyQuotation)])]
public sealed class LawsOfReleasedFloors
{
    private static readonly DocumentId s_id = new("Q-1");

    [Property(MaxTest = 300)]
    public void With_the_approvals_of_the_role_that_may_the_request_is_quoted_at_the_nets_as_asked(AnyQuotation any, byte manager)
    {
        var (rules, request) = (any.Rules.WithAuthority(Below(manager % 60, discount: 100m)), any.Request.WithDocument(s_id));
        if (rules.Quote(request).FloorRelease is not { Role: { } role } release)
            return;

        Approval[] approvals = Array.ConvertAll(
            release.Lines.Where(line => !line.BelowFloor.IsZero).ToArray(),
            line => Approval.ForDocument(new DocumentId("A-" + line.AsAsked.Line.Number), role, Day, DateSpan.On(Day), s_id)
                .With(PriceAuthority.BelowFloor, AuthorityLimit.AtMost(line.BelowFloor)));

        var again = rules.Quote(request.WithApprovals(approvals));

        Assert.Equal(
            release.Approval.Document.Document.Lines.Select(line => line.Net), again.Discounted!.Lines.Select(line => line.Net));
        Assert.Null(again.FloorRelease);
        Assert.NotEmpty(approvals);
    }

    [Property(MaxTest = 300)]
    public void Who_may_release_may_approve_and_everybody_above_may_too(AnyQuotation any, byte manager, byte discount)
    {
        var rules = any.Rules.WithAuthority(Below(manager % 60, discount % 101));
        var quotation = rules.Quote(any.Request.WithDocument(s_id));
        if (quotation.FloorRelease is not { } release)
            return;

        var roles = rules.Authority!.Roles;
        bool[] able = [.. roles.Select(release.MayRelease)];
        Assert.Equal(able.OrderBy(may => may), able);
        Assert.All(roles.Where(release.MayRelease), role => Assert.True(release.Approval.MayApprove(role)));
        Assert.Equal(release.Role, roles.Where(release.MayRelease).Select(role => (RoleId?)role).FirstOrDefault());
        Assert.Equal(release.AsQuoted, quotation.Discounted!.Net);
        Assert.Equal(release.Difference, Money.Sum(Currency.CNY, release.Lines.Select(line => line.Difference)));
        Assert.All(release.Lines, line => Assert.Equal(line.Difference, line.AsQuoted.Net - line.AsAsked.Net));
        Assert.Equal(
            (Figure)(release.Role is { } role ? role.ToString() : Figure.Absent), release.Explain().Value);
        Assert.Empty(release.Explain().Verify());
    }

    private static PriceAuthority Below(decimal manager, decimal discount)
    {
        static AuthorityLimit AtMost(decimal percent) => AuthorityLimit.AtMost(Percent(percent));
        return PriceAuthority.Of(
            Authority.Over(PriceAuthority.BelowFloor, PriceAuthority.Discount)
                .With(new RoleId("rep"), (PriceAuthority.BelowFloor, AtMost(0m)), (PriceAuthority.Discount, AtMost(5m)))
                .With(
                    new RoleId("manager"), (PriceAuthority.BelowFloor, AtMost(manager)),
                    (PriceAuthority.Discount, AtMost(Math.Max(5m, discount))))
                .With(
                    new RoleId("director"), (PriceAuthority.BelowFloor, AtMost(60m)),
                    (PriceAuthority.Discount, AuthorityLimit.Unlimited)));
    }
}
