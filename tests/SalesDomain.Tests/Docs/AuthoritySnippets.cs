using System;
using NodaTime;

namespace SalesDomain.Tests.Docs;

public static class AuthoritySnippets
{
    private static readonly RoleId s_salesperson = new("salesperson");
    private static readonly RoleId s_manager = new("area manager");
    private static readonly RoleId s_director = new("sales director");

    private static readonly Authority s_authority = Authority.Over("discount", "payment days", "margin")
        .With(s_salesperson, ("discount", AtMost(5)), ("payment days", AuthorityLimit.AtMost(30)), ("margin", AtLeast(20)))
        .With(s_manager, ("discount", AtMost(10)), ("payment days", AuthorityLimit.AtMost(45)), ("margin", AtLeast(15)))
        .With(s_director, ("discount", AtMost(20)), ("payment days", AuthorityLimit.Unlimited), ("margin", AtLeast(0)));

    private static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

    private static AuthorityLimit AtMost(decimal percent) => AuthorityLimit.AtMost(Percent(percent));

    private static AuthorityLimit AtLeast(decimal percent) => AuthorityLimit.AtLeast(Percent(percent));

    public static void TwoDiscountsTogether()
    {
        #region TwoDiscountsTogether
        var manager = new RoleId("area manager");
        var authority = Authority.Over("discount")
            .With(manager, ("discount", AuthorityLimit.AtMost(Percentage.FromPercent(10))));

        var list = new Money(1_000m, Currency.CNY);
        Money net = list * 0.92m * 0.95m;
        Percentage discount = Percentage.OneHundred - Percentage.Ratio(net, list)!.Value;

        Console.WriteLine(authority.MayDecide(manager, ("discount", Percentage.FromPercent(8))));  // True
        Console.WriteLine(authority.MayDecide(manager, ("discount", Percentage.FromPercent(5))));  // True
        Console.WriteLine(authority.MayDecide(manager, ("discount", discount)));                   // False
        Console.WriteLine(discount);                                                               // 12.6%
        #endregion
    }

    public static void WhoMayDecide()
    {
        #region WhoMayDecide
        static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);
        static AuthorityLimit AtMost(Figure most) => AuthorityLimit.AtMost(most);
        static AuthorityLimit AtLeast(Figure least) => AuthorityLimit.AtLeast(least);

        var (salesperson, manager, director) = (new RoleId("salesperson"), new RoleId("area manager"), new RoleId("sales director"));
        var authority = Authority.Over("discount", "payment days", "margin")
            .With(salesperson, ("discount", AtMost(Percent(5))), ("payment days", AtMost(30)), ("margin", AtLeast(Percent(20))))
            .With(manager, ("discount", AtMost(Percent(10))), ("payment days", AtMost(45)), ("margin", AtLeast(Percent(15))))
            .With(director, ("discount", AtMost(Percent(20))), ("payment days", AuthorityLimit.Unlimited), ("margin", AtLeast(Percent(0))));

        AuthorityDecision decision = authority.Decide(("discount", Percent(10)), ("payment days", 60), ("margin", Percent(14)));

