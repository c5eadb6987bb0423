using System;
using System.Linq;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>A price that was asked for below the floor, and who may release it.</summary>
public sealed class FloorsReleased
{
    private static readonly RoleId s_rep = new("rep");
    private static readonly RoleId s_manager = new("manager");
    private static readonly RoleId s_director = new("director");
    private static readonly DocumentId s_id = new("Q-1");
    private static readonly DiscountSchedule s_none = DiscountSchedule.Of(Rounding.Commercial);

    // List 100, floor 80, asked 70: 12.5 % below the floor.
    [Theory]
    [InlineData(12.5, 20, "manager")]
    [InlineData(12.49, 20, "director")]
    [InlineData(12.49, 12.5, "director")]
    [InlineData(5, 12.49, null)]
    public void The_lowest_role_that_may_go_so_far_below_is_named_and_the_limit_itself_is_within(
        double manager, double director, string? role)
    {
        var quotation = Rules(s_none, Practice).WithAuthority(Below((decimal)manager, (decimal)director)).Quote(Asked(70m));
        var release = quotation.FloorRelease!;

        Assert.Equal(role is null ? null : new RoleId(role), release.Role);
        Assert.Equal((Cny(800m), Cny(700m), Cny(100m)), (release.AsQuoted, release.AsAsked, release.Difference));
        var line = Assert.Single(release.Lines);
        Assert.Equal((Cny(100m), Percent(12.5m)), (line.Difference, line.BelowFloor));
        Assert.Equal("line 1: quoted CNY 800.00, asked CNY 700.00, 12.5% below its floor", line.ToString());
        Assert.Equal(
            "Q-1: quoted CNY 800.00, asked CNY 700.00; " + (role ?? "nobody"), release.ToString());
        Assert.Equal(role is null ? Figure.Absent : role, release.Explain().Value);
        Assert.Empty(release.Explain().Verify());

        // What is quoted is held, and the salesman's own.
        Assert.Equal((Cny(800m), s_rep), (quotation.Net, quotation.Approval!.Role!.Value));
        Assert.Contains(release.Reasons, reason => reason.Code == "authority.over-limit");
    }

    [Fact]
    public void With_the_approval_of_the_role_it_is_quoted_as_asked()
    {
        var rules = Rules(s_none, Practice).WithAuthority(Below(10m, 20m));
        var release = rules.Quote(Asked(70m)).FloorRelease!;
        var approval = Approval.ForDocument(new DocumentId("A-1"), release.Role!.Value, Day, DateSpan.On(Day), s_id)
            .With(PriceAuthority.BelowFloor, AuthorityLimit.AtMost(release.Lines[0].BelowFloor));

        var again = rules.Quote(Asked(70m).WithApprovals(approval));

        Assert.Equal(release.AsAsked, again.Net);
        Assert.Equal(s_rep, again.Approval!.Role);
        Assert.Null(again.FloorRelease);
    }

    [Fact]
    public void What_is_on_file_already_lets_it_go_so_far_and_the_rest_is_asked_for()
    {
        var rules = Rules(s_none, Practice).WithAuthority(Below(10m, 20m));
        var five = Approval.ForDocument(new DocumentId("A-1"), s_manager, Day, DateSpan.On(Day), s_id)
            .With(PriceAuthority.BelowFloor, AuthorityLimit.AtMost(Percent(5m)));

        var release = rules.Quote(Asked(70m).WithApprovals(five)).FloorRelease!;

        Assert.Equal((Cny(760m), Cny(700m), s_director), (release.AsQuoted, release.AsAsked, release.Role!.Value));
        Assert.Equal(Percent(12.5m), release.Lines[0].BelowFloor);
    }

    [Fact]
    public void A_table_that_is_not_over_it_gives_nobody_the_right()
    {
        var limit = AuthorityLimit.AtMost(Percent(40m));
        var authority = PriceAuthority.Of(Authority.Over(PriceAuthority.Discount).With(s_director, (PriceAuthority.Discount, limit)));
        var release = Rules(s_none, Practice).WithAuthority(authority).Quote(Asked(70m)).FloorRelease!;

        Assert.Null(release.Role);
        Assert.False(release.MayRelease(s_director));
        Assert.True(release.Approval.MayApprove(s_director));
        Assert.Equal(
            ["pricing.quote-floor-of-nobody (table all lines, lines 1)"], release.Reasons.Select(reason => reason.ToString()));
        Assert.Equal(Figure.Absent, release.Explain().Value);
        Assert.Empty(release.Explain().Verify());
    }

    // A tender of 30 % on a line that is held and on one that is not: both have their discount, one of them a floor.
    [Fact]
    public void Discounts_are_released_as_negotiated_prices_are_and_lines_without_a_difference_are_left_out()
    {
        var tender = DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("tender", Percent(30m)));
        var request = Ask(Widgets(1, 10).NotBelow(80m), Widgets(2, 10)).WithDocument(s_id);
        var release = Rules(tender, Practice).WithAuthority(Below(10m, 20m)).Quote(request).FloorRelease!;

