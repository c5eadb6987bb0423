using System;
using System.Collections.Generic;
using System.Linq;
using System.Linq.Expressions;
using System.Reflection;
using NodaTime;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// A few values of every public type, no two of a type equal, made anew at each call. The first is the good argument where a value of the
/// type is asked for: amounts in USD, quantities in pieces, so that the first ones go together.
/// </summary>
internal static partial class Samples
{
    private static readonly LocalDate s_date = new(2026, 3, 31);
    private static readonly LineId s_line = new(new DocumentId("SO-1"), 1);

    private static readonly Dictionary<Type, Func<object[]>> s_ground = new()
    {
        [typeof(bool)] = () => [true, false],
        [typeof(int)] = () => [1, 2],
        [typeof(long)] = () => [1L, 2L],
        [typeof(decimal)] = () => [2m, 0.5m],
        [typeof(string)] = () => ["USD", "a"],
        [typeof(object)] = () => ["USD"],
        [typeof(IFormatProvider)] = () => [System.Globalization.CultureInfo.InvariantCulture],
        [typeof(LocalDate)] = () => [s_date, new LocalDate(2024, 2, 29)],
        [typeof(LocalTime)] = () => [LocalTime.Midnight, new LocalTime(9, 0)],
        [typeof(IsoDayOfWeek)] = () => [IsoDayOfWeek.Monday, IsoDayOfWeek.Sunday],
        [typeof(Instant)] = () => [Instant.FromUtc(2026, 3, 31, 9, 0), Instant.FromUtc(2024, 2, 29, 23, 59)],
        [typeof(Duration)] = () => [Duration.FromHours(8), Duration.Zero],
        [typeof(DateTimeZone)] = () => [DateTimeZone.Utc, DateTimeZone.ForOffset(Offset.FromHours(8))],
        [typeof(DateInterval)] = () => [new DateInterval(s_date, s_date)],

        [typeof(IComparer<string>)] = () => [StringComparer.Ordinal],
        [typeof(IComparer<Money>)] = () => [Comparer<Money>.Default],

        [typeof(AccessSequence)] = () =>
            [AccessSequence.Of(ScopeDimensions.None), AccessSequence.Of(ScopeDimensions.Product, ScopeDimensions.None)],
        [typeof(Apportionment)] = () => [Apportionment.ToMinorUnit, Apportionment.InUnitsOf(100m).WithTies(TieBreak.Last).WithRestTo(0)],
        [typeof(ApportionmentPart)] = () => [new ApportionmentPart(1m), new ApportionmentPart(1m, 0m, 5m)],
        [typeof(AttainmentRate)] = () =>
        [
            AttainmentRate.From((Percentage.Zero, Percentage.FromPercent(3)), (Percentage.OneHundred, Percentage.FromPercent(5))),
            AttainmentRate.UpTo((Percentage.OneHundred, Percentage.FromPercent(3))),
        ],
        [typeof(Approval)] = () => [Approved(), Approved().With("a", AuthorityLimit.Unlimited)],
        [typeof(ApprovalCheck)] = () => [Approved().Check(new DocumentId("SO-1"), default, s_date, ("USD", 1234.5m))],
        [typeof(Authority)] = () => [Judged().Authority, Authority.Over("USD")],
        [typeof(AuthorityDecision)] = () => [Judged()],
        [typeof(AuthorityLimit)] = () => [AuthorityLimit.AtMost(2000m), AuthorityLimit.AtLeast(2000m), AuthorityLimit.Unlimited],
        [typeof(ChannelId)] = () => [new ChannelId("CH-1"), new ChannelId("CH-2")],
        [typeof(CollectionLine)] = () =>
        [
            Receipt().Build(),
            new CollectionLineBuilder
            {
                Document = new DocumentId("R-1"),
                Line = 2,
                Date = s_date,
                Customer = new CustomerId("C-1"),
                Amount = new Money(2.5m, Currency.USD),
                Instrument = Instrument.BankBill,
                Maturity = s_date,
                Invoice = new DocumentId("INV-1"),
                Salesperson = new SalespersonId("S-1"),
            }.Build(),
        ],
        [typeof(CollectionLineBuilder)] = () => [Receipt()],
        [typeof(Conversion)] = () =>
        [
            Rates().Convert(new Money(2.5m, Currency.USD), Currency.EUR, s_date),
            Rates().Convert(new Money(2.5m, Currency.USD), Currency.JPY, s_date),
            default(Conversion),
        ],
        [typeof(ControlledRounding)] = () => [ControlledRounding.InUnitsOf(0.5m), ControlledRounding.ToMinorUnit],
        [typeof(Currency)] = () => [Currency.FromCode("USD"), Currency.FromCode("JPY"), Currency.FromCode("XXX")],
        [typeof(CurrencyMismatchException)] = () => [new CurrencyMismatchException(Currency.USD, Currency.EUR, "right")],
        [typeof(CustomerClassId)] = () => [new CustomerClassId("A"), new CustomerClassId("B")],
        [typeof(CustomerGroupId)] = () => [new CustomerGroupId("G-1"), new CustomerGroupId("G-2")],

        [typeof(CurveSegment)] = () => [.. Plan().Segments.Cast<object>()],
        [typeof(CustomerId)] = () => [new CustomerId("C-1"), new CustomerId("C-2")],
        [typeof(DateSpan)] = () => [DateSpan.OfQuarter(2026, 1), DateSpan.From(s_date), DateSpan.Until(s_date), DateSpan.Always],
        [typeof(Discrepancy)] = () => [WrongSum().Verify()[0]],
        [typeof(DocumentId)] = () => [new DocumentId("SO-1"), new DocumentId("SO-2")],
        [typeof(ExchangeRate)] = () =>
        [
            new ExchangeRate(Currency.USD, Currency.CNY, 7.1234m, s_date),
            new ExchangeRate(Currency.JPY, Currency.CNY, 4.6m, s_date, units: 100),
        ],
        [typeof(ExchangeRates)] = () => [Rates(), ExchangeRates.Of()],
        [typeof(Explanation)] = () => [WrongSum(), Explanation.FactSum("orders", 1234.5m, 3)],
        [typeof(Figure)] = () =>
        [
            (Figure)1234.5m, (Figure)new Money(2.5m, Currency.USD), (Figure)Percentage.FromPercent(12.5m), (Figure)Quantity.Pieces(2),
            (Figure)s_date,
            (Figure)true, (Figure)"word",
        ],
        [typeof(FiscalCalendar)] = () =>
        [
            FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).WithClosingDay(25, YearClosing.OnClosingDay), FiscalCalendar.CalendarYear,
            FiscalCalendar.CalendarYear.WithClosingDay(25, YearClosing.AtMonthEnd),
            FiscalCalendar.OfWeeks(WeekPattern.FourFiveFour, IsoDayOfWeek.Saturday, 1, YearEndRule.NearestWeekday, FiscalYearName.ByStart)
                .WithExtraWeekIn(3),
        ],
        [typeof(FiscalPeriod)] = () =>
        [
            FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1),
            FiscalCalendar.Nrf.Period(FiscalPeriodKind.Week, 2023, 53),
            FiscalCalendar.StartingIn(4, FiscalYearName.ByEnd).Year(2026), default(FiscalPeriod),
        ],
        [typeof(Hierarchy<string>)] = () => [Hierarchy.Of(("a", "USD", DateSpan.OfYear(2025))), Hierarchy.Empty<string>().WithRoot("a")],
        [typeof(Hierarchy<Money>)] = () => [Hierarchy.Of((default(Money), new Money(1m, Currency.USD))), Hierarchy.Empty<Money>()],
        [typeof(Inversion<Money>)] = () => [.. FallingRate().Inversions().Cast<object>(), default(Inversion<Money>)],
        [typeof(LineId)] = () => [s_line, new LineId(new DocumentId("SO-1"), 1000)],
        [typeof(Measure)] = () =>
        [
            Measure.Margin, Measure.Receivables, Measure.Collections, Measure.Units(UnitOfMeasure.FromCode("PCE")), Measure.Count("visits"),
            Measure.OfMoney("expense", TaxBasis.WithoutTax),
        ],
        [typeof(Measured)] = () =>
        [
            Measure.Margin.Of(new Money(2.5m, Currency.USD)), Measure.Receivables.Of(new Money(2.5m, Currency.USD)),
            Measure.Units(UnitOfMeasure.Piece).Of(Quantity.Pieces(2)),
            Measure.Count("visits").Of(2m),
        ],
        [typeof(MeasureMismatchException)] = () => [new MeasureMismatchException(Measure.Revenue, Measure.Margin, "right")],
        [typeof(Money)] = () =>
            [new Money(2.5m, Currency.USD), new Money(-1234.567m, Currency.USD), new Money(2.5m, Currency.JPY), default(Money)],
        [typeof(NamedFigure)] = () => [new NamedFigure("limit", 2.5m), new NamedFigure("limit", 3m)],
        [typeof(Operation)] = () => [Operation.Sum, Operation.Round(Rounding.Commercial)],
        [typeof(ParetoClasses)] = () =>
        [
            ParetoClasses.Of(("A", Percentage.FromPercent(80)), ("B", Percentage.OneHundred)),
            ParetoClasses.Of(("A", Percentage.OneHundred)).WithCrossing(CrossingItem.Nearest),
        ],
        [typeof(ParetoItem<string, Money>)] = () =>
            [.. ParetoClasses.Abc.Classify([("C-1", new Money(2.5m, Currency.USD)), ("C-2", Money.Zero(Currency.USD))])],
        [typeof(ParetoItem<CustomerId, Money>)] = () =>
            [
                .. ParetoClasses.Abc.Classify(
                    [(new CustomerId("C-1"), new Money(2.5m, Currency.USD)), (new CustomerId("C-2"), Money.Zero(Currency.USD))]),
            ],
        [typeof(PayoutCurve)] = () => [Plan(), Plan().WithCap(150m), PayoutCurve.Falling(JumpSide.From, (0m, 1m), (30m, 1m), (30m, 0m))],
        [typeof(Percentage)] = () => [Percentage.FromPercent(12.5m), Percentage.FromPercent(-1m), Percentage.Zero],
        [typeof(PricePortion)] = () => [.. FallingPrice().Portions(Quantity.Pieces(12)).Cast<object>()],
        [typeof(ProductCategoryId)] = () => [new ProductCategoryId("PC-1"), new ProductCategoryId("PC-2")],
        [typeof(ProductId)] = () => [new ProductId("P-1"), new ProductId("P-2")],
        [typeof(Quantity)] = () => [Quantity.Pieces(2), Quantity.Pieces(-1234.5m), new Quantity(2, UnitOfMeasure.Case)],
        [typeof(RatePortion)] = () => [.. FallingRate().Portions(new Money(200m, Currency.USD)).Cast<object>()],
        [typeof(Reason)] = () => [new Reason("over-limit", ("limit", 2.5m)), new Reason("over-limit")],
        [typeof(Revision<string>)] = () => [.. Corrected("old", "new").Entries.Cast<object>()],
        [typeof(Revision<Money>)] = () => [.. Corrected(default(Money), new Money(1m, Currency.USD)).Entries.Cast<object>()],
        [typeof(Revisions<string>)] = () => [Corrected("old", "new"), Revisions.Empty<string>()],
        [typeof(Revisions<Money>)] = () => [Corrected(default(Money), new Money(1m, Currency.USD)), Revisions.Empty<Money>()],
        [typeof(RoleId)] = () => [new RoleId("R-1"), new RoleId("R-2")],
        [typeof(RejectedEntry<string>)] = () => [.. Prices("a", "b").Resolve(default, s_date).NotApplicable()],
        [typeof(RejectedEntry<Money>)] = () =>
            [.. Prices(new Money(1m, Currency.USD), new Money(2m, Currency.USD)).Resolve(default, s_date).NotApplicable()],
        [typeof(RollUp<string>)] = () => RolledUp("a", "USD"),
        [typeof(RollUp<Money>)] = () => RolledUp(default(Money), new Money(1m, Currency.USD)),
        [typeof(Rounding)] = () =>
        [
            Rounding.ToStep(0.05m, RoundingMode.HalfEven), Rounding.Parse("minor-unit half-away"),
            Rounding.ToEnding(0.99m, 1m, RoundingMode.Up),
        ],
        [typeof(SalesLine)] = () =>
        [
            Line().Build(),
            new Func<SalesLine>(() => { var line = Line(); line.Tax = new Money(0.1m, Currency.USD); return line.Build(); })(),
        ],
        [typeof(SalesLineBuilder)] = () => [Line()],
        [typeof(SalespersonId)] = () => [new SalespersonId("S-1"), new SalespersonId("S-2")],
        [typeof(StepMatrix<string, string, string>)] = () => [WordMatrix("A"), StepMatrix.UpTo(["ZZZ"], ("ZZZ", ["all"]))],
        [typeof(StepMatrix<Money, Money, Money>)] = () =>
        [
            StepMatrix.From([Money.Zero(Currency.USD)], (Money.Zero(Currency.USD), [new Money(1m, Currency.USD)])),
            StepMatrix.UpTo([new Money(1000m, Currency.USD)], (new Money(1000m, Currency.USD), [new Money(1m, Currency.USD)])),
        ],
        [typeof(Scope)] = () => [Scope.Everything, Narrow(), Scope.Everything.Except(new ProductId("P-2"))],
        [typeof(ScopeCondition)] = () => [.. Narrow().Conditions],
        [typeof(ScopeEntry<string>)] = () =>
        [
            ScopeEntry.Of("new", Scope.Everything, "a").WithPrecedence(1),
            ScopeEntry.Of("new", Narrow(), "a").During(DateSpan.OfYear(2026)),
        ],
        [typeof(ScopeEntry<Money>)] = () =>
            [ScopeEntry.Of("new", Scope.Everything, new Money(1m, Currency.USD)), ScopeEntry.Of("new", Scope.Everything, default(Money))],
        [typeof(ScopeResolution<string>)] = () => [Prices("a", "b").Resolve(default, s_date), default(ScopeResolution<string>)],
        [typeof(ScopeResolution<Money>)] = () =>
            [Prices(default(Money), default).Resolve(default, s_date), default(ScopeResolution<Money>)],
        [typeof(ScopeSubject)] = () =>
            [default(ScopeSubject).With(new CustomerId("C-1")).InGroups(new CustomerGroupId("G-1")), default(ScopeSubject)],
        [typeof(ScopeTable<string>)] = () =>
            [Prices("a", "b"), ScopeTable.Lowest(StringComparer.Ordinal, ScopeEntry.Of("all", Scope.Everything, "a"))],
        [typeof(ScopeTable<Money>)] = () => [Prices(default(Money), default), Prices(new Money(1m, Currency.USD), default)],
        [typeof(StepSchedule<string, string>)] = () =>
            [StepSchedule.From(("A", "first"), ("N", "second")), StepSchedule.UpTo(("ZZZ", "all"))],
        [typeof(StepSchedule<Money, Money>)] = () =>
        [
            StepSchedule.From((Money.Zero(Currency.USD), new Money(1m, Currency.USD))).WithCeiling(new Money(1000m, Currency.USD)),
            StepSchedule.UpTo((new Money(1000m, Currency.USD), new Money(1m, Currency.USD))).WithFloor(Money.Zero(Currency.USD)),
        ],
        [typeof(StepSchedule<string, StepSchedule<string, string>>)] = () => [WordMatrix("A").Rows, WordMatrix("B").Rows],
        [typeof(TaxBasisMismatchException)] = () => [new TaxBasisMismatchException(TaxBasis.WithTax, TaxBasis.WithoutTax, "right")],
        [typeof(TerritoryId)] = () => [new TerritoryId("T-1"), new TerritoryId("T-2")],
        [typeof(TieredPrice)] = () => [FallingPrice(), TieredPrice.UpTo(Currency.USD, UnitOfMeasure.Piece, (10m, 10m))],
        [typeof(TieredRate)] = () => [FallingRate(), TieredRate.UpTo(Currency.USD, (100m, Percentage.FromPercent(5)))],
        [typeof(Timeline<string>)] = () => [Timeline.Of((DateSpan.OfYear(2025), "old")), Timeline.Empty<string>()],
        [typeof(Timeline<Money>)] = () => [Timeline.Of((DateSpan.OfYear(2025), new Money(1m, Currency.USD))), Timeline.Empty<Money>()],
        [typeof(TimelineChange<string>)] = () =>
            [.. Timeline.Of((DateSpan.OfYear(2025), "old")).ChangesTo(Timeline.Always("new")).Cast<object>()],
        [typeof(TimelineChange<Money>)] = () =>
            [
                .. Timeline.Of((DateSpan.OfYear(2025), new Money(1m, Currency.USD))).ChangesTo(Timeline.Always(default(Money)))
                .Cast<object>(),
            ],
        [typeof(TimelineSlice<string>)] = () =>
            [.. Timeline.Of((DateSpan.OfYear(2025), "old")).Slices(DateSpan.From(s_date.PlusYears(-1))).Cast<object>()],
        [typeof(TimelineSlice<Money>)] = () =>
            [.. Timeline.Of((DateSpan.OfYear(2025), default(Money))).Slices(DateSpan.From(s_date.PlusYears(-1))).Cast<object>()],
        [typeof(UnitConversions)] = () =>
            [UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1, UnitOfMeasure.Case), Quantity.Pieces(24))],
        [typeof(UnitMismatchException)] = () => [new UnitMismatchException(UnitOfMeasure.Piece, UnitOfMeasure.Case, "right")],
        [typeof(UnitOfMeasure)] = () => [UnitOfMeasure.FromCode("PCE"), UnitOfMeasure.FromCode("CS")],
        [typeof(WorkCalendar)] = () =>
        [
            WorkCalendar.MondayToFriday.WithHours(WorkingHours.Parse("09:00-17:00")),
            WorkCalendar.Weekends().WithHolidays(DateSpan.OfMonth(2026, 1)),
            WorkCalendar.Weekends(IsoDayOfWeek.Saturday, IsoDayOfWeek.Sunday).WithMakeUpDays(s_date.PlusDays(-2))
                .WithValidity(DateSpan.From(new LocalDate(2024, 1, 1))),
        ],
        [typeof(WorkingHours)] = () => [WorkingHours.Parse("09:00-12:00,13:00-18:00"), WorkingHours.AllDay],
    };

    // Each context has its own list; no order of initialization between them is relied on.
    private static readonly Lazy<Dictionary<Type, Func<object[]>>> s_registry = new(Collected);

    /// <summary>The type itself, or, of a generic type, the closed types that have samples.</summary>
    internal static IEnumerable<Type> Closed(Type type) =>
        type.IsGenericTypeDefinition
            ? s_registry.Value.Keys.Where(key => key.IsGenericType && key.GetGenericTypeDefinition() == type)
            : [type];

    internal static bool Has(Type type) => s_registry.Value.ContainsKey(type);

    internal static IReadOnlyList<object> Of(Type type) =>
        s_registry.Value.TryGetValue(type, out var make) ? make()
            : type.IsEnum ? [.. Enum.GetValues(type).Cast<object>()]
            : throw new InvalidOperationException(
                "No sample of " + type + ": add two or three unequal values of it to " + nameof(Samples) + ".");

    /// <summary>What to call the members of the type on; a static class has only static ones.</summary>
    internal static IReadOnlyList<object?> Receivers(Type type) => PublicSurface.IsStatic(type) ? new object?[1] : [.. Of(type)];

    /// <summary>A good argument for the parameter.</summary>
    internal static object? Argument(ParameterInfo parameter)
    {
        // A text that is to be parsed has to be one of the type that parses it.
        if (parameter is { Name: "text", Member: MethodInfo { IsStatic: true, DeclaringType: { } type } } && Has(type))
            return Of(type)[0].ToString();

        return parameter.Name == "format" ? "G" : Argument(parameter.ParameterType);
    }

    internal static object? Argument(Type type)
    {
        if (type.IsByRef)
            return null;
        if (Nullable.GetUnderlyingType(type) is { } underlying)
            return Argument(underlying);
        if (ElementOf(type) is { } element)
            return ArrayOf(type, Argument(element));

        if (IsTuple(type))
            return Activator.CreateInstance(type, [.. type.GetGenericArguments().Select(Argument)]);

        return PublicSurface.IsDelegate(type) ? FunctionTo(type) : Of(type)[0];
    }

    /// <summary>The type of the elements where an array can be given for the parameter.</summary>
    internal static Type? ElementOf(Type type) =>
        type.IsArray ? type.GetElementType()
            : type.IsGenericType && type.GetGenericArguments() is [var only] && type.IsAssignableFrom(only.MakeArrayType()) ? only
            : null;

    /// <summary>What can be given for a parameter of that type: an array of these elements, in a grid their only row.</summary>
    internal static Array ArrayOf(Type type, params object?[] elements)
    {
        var rank = type.IsArray ? type.GetArrayRank() : 1;
        int[] Index(int last) => [.. Enumerable.Repeat(0, rank - 1), last];
        var array = Array.CreateInstance(ElementOf(type)!, [.. Enumerable.Repeat(1, rank - 1), elements.Length]);
        for (var i = 0; i < elements.Length; i++)
            array.SetValue(elements[i], Index(i));

        return array;
    }

    internal static bool IsTuple(Type type) =>
        type.IsValueType && type.FullName!.StartsWith("System.ValueTuple`", StringComparison.Ordinal);

    private static Dictionary<Type, Func<object[]>> Collected() =>
        new[]
        {
            s_ground, s_customers, s_organization, s_quotas, s_attainment, s_watching, s_plans, s_quotaTrees, s_range, s_commissions,
            s_commissionPlans, s_terms, s_priceLists, s_discounts, s_promotions, s_channel, s_diversion, s_waterfalls, s_priceAuthority,
            s_quotations, s_rebates, s_rebateAccounts,
        }
            .SelectMany(samples => samples).ToDictionary(entry => entry.Key, entry => entry.Value);

    private static Delegate FunctionTo(Type type)
    {
        var invoke = type.GetMethod("Invoke")!;
        var parameters = invoke.GetParameters().Select(parameter => Expression.Parameter(parameter.ParameterType)).ToArray();
        Expression body = invoke.ReturnType == typeof(void) ? Expression.Empty()
            : Expression.Constant(Argument(invoke.ReturnType), invoke.ReturnType);
        return Expression.Lambda(type, body, parameters).Compile();
    }

    private static Explanation WrongSum() =>
        Explanation.Node("total", new Money(1234.5m, Currency.USD), Operation.Sum, Explanation.Fact("net", new Money(1000m, Currency.USD)));

    private static object[] RolledUp<TNode>(TNode child, TNode parent)
        where TNode : notnull
    {
        var zero = Measure.Margin.Of(Money.Zero(Currency.USD));
        return
        [
            Hierarchy.Of((child, parent)).RollUp(s_date, zero, [(child, Measure.Margin.Of(new Money(2.5m, Currency.USD)))]),
            Hierarchy.Empty<TNode>().RollUp(s_date, zero, []),
        ];
    }

    private static ExchangeRates Rates() =>
        ExchangeRates
            .Of(
                new ExchangeRate(Currency.EUR, Currency.USD, 1.0834m, s_date),
                new ExchangeRate(Currency.EUR, Currency.JPY, 16_250m, s_date, units: 100))
            .WithBase(Currency.EUR).WithMaximumAge(8);

    // A rate and a price that fall enough for both to have inversions.
    private static TieredRate FallingRate() =>
        TieredRate.From(Currency.USD, (0m, Percentage.FromPercent(5)), (100m, Percentage.FromPercent(3)));

    private static TieredPrice FallingPrice() =>
        TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0m, 10m), (10m, 8m));

    // Recorded on the day that is the good argument, so that more can be recorded on it.
    private static Revisions<T> Corrected<T>(T before, T after)
        where T : notnull =>
        Revisions.Of((s_date, DateSpan.OfYear(2026), before), (s_date, DateSpan.OfQuarter(2026, 1), after))
            .Withdraw(s_date, DateSpan.OfYear(2027), new Reason("typing-error"));

    // With a payout everywhere, so that any argument has one.
    private static PayoutCurve Plan() => PayoutCurve.ThresholdTargetExcellence((80m, 50m), (100m, 100m), (120m, 200m));

    private static StepMatrix<string, string, string> WordMatrix(string first) =>
        StepMatrix.From([first, "N"], (first, ["first", "second"]));

    private static ScopeTable<T> Prices<T>(T general, T special)
        where T : notnull =>
        ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product, ScopeDimensions.None),
            ScopeEntry.Of("USD", Scope.Everything, general),
            ScopeEntry.Of("special", Scope.Everything.Only(new ProductId("P-1")), special).During(DateSpan.OfYear(2025)),
            ScopeEntry.Of("other", Scope.Everything.Only(new ProductId("P-2")), special));

    private static Scope Narrow() => Scope.Everything.Only(new CustomerId("C-1"), new CustomerId("C-2")).Except(PriceKind.Free);

    private static Approval Approved() =>
        Approval.ForDocument(new DocumentId("A-1"), new RoleId("R-0"), s_date, DateSpan.OfQuarter(2026, 1), new DocumentId("SO-2"))
            .With("limit", AuthorityLimit.AtMost(2000m));

    // Over the name and kind of figure that are the good arguments.
    private static AuthorityDecision Judged() =>
        Authority.Over("USD").With(new RoleId("R-0"), ("USD", AuthorityLimit.AtMost(1000m))).Decide(("USD", 1234.5m));

    private static CollectionLineBuilder Receipt() => new()
    {
        Document = new DocumentId("R-1"),
        Line = 1,
        Date = s_date,
        Customer = new CustomerId("C-1"),
        Amount = new Money(2.5m, Currency.USD),
    };

    private static SalesLineBuilder Line() => new()
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId("SO-1"),
        Line = 1,
        Date = s_date,
        Customer = new CustomerId("C-1"),
        Product = new ProductId("P-1"),
        Quantity = Quantity.Pieces(2),
        ListAmount = new Money(3m, Currency.USD),
        NetAmount = new Money(2.5m, Currency.USD),
        Tax = Money.Zero(Currency.USD),
    };
}
