using System;
using NodaTime;
using SalesDomain.Customers;
using SalesDomain.Organization;

namespace SalesDomain.Tests.Docs;

public static class OrganizationSnippets
{
    public static void AManagerSwapsPlaces()
    {
        #region AManagerSwapsPlaces
        var july = new LocalDate(2026, 7, 1);
        Hierarchy<string> team = Hierarchy.Of(("Li", "Wu"), ("Wu", "Director"));

        try
        {
            team.Move("Wu", "Li", from: july);
        }
        catch (ArgumentException refused)
        {
            Console.WriteLine(refused.Message.Contains("Li under Wu under Li: 2026-07-01/.."));  // True
        }

        Hierarchy<string> swapped = team.Move("Li", "Director", from: july).Move("Wu", "Li", from: july);
        Console.WriteLine(string.Join(" < ", swapped.AncestorsOf("Li", july.PlusDays(-1))));  // Wu < Director
        Console.WriteLine(string.Join(" < ", swapped.AncestorsOf("Wu", july)));               // Li < Director
        #endregion
    }

    public static void SalesUpToTheCountry()
    {
        #region SalesUpToTheCountry
        var regions = Hierarchy.Of(("Ningbo", "East"), ("Hangzhou", "East"), ("East", "China"), ("West", "China"));

        RollUp<string> sales = regions.RollUp(
            new LocalDate(2026, 3, 31), Revenue(0),
            [("Ningbo", Revenue(120)), ("Hangzhou", Revenue(80)), ("East", Revenue(5)), ("Ningbo", Revenue(-20)), ("Suzhou", Revenue(7))]);

        Console.Write(sales);
        // China: CNY 185.00
        //   East: CNY 185.00
        //     Ningbo: CNY 100.00
        //     Hangzhou: CNY 80.00
        //   West: CNY 0.00
        // outside: CNY 7.00
        Console.Write(sales.Explain("East"));
        // East: CNY 185.00  [sum]
        //   East itself: CNY 5.00  [sum of 1 facts]
        //   Ningbo: CNY 100.00  [sum of 2 facts]
        //   Hangzhou: CNY 80.00  [sum of 1 facts]

        static Measured Revenue(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.CNY));
        #endregion
    }

    public static void ACustomerChangesHands()
    {
        #region ACustomerChangesHands
        Assignments<string, string> customers = Assignments
            .Of(("C-1", "Li", DateSpan.Always), ("C-2", "Li", DateSpan.Until(new LocalDate(2026, 3, 31))))
            .Move("C-1", "Wu", from: new LocalDate(2026, 4, 1));

        customers.TryHolderOf("C-1", new LocalDate(2026, 3, 31), out string? inMarch);
        customers.TryHolderOf("C-1", new LocalDate(2026, 4, 1), out string? inApril);
        Console.WriteLine(inMarch + ", then " + inApril);  // Li, then Wu

        foreach (var gap in customers.Gaps(["C-1", "C-2", "C-3"], over: DateSpan.OfQuarter(2026, 2)))
            Console.WriteLine(gap);
        // C-2, 2026-04-01/2026-06-30: nobody
        // C-3, 2026-04-01/2026-06-30: nobody
        #endregion
    }

    public static void SharedAndHeldTwice()
    {
        #region SharedAndHeldTwice
        var half = Percentage.FromPercent(50);
        var year = DateSpan.OfYear(2026);
        Assignments<string, string> customers = Assignments.Of(
            Assignment.Of("C-1", "Li", year, half), Assignment.Of("C-1", "Wu", year, half),
            Assignment.Of("C-2", "Li", year), Assignment.Of("C-2", "Wu", DateSpan.From(new LocalDate(2026, 11, 1))));

        foreach (var overlap in customers.Overlaps(year))
            Console.WriteLine(overlap + ", " + overlap.ExcessShare + " too much");
        // C-2, 2026-11-01/2026-12-31: Li 100%, Wu 100%, 100% too much

        Console.WriteLine(customers.TryHolderOf("C-1", new LocalDate(2026, 1, 1), out _));  // False
        Console.WriteLine(customers.HoldersOf("C-1", new LocalDate(2026, 1, 1)).Count);     // 2
        #endregion
    }

    public static void WhoseSaleItIs()
    {
        #region WhoseSaleItIs
        var city = new AreaId("Ningbo");
        TerritoryMap map = TerritoryMap
            .InOrder(TerritoryBasis.Account, TerritoryBasis.ProductCategory, TerritoryBasis.Area)
            .WithAreas(Hierarchy.Of((city, new AreaId("Zhejiang"))))
            .With(
                TerritoryRule.Of(new CustomerId("C-1"), new TerritoryId("Key accounts"), DateSpan.OfYear(2026)),
                TerritoryRule.Of(new ProductCategoryId("Medical"), new TerritoryId("Hospitals"), DateSpan.Always),
                TerritoryRule.Of(new AreaId("Zhejiang"), new TerritoryId("East"), DateSpan.Always));

        var sale = default(ScopeSubject).With(new CustomerId("C-1")).With(new ProductCategoryId("Medical"));
        Console.WriteLine(map.Resolve(sale, city, new LocalDate(2025, 12, 31)));  // product category Medical to Hospitals: ../..

        TerritoryResolution now = map.Resolve(sale, city, new LocalDate(2026, 1, 1));
        Console.WriteLine(now);                // account C-1 to Key accounts: 2026-01-01/2026-12-31
        Console.WriteLine(now.Overridden[1]);  // area Zhejiang to East: ../..

        var open = map.OpenAccounts(
            [(new CustomerId("C-2"), city), (new CustomerId("C-3"), new AreaId("Tibet"))], new LocalDate(2026, 1, 1));
        Console.WriteLine(open[0]);            // C-3
        #endregion
    }

    public static void ACategoryInAnArea()
    {
        #region ACategoryInAnArea
        var (zhejiang, shanghai) = (new AreaId("Zhejiang"), new AreaId("Shanghai"));
        var (medical, keyAccounts) = (new ProductCategoryId("Medical"), new ChannelId("KA"));
        var (headOffice, store) = (new CustomerId("RT-Mart"), new CustomerId("RT-Mart Ningbo"));
        TerritoryMap map = TerritoryMap
            .InOrder(TerritoryBasis.Account, TerritoryBasis.Area, TerritoryBasis.Scope)
            .WithAccounts(Hierarchy.Of((store, headOffice)))
            .With(
                TerritoryRule.Of(headOffice, new TerritoryId("Chains"), DateSpan.Always),
                TerritoryRule.Of(zhejiang, new TerritoryId("East"), DateSpan.Always),
                TerritoryRule.Of(zhejiang, new TerritoryId("Hospitals East"), DateSpan.Always).Within(Scope.Everything.Only(medical)),
                TerritoryRule.Of(shanghai, new TerritoryId("Shanghai KA"), DateSpan.OfYear(2026))
                    .Within(Scope.Everything.Only(keyAccounts)),
                TerritoryRule.Of(Scope.Everything.Only(keyAccounts), new TerritoryId("National KA"), DateSpan.Always));

        var on = new LocalDate(2026, 3, 31);
        ScopeSubject sale = default(ScopeSubject).With(new CustomerId("C-1"));
        Console.WriteLine(map.Resolve(sale.With(medical), zhejiang, on).Territory);      // Hospitals East
        Console.WriteLine(map.Resolve(sale.With(keyAccounts), shanghai, on).Territory);  // Shanghai KA
        Console.WriteLine(map.Resolve(sale.With(store), zhejiang, on).Territory);        // Chains

        // Nobody said through which channel it was sold.
        Console.WriteLine(map.Resolve(sale, shanghai, on));              // open
        Console.WriteLine(map.Resolve(sale, shanghai, on).Undecided[1]);
        // territory.outside-scope (basis area, code Shanghai, territory Shanghai KA, scope only channels KA, not stated channel)
        Console.WriteLine(map.Unstated(sale));                           // ProductCategory, Channel

        foreach (TimelineSlice<TerritoryRule> slice in map.Coverage(sale.With(keyAccounts), shanghai, DateSpan.From(on)))
            Console.WriteLine(slice.Span + ": " + slice.Value.Territory);
        // 2026-03-31/2026-12-31: Shanghai KA
        // 2027-01-01/..: National KA
        #endregion
    }

    public static void PastAVacantPosition()
    {
        #region PastAVacantPosition
        var (head, east, ningbo) = (new PositionId("Head"), new PositionId("East"), new PositionId("Ningbo"));
        var (he, ma, li) = (new SalespersonId("He"), new SalespersonId("Ma"), new SalespersonId("Li"));
        SalesForce force = SalesForce.Of(
            Hierarchy.Of((east, head), (ningbo, east)),
            Assignments.Of(
                (head, he, DateSpan.Always), (east, ma, DateSpan.Until(new LocalDate(2026, 3, 31))), (ningbo, li, DateSpan.Always)),
            Assignments.Of((new TerritoryId("T-1"), ningbo, DateSpan.Always)));

        var (march, april) = (new LocalDate(2026, 3, 31), new LocalDate(2026, 4, 1));
        Console.WriteLine(force.ManagersOf(li, march)[0]);   // East (Ma)
        Console.WriteLine(force.ManagersOf(li, april)[0]);   // Head (He), past East
        Console.WriteLine(force.DirectTeamOf(he, april)[0]);  // Li
        Console.WriteLine(force.VacantOn(april)[0]);         // East
        foreach (PositionChange change in force.ChangesBetween(march, april))
            Console.WriteLine(change);                       // East: under Head, held by Ma to under Head, vacant
        #endregion
    }

    public static void HowManyAManagerLeads()
    {
        #region HowManyAManagerLeads
        var positions = Hierarchy.Of(
            (new PositionId("East"), new PositionId("Head")), (new PositionId("West"), new PositionId("Head")),
            (new PositionId("E1"), new PositionId("East")), (new PositionId("E2"), new PositionId("East")),
            (new PositionId("W1"), new PositionId("West")));
        var people = Assignments.Of(
            (new PositionId("Head"), new SalespersonId("He"), DateSpan.Always),
            (new PositionId("East"), new SalespersonId("Ma"), DateSpan.Always),
            (new PositionId("E1"), new SalespersonId("Li"), DateSpan.Always),
            (new PositionId("W1"), new SalespersonId("Xu"), DateSpan.Always));

        SpanOfControl spans = SalesForce.Of(positions, people, Assignments.Empty<TerritoryId, PositionId>())
            .SpanOfControl(new LocalDate(2026, 3, 31));

        Console.Write(spans);
        // Head (He): 2 people, 2 positions, 1 vacant
        // East (Ma): 1 people, 2 positions, 1 vacant
        // West (vacant): 0 people, 1 led from above, 1 positions, 0 vacant
        Console.WriteLine(spans.Explain().Value);             // 1.5
        Console.WriteLine(spans.AtLevel(2).Explain().Value);  // 1
        Console.WriteLine(spans.Levels);                      // 3
        Console.WriteLine(spans.AtLevel(2).OutsideRange(2, 8)[0]);
        // span.too-narrow (position East, people 1, least 2, positions 2, vacant 1)
        #endregion
    }

    public static void ClassesFromAReview()
    {
        #region ClassesFromAReview
        var july = new LocalDate(2026, 7, 1);
        var (c1, c2, c3) = (new CustomerId("C-1"), new CustomerId("C-2"), new CustomerId("C-3"));
        CustomerClasses classes = CustomerClasses.Of(
            (c1, new CustomerClassId("A"), DateSpan.OfYear(2026)), (c2, new CustomerClassId("B"), DateSpan.OfYear(2026)));

        var halfYear = ParetoClasses.Abc.Classify([(c1, new Money(120_000m, Currency.CNY)), (c2, new Money(880_000m, Currency.CNY))]);
        CustomerClasses reviewed = classes.WithReview(halfYear, from: july);

        foreach (CustomerClassChange change in reviewed.ChangesBetween(july.PlusDays(-1), july))
            Console.WriteLine(change);
        // C-1: A to B
        // C-2: B to A
        Console.WriteLine(reviewed.UnclassedOn([c1, c2, c3], july)[0]);  // C-3
        #endregion
    }

    public static void HeldAfterOneBadHalfYear()
    {
        #region HeldAfterOneBadHalfYear
        var (a, b, c) = (new CustomerClassId("A"), new CustomerClassId("B"), new CustomerClassId("C"));
        var movement = ClassMovement.Of(a, b, c).WithDown(afterReviews: 2, atMostClasses: 1);
        var aster = new CustomerId("Aster");
        var (held, earned) = (CustomerClasses.Empty, EarnedClasses.Empty);

        var day = new LocalDate(2025, 1, 1);
        foreach (CustomerClassId its in new[] { a, c, c, b })
        {
            earned = earned.With(reviewedOn: day, [(aster, its)]);
            ClassReview review = movement.Review(held, earned, day);
            (held, day) = (review.Classes, day.PlusMonths(6));
            Console.WriteLine(review.Decisions[0]);
            foreach (Reason reason in review.Decisions[0].Reasons)
                Console.WriteLine("  " + reason);
        }
        // Aster: none, earned A, A from now on
        // Aster: A, earned C, stays
        //   class.unconfirmed (earned C, reviews in a row 1, reviews needed 2)
        // Aster: A, earned C, B from now on
        //   class.too-far (confirmed C, classes at most 1)
        // Aster: B, earned B, stays
        #endregion
    }
}
