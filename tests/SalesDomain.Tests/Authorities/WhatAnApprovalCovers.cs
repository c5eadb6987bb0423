using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using Xunit;
using static SalesDomain.Tests.Authorities.AuthoritySample;

namespace SalesDomain.Tests.Authorities;

public sealed class WhatAnApprovalCovers
{
    private static readonly DocumentId s_order = new("SO-4711");
    private static readonly DocumentId s_otherOrder = new("SO-4712");
    private static readonly LocalDate s_first = new(2026, 3, 2);
    private static readonly LocalDate s_last = new(2026, 3, 31);
    private static readonly DateSpan s_validity = new(s_first, s_last);
    private static readonly Scope s_scope = Scope.Everything.Only(new CustomerId("C-1")).Except(new ProductId("P-9"));
    private static readonly ScopeSubject s_subject = default(ScopeSubject).With(new CustomerId("C-1")).With(new ProductId("P-1"));

    private static readonly Approval s_approval = Approval
        .ForDocument(new DocumentId("A-17"), Director, s_first, s_validity, s_order, s_scope)
        .With("discount", AuthorityLimit.AtMost(Percent(13m)))
        .With("margin", AuthorityLimit.AtLeast(Percent(12m)));

    [Fact]
    public void A_case_is_covered_exactly_when_nothing_is_against_it_and_all_reasons_are_given()
    {
        var count = 0;
        foreach (var (document, isDocument) in new[] { (s_order, true), (s_otherOrder, false) })
        foreach (var (on, day) in DaysAround())
        foreach (var (customer, isCustomer) in new[] { ("C-1", true), ("C-2", false) })
        foreach (var (product, isProduct) in new[] { ("P-1", true), ("P-9", false) })
        foreach (var (discount, discountReason) in Around(13m, 13.01m, "approval.over-limit"))
        foreach (var (margin, marginReason) in Around(12m, 11.99m, "approval.below-limit"))
        {
            string?[] expected =
            [
                day, isDocument ? null : "approval.other-document", isCustomer ? null : "approval.not-in-customers",
                isProduct ? null : "approval.excluded-product", discountReason, marginReason,
            ];
            var subject = default(ScopeSubject).With(new CustomerId(customer)).With(new ProductId(product));
            var check = s_approval.Check(document, subject, on, ("margin", margin), ("discount", discount), ("payment days", 90m));

            Assert.Equal(expected.OfType<string>(), check.Reasons.Select(reason => reason.Code));
            Assert.Equal(!expected.OfType<string>().Any(), check.IsCovered);
            count++;
        }

        Assert.Equal(2 * 4 * 2 * 2 * 3 * 3, count);
    }

    [Fact]
    public void Reasons_state_their_figures_in_every_culture() =>
        Cultures.Each(() =>
        {
            var subject = s_subject.With(new CustomerId("C-2"));
            var early = s_approval.Check(s_otherOrder, subject, s_first.PlusDays(-1), ("discount", Percent(13.5m)));
            Assert.Equal(
                [
                    "approval.not-yet-valid (on 2026-03-01, valid from 2026-03-02)",
                    "approval.other-document (document SO-4712, approved SO-4711)",
                    "approval.not-in-customers (customer C-2, allowed C-1)",
                    "approval.over-limit (figure discount, value 13.5%, limit 13%, excess points 0.5)",
                    "approval.unknown-figure (figure margin, limit 12%)",
                ],
                early.Reasons.Select(reason => reason.ToString()));

            var late = s_approval.Check(s_order, s_subject, s_last.PlusDays(1), ("discount", Percent(13m)), ("margin", Percent(10m)));
            Assert.Equal(
                "A-17 does not cover SO-4711 on 2026-04-01 (customer C-1, product P-1); "
                + "approval.expired (on 2026-04-01, valid until 2026-03-31); "
                + "approval.below-limit (figure margin, value 10%, limit 12%, shortfall points 2)",
                late.ToString());
            Assert.Equal("A-17 covers SO-4711 on 2026-03-02 (customer C-1, product P-1)", Covering().ToString());
        });

    [Fact]
    public void A_standing_approval_covers_any_document_in_its_scope()
    {
        var standing = Approval.Standing(new DocumentId("A-18"), Director, s_first, DateSpan.From(s_first), s_scope);

        Assert.True(standing.Check(s_order, s_subject, s_first).IsCovered);
        Assert.True(standing.Check(s_otherOrder, s_subject, LocalDate.MaxIsoValue).IsCovered);
        Assert.Equal(
            ["approval.not-in-customers", "approval.not-stated"],
            standing.Check(s_order, default, s_first).Reasons.Select(reason => reason.Code));
        Assert.Null(standing.Document);
        Assert.Equal(s_order, s_approval.Document);
    }

