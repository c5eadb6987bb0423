using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

/// <summary>A plan of every kind of component with what it is evaluated on, bounds met exactly now and then.</summary>
public sealed record AnyPlan(CommissionPlan Plan, CommissionTerms Terms, CommissionFigures Figures)
{
    internal CommissionResult Result => Plan.Evaluate(Quarter, Terms, Figures);

    public static Arbitrary<AnyPlan> Plans() => Any().ToArbitrary();

    private static Gen<decimal> Amount { get; } =
        Gen.Frequency(
            (3, Gen.Elements(0m, 80_000m, 100_000m, 120_000m, 99_999.99m, 100_000.01m, 200_000m, -1m, -30_000m)),
            (5, Gen.Choose(-5_000_000, 30_000_000).Select(cents => cents / 100m)));

    private static Gen<AnyPlan> Any() =>
        from count in Gen.Choose(1, 4)
        from rates in Gen.Choose(0, 14).ArrayOf(count)
        from options in Gen.Choose(0, int.MaxValue - 1).ArrayOf(count)
        from amounts in Amount.ArrayOf(count * 4)
        from quotas in Gen.Elements(0m, 100_000m, 100_000m, 77_777.77m).ArrayOf(count)
        from margin in Gen.Choose(-20, 140)
        from hasMargin in Gen.Frequency((4, Gen.Constant(true)), (1, Gen.Constant(false)))
        from cap in Gen.Frequency((2, Gen.Constant(-1)), (2, Gen.Choose(0, 20_000)))
        select Made(rates, options, amounts, quotas, hasMargin ? Percent(margin) : null, cap);

    private static AnyPlan Made(int[] rates, int[] options, decimal[] amounts, decimal[] quotas, Percentage? margin, int cap)
    {
        var components = rates.Select((rate, i) => Component("c" + (char)('1' + i), rate, options[i])).ToArray();
        var (terms, figures) = (CommissionTerms.None, CommissionFigures.None);
        for (var i = 0; i < components.Length; i++)
        {
            var component = components[i];
            terms = terms.WithQuota(component.Name, In(component.LevelMeasure, quotas[i])).WithTarget(component.Name, Cny(8_000));
            if (options[i] % 7 != 0)
                terms = terms.WithRate(component.Name, Percent(4));
            figures = component.Accumulation == CommissionAccumulation.PerDeal
                ? figures.WithDeals(component.Name, Deals(component, amounts.Skip(4 * i).Take(4)))
                : component.Rate.NeedsBase ? figures.With(component.Name, Level(component, amounts, i), Paid(component, amounts, i))
                : figures;
        }

        if (margin is { } given)
            figures = figures.WithFigure("margin", given);
        var plan = PlanSample.Plan(components);
        return new AnyPlan(cap < 0 ? plan : plan.WithCap(Cny(cap)), terms, figures);
    }

    private static Measured? Level(CommissionComponent component, decimal[] amounts, int i) =>
        component.Level is null && component.LevelMeasure == component.BaseMeasure ? Paid(component, amounts, i)
            : In(component.LevelMeasure, amounts[(4 * i) + 1]);

    private static Measured? Paid(CommissionComponent component, decimal[] amounts, int i) =>
        In(component.BaseMeasure, amounts[4 * i]);

    private static Measured In(Measure? measure, decimal amount) =>
        measure is null ? Measure.Count("goal").Of(amount)
        : measure.Kind == FigureKind.Money ? measure.Of(Cny(amount))
        : measure.Unit is { } unit ? measure.Of(new Quantity(decimal.Truncate(amount / 100m), unit))
        : measure.Of(decimal.Truncate(amount / 1_000m));

    private static IEnumerable<DealFigures> Deals(CommissionComponent component, IEnumerable<decimal> amounts) =>
        amounts.Select((amount, i) => new DealFigures(
            new DocumentId("SO-" + (char)('1' + i)), new LocalDate(2026, 1, 5),
            component.Level is null ? In(component.BaseMeasure, amount) : In(component.LevelMeasure, amount + 5_000m),
            In(component.BaseMeasure, amount)));