        Console.WriteLine(decision.Role);  // sales director
        foreach (Reason reason in decision.ReasonsAgainst(manager))
            Console.WriteLine(reason);
        // authority.over-limit (role area manager, figure payment days, value 60, limit 45, excess 15)
        // authority.below-limit (role area manager, figure margin, value 14%, limit 15%, shortfall points 1)
        #endregion
    }

    public static void FourThingsThatAreNotTheSame()
    {
        var (authority, director) = (s_authority, s_director);
        #region FourThingsThatAreNotTheSame
        Console.WriteLine(authority.LimitOf(director, "payment days"));                  // unlimited
        Console.WriteLine(authority.LimitOf(director, "margin"));                        // at least 0%
        Console.WriteLine(authority.LimitOf(new RoleId("clerk"), "discount") is null);   // True

        (string, Figure) discount = ("discount", Percentage.Zero), margin = ("margin", Percentage.FromPercent(30));
        Console.WriteLine(authority.Decide(discount, ("payment days", 0), margin).Role);              // salesperson
        Console.WriteLine(authority.Decide(discount, ("payment days", Figure.Absent), margin).Role);  // sales director
        #endregion
    }

    public static void AnApprovalOnFile()
    {
        var (authority, director) = (s_authority, s_director);
        #region AnApprovalOnFile
        static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

        var order = new DocumentId("SO-4711");
        var day = new LocalDate(2026, 3, 20);
        var approval = Approval
            .ForDocument(new DocumentId("A-17"), grantedBy: director, granted: new LocalDate(2026, 3, 2), DateSpan.OfMonth(2026, 3), order)
            .With("discount", AuthorityLimit.AtMost(Percent(13)))
            .With("margin", AuthorityLimit.AtLeast(Percent(12)));

        (string, Figure)[] figures = [("discount", Percent(12.6m)), ("payment days", 30), ("margin", Percent(14))];
        ApprovalCheck check = approval.Check(order, default, day, figures);
        AuthorityDecision decision = authority.Decide(order, figures);

        Console.WriteLine(check);                      // A-17 covers SO-4711 on 2026-03-20
        Console.WriteLine(decision.Role);              // sales director
        Console.WriteLine(decision.With(check).Role);  // salesperson
        #endregion
    }

    public static void EveryLineInScope()
    {
        var director = s_director;
        #region EveryLineInScope
        var order = new DocumentId("SO-4711");
        var day = new LocalDate(2026, 3, 20);
        var approval = Approval
            .Standing(
                new DocumentId("A-20"), grantedBy: director, granted: new LocalDate(2026, 3, 2), DateSpan.OfMonth(2026, 3),
                Scope.Everything.Only(new ProductId("P-1")))
            .With("discount", AuthorityLimit.AtMost(Percentage.FromPercent(13)));

        var first = default(ScopeSubject).With(new ProductId("P-1"));
        ScopeSubject[] lines = [first, first.With(new ProductId("P-2"))];
        Console.WriteLine(approval.Check(order, first, day, ("discount", Percentage.FromPercent(12))).IsCovered);       // True
        Console.WriteLine(approval.CheckLines(order, lines, day, ("discount", Percentage.FromPercent(12))).IsCovered);  // False
        #endregion
    }

    public static void SplitOverADay()
    {
        #region SplitOverADay
        static (string, AuthorityLimit) AtMost(decimal percent) =>
            ("discount", AuthorityLimit.AtMost(Percentage.FromPercent(percent)));

        var (salesperson, manager) = (new RoleId("salesperson"), new RoleId("area manager"));
        var table = Authority.Over("discount");
        StepSchedule<Money, Authority> byOrderValue = StepSchedule.From(
            (Money.Zero(Currency.CNY), table.With(salesperson, AtMost(5)).With(manager, AtMost(10))),
            (new Money(100_000m, Currency.CNY), table.With(salesperson, AtMost(2)).With(manager, AtMost(10))));

        Money order = new(60_000m, Currency.CNY);
        Money ofTheDay = order + order;
        var discount = ("discount", (Figure)Percentage.FromPercent(5));

        Console.WriteLine(byOrderValue.At(order).Decide(discount).Role);     // salesperson
        Console.WriteLine(byOrderValue.At(ofTheDay).Decide(discount).Role);  // area manager
        #endregion
    }

    public static void EveryReasonAgainst()
    {
        var director = s_director;
        #region EveryReasonAgainst
        var approval = Approval
            .Standing(
                new DocumentId("A-18"), grantedBy: director, granted: new LocalDate(2026, 3, 2), DateSpan.OfMonth(2026, 3),
                Scope.Everything.Only(new CustomerId("C-1")))
            .With("pieces in all", AuthorityLimit.AtMost(Quantity.Pieces(500)));

        var subject = default(ScopeSubject).With(new CustomerId("C-2"));
        ApprovalCheck check = approval.Check(
            new DocumentId("SO-4712"), subject, new LocalDate(2026, 4, 1), ("pieces in all", Quantity.Pieces(520)));

        foreach (Reason reason in check.Reasons)
            Console.WriteLine(reason);
        // approval.expired (on 2026-04-01, valid until 2026-03-31)
        // approval.not-in-customers (customer C-2, allowed C-1)
        // approval.over-limit (figure pieces in all, value 520 PCE, limit 500 PCE, excess 20 PCE)
        #endregion
    }

    public static void BeyondTheGranter()
    {
        var (authority, manager) = (s_authority, s_manager);
        #region BeyondTheGranter
        var approval = Approval
            .Standing(
                new DocumentId("A-19"), grantedBy: manager, granted: new LocalDate(2026, 3, 2), DateSpan.OfMonth(2026, 3), Scope.Everything)
            .With("discount", AuthorityLimit.AtMost(Percentage.FromPercent(13)));

        foreach (Reason reason in authority.ReasonsAgainst(approval))
            Console.WriteLine(reason);
        // authority.over-limit (role area manager, figure discount, value 13%, limit 10%, excess points 3)

        var order = new DocumentId("SO-4711");
        (string, Figure) discount = ("discount", Percentage.FromPercent(12)), margin = ("margin", Percentage.FromPercent(20));
        (string, Figure)[] figures = [discount, ("payment days", 30), margin];
        ApprovalCheck check = approval.Check(order, default, new LocalDate(2026, 3, 20), figures);
        AuthorityDecision decision = authority.Decide(order, figures).With(check);

        Console.WriteLine(check.IsCovered);           // True
        Console.WriteLine(decision.Role);             // sales director
        Console.WriteLine(decision.Approvals.Count);  // 0
        #endregion
    }

    public static void ADecisionThatExplainsItself()
    {
        #region ADecisionThatExplainsItself
        var authority = Authority.Over("discount")
            .With(new RoleId("salesperson"), ("discount", AuthorityLimit.AtMost(Percentage.FromPercent(5))))
            .With(new RoleId("sales director"), ("discount", AuthorityLimit.Unlimited));

        Console.Write(authority.Decide(("discount", Percentage.FromPercent(8))).Explain());
        // decided by: sales director  [select]
        //   salesperson may decide: no  [select]
        //     discount is over its limit: yes  [compare >]
        //       discount: 8%  [fact]
        //       limit: 5%  [by the rule]
        //     no: no  [by the rule]
        //     yes: yes  [by the rule]
        //   salesperson: salesperson  [by the rule]
        //   sales director may decide: yes  [select]
        //     yes: yes  [by the rule]
        //   sales director: sales director  [by the rule]
        //   nobody: none  [by the rule]
        #endregion
    }
}
