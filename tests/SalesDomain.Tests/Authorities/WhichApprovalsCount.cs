using System;
using System.Linq;
using NodaTime;
using Xunit;
using static SalesDomain.Tests.Authorities.AuthoritySample;

namespace SalesDomain.Tests.Authorities;

public sealed class WhichApprovalsCount
{
    private static readonly DocumentId s_order = new("SO-4711");
    private static readonly DocumentId s_otherOrder = new("SO-4712");
    private static readonly LocalDate s_day = new(2026, 3, 2);

    private static readonly Authority s_finance = Authority.Over("payment days")
        .With(new RoleId("credit controller"), ("payment days", AuthorityLimit.AtMost(60m)))
        .With(new RoleId("treasurer"), ("payment days", AuthorityLimit.AtMost(120m)));

    [Fact]
    public void Nobody_frees_with_an_approval_what_he_may_not_decide()
    {
        var count = 0;
        foreach (var granter in Sales.Roles.Append(new RoleId("clerk")))
        foreach (var figures in EveryCase())
        foreach (var approval in EveryApproval(granter))
        {
            var check = approval.Check(s_order, default, s_day, figures);
            var (before, after) = (Sales.Decide(s_order, figures), Sales.Decide(s_order, figures).With(check));
            var counts = check.IsCovered && Sales.ReasonsAgainst(approval).Count == 0;

            Assert.Equal(counts ? [check] : [], after.Approvals);
            Assert.Equal(
                check.IsCovered ? Sales.ReasonsAgainst(approval).Count : 0,
                after.Reasons.Count(reason => reason.Code == "authority.approval-beyond-granter"));
            Assert.True(counts || before.Role == after.Role);
            Assert.Empty(after.Explain().Verify());
            count += counts ? 1 : 0;
        }

        Assert.NotEqual(0, count);
    }

    [Fact]
    public void An_approval_of_his_own_frees_nobody_beyond_his_limit()
    {
        (string, Figure)[] figures = Case(Percent(40m), 30m, Percent(20m), Cny(0m));
        var check = Of(Salesperson, "discount", AuthorityLimit.AtMost(Percent(50m))).Check(s_order, default, s_day, figures);
        var decision = Sales.Decide(s_order, figures).With(check, check);

        Assert.True(check.IsCovered);
        Assert.Null(decision.Role);
        Assert.Empty(decision.Approvals);
        Assert.Equal(
            [
                "authority.approval-beyond-granter (approval A-1, role salesperson, figure discount, value 50%, limit 5%, "
                + "excess points 45)",
                "authority.nobody",
            ],
            decision.Reasons.Skip(3).Select(reason => reason.ToString()));
    }

    [Fact]
    public void An_approval_counts_to_the_limit_of_its_granter_and_no_further()
    {
        (string, Figure)[] figures = Case(Percent(8m), 30m, Percent(20m), Cny(0m));
        Assert.Equal(Salesperson, With(10m).Role);
        Assert.Equal(AreaManager, With(10.01m).Role);

        AuthorityDecision With(decimal most) => Sales.Decide(figures)
            .With(Of(AreaManager, "discount", AuthorityLimit.AtMost(Percent(most))).Check(s_order, default, s_day, figures));
    }

    [Fact]
    public void An_approval_of_a_role_that_is_not_in_the_table_does_not_count()
    {
        (string, Figure)[] figures = Case(Percent(8m), 30m, Percent(20m), Cny(0m));
        var check = Of(new RoleId("clerk"), "discount", AuthorityLimit.AtMost(Percent(8m))).Check(s_order, default, s_day, figures);
        var decision = Sales.Decide(figures).With(check);

        Assert.Equal(AreaManager, decision.Role);
        Assert.Equal("authority.approval-beyond-granter (approval A-1, role clerk)", decision.Reasons[1].ToString());
    }

