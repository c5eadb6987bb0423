using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Commissions.PlanSample;

namespace SalesDomain.Tests.Commissions;

/// <summary>A plan none of whose parts falls as more is sold, with what was sold and with more.</summary>
public sealed record AnyRisingPlan(CommissionPlan Plan, CommissionTerms Terms, CommissionFigures Less, CommissionFigures More)
{
    private const string Margin = "margin";
    private const int Kinds = 15;

    internal CommissionResult Before => Plan.Evaluate(Quarter, Terms, Less);

    internal CommissionResult After => Plan.Evaluate(Quarter, Terms, More);

    public static Arbitrary<AnyRisingPlan> Plans() => Any().ToArbitrary();

    private static Gen<AnyRisingPlan> Any() =>
        from count in Gen.Choose(1, 3)
        from parts in Part().ArrayOf(count)
        from margin in Gen.Choose(0, 140)
        from cap in Gen.Frequency((2, Gen.Constant(-1)), (2, Gen.Choose(0, 20_000)))
        select Made([.. parts.Select((part, i) => part with { Name = "c" + (char)('1' + i) })], Percent(margin), cap);

    private static Gen<Sold> Part() =>
        from kind in Gen.Choose(0, Kinds - 1)
        from options in Gen.Choose(0, int.MaxValue - 1)
        from rates in Gen.Choose(0, 80).ArrayOf(3)
        from quota in Gen.Elements(0m, 100_000m, 100_000m, 77_777.77m)
        from sold in Amount().ArrayOf(3)
        from added in Added().ArrayOf(3)
        from achieved in Amount().ArrayOf(3)
        from achievedMore in Added().ArrayOf(3)
        select new Sold(kind, options, rates, quota, sold, added, achieved, achievedMore);

    private static Gen<decimal> Amount() =>
        Gen.Frequency(
            (3, Gen.Elements(0m, 50_000m, 79_999.99m, 80_000m, 100_000m, 99_999.99m, 120_000m, -0.01m, -30_000m)),
            (5, Gen.Choose(-3_000_000, 30_000_000).Select(cents => cents / 100m)));

    private static Gen<decimal> Added() =>
        Gen.Frequency(
            (2, Gen.Elements(0m, 0.01m, 100m, 20_000m)),
            (4, Gen.Choose(0, 10_000_000).Select(cents => cents / 100m)));

    private static AnyRisingPlan Made(Sold[] parts, Percentage margin, int cap)
    {
        var (terms, less, more) = (CommissionTerms.None, CommissionFigures.None, CommissionFigures.None);
        var components = parts.Select(Component).ToArray();
        for (var i = 0; i < parts.Length; i++)
        {
            var (component, part) = (components[i], parts[i]);
            terms = terms.WithQuota(component.Name, In(component.LevelMeasure!, part.Quota))
                .WithTarget(component.Name, Cny(8_000)).WithRate(component.Name, Percent(part.Rates[0] / 10m));
            less = With(less, component, part, isMore: false);
            more = With(more, component, part, isMore: true);
        }

        var plan = PlanSample.Plan(components);
        return new AnyRisingPlan(
            cap < 0 ? plan : plan.WithCap(Cny(cap)), terms, less.WithFigure(Margin, margin), more.WithFigure(Margin, margin));
    }

    private static CommissionFigures With(CommissionFigures figures, CommissionComponent component, Sold part, bool isMore)
    {
        // What is taken back at a blended rate is more where the rate is higher, so there what is paid on is not below zero.
        decimal Sold(int i) => component.Level is null ? part.Amounts[i] : Math.Abs(part.Amounts[i]);
        Measured Base(int i) => In(component.BaseMeasure!, Sold(i) + (isMore ? part.Added[i] : 0m));
        Measured Level(int i) => component.Level is null ? Base(i)
            : In(component.LevelMeasure!, part.Achieved[i] + (isMore ? part.AchievedMore[i] : 0m));
        return component.Accumulation == CommissionAccumulation.Cumulative ? figures.With(component.Name, Level(0), Base(0))
            : figures.WithDeals(
                component.Name,
                Enumerable.Range(0, 3).Select(
                    i => new DealFigures(new DocumentId("SO-" + (char)('1' + i)), new LocalDate(2026, 1, 5), Level(i), Base(i))));
    }

    private static Measured In(Measure measure, decimal amount) =>
        measure.Kind == FigureKind.Money ? measure.Of(Cny(amount))
        : measure.Of(new Quantity(decimal.Truncate(amount / 100m), measure.Unit!));