        Assert.Equal((Cny(1_500m), Cny(1_400m)), (release.AsQuoted, release.AsAsked));
        Assert.Equal(1, Assert.Single(release.Lines).AsAsked.Line.Number);
        Assert.Equal(s_director, release.Role);
    }

    // 10 % off 19.99 is 2.00: 17.99 is 10.005 % below, which only rounding makes more than 10 %, but 10 % below the floor is 17.991, and
    // held to the cent 18.00.
    [Theory]
    [InlineData(10, "director")]
    [InlineData(10.0051, "manager")]
    [InlineData(10.005, "director")]
    public void To_the_cent_a_role_has_to_go_as_far_as_the_price(double manager, string role)
    {
        var discounts = DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("off", Percent(10m)));
        var rules = Rules(discounts, ListOf("P", ItemPrice.Of(Cny(19.99m)))).WithAuthority(Below((decimal)manager, 20m));
        var release = rules.Quote(Ask(Widgets(1, 1).NotBelow(19.99m)).WithDocument(s_id)).FloorRelease!;

        Assert.Equal((Cny(19.99m), Cny(17.99m)), (release.AsQuoted, release.AsAsked));
        Assert.Equal(Percent(10.0051m), release.Lines[0].BelowFloor);
        Assert.Equal(new RoleId(role), release.Role);
        Assert.Equal(role == "director", release.Reasons.Any(reason => reason.Code == "pricing.quote-floor-beyond-role"));
        Assert.Empty(release.Explain().Verify());
    }

    // The general table lets go to 10 %, that of screws apart to 30 %: each line by its own.
    [Theory]
    [InlineData(72, 56, "manager")]
    [InlineData(71.99, 56, null)]
    [InlineData(72, 55.99, null)]
    public void Every_line_is_released_by_the_tables_that_judge_it(double widget, double screw, string? role)
    {
        static Authority Table(decimal manager) => Authority.Over(PriceAuthority.BelowFloor)
            .With(s_rep, (PriceAuthority.BelowFloor, AuthorityLimit.AtMost(Percent(0m))))
            .With(s_manager, (PriceAuthority.BelowFloor, AuthorityLimit.AtMost(Percent(manager))));
        var own = ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product), ScopeEntry.Of("screws", Scope.Everything.Only(Screw), Table(30m)));
        var book = Always("P", PriceListVersion.Empty.With(Widget, ItemPrice.Of(Cny(100m))).With(Screw, ItemPrice.Of(Cny(100m))));
        var rules = Rules(s_none, book).WithAuthority(PriceAuthority.Of(Table(10m)).WithScopesApart(own));
        var request = Ask(
                Widgets(1, 1).Priced((decimal)widget).NotBelow(80m), Screws(2, 1).Priced((decimal)screw).NotBelow(80m))
            .WithDocument(s_id);

        var release = rules.Quote(request).FloorRelease!;

        Assert.Equal(role is null ? null : new RoleId(role), release.Role);
        Assert.Empty(release.Explain().Verify());
        if (role is null)
            return;

        Approval[] approvals = Array.ConvertAll(
            release.Lines.ToArray(),
            line => Approval.ForDocument(
                    new DocumentId("A-" + line.AsAsked.Line.Number), release.Role!.Value, Day, DateSpan.On(Day), s_id)
                .With(PriceAuthority.BelowFloor, AuthorityLimit.AtMost(line.BelowFloor)));
        Assert.Equal(release.AsAsked, rules.Quote(request.WithApprovals(approvals)).Net);
    }

    // Below list from the start, the floor holds only what is taken off further.
    [Fact]
    public void A_list_price_below_its_floor_is_not_released_and_what_is_taken_off_it_is()
    {
        var rules = Rules(s_none, Practice).WithAuthority(Below(5m, 20m));
        var request = Ask(Widgets(1, 1).NotBelow(110m)).WithDocument(s_id);

        Assert.Null(rules.Quote(request).FloorRelease);
        var release = rules.Quote(Ask(Widgets(1, 1).NotBelow(110m).Priced(99m)).WithDocument(s_id)).FloorRelease!;
        Assert.Equal((Cny(100m), Cny(99m)), (release.AsQuoted, release.AsAsked));
        Assert.Equal((Percent(10m), s_director), (release.Lines[0].BelowFloor, release.Role!.Value));
    }

    [Fact]
    public void Where_no_floor_holds_anything_or_nobody_is_asked_there_is_nothing_to_release()
    {
        var rules = Rules(s_none, Practice).WithAuthority(Below(10m, 20m));

        Assert.Null(rules.Quote(Asked(80m)).FloorRelease);
        Assert.NotNull(rules.Quote(Asked(79.99m)).FloorRelease);
        Assert.Null(rules.Quote(Ask(Widgets(1, 10).Priced(70m)).WithDocument(s_id)).FloorRelease);
        Assert.Null(rules.Quote(Ask(Screws(1, 1)).WithDocument(s_id)).FloorRelease);
        Assert.Null(Rules(s_none, Practice).Quote(Asked(70m)).FloorRelease);
    }

    private static QuoteRequest Asked(decimal price) => Ask(Widgets(1, 10).Priced(price).NotBelow(80m)).WithDocument(s_id);

    private static PriceAuthority Below(decimal manager, decimal director)
    {
        static (string, AuthorityLimit) AtMost(decimal percent) =>
            (PriceAuthority.BelowFloor, AuthorityLimit.AtMost(Percent(percent)));
        return PriceAuthority.Of(
            Authority.Over(PriceAuthority.BelowFloor).With(s_rep, AtMost(0m)).With(s_manager, AtMost(manager))
                .With(s_director, AtMost(director)));
    }
}