    [Fact]
    public void An_approval_for_a_document_covers_all_of_it_unless_a_part_is_named()
    {
        var whole = Approval.ForDocument(new DocumentId("A-19"), Director, s_first, s_validity, s_order);

        Assert.Equal(Scope.Everything, whole.Scope);
        Assert.True(whole.Check(s_order, default, s_first).IsCovered);
        Assert.False(s_approval.Check(s_order, default, s_first, ("discount", Percent(0m)), ("margin", Percent(50m))).IsCovered);
    }

    [Fact]
    public void What_it_does_not_name_it_does_not_approve()
    {
        Assert.Equal(["discount", "margin"], s_approval.Names);
        Assert.Equal(AuthorityLimit.AtMost(Percent(13m)), s_approval.LimitOf("discount"));
        Assert.Null(s_approval.LimitOf("payment days"));
        Assert.True(s_approval
            .Check(s_order, s_subject, s_first, ("discount", Percent(1m)), ("margin", Percent(20m)), ("urgent", true)).IsCovered);
        Assert.Equal(["discount 13%", "margin 12%"], Covering().Figures.Select(figure => figure.ToString()));
        Assert.Same(s_approval, Covering().Approval);
    }

    [Fact]
    public void An_approval_for_days_before_it_was_granted_is_retroactive()
    {
        Assert.False(s_approval.IsRetroactive);
        Assert.True(Of(s_first.PlusDays(1), s_validity).IsRetroactive);
        Assert.True(Of(s_first, DateSpan.Until(s_last)).IsRetroactive);
        Assert.False(Of(s_first, DateSpan.From(s_last)).IsRetroactive);

        static Approval Of(LocalDate granted, DateSpan validity) =>
            Approval.Standing(new DocumentId("A-1"), Director, granted, validity, Scope.Everything);
    }

    [Fact]
    public void With_a_covering_approval_the_rest_is_decided_by_the_lowest_role_that_may()
    {
        foreach (var figures in EveryCase())
        {
            var check = s_approval.Check(s_order, s_subject, s_first, figures);
            var before = Sales.Decide(figures);
            var after = before.With(check);
            var left = Broken(figures)
                .Where(limit => !check.IsCovered || limit.Figure is not ("discount" or "margin")).ToLookup(limit => limit.Role);

            Assert.Equal(Sales.Roles.Where(role => !left.Contains(role)).Cast<RoleId?>().FirstOrDefault(), after.Role);
            Assert.All(Sales.Roles, role =>
                Assert.Equal(
                    left[role].Select(limit => limit.Figure),
                    after.ReasonsAgainst(role).Select(reason => reason.Find("figure").ToString()!)));
            Assert.Empty(after.Explain().Verify());
            Assert.Equal(check.IsCovered ? [check] : [], after.Approvals);
            Assert.Empty(before.Approvals);
        }
    }

    [Fact]
    public void Approvals_add_up_figure_by_figure()
    {
        var figures = Case(Percent(13m), 60m, Percent(20m), Cny(0m));
        var days = Approval.ForDocument(new DocumentId("A-20"), Director, s_first, s_validity, s_order)
            .With("payment days", AuthorityLimit.AtMost(60m));
        var (first, second) = (s_approval.Check(s_order, s_subject, s_first, figures), days.Check(s_order, s_subject, s_first, figures));

        Assert.Equal(Director, Sales.Decide(figures).With(first).Role);
        Assert.Equal(Salesperson, Sales.Decide(figures).With(first, second).Role);
        Assert.Equal(Salesperson, Sales.Decide(figures).With(second).With(first).Role);
        Assert.Equal(Director, Sales.Decide(figures).With().Role);
    }

    [Fact]
    public void An_approval_checked_with_other_figures_is_refused()
    {
        var decision = Sales.Decide(Case(Percent(12.6m), 30m, Percent(14m), Cny(0m)));

        Assert.Throws<ArgumentException>("approvals", () => decision.With(Covering()));
        Assert.Throws<ArgumentNullException>("approvals", () => decision.With((ApprovalCheck[])null!));
        Assert.Throws<ArgumentNullException>("approvals", () => decision.With(Covering(), null!));
    }