    [Fact]
    public void The_table_in_force_when_it_was_granted_judges_the_granter()
    {
        (string, Figure)[] figures = [("discount", Percent(12m))];
        var then = Authority.Over("discount").With(AreaManager, ("discount", AuthorityLimit.AtMost(Percent(15m))));
        var now = Authority.Over("discount").With(AreaManager, ("discount", AuthorityLimit.AtMost(Percent(10m))));
        var check = Of(AreaManager, "discount", AuthorityLimit.AtMost(Percent(12m))).Check(s_order, default, s_day, figures);

        Assert.Null(now.Decide(figures).With(check).Role);
        Assert.Equal(AreaManager, now.Decide(figures).With(then, check).Role);
        Assert.Equal([check], now.Decide(figures).With(check).With(then, check).Approvals);
        var undecided = now.Decide(figures);
        foreach (var decision in new[] { undecided.With(check).With(then, check), undecided.With(then, check).With(check) })
        {
            Assert.Equal(AreaManager, decision.Role);
            Assert.Empty(decision.Reasons);
        }
    }

    [Fact]
    public void Another_line_of_command_frees_only_what_its_table_is_over()
    {
        (string, Figure)[] figures = Case(Percent(8m), 60m, Percent(20m), Cny(0m));
        var days = Of(new RoleId("credit controller"), "payment days", AuthorityLimit.AtMost(60m));
        var both = days.With("discount", AuthorityLimit.AtMost(Percent(8m)));

        Assert.Equal(Director, Sales.Decide(figures).Role);
        Assert.Equal(Director, Sales.Decide(figures).With(days.Check(s_order, default, s_day, figures)).Role);
        Assert.Equal(AreaManager, Sales.Decide(figures).With(s_finance, days.Check(s_order, default, s_day, figures)).Role);

        var decision = Sales.Decide(figures).With(s_finance, both.Check(s_order, default, s_day, figures));
        Assert.Equal(AreaManager, decision.Role);
        Assert.Equal("discount", Assert.Single(decision.ReasonsAgainst(Salesperson)).Find("figure").ToString());
        Assert.True(decision.Explain().IsVerified);

        var beyond = Of(new RoleId("credit controller"), "payment days", AuthorityLimit.AtMost(61m));
        Assert.Equal(Director, Sales.Decide(figures).With(s_finance, beyond.Check(s_order, default, s_day, figures)).Role);
        Assert.Throws<ArgumentNullException>("grantedUnder", () => Sales.Decide(figures).With((Authority)null!));
        var otherSide = Of(new RoleId("treasurer"), "payment days", AuthorityLimit.AtLeast(1m)).Check(s_order, default, s_day, figures);
        Assert.Throws<ArgumentException>("approvals", () => Sales.Decide(figures).With(s_finance, otherSide));
    }

    [Fact]
    public void A_check_for_another_document_is_refused()
    {
        (string, Figure)[] figures = Case(Percent(8m), 30m, Percent(20m), Cny(0m));
        var standing = Approval.Standing(new DocumentId("A-1"), Director, s_day, DateSpan.OfMonth(2026, 3), Scope.Everything)
            .With("discount", AuthorityLimit.AtMost(Percent(8m)));
        var (own, other) = (standing.Check(s_order, default, s_day, figures), standing.Check(s_otherOrder, default, s_day, figures));
        var (named, unnamed) = (Sales.Decide(s_order, figures), Sales.Decide(figures));

        Assert.Equal(Salesperson, named.With(own).Role);
        Assert.Equal(Salesperson, unnamed.With(other).Role);
        Assert.Throws<ArgumentException>("approvals", () => named.With(other));
        Assert.Throws<ArgumentException>("approvals", () => unnamed.With(own, other));
        Assert.Throws<ArgumentException>("approvals", () => unnamed.With(own).With(other));
        Assert.Throws<ArgumentException>("approvals", () => unnamed.With(own).With(Sales, other));
        Assert.Throws<ArgumentException>("document", () => Sales.Decide(default, figures));
    }