    private static CommissionComponent Component(Sold part)
    {
        var options = part.Options;
        var (rate, hasTwo, isPerDeal) = (Rate(part), Bit(ref options) && part.Kind is not (10 or 11), Bit(ref options));
        var paidOn = part.Kind is >= 10 and <= 12
            ? CommissionMeasure.Of(ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced)) : Invoiced(Currency.CNY);
        var component = isPerDeal ? CommissionComponent.PerDeal(part.Name, paidOn, rate)
            : CommissionComponent.Cumulative(part.Name, paidOn, rate);
        if (hasTwo)
        {
            component = component.RatedBy(CommissionMeasure.Of(
                ActualRule.OfSales(Measure.GrossRevenue, Currency.CNY, Stage.Ordered)));
        }

        component = component.AgainstQuota((ZeroQuotaPolicy)(options % 3));
        options /= 3;
        if (Bit(ref options))
        {
            var pays = Bit(ref options) && part.Kind is 0 or 1 or 3 or 4 or 5 or 6 or 12 ? ThresholdPay.AboveOnly : ThresholdPay.FromFirst;
            component = component.WithThreshold(CommissionThreshold.OfAttainment(Percent(80), pays));
        }

        if (Bit(ref options) && !hasTwo)
            component = component.WithLevelCap(Percent(120));
        if (Bit(ref options))
            component = component.WithFloor(Cny(100));
        if (Bit(ref options))
            component = Bit(ref options) ? component.WithCap(Cny(6_000)) : component.WithCap(Percent(90));
        if (Bit(ref options))
        {
            component = component.ModifiedBy(CommissionModifier.ByAttainment(
                StepSchedule.From((Percent(0), Percent(50)), (Percent(80), Percent(100)), (Percent(110), Percent(125)))));
        }

        if (Bit(ref options))
        {
            component = component.ModifiedBy(
                CommissionModifier.GateFrom(Margin, Percent(10)), CommissionModifier.GateUpTo(Margin, Percent(100)));
        }

        if (Bit(ref options))
            component = component.ModifiedBy(CommissionModifier.Factor(Margin));
        return Bit(ref options) ? component.ModifiedBy(CommissionModifier.ByMatrix(Matrix(), Margin)) : component;
    }

    private static CommissionRate Rate(Sold part)
    {
        decimal[] any = [.. part.Rates.Select(rate => rate / 10m)];
        decimal[] rising = [.. any.OrderBy(rate => rate)];

        // Graduated, what lies above may be paid at less. Where something else is paid on it may not: the blended rate would fall.
        var graduated = part.HasTwo ? rising : any;
        return part.Kind switch
        {
            0 => CommissionRate.Flat(Percent(any[0])),
            1 => CommissionRate.Individual,
            2 => CommissionRate.Fixed(Cny(500)),
            3 => CommissionRate.Graduated(OfAmounts(graduated).Mirrored()),
            4 => CommissionRate.AllUnits(OfAmounts(rising)),
            5 => CommissionRate.Graduated(Attained((0, graduated[0]), (100, graduated[1]), (120, graduated[2]))),
            6 => CommissionRate.AllUnits(Attained((50, rising[0]), (100, rising[1]), (120, rising[2])).Mirrored()),
            7 => CommissionRate.TargetCurve(PayoutCurve.ThresholdTargetExcellence((80m, 50m), (100m, 100m), (120m, 200m)).FlatAbove()),
            8 => CommissionRate.Bonus(StepSchedule.From((Percent(100), Cny(5_000)), (Percent(120), Cny(8_000)))),
            9 => CommissionRate.AmountCurve(PayoutCurve.Rising((0m, 0m), (50_000m, 900m), (120_000m, 4_000m)).FlatAbove(), Currency.CNY),
            10 => CommissionRate.Graduated(OfPieces(any)),
            11 => CommissionRate.AllUnits(OfPieces(rising)),
            12 => CommissionRate.PerUnit(Cny(any[0])),
            13 => CommissionRate.RateMatrix(Matrix(), Margin),
            _ => CommissionRate.TargetMatrix(Matrix(), Margin),
        };
    }

    private static TieredRate OfAmounts(decimal[] rates) => Steps((0, rates[0]), (50_000, rates[1]), (120_000, rates[2]));

    private static TieredPrice OfPieces(decimal[] rates) =>
        TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (0m, rates[0]), (500m, rates[1]), (1_200m, rates[2]));

    private static StepMatrix<Percentage, Percentage, Percentage> Matrix() =>
        StepMatrix.From(
            [Percent(0), Percent(90)],
            (Percent(80), [Percent(4), Percent(7)]),
            (Percent(100), new[] { Percent(8), Percent(12) }));

    private static bool Bit(ref int options)
    {
        var bit = options % 2 == 1;
        options /= 2;
        return bit;
    }

    private sealed record Sold(
        int Kind, int Options, int[] Rates, decimal Quota, decimal[] Amounts, decimal[] Added, decimal[] Achieved, decimal[] AchievedMore)
    {
        internal string Name { get; init; } = Revenue;

        internal bool HasTwo => Options % 2 == 1;
    }
}