    [Fact]
    public void An_approval_beyond_the_authority_of_who_granted_it_is_found_out()
    {
        Assert.Empty(Sales.ReasonsAgainst(s_approval));
        Assert.Equal(
            [
                "authority.over-limit (role area manager, figure discount, value 13%, limit 10%, excess points 3)",
                "authority.below-limit (role area manager, figure margin, value 12%, limit 15%, shortfall points 3)",
            ],
            Sales.ReasonsAgainst(By(AreaManager)).Select(reason => reason.ToString()));
        Assert.Equal("authority.no-role (role clerk)", Assert.Single(Sales.ReasonsAgainst(By(new RoleId("clerk")))).ToString());

        var unlimited = Approval.Standing(new DocumentId("A-2"), Director, s_first, s_validity, Scope.Everything)
            .With("payment days", AuthorityLimit.Unlimited).With("margin", AuthorityLimit.Unlimited)
            .With("pieces", AuthorityLimit.AtMost(500m));
        Assert.Equal(
            "authority.below-limit (role sales director, figure margin, value unlimited, limit 0%)",
            Assert.Single(Sales.ReasonsAgainst(unlimited)).ToString());

        static Approval By(RoleId role) => Approval.ForDocument(new DocumentId("A-17"), role, s_first, s_validity, s_order)
            .With("discount", AuthorityLimit.AtMost(Percent(13m))).With("margin", AuthorityLimit.AtLeast(Percent(12m)));
    }

    [Fact]
    public void Approvals_are_equal_by_value_whatever_the_order_of_their_limits()
    {
        var other = new DocumentId("A-18");
        TestHelper.TestEqualsClass(
            s_approval, Limited(Approval.ForDocument(s_approval.Id, Director, s_first, s_validity, s_order, s_scope)),
            Limited(Approval.ForDocument(other, Director, s_first, s_validity, s_order, s_scope)),
            Limited(Approval.ForDocument(s_approval.Id, AreaManager, s_first, s_validity, s_order, s_scope)),
            Limited(Approval.ForDocument(s_approval.Id, Director, s_last, s_validity, s_order, s_scope)),
            Limited(Approval.ForDocument(s_approval.Id, Director, s_first, DateSpan.From(s_first), s_order, s_scope)),
            Limited(Approval.ForDocument(s_approval.Id, Director, s_first, s_validity, s_otherOrder, s_scope)),
            Limited(Approval.ForDocument(s_approval.Id, Director, s_first, s_validity, s_order)),
            Limited(Approval.Standing(s_approval.Id, Director, s_first, s_validity, s_scope)),
            Approval.ForDocument(s_approval.Id, Director, s_first, s_validity, s_order, s_scope),
            s_approval.With("pieces", AuthorityLimit.Unlimited));

        static Approval Limited(Approval approval) =>
            approval.With("margin", AuthorityLimit.AtLeast(Percent(12.0m))).With("discount", AuthorityLimit.AtMost(Percent(13.0m)));
    }