    [Fact]
    public void A_check_for_another_day_is_refused()
    {
        (string, Figure)[] figures = Case(Percent(8m), 30m, Percent(20m), Cny(0m));
        var discount = Of(Director, "discount", AuthorityLimit.AtMost(Percent(8m)));
        var days = Of(Director, "payment days", AuthorityLimit.AtMost(30m));
        var own = discount.Check(s_order, default, s_day, figures);
        var other = days.Check(s_order, default, s_day.PlusDays(1), figures);
        var beside = days.Check(s_order, default, s_day, figures);
        var tooEarly = discount.Check(s_order, default, s_day.PlusDays(-2), figures);
        var decision = Sales.Decide(s_order, figures);

        Assert.True(own.IsCovered && other.IsCovered && !tooEarly.IsCovered);
        Assert.Equal([own], decision.With(own).With().Approvals);
        Assert.Equal([other], decision.With(other).Approvals);
        Assert.Equal([own, beside], decision.With(own).With(beside).Approvals);
        Assert.Throws<ArgumentException>("approvals", () => decision.With(own, other));
        Assert.Throws<ArgumentException>("approvals", () => decision.With(own).With(other));
        Assert.Throws<ArgumentException>("approvals", () => decision.With(own).With().With(Sales, other));
        Assert.Throws<ArgumentException>("approvals", () => decision.With(tooEarly).With(own));
    }

    [Fact]
    public void The_checks_that_count_show_what_was_used_before_it_was_granted()
    {
        (string, Figure)[] figures = Case(Percent(8m), 30m, Percent(20m), Cny(0m));
        var check = Approval
            .Standing(new DocumentId("A-1"), Director, s_day.PlusDays(1), DateSpan.OfMonth(2026, 3), Scope.Everything)
            .With("discount", AuthorityLimit.AtMost(Percent(8m))).CheckLines(s_order, [default, default], s_day, figures);
        var counted = Assert.Single(Sales.Decide(figures).With(check).Approvals);

        Assert.Same(check, counted);
        Assert.True(counted.IsAfterTheFact);
    }

    [Fact]
    public void An_approval_given_twice_is_listed_and_explained_once()
    {
        (string, Figure)[] figures = Case(Percent(8m), 60m, Percent(20m), Cny(0m));
        var counting = Of(Director, "discount", AuthorityLimit.AtMost(Percent(8m))).Check(s_order, default, s_day, figures);
        var rejected = Of(Salesperson, "discount", AuthorityLimit.AtMost(Percent(8m))).Check(s_order, default, s_day, figures);
        var again = Of(Salesperson, "discount", AuthorityLimit.AtMost(Percent(8m))).Check(s_order, default, s_day, figures);
        var once = Sales.Decide(figures);

        foreach (var decision in new[] { once.With(counting, counting), once.With(counting).With(counting) })
            Assert.Same(counting, Assert.Single(decision.Approvals));
        foreach (var decision in new[] { once.With(rejected, again), once.With(rejected).With(again) })
        {
            Assert.Equal(once.With(rejected).Explain().ToString(), decision.Explain().ToString());
            Assert.Equal(once.With(rejected).Reasons, decision.Reasons);
            Assert.True(decision.Explain().IsVerified);
        }
    }

    [Fact]
    public void An_approval_that_counts_by_two_tables_frees_by_both_and_is_listed_once()
    {
        (string, Figure)[] figures = Case(Percent(8m), 60m, Percent(20m), Cny(0m));
        var discounts = Authority.Over("discount").With(Director, ("discount", AuthorityLimit.Unlimited));
        var days = Authority.Over("payment days").With(Director, ("payment days", AuthorityLimit.Unlimited));
        var check = Of(Director, "discount", AuthorityLimit.AtMost(Percent(8m))).With("payment days", AuthorityLimit.AtMost(60m))
            .Check(s_order, default, s_day, figures);

        Assert.Equal(Director, Sales.Decide(figures).With(discounts, check).Role);
        Assert.Equal(AreaManager, Sales.Decide(figures).With(days, check).Role);
        var both = Sales.Decide(figures).With(discounts, check).With(days, check);
        Assert.Equal(Salesperson, both.Role);
        Assert.Same(check, Assert.Single(both.Approvals));
    }

