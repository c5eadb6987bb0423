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
        [typeof(AlertEntry<string>)] = () => [Raised("a"), AlertEntry.ActionPlanned(Watched("a"), s_date, new AlertAction("USD", "a", s_date, s_date))],
        [typeof(AlertEntry<SalespersonId>)] = () =>
            [Raised(new SalespersonId("S-1")), AlertEntry.Raised(Watched(new SalespersonId("S-1")), s_date, "red", new NamedFigure("gap", -8m))],
        [typeof(AlertLedger<string>)] = () => [AlertLedger.Empty<string>(), AlertLedger.Empty<string>().Apply(Raised("a"))],
        [typeof(AlertLedger<SalespersonId>)] = () =>
            [AlertLedger.Empty<SalespersonId>(), AlertLedger.Empty<SalespersonId>().Apply(Raised(new SalespersonId("S-1")))],
        [typeof(AlertRule)] = () => [AlertRule.OnEntering(Bands(), "a"), AlertRule.OnEntering(Bands(), "a", "USD")],
        [typeof(AlertSubject<string>)] = () => [Watched("a"), Watched("b")],
        [typeof(AlertSubject<SalespersonId>)] = () => [Watched(new SalespersonId("S-1")), Watched(new SalespersonId("S-2"))],
        [typeof(DeviationAlert<string>)] = () =>
            [.. AlertLedger.Empty<string>().Apply([Raised("a"), Raised("b")]).Alerts.Cast<object>()],
        [typeof(DeviationAlert<SalespersonId>)] = () =>
            [.. AlertLedger.Empty<SalespersonId>().Apply(Raised(new SalespersonId("S-1"))).Alerts.Cast<object>()],
        [typeof(Linearity)] = () => [Linear()],
        [typeof(LinearityPart)] = () => [.. Linear().Parts.Cast<object>()],
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
}