    [Fact]
    public void An_approval_prints_who_when_for_what_and_how_far_in_every_culture() =>
        Cultures.Each(() =>
        {
            Assert.Equal(
                "A-17 by sales director on 2026-03-02, valid 2026-03-02/2026-03-31, for SO-4711, only customers C-1; except products P-9: "
                + "discount at most 13%, margin at least 12%",
                s_approval.ToString());
            Assert.Equal(
                "A-1 by sales director on 2026-03-02, valid 2026-03-02/.., for everything",
                Approval.Standing(new DocumentId("A-1"), Director, s_first, DateSpan.From(s_first), Scope.Everything).ToString());
        });

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var id = new DocumentId("A-1");
        var julian = new LocalDate(2026, 3, 1, CalendarSystem.Julian);
        Refused<ArgumentException>("id", () => Approval.ForDocument(default, Director, s_first, s_validity, s_order));
        Refused<ArgumentException>("id", () => Approval.Standing(default, Director, s_first, s_validity, s_scope));
        Refused<ArgumentException>("grantedBy", () => Approval.ForDocument(id, default, s_first, s_validity, s_order));
        Refused<ArgumentException>("grantedBy", () => Approval.Standing(id, default, s_first, s_validity, s_scope));
        Refused<ArgumentException>("granted", () => Approval.ForDocument(id, Director, julian, s_validity, s_order));
        Refused<ArgumentException>("granted", () => Approval.Standing(id, Director, julian, s_validity, s_scope));
        Refused<ArgumentException>("document", () => Approval.ForDocument(id, Director, s_first, s_validity, default));
        Refused<ArgumentNullException>("scope", () => Approval.Standing(id, Director, s_first, s_validity, null!));
        Refused<ArgumentException>("name", () => s_approval.With("discount", AuthorityLimit.Unlimited));
        Refused<ArgumentException>("name", () => s_approval.With(" ", AuthorityLimit.Unlimited));
        Refused<ArgumentNullException>("limit", () => s_approval.With("pieces", null!));
        Refused<ArgumentNullException>("name", () => s_approval.LimitOf(null!));
        Refused<ArgumentException>("document", () => s_approval.Check(default, s_subject, s_first));
        Refused<ArgumentException>("on", () => s_approval.Check(s_order, s_subject, julian));
        Refused<ArgumentNullException>("figures", () => s_approval.Check(s_order, s_subject, s_first, null!));
        Refused<ArgumentNullException>("figures", () => s_approval.Check(s_order, s_subject, s_first, (null!, 1m)));
        Refused<ArgumentException>("figures", () => s_approval.Check(s_order, s_subject, s_first, ("a", 1m), ("a", 1m)));
        Refused<ArgumentException>("figures", () => s_approval.Check(s_order, s_subject, s_first, ("discount", 1m)));