    [Fact]
    public void What_was_granted_without_limit_has_no_excess()
    {
        (string, Figure)[] figures = Case(Percent(40m), 30m, Percent(20m), Cny(0m));
        var check = Of(Director, "discount", AuthorityLimit.Unlimited).Check(s_order, default, s_day, figures);

        Assert.Contains(
            "authority.approval-beyond-granter (approval A-1, role sales director, figure discount, value unlimited, limit 20%)",
            Sales.Decide(figures).With(check).Reasons.Select(reason => reason.ToString()));
    }

    [Fact]
    public void A_decision_names_its_document()
    {
        (string, Figure)[] figures = [("discount", Percent(8m))];
        var authority = Authority.Over("discount").With(Director, ("discount", AuthorityLimit.AtMost(Percent(10m))));
        var check = Of(Director, "discount", AuthorityLimit.AtMost(Percent(8m))).Check(s_order, default, s_day, figures);

        Assert.Null(authority.Decide(figures).Document);
        Assert.Null(authority.Decide(figures).With().Document);
        Assert.Equal("decided by", authority.Decide(figures).Explain().Name);
        foreach (var decision in new[] { authority.Decide(s_order, figures), authority.Decide(figures).With(check) })
        {
            Assert.Equal(s_order, decision.Document);
            Assert.Equal("SO-4711: sales director", decision.ToString());
            Assert.Equal("SO-4711 decided by", decision.Explain().Name);
        }
    }

    [Fact]
    public void The_explanation_shows_why_an_approval_does_not_count()
    {
        (string, Figure)[] figures = [("discount", Percent(8m))];
        var authority = Authority.Over("discount").With(Salesperson, ("discount", AuthorityLimit.AtMost(Percent(5m))));
        var explanation = authority.Decide(s_order, figures)
            .With(Of(Salesperson, "discount", AuthorityLimit.AtMost(Percent(50m))).Check(s_order, default, s_day, figures)).Explain();

        Assert.True(explanation.IsVerified);
        Assert.Equal(
            """
            SO-4711 decided by: none  [select]
              salesperson may decide: no  [select]
                discount is not approved and beyond its limit: yes  [select]
                  approved by A-1: no  [select]
                    discount granted is over the limit of salesperson: yes  [compare >]
                      granted: 50%  [fact]
                      limit: 5%  [by the rule]
                    no: no  [by the rule]
                    yes: yes  [by the rule]
                  no: no  [by the rule]
                  discount is over its limit: yes  [compare >]
                    discount: 8%  [fact]
                    limit: 5%  [by the rule]
                no: no  [by the rule]
                yes: yes  [by the rule]
              salesperson: salesperson  [by the rule]
              nobody: none  [by the rule]

            """.Replace("\r\n", "\n"),
            explanation.ToString());
    }

    private static Approval[] EveryApproval(RoleId granter) =>
    [
        Of(granter, "discount", AuthorityLimit.AtMost(Percent(10m))), Of(granter, "discount", AuthorityLimit.AtMost(Percent(50m))),
        Of(granter, "payment days", AuthorityLimit.Unlimited), Of(granter, "margin", AuthorityLimit.AtLeast(Percent(15m))),
        Of(granter, "overrun", AuthorityLimit.AtMost(Cny(20_000m))).With("discount", AuthorityLimit.AtMost(Percent(20m))),
    ];

    private static Approval Of(RoleId granter, string name, AuthorityLimit limit) =>
        Approval.ForDocument(new DocumentId("A-1"), granter, s_day, DateSpan.OfMonth(2026, 3), s_order).With(name, limit);
}
