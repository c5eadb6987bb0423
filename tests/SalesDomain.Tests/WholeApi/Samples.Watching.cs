using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_watching = new()
    {
        [typeof(AlertAction)] = () =>
            [new AlertAction("USD", "a", s_date, s_date), new AlertAction("USD", "a", s_date, s_date.PlusDays(1))],
        [typeof(AlertEntry<string>)] = () =>
            [Raised("a"), AlertEntry.ActionPlanned(Watched("a"), s_date, new AlertAction("USD", "a", s_date, s_date))],
        [typeof(AlertEntry<SalespersonId>)] = () =>
            [Raised(new SalespersonId("S-1")),
                AlertEntry.Raised(Watched(new SalespersonId("S-1")), s_date, "red", new NamedFigure("gap", -8m))],
        [typeof(AlertLedger<string>)] = () => [AlertLedger.Empty<string>(), AlertLedger.Empty<string>().Record(Raised("a"))],
        [typeof(AlertLedger<SalespersonId>)] = () =>
            [AlertLedger.Empty<SalespersonId>(), AlertLedger.Empty<SalespersonId>().Record(Raised(new SalespersonId("S-1")))],
        [typeof(AlertRule)] = () =>
        [
            AlertRule.OnEntering(Bands(), "a"), AlertRule.OnEntering(Bands(), "a", "USD"),
            AlertRule.OnEntering(Bands(), "a").ClosingOnRecovery(),
        ],
        [typeof(AlertSubject<string>)] = () => [Watched("a"), Watched("b")],
        [typeof(AlertSubject<SalespersonId>)] = () => [Watched(new SalespersonId("S-1")), Watched(new SalespersonId("S-2"))],
        [typeof(DeviationAlert<string>)] = () =>
            [.. AlertLedger.Empty<string>().Record([Raised("a"), Raised("b")]).Alerts.Cast<object>()],
        [typeof(DeviationAlert<SalespersonId>)] = () =>
            [.. AlertLedger.Empty<SalespersonId>().Record(Raised(new SalespersonId("S-1"))).Alerts.Cast<object>()],
        [typeof(ForecastAccuracy<string>)] = () => [Accurate("a")],
        [typeof(ForecastAccuracy<SalespersonId>)] = () => [Accurate(new SalespersonId("S-1"))],
        [typeof(ForecastError<string>)] = () => [.. Accurate("a").Errors.Cast<object>()],
        [typeof(ForecastError<SalespersonId>)] = () => [.. Accurate(new SalespersonId("S-1")).Errors.Cast<object>()],
        [typeof(ForecastJudgement<string>)] = () => [Judged("a"), Judged("b")],
        [typeof(ForecastJudgement<SalespersonId>)] = () => [Judged(new SalespersonId("S-1")), Judged(new SalespersonId("S-2"))],
        [typeof(ForecastLine)] = () => [.. Pipeline().Lines.Cast<object>()],
        [typeof(ForecastNode<string>)] = () => [Rolled("USD", "b").Find("USD")],
        [typeof(ForecastNode<SalespersonId>)] = () =>
            [Rolled(new SalespersonId("S-1"), new SalespersonId("S-2")).Find(new SalespersonId("S-1"))],
        [typeof(ForecastRollUp<string>)] = () => [Rolled("USD", "b")],
        [typeof(ForecastRollUp<SalespersonId>)] = () => [Rolled(new SalespersonId("S-1"), new SalespersonId("S-2"))],
        [typeof(ForecastSnapshot<string>)] = () => [Snapshot("a", 2), Snapshot("b", 2)],
        [typeof(ForecastSnapshot<SalespersonId>)] = () => [Snapshot(new SalespersonId("S-1"), 2), Snapshot(new SalespersonId("S-1"), 3)],
        [typeof(Linearity)] = () => [Linear()],
        [typeof(LinearityPart)] = () => [.. Linear().Parts.Cast<object>()],
        [typeof(Opportunity)] = () => [Prospect("O-1"), Prospect("O-1").WithProduct(new ProductId("P-1"))],
        [typeof(OpportunityId)] = () => [new OpportunityId("O-1"), new OpportunityId("O-2")],
        [typeof(Pace)] = () =>
        [
            Pace.Of(Takings(2m), Takings(3m), Passed()),
            Pace.Of(Takings(2m), Takings(3m), Passed()).WithQuotaToDate(Takings(1m)),
        ],
        [typeof(PipelineForecast)] = () => [Pipeline()],
        [typeof(PipelineHistory)] = () => [PipelineHistory.Of(OneStage(), [new StageEntry(new OpportunityId("O-1"), "USD", s_date)])],
        [typeof(PipelineStage)] = () =>
            [OneStage().Find("USD"), new PipelineStage("USD", Percentage.OneHundred, ForecastCategory.Closed)],
        [typeof(PipelineStages)] = () =>
            [OneStage(), PipelineStages.Of(OneStage().Find("USD"), new PipelineStage("a", Percentage.OneHundred, ForecastCategory.Closed))],
        [typeof(StageConversion)] = () =>
            [.. PipelineHistory.Of(OneStage(), [new StageEntry(new OpportunityId("O-1"), "USD", s_date)]).Conversions.Cast<object>()],
        [typeof(StageEntry)] = () =>
            [new StageEntry(new OpportunityId("O-1"), "USD", s_date), new StageEntry(new OpportunityId("O-2"), "USD", s_date)],
        [typeof(StatusBands)] = () => [Bands(), StatusBands.GreenAmberRed, StatusBands.GreenAmberRed.WithMargin(1m)],
        [typeof(StepSchedule<decimal, string>)] = () =>
            [StepSchedule.From((0m, "USD")).ThenBelow("a"), StepSchedule.UpTo((0m, "USD")).ThenAbove("a")],
        [typeof(StatusObservation)] = () =>
            [Bands().Observe(new LocalDate(2026, 3, 30), 1m), Bands().Observe(new LocalDate(2026, 3, 30), -1m).Then(s_date, 1m)],
    };

    private static StatusBands Bands() => StatusBands.HigherIsBetter(StepSchedule.From((0m, "USD")).ThenBelow("a"));

    private static AlertSubject<TOwner> Watched<TOwner>(TOwner owner)
        where TOwner : notnull =>
        AlertSubject.Of(owner, Measure.Revenue, DateSpan.OfQuarter(2026, 1));

    private static AlertEntry<TOwner> Raised<TOwner>(TOwner owner)
        where TOwner : notnull =>
        AlertEntry.Raised(Watched(owner), s_date, "red");

    private static Linearity Linear() =>
        Linearity.Of((DateSpan.OfMonth(2026, 1), Measure.Revenue.Of(new Money(1m, Currency.USD)), 1m),
            (DateSpan.OfMonth(2026, 2), Measure.Revenue.Of(new Money(2m, Currency.USD)), 1m));

    private static Measured Takings(decimal amount) => Measure.Revenue.Of(new Money(amount, Currency.USD));

    private static ElapsedTime Passed() => ElapsedTime.ByDays(DateSpan.OfQuarter(2026, 1), new LocalDate(2026, 3, 30));

    private static PipelineStages OneStage() =>
        PipelineStages.Of(new PipelineStage("USD", Percentage.FromPercent(40), ForecastCategory.BestCase));

    private static Opportunity Prospect(string code) =>
        new(new OpportunityId(code), new CustomerId("C-1"), new SalespersonId("S-1"), Takings(2m), "USD", s_date);

    private static PipelineForecast Pipeline() =>
        PipelineForecast.Of(OneStage(), Takings(3m), [Prospect("O-1"), Prospect("O-2")], DateSpan.OfQuarter(2026, 1), s_date);

    private static ForecastJudgement<TNode> Judged<TNode>(TNode node)
        where TNode : notnull =>
        ForecastJudgement.Of(node, Takings(2m), "USD", s_date, "a");

    private static ForecastRollUp<TNode> Rolled<TNode>(TNode child, TNode parent)
        where TNode : notnull =>
        ForecastRollUp.Of(Hierarchy.Of((child, parent)), s_date, [(child, Takings(2m))], [Judged(child)]);

    private static ForecastSnapshot<TKey> Snapshot<TKey>(TKey key, int month)
        where TKey : notnull =>
        ForecastSnapshot.Of(key, FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, month), new LocalDate(2026, 1, 1),
            Takings(2m));

    private static ForecastAccuracy<TKey> Accurate<TKey>(TKey key)
        where TKey : notnull =>
        ForecastAccuracy.AtLead([Snapshot(key, 2)],
            [(key, FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 2), Takings(3m))], 0);
}