        var amount = Approval.Standing(id, Director, s_first, s_validity, s_scope)
            .With("overrun", AuthorityLimit.AtMost(new Money(1m, Currency.USD)));
        Refused<CurrencyMismatchException>("figures", () => amount.Check(s_order, s_subject, s_first, ("overrun", Cny(1m))));
        Refused<CurrencyMismatchException>("approval", () => Sales.ReasonsAgainst(amount));
        var wrongSide = Approval.Standing(id, Director, s_first, s_validity, s_scope).With("discount", AuthorityLimit.AtLeast(Percent(1m)));
        Refused<ArgumentException>("approval", () => Sales.ReasonsAgainst(wrongSide));
        Refused<ArgumentNullException>("approval", () => Sales.ReasonsAgainst(null!));
    }

    [Fact]
    public void A_check_states_its_case()
    {
        var check = Covering();

        Assert.Equal(s_order, check.Document);
        Assert.Equal([s_subject], check.Subjects);
        Assert.Equal(s_first, check.On);
        Assert.Equal(
            "A-18 covers SO-4712 on 2026-03-31",
            Approval.Standing(new DocumentId("A-18"), Director, s_first, s_validity, Scope.Everything)
                .Check(s_otherOrder, default, s_last).ToString());
    }

    [Fact]
    public void An_approval_used_before_it_was_granted_was_used_after_the_fact()
    {
        var late = Approval.Standing(new DocumentId("A-1"), Director, s_first.PlusDays(1), s_validity, Scope.Everything);

        Assert.True(late.Check(s_order, default, s_first).IsAfterTheFact);
        Assert.False(late.Check(s_order, default, s_first.PlusDays(1)).IsAfterTheFact);
        Assert.True(late.IsRetroactive);
        Assert.False(Covering().IsAfterTheFact);
    }

    [Fact]
    public void Of_many_lines_each_must_be_in_scope_and_each_reason_is_given_once()
    {
        ScopeSubject[] lines =
        [
            s_subject, s_subject.With(new ProductId("P-9")), s_subject.With(new CustomerId("C-2")),
            s_subject.With(new CustomerId("C-2")).With(new ProductId("P-9")), s_subject.With(new ProductId("P-2")),
        ];
        (string, Figure)[] figures = [("discount", Percent(13m)), ("margin", Percent(12m))];
        for (var set = 1; set < 1 << lines.Length; set++)
        {
            var chosen = lines.Where((_, i) => (set & (1 << i)) != 0).ToArray();
            var check = s_approval.CheckLines(s_order, chosen, s_first, figures);

            Assert.Equal(chosen.All(s_scope.Matches), check.IsCovered);
            Assert.Equal(
                chosen.SelectMany(line => s_approval.Check(s_order, line, s_first, figures).Reasons).Distinct(), check.Reasons);
            Assert.Equal(chosen, check.Subjects);
        }

        Assert.Equal(
            "A-17 does not cover SO-4711 on 2026-03-02 (customer C-1, product P-1) (customer C-1, product P-9); "
            + "approval.excluded-product (product P-9)",
            s_approval.CheckLines(s_order, [lines[0], lines[1], lines[0]], s_first, figures).ToString());
        Refused<ArgumentException>("lines", () => s_approval.CheckLines(s_order, [], s_first, figures));
        Refused<ArgumentNullException>("lines", () => s_approval.CheckLines(s_order, null!, s_first, figures));
    }

    [Fact]
    public void What_nobody_looked_up_is_not_taken_for_what_the_approval_does_not_leave_out()
    {
        var (export, chain) = (new CustomerGroupId("EXPORT"), new CustomerGroupId("CHAIN"));
        var exceptExport = Standing(Scope.Everything.Except(export));
        var customer = default(ScopeSubject).With(new CustomerId("C-1"));

        Assert.Equal(["approval.not-stated (dimension customer group)"], Against(exceptExport, customer));
        Assert.Equal(["approval.excluded-customer-group (customer group EXPORT)"], Against(exceptExport, customer.InGroups(export, chain)));
        Assert.Empty(Against(exceptExport, customer.InGroups(chain)));
        Assert.Empty(Against(exceptExport, customer.InGroups()));
        Assert.Empty(Against(Standing(Scope.Everything), default));

        var chainOnly = Standing(Scope.Everything.Only(chain).Except(export).Except(new ProductId("P-9")));
        Assert.Equal(
            ["approval.not-in-customer-groups (customer group none, allowed CHAIN)", "approval.not-stated (dimension product)"],
            Against(chainOnly, customer));

        ScopeSubject[] lines = [customer, customer.InGroups(chain), customer, customer.InGroups(export)];
        Assert.Equal(
            ["approval.not-stated (dimension customer group)", "approval.excluded-customer-group (customer group EXPORT)"],
            exceptExport.CheckLines(s_order, lines, s_first).Reasons.Select(reason => reason.ToString()));

        static Approval Standing(Scope scope) => Approval.Standing(new DocumentId("A-1"), Director, s_first, s_validity, scope);
        static IEnumerable<string> Against(Approval approval, ScopeSubject subject) =>
            approval.Check(s_order, subject, s_first).Reasons.Select(reason => reason.ToString());
    }

    [Fact]
    public void A_case_is_covered_exactly_when_it_is_in_scope_and_all_that_the_scope_speaks_of_is_stated()
    {
        var (chain, channel) = (new CustomerGroupId("G"), new ChannelId("WEB"));
        Scope[] scopes =
        [
            .. from scope in new[] { Scope.Everything, Scope.Everything.Only(chain), Scope.Everything.Except(chain) }
               from narrower in new[] { scope, scope.Only(channel), scope.Except(channel) }
               select narrower,
        ];
        ScopeSubject[] subjects =
        [
            .. from subject in new[]
               {
                   default, default(ScopeSubject).InGroups(), default(ScopeSubject).InGroups(chain),
                   default(ScopeSubject).InGroups(new CustomerGroupId("H")),
               }
               from stated in new[] { subject, subject.With(channel), subject.With(new ChannelId("SHOP")) }
               select stated,
        ];
        foreach (var scope in scopes)
        foreach (var subject in subjects)
        {
            var reasons = Approval.Standing(new DocumentId("A-1"), Director, s_first, s_validity, scope)
                .Check(s_order, subject, s_first).Reasons;
            Assert.Equal(scope.Matches(subject) && scope.Unstated(subject) == ScopeDimensions.None, reasons.Count == 0);
            Assert.Equal(scope.Mismatches(subject).Count, reasons.Count(reason => reason.Code != "approval.not-stated"));
        }
    }

    private static ApprovalCheck Covering() =>
        s_approval.Check(s_order, s_subject, s_first, ("discount", Percent(13m)), ("margin", Percent(12m)));

    private static IEnumerable<(LocalDate On, string? Reason)> DaysAround() =>
    [
        (s_first.PlusDays(-1), "approval.not-yet-valid"), (s_first, null), (s_last, null), (s_last.PlusDays(1), "approval.expired"),
    ];

    private static IEnumerable<(Figure Value, string? Reason)> Around(decimal bound, decimal beyond, string code) =>
        [(Percent(bound), null), (Percent(beyond), code), (Figure.Absent, "approval.unknown-figure")];

    private static void Refused<TException>(string parameter, Func<object?> action)
        where TException : ArgumentException =>
        Assert.Throws<TException>(parameter, action);
}
