using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Rebates;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Rebates.RebateSample;

namespace SalesDomain.Tests.Rebates;

/// <summary>Whichever figure of an explanation is another than the engine's, the verification names it.</summary>
public sealed class TamperedRebates
{
    private const int Orders = 12;

    private static readonly Scope s_focus = Scope.Everything.Only(new ProductId("P-1"));

    private static readonly RebateFamily[] s_families =
    [
        RebateFamily.Of("first", s_focus),
        RebateFamily.Of("second", Scope.Everything.Only(new ProductId("P-2")), Measure.Revenue.Of(Cny(50m))),
    ];

    // Every kind of level and mode, and every step from the scores to the least payout.
    private static readonly RebateAgreement s_agreement = Agreement(
        OnRevenue("month", FiscalPeriodKind.Month, RebateScale.Of(RebateMode.Graduated, Steps()))
            .WithConditions(
                RebateCondition.Mix("mix", s_focus, Percent(30), Measure.Revenue, RebateEffect.Withhold(Percent(20))),
                RebateCondition.Proven("price", RebateEffect.ClawBack(Percent(30))))
            .WithCap(Cny(60m)).WithMinimum(RebateMinimum.Carried(Cny(5m))).Reducing(),
        Rebate.Of(
            "quarter", FiscalPeriodKind.Quarter, RebateLevel.AttainmentOf(Measure.Revenue.Of(Cny(900m))),
            RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((Percent(50), Rate(5)), (Percent(100), Rate(7)))),
            RebateBasis.Of(Measure.Revenue))
            .WithIndicators(RebateIndicator.Of("display", Percent(40)), RebateIndicator.Of("reports", Percent(60)))
            .WithGuarantee(RebateGuarantee.First(Cny(20m)).Each(FiscalPeriodKind.Year)).WithNetOf("month").Reduced(),
        ByPieces(RebateMode.Rolling, (0m, APiece(0.1m)), (20m, APiece(0.3m)))
            .WithConditions(
                RebateCondition.FamiliesBought("families", 2, RebateEffect.Withhold(Percent(25)), s_families),
                RebateCondition.AtLeast("least", Measure.Revenue.Of(Cny(1_000m)), RebateEffect.Withhold(Percent(10))))
            .WithWithholding(RebateWithholding.Successive).WithCapPerUnit(Cny(0.2m), UnitOfMeasure.Piece)
            .WithMinimum(RebateMinimum.Lost(Cny(2m))),
        Rebate.Of(
            "growth", FiscalPeriodKind.Year, RebateLevel.Growth(Measure.Revenue),
            RebateScale.Of(RebateMode.Interpolated, StepSchedule.From((Percent(10), Rate(2)), (Percent(50), Rate(4)))),
            RebateBasis.IncreaseOf(Measure.Revenue))
            .WithNegative(),
        Rebate.OfFixed(
            "families", FiscalPeriodKind.Half, RebateLevel.FamiliesBought(s_families),
            RebateScale.Of(
                RebateMode.Total, StepSchedule.From((1m, RebateBenefit.LumpSum(Cny(10m))), (2m, RebateBenefit.LumpSum(Cny(15m))))))
            .WithGuarantee(RebateGuarantee.PerPeriod(Cny(5m))));

    [Property(MaxTest = 60)]
    public void In_sums_of_lines(int seed, NonNegativeInt choice)
    {
        var statement = s_agreement.Evaluate(Figures(seed), Lines(seed));

        Tampering.IsNamed(statement.Explain(), choice.Get);
        Assert.All(statement.Results, result => Tampering.IsNamed(result.Explain(), choice.Get));
        Assert.All(statement.Results, result => Tampering.IsNamed(result.ExplainPayable(), choice.Get));
    }

    [Property(MaxTest = 60)]
    public void Down_to_each_line(int seed, NonNegativeInt choice)
    {
        var lines = Lines(seed);

        Assert.All(
            s_agreement.Evaluate(Figures(seed), lines).Results, result => Tampering.IsNamed(result.Explain(lines), choice.Get));
    }

    [Property(MaxTest = 60)]
    public void A_line_left_out_or_changed_is_felt(int seed, NonNegativeInt choice)
    {
        var lines = Lines(seed);
        var result = s_agreement.Evaluate(Figures(seed), lines).ResultsOf("growth")[0];
        var changed = lines[choice.Get % lines.Length].ToBuilder();
        changed.NetAmount = Cny(changed.NetAmount!.Value.Amount * 2m);

        Assert.False(result.Explain(lines.Where((_, i) => i != choice.Get % lines.Length)).IsVerified);
        Assert.False(result.Explain(lines.Select((line, i) => i == choice.Get % lines.Length ? changed.Build() : line)).IsVerified);
    }

    private static StepSchedule<decimal, RebateBenefit> Steps() => StepSchedule.From((100m, Rate(10)), (300m, Rate(20)), (900m, Rate(30)));

    // Of both years and never of nothing; returns only in the second, so that there is a base period to grow from.
    private static SalesLine[] Lines(int seed)
    {
        var random = new Random(seed);
        return
        [
            .. Enumerable.Range(1, Orders).Select(i =>
            {
                var cents = random.Next(1, 60_000) * (i % 2 == 1 && random.Next(3) == 0 ? -1 : 1);
                return Sale(
                    new LocalDate(2025 + (i % 2), 1, 1).PlusDays(random.Next(365)), cents / 100m, Math.Sign(cents) * random.Next(1, 30),
                    product: random.Next(2) == 0 ? "P-1" : "P-2", line: i);
            }),
        ];
    }

    private static RebateFigures Figures(int seed)
    {
        var random = new Random(seed);
        var figures = RebateFigures.None;
        foreach (var month in Enumerable.Range(1, 12))
        {
            figures = random.Next(4) switch
            {
                0 => figures.WithProof("price", Month(month), RebateProof.NotMet(random.Next(1, 3))),
                1 => figures,
                _ => figures.WithProof("price", Month(month), RebateProof.Met),
            };
        }

        foreach (var quarter in Enumerable.Range(1, 4))
        {
            figures = figures.WithScore("display", Quarter(quarter), Percent(random.Next(101)));
            if (random.Next(3) > 0)
                figures = figures.WithScore("reports", Quarter(quarter), Percent(random.Next(101)));
        }

        return figures;
    }
}