    private static CommissionComponent Component(string name, int kind, int options)
    {
        var rate = Rates()[kind];
        var isPerDeal = Bit(ref options) && rate.NeedsBase;
        var paidOn = Base(rate, kind);
        var component = !rate.NeedsBase ? CommissionComponent.OfGoal(name, rate)
            : isPerDeal ? CommissionComponent.PerDeal(name, paidOn, rate)
            : CommissionComponent.Cumulative(name, paidOn, rate);
        if (Bit(ref options) && rate.NeedsBase && kind is not (12 or 13))
            component = component.RatedBy(isPerDeal ? WithTax() : Collected(Currency.CNY));
        component = component.AgainstQuota((ZeroQuotaPolicy)(options % 3));
        options /= 3;
        if (Bit(ref options) && rate.NeedsBase)
        {
            var pays = Bit(ref options) && kind is 0 or 2 or 3 or 4 or 5 or 6 or 14 ? ThresholdPay.AboveOnly : ThresholdPay.FromFirst;
            component = component.WithThreshold(CommissionThreshold.OfAttainment(Percent(80), pays));
        }

        if (isPerDeal && options % 3 == 0)
            component = component.WithDealCap(Cny(1_500));
        if (Bit(ref options))
            component = component.WithLevelCap(Percent(120));
        if (Bit(ref options))
            component = component.WithFloor(Cny(100));
        if (Bit(ref options))
            component = Bit(ref options) ? component.WithCap(Cny(3_000)) : component.WithCap(Percent(90));
        if (Bit(ref options))
            component = component.ModifiedBy(CommissionModifier.ByAttainment(
                StepSchedule.From((Percent(0), Percent(50)), (Percent(80), Percent(100)), (Percent(110), Percent(125)))));
        if (Bit(ref options))
        {
            component = component.ModifiedBy(
                CommissionModifier.GateFrom("margin", Percent(10)), CommissionModifier.GateUpTo("margin", Percent(100)));
        }

        if (Bit(ref options))
            component = component.ModifiedBy(CommissionModifier.Factor("margin"));
        return Bit(ref options) ? component.ModifiedBy(CommissionModifier.ByMatrix(Matrix(), "margin")) : component;
    }

    private static CommissionMeasure WithTax() =>
        CommissionMeasure.Of(ActualRule.OfSales(Measure.GrossRevenue, Currency.CNY, Stage.Ordered));

    private static CommissionMeasure Base(CommissionRate rate, int kind) =>
        kind is 12 or 13 or 14
            ? CommissionMeasure.Of(ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced)) : Invoiced(Currency.CNY);

    private static CommissionRate[] Rates() =>
    [
        CommissionRate.Flat(Percent(3)),
        CommissionRate.Fixed(Cny(500)),
        CommissionRate.Individual,
        CommissionRate.Graduated(Steps((0, 2), (50_000, 3), (120_000, 5)).Mirrored()),
        CommissionRate.AllUnits(Steps((10_000, 2), (100_000, 3))),
        CommissionRate.Graduated(Attained((0, 3), (100, 5), (120, 9))),
        CommissionRate.AllUnits(Attained((50, 3), (100, 5)).Mirrored()),
        CommissionRate.TargetCurve(PayoutCurve.ThresholdTargetExcellence((80m, 50m), (100m, 100m), (120m, 200m)).FlatAbove()),
        CommissionRate.TargetMatrix(Matrix(), "margin"),
        CommissionRate.RateMatrix(Matrix(), "margin"),
        CommissionRate.Bonus(StepSchedule.From((Percent(100), Cny(5_000)), (Percent(120), Cny(8_000)))),
        CommissionRate.Score("margin"),
        CommissionRate.Graduated(TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 1m), (800m, 1.25m))),
        CommissionRate.AllUnits(TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, 1m), (800m, 1.25m))),
        CommissionRate.PerUnit(Cny(2.5m)),
    ];

    private static StepMatrix<Percentage, Percentage, Percentage> Matrix() =>
        StepMatrix.From(
            [Percent(50), Percent(90)],
            (Percent(80), [Percent(40), Percent(70)]),
            (Percent(100), new[] { Percent(80), Percent(120) }));

    private static bool Bit(ref int options)
    {
        var bit = options % 2 == 1;
        options /= 2;
        return bit;
    }
}
