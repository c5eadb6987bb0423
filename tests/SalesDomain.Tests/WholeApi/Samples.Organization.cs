using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Organization;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_organization = new()
    {
        [typeof(Ramp)] = () =>
        [
            Ramp.Of(Percentage.Zero, Percentage.FromPercent(50m), Percentage.OneHundred),
            Ramp.Of(Percentage.Zero, Percentage.OneHundred).ByMonthsOf(FiscalCalendar.CalendarYear, joinedBy: 15),
        ],
        [typeof(AccountMove<string, string>)] = () => [Aligned("USD", "a").ChangeTo(Aligned("USD", "a").Move("USD", "a")).Moves[0]],
        [typeof(AccountMove<Money, Money>)] = () =>
            [Aligned(s_usd, default).ChangeTo(Aligned(s_usd, default).Move(s_usd, default)).Moves[0]],
        [typeof(AccountProfile<string>)] = () => [Profiled("USD", 2m), Profiled("USD", 3m)],
        [typeof(AccountProfile<Money>)] = () => [Profiled(s_usd, 2m), Profiled(s_usd, 3m)],
        [typeof(AccountWorkload)] = () =>
            [AccountWorkload.Of(12m, Duration.FromHours(1), Duration.Zero), AccountWorkload.OfCalls(12m), default(AccountWorkload)],
        [typeof(Alignment<string, string>)] = () => [Aligned("USD", "a"), Aligned("USD", "b")],
        [typeof(Alignment<Money, Money>)] = () => [Aligned(s_usd, default), Aligned(s_usd, new Money(9m, Currency.USD))],
        [typeof(AlignmentBalance<string>)] = () => [Aligned("USD", "a").Balance(AlignmentMeasure.Sales, Percentage.FromPercent(10m))],
        [typeof(AlignmentBalance<Money>)] = () => [Aligned(s_usd, default).Balance(AlignmentMeasure.Calls, Percentage.FromPercent(10m))],
        [typeof(AlignmentChange<string, string>)] = () => [Aligned("USD", "a").ChangeTo(Aligned("USD", "a").Move("USD", "a"))],
        [typeof(AlignmentChange<Money, Money>)] = () => [Aligned(s_usd, default).ChangeTo(Aligned(s_usd, default).Move(s_usd, default))],
        [typeof(BreakdownMethod)] = () => [ByBreakdown(), ByBreakdown().WithTurnover(Percentage.FromPercent(20m))],
        [typeof(BreakdownSize)] = () => [ByBreakdown().Size(Earned(1_000m))],
        [typeof(BuyingPower<string>)] = () => [Indicated().Evaluate([("USD", [2m])])],
        [typeof(BuyingPower<Money>)] = () => [Indicated().Evaluate([(s_usd, (IReadOnlyList<decimal>)[2m])])],
        [typeof(BuyingPowerLine<string>)] = () => [Indicated().Evaluate([("USD", [2m])]).Lines[0]],
        [typeof(BuyingPowerLine<Money>)] = () => [Indicated().Evaluate([(s_usd, (IReadOnlyList<decimal>)[2m])]).Lines[0]],
        [typeof(CandidateCriterion)] = () => [Driven(), new CandidateCriterion("drive", Percentage.FromPercent(40m)).WithMinimum(3m)],
        [typeof(CandidateResult<string>)] = () => [Scored("USD", 4m), Carded().Evaluate("USD", [])],
        [typeof(CandidateResult<Money>)] = () => [Scored(s_usd, 4m)],
        [typeof(CandidateScorecard)] = () => [Carded(), Carded().WithMissing(MissingScore.CountAsLowest)],
        [typeof(CriterionScore)] = () => [.. Scored("USD", 4m).Criteria],
        [typeof(Employment)] = () =>
        [
            new Employment(new SalespersonId("S-1"), s_date.PlusMonths(-3)),
            new Employment(new SalespersonId("S-1"), s_date.PlusMonths(-3)).Ended(s_date, LeavingKind.Voluntary),
        ],
        [typeof(HeadCount)] = () => [HeadCount.Of([]), Counted()],
        [typeof(IncrementalMethod)] = () => [ByMargin(), ByMargin().AddingAtBreakEven()],
        [typeof(IncrementalSize)] = () => [ByMargin().Size()],
        [typeof(IncrementalStep)] = () => [.. ByMargin().Size().Sizes],
        [typeof(IndicatorWeights)] = () => [Indicated(), IndicatorWeights.Classical],
        [typeof(InterviewScore)] = () => [new InterviewScore("Li", "drive", 4m), new InterviewScore("He", "drive", 4m)],
        [typeof(MarketPosition)] = () => [MarketPosition.Of(Earned(1m), Earned(4m), Earned(8m)), MarketPosition.Of(Earned(1m), null, null)],
        [typeof(MarketPotential<string>)] = () =>
            [MarketPotential.Of(("USD", Earned(2m)), ("a", Earned(3m))), MarketPotential.Of(("USD", Earned(2m)))],
        [typeof(MarketPotential<Money>)] = () =>
            [MarketPotential.Of((s_usd, Earned(2m))), MarketPotential.Of((default(Money), Earned(2m)))],
        [typeof(NewHireTurnover)] = () => [Counted().NewHires(DateSpan.OfYear(2025), 6, s_date)],
        [typeof(PotentialLine<string>)] = () => [.. MarketPotential.Of(("USD", Earned(2m)), ("a", Earned(3m))).Lines],
        [typeof(PotentialLine<Money>)] = () => [.. MarketPotential.Of((s_usd, Earned(2m))).Lines],
        [typeof(RampedHeads)] = () => [Counted().Ramped(s_date, Ramp.None)],
        [typeof(RankedCandidate<string>)] = () => [.. Carded().Rank([Scored("USD", 4m), Scored("a", 2m)])],
        [typeof(RankedCandidate<Money>)] = () => [.. Carded().Rank([Scored(s_usd, 4m)])],
        [typeof(ScoreScale)] = () => [ScoreScale.Of(1m, 5m), ScoreScale.Of(1m, 5m).InStepsOf(1m).WithAnchor(1m, "none")],
        [typeof(WorkloadLine)] = () => [.. ByWorkload().Size().Lines],
        [typeof(SellingTime)] = () =>
        [
            SellingTime.Of(240m, Duration.FromHours(8)).WithoutDays("leave", 15m).WithoutShare("reports", Percentage.FromPercent(20m)),
            SellingTime.Of(Duration.FromHours(1_200)),
        ],
        [typeof(StaffTurnover)] = () => [Counted().Turnover(DateSpan.OfYear(2025), HeadCountAverage.ByDay)],
        [typeof(Staffing<string>)] = () => [Staffed("USD"), Staffed("a")],
        [typeof(Staffing<Money>)] = () => [Staffed(s_usd), Staffed(default(Money))],
        [typeof(StaffingOnDay<string>)] = () => [Staffed("USD").On(s_date)],
        [typeof(StaffingOnDay<Money>)] = () => [Staffed(s_usd).On(s_date)],
        [typeof(StaffingOverSpan<string>)] = () => [Staffed("USD").Over(DateSpan.OfYear(2025))],
        [typeof(StaffingOverSpan<Money>)] = () => [Staffed(s_usd).Over(DateSpan.OfYear(2025))],
        [typeof(StaffingNumbersOnDay<string>)] = () => [Numbered("USD", 2).On(s_date)],
        [typeof(StaffingNumbersOnDay<Money>)] = () => [Numbered(s_usd, 2).On(s_date)],
        [typeof(StaffingNumbersOnDayLine<string>)] = () => [.. Numbered("USD", 2).On(s_date).Lines],
        [typeof(StaffingNumbersOnDayLine<Money>)] = () => [.. Numbered(s_usd, 2).On(s_date).Lines],
        [typeof(StaffingNumbersOverSpan<string>)] = () => [Numbered("USD", 2).Over(DateSpan.OfYear(2026))],
        [typeof(StaffingNumbersOverSpan<Money>)] = () => [Numbered(s_usd, 2).Over(DateSpan.OfYear(2026))],
        [typeof(StaffingNumbersOverSpanLine<string>)] = () => [.. Numbered("USD", 2).Over(DateSpan.OfYear(2026)).Lines],
        [typeof(StaffingNumbersOverSpanLine<Money>)] = () => [.. Numbered(s_usd, 2).Over(DateSpan.OfYear(2026)).Lines],
        [typeof(StaffingByNumber<string>)] = () => [Numbered("USD", 2), Numbered("USD", 3)],
        [typeof(StaffingByNumber<Money>)] = () => [Numbered(s_usd, 2), Numbered(s_usd, 3)],
        [typeof(TerritoryTotals<string>)] = () => [.. Aligned("USD", "a").Territories],
        [typeof(TerritoryTotals<Money>)] = () => [.. Aligned(s_usd, default).Territories],
        [typeof(Vacancy<string>)] = () => [Staffed("USD").Vacancies[0], Staffed("a").Vacancies[0]],
        [typeof(Vacancy<Money>)] = () => [Staffed(s_usd).Vacancies[0], Staffed(default(Money)).Vacancies[0]],
        [typeof(WorkloadMethod)] = () => [ByWorkload(), WorkloadMethod.InTime(SellingTime.Of(Duration.FromHours(1_200)), Called())],
        [typeof(WorkloadSegment)] = () => [Called(), new WorkloadSegment("B", 2, AccountWorkload.OfCalls(6m))],
        [typeof(WorkloadSize)] = () => [ByWorkload().Size()],
        [typeof(RampedCapacity)] = () => [Ramp.Of(Percentage.Zero, Percentage.OneHundred).Capacity(s_date, DateSpan.OfYear(2026))],
        [typeof(Assignment<RoleId, SalespersonId>)] = () =>
            [Assignment.Of(new RoleId("R-2"), new SalespersonId("S-1"), DateSpan.OfQuarter(2026, 1))],
        [typeof(CallCapacity)] = () => [CallCapacity.Of(8m, 22m, 3m), CallCapacity.Of(8m, 22m, 0m)],
        [typeof(CallFrequency)] = () => [CallFrequency.Of(2), CallFrequency.Of(1, everyPeriods: 2), default(CallFrequency)],
        [typeof(CallLoad)] = () => [CallCapacity.Of(8m, 22m, 3m).Load(564m), CallCapacity.Of(8m, 22m, 3m).Load(2.5m)],
        [typeof(CallPlan)] = () => [CallsPlanned()],
        [typeof(CallPlanLine)] = () => [.. CallsPlanned().Lines],
        [typeof(CoachedSalesperson)] = () => [Coached(), Coached().WithRole(new RoleId("R-1")).WithCoach(new SalespersonId("M-1"))],
        [typeof(CoachingPolicy)] = () =>
        [
            CoachingPolicy.Of(CoachingUnit.Days, StepSchedule.From((0, 4), (6, 2))),
            CoachingPolicy.Of(CoachingUnit.Visits, StepSchedule.From((0, 4))).With(new RoleId("R-2"), StepSchedule.From((3, 1))),
        ],
        [typeof(CoachingQuota)] = () => [.. CoachingReviewed().Quotas],
        [typeof(CoachingReview)] = () => [CoachingReviewed()],
        [typeof(CourseId)] = () => [new CourseId("C-1"), new CourseId("C-2")],
        [typeof(CustomerToVisit)] = () =>
            [ToVisit(), ToVisit().WithTurn(1), CustomerToVisit.FromClasses(new CustomerId("C-1"), Classed(), DateSpan.Always)],
        [typeof(NextVisit)] = () =>
            [VisitedByClass().NextVisit(ToVisit(), s_date, s_date), VisitedByClass().NextVisit(ToVisit(), null, s_date)],
        [typeof(PlannedAndMade<string>)] = () =>
            [PlannedAndMade.Plan([("USD", 2m)]).WithMade([("USD", 1m)]), PlannedAndMade.Plan<string>([])],
        [typeof(PlannedAndMade<Money>)] = () =>
            [PlannedAndMade.Plan([(new Money(2.5m, Currency.USD), 2m)]), PlannedAndMade.Plan<Money>([])],
        [typeof(PlannedAndMadeLine<string>)] = () => [.. PlannedAndMade.Plan([("USD", 2m), ("a", 1m)]).WithMade([("USD", 1m)]).Lines],
        [typeof(PlannedAndMadeLine<Money>)] = () =>
            [.. PlannedAndMade.Plan([(new Money(2.5m, Currency.USD), 2m)]).WithMade([(default, 1m)]).Lines],
        [typeof(StepSchedule<int, int>)] = () => [StepSchedule.From((0, 4), (6, 2)), StepSchedule.UpTo((6, 4))],
        [typeof(TrainingCell)] = () => [.. TrainingReviewed().Cells],
        [typeof(TrainingMatrix)] = () => [Trained(), TrainingMatrix.Empty],
        [typeof(TrainingRecord)] = () =>
        [
            TrainingRecord.Passed(new SalespersonId("S-1"), new CourseId("C-1"), s_date).WithHours(2.5m),
            TrainingRecord.Failed(new SalespersonId("S-1"), new CourseId("C-1"), s_date),
        ],
        [typeof(TrainingRequirement)] = () =>
        [
            TrainingRequirement.Of(new CourseId("C-1"), 30), TrainingRequirement.Of(new CourseId("C-1"), 30).WithValidity(12, 30),
        ],
        [typeof(TrainingReview)] = () => [TrainingReviewed()],
        [typeof(Visit)] = () =>
            [Visited().Build(), new Func<Visit>(() => { var visit = Visited(); visit.OrderTaken = true; return visit.Build(); })()],
        [typeof(VisitBuilder)] = () => [Visited()],
        [typeof(VisitCoverage)] = () => [VisitLog.Of([Visited().Build()]).Coverage([new CustomerId("C-1")], 1, VisitCounting.EveryVisit)],
        [typeof(VisitFigures)] = () => [Reported().Total, .. Reported().Salespersons],
        [typeof(VisitLog)] = () => [VisitLog.Empty, VisitLog.Of([Visited().Build()])],
        [typeof(VisitPolicy)] = () => [VisitedByClass(), VisitedByClass().With(new CustomerId("C-2"), VisitRule.Of(CallFrequency.Of(2)))],
        [typeof(VisitPurposeId)] = () => [new VisitPurposeId("V-1"), new VisitPurposeId("V-2")],
        [typeof(VisitReport)] = () => [Reported()],
        [typeof(Assignment<string, string>)] = () =>
            [
                Assignment.Of("USD", "a", DateSpan.OfYear(2025)),
                Assignment.Of("USD", "a", DateSpan.OfYear(2025), Percentage.FromPercent(50)),
            ],
        [typeof(Assignment<Money, Money>)] = () =>
            [
                Assignment.Of(default(Money), default(Money), DateSpan.Always),
                Assignment.Of(new Money(1m, Currency.USD), default(Money), DateSpan.Always),
            ],
        [typeof(Assignments<string, string>)] = () =>
            [Assignments.Of(("USD", "a", DateSpan.OfYear(2025)), ("USD", "b", DateSpan.OfYear(2025))), Assignments.Empty<string, string>()],
        [typeof(Assignments<Money, Money>)] = () =>
            [Assignments.Of((default(Money), default(Money), DateSpan.OfYear(2025))), Assignments.Empty<Money, Money>()],
        [typeof(CoverageSlice<string, string>)] = () =>
            [.. Assignments.Of(("USD", "a", DateSpan.OfYear(2025)), ("USD", "b", DateSpan.OfYear(2026))).Coverage("USD", DateSpan.Always)],
        [typeof(CoverageSlice<Money, Money>)] = () =>
            [.. Assignments.Of((default(Money), default(Money), DateSpan.OfYear(2025))).Coverage(default, DateSpan.Always).Cast<object>()],
        [typeof(AreaId)] = () => [new AreaId("AR-1"), new AreaId("AR-2")],
        [typeof(Assignment<PositionId, SalespersonId>)] = () =>
            [.. Forces()[0].People.All, Assignment.Of(new PositionId("P-2"), new SalespersonId("S-1"), DateSpan.OfYear(2025))],
        [typeof(Assignment<TerritoryId, PositionId>)] = () =>
            [.. Forces()[0].Territories.All, Assignment.Of(new TerritoryId("T-2"), new PositionId("P-1"), DateSpan.Always)],
        [typeof(Assignments<PositionId, SalespersonId>)] = () => [Forces()[0].People, Forces()[1].People],
        [typeof(Assignments<TerritoryId, PositionId>)] = () => [Forces()[0].Territories, Forces()[1].Territories],
        [typeof(Hierarchy<AreaId>)] = () => [Hierarchy.Of((new AreaId("AR-1"), new AreaId("AR-2"))), Hierarchy.Empty<AreaId>()],
        [typeof(Hierarchy<CustomerId>)] = () =>
            [Hierarchy.Of((new CustomerId("C-1"), new CustomerId("C-2"))), Hierarchy.Empty<CustomerId>()],
        [typeof(Hierarchy<TerritoryId>)] = () =>
            [Hierarchy.Of((new TerritoryId("T-1"), new TerritoryId("T-2"))), Hierarchy.Empty<TerritoryId>()],
        [typeof(Hierarchy<PositionId>)] = () => [Forces()[0].Positions, Forces()[1].Positions],
        [typeof(PositionChange)] = () => [.. Forces()[0].ChangesBetween(s_date, s_date.PlusYears(1))],
        [typeof(PositionState)] = () =>
            [
                Forces()[0].ChangesBetween(s_date, s_date.PlusYears(1))[0].Before,
                Forces()[0].ChangesBetween(s_date, s_date.PlusYears(1))[0].After,
            ],
        [typeof(ResponsiblePosition)] = () =>
            [Forces()[0].ManagerOf(new PositionId("P-2"), s_date), Forces()[0].ManagerOf(new PositionId("P-1"), s_date)],
        [typeof(SalesForce)] = () => Forces(),
        [typeof(SpanOfControl)] = () => [Forces()[0].SpanOfControl(s_date), Forces()[1].SpanOfControl(s_date)],
        [typeof(SpanOfControlLine)] = () => [.. Forces()[0].SpanOfControl(s_date).Lines],
        [typeof(TerritoryMap)] = () => [Mapped(), TerritoryMap.InOrder(TerritoryBasis.Area, TerritoryBasis.Product)],
        [typeof(TerritoryResolution)] = () =>
            [
                Mapped().Resolve(default(ScopeSubject).With(new CustomerId("C-1")), null, s_date),
                Mapped().Resolve(default, new AreaId("AR-2"), s_date),
            ],
        [typeof(TerritoryRule)] = () => [.. Mapped().Rules],
        [typeof(PositionId)] = () => [new PositionId("P-1"), new PositionId("P-2")],
        [typeof(VisitRule)] = () =>
        [
            VisitRule.Of(CallFrequency.Of(2)),
            VisitRule.Of(CallFrequency.Of(2)).WithMaximumInterval(14).WithTimeOfACall(Duration.FromMinutes(45)),
        ],
    };

    private static CustomerToVisit ToVisit() => new(new CustomerId("C-1"), new CustomerClassId("A-1"), DateSpan.OfQuarter(2026, 1));

    private static VisitPolicy VisitedByClass() =>
        VisitPolicy.StartingWith(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1))
            .With(new CustomerClassId("A-1"), VisitRule.Of(CallFrequency.Of(2)).WithMaximumInterval(14));

    private static CallPlan CallsPlanned() =>
        VisitedByClass().Plan(FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Quarter, 2026, 1), [ToVisit()]);

    private static CoachedSalesperson Coached() => new(new SalespersonId("S-1"), DateSpan.OfQuarter(2026, 1));

    private static CoachingReview CoachingReviewed() =>
        CoachingPolicy.Of(CoachingUnit.Days, StepSchedule.From((0, 4))).Review(DateSpan.OfQuarter(2026, 1), [Coached()], VisitLog.Empty);

    // Of other codes than the good arguments, so that those can be added.
    private static TrainingMatrix Trained() =>
        TrainingMatrix.Empty.With(new RoleId("R-2"), TrainingRequirement.Of(new CourseId("C-2"), 30));

    private static TrainingReview TrainingReviewed() =>
        Trained().Review([Assignment.Of(new RoleId("R-2"), new SalespersonId("S-1"), DateSpan.OfQuarter(2026, 1))], [], s_date);

    private static VisitBuilder Visited() => new()
    {
        Id = new DocumentId("SO-1"),
        Date = s_date,
        Customer = new CustomerId("C-1"),
        Salesperson = new SalespersonId("S-1"),
    };

    private static VisitReport Reported() =>
        VisitLog.Of([Visited().Build()]).Report(WorkCalendar.MondayToFriday, DateSpan.OfQuarter(2026, 1), [], VisitCounting.EveryVisit);
}
