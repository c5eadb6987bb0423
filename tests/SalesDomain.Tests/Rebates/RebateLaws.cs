using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Rebates.RebateSample;

namespace SalesDomain.Tests.Rebates;

/// <summary>What holds of every agreement and any lines.</summary>
[Properties(Arbitrary = [typeof(RebateLaws)])]
public sealed class RebateLaws
{
    private static readonly CustomerId[] s_members = [new("A"), new("B"), new("C")];

    // A group of three, with a monthly rebate, a quarterly one net of it by attainment, a yearly one by pieces, and one on the increase.
    private static readonly RebateAgreement s_agreement =
        RebateAgreement.Of(
            new RebateAgreementId("R-1"), RebateParties.Group(s_members[0], RebatePayout.ByTurnover, s_members), DateSpan.OfYear(2026),
            Currency.CNY, Calendar)
        .WithRebates(
            OnRevenue("month", FiscalPeriodKind.Month, RebateScale.Of(RebateMode.Graduated, Steps())),
            Rebate.Of(
                "quarter", FiscalPeriodKind.Quarter, RebateLevel.AttainmentOf(Measure.Revenue.Of(Cny(900m))),
                RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((Percent(80), Rate(5)), (Percent(100), Rate(7)))),
                RebateBasis.Of(Measure.Revenue))
            .WithNetOf("month"),
            ByPieces(RebateMode.Rolling, (0m, APiece(0.1m)), (20m, APiece(0.3m))),
            Rebate.Of(
                "growth", FiscalPeriodKind.Year, RebateLevel.Growth(Measure.Revenue),
                RebateScale.Of(RebateMode.Interpolated, StepSchedule.From((Percent(10), Rate(2)), (Percent(50), Rate(4)))),
                RebateBasis.IncreaseOf(Measure.Revenue))
            .WithNegative());

    public static Arbitrary<SalesLine[]> Lines() =>
        (from month in Gen.Choose(1, 12)
         from year in Gen.Choose(2025, 2026)
         from day in Gen.Choose(1, 28)
         from cents in Gen.Choose(-30_000, 60_000)
         from pieces in Gen.Choose(1, 30)
         from member in Gen.Elements("A", "B", "C", "D")
         from number in Gen.Choose(1, 100_000)
         select Sale(
             new LocalDate(year, month, day), cents / 100m, Math.Sign(cents) * pieces, member, line: number))
        .ArrayOf().ToArbitrary();

    [Property]
    public void Any_order_of_lines_gives_the_same(SalesLine[] lines, int seed)
    {
        var random = new Random(seed);
        var shuffled = lines.OrderBy(_ => random.Next()).ToArray();

        Assert.Equal(AgreementTurnover.Of(s_agreement, lines), AgreementTurnover.Of(s_agreement, shuffled));
        Assert.Equal(s_agreement.Evaluate(lines).ToString(), s_agreement.Evaluate(shuffled).ToString());
    }

    [Property]
    public void Parts_merged_are_the_whole(SalesLine[] lines, PositiveInt parts)
    {
        var book = RebateBook.Of(s_agreement, s_agreement.Of("R-2"));
        var merged = Enumerable.Range(0, parts.Get)
            .Select(part => book.Turnovers(lines.Where((_, i) => i % parts.Get == part)))
            .Aggregate((left, right) => left.Merge(right));

        Assert.Equal(book.Turnovers(lines), merged);
        Assert.Equal(
            s_agreement.Evaluate(lines).ToString(),
            RebateStatement.Of(merged.Of(s_agreement.Id), RebateFigures.None, YearEnd).ToString());
    }

    [Property]
    public void Shares_sum_to_what_the_group_earns(SalesLine[] lines)
    {
        var statement = s_agreement.Evaluate(lines);

        Assert.All(
            statement.Results,
            result => Assert.Equal(result.Earned, Money.Sum(Currency.CNY, result.Shares.Select(share => share.Amount))));
        Assert.Equal(statement.Earned, Money.Sum(Currency.CNY, statement.Shares.Select(share => share.Amount)));
    }

    [Property]
    public void A_sale_and_its_full_return_in_an_open_period_leave_every_total(SalesLine[] lines, PositiveInt cents)
    {
        var before = s_agreement.Evaluate(lines);
        var after = s_agreement.Evaluate(
        [
            .. lines, Sale(new LocalDate(2026, 5, 4), cents.Get / 100m, 3m, "A", line: 200_000),
            Sale(new LocalDate(2026, 5, 28), -cents.Get / 100m, -3m, "A", line: 200_001),
        ]);

        Assert.Equal(before.ToString(), after.ToString());
        Assert.Equal(before.Shares, after.Shares);
    }

    [Property]
    public void Every_explanation_verifies_and_is_of_what_is_earned(SalesLine[] lines)
    {
        var statement = s_agreement.Evaluate(lines);

        Assert.True(statement.Explain().IsVerified, statement.Explain().ToString());
        Assert.All(statement.Results, result => Assert.Equal((Figure)result.Earned, result.Explain().Value));
    }

    [Property]
    public void Every_share_explains_itself_from_what_the_members_bought(SalesLine[] lines)
    {
        var statement = s_agreement.Evaluate(lines);
        var known = s_agreement.WithParties(RebateParties.Group(s_members[0], RebatePayout.ByHead, s_members)).Evaluate(lines).Results
            .Concat(statement.Results);
        foreach (var (result, share) in known.SelectMany(result => result.Shares.Select(share => (result, share))))
        {
            Explanation[] all = [result.ExplainShare(share.Customer), result.ExplainShare(share.Customer, lines)];
            Assert.All(all, each => Assert.Equal((Figure)share.Amount, each.Value));
            Assert.All(all, each => Assert.True(each.IsVerified, each.ToString()));
        }
    }

    [Property]
    public void Graduated_is_the_integral_of_the_rate(PositiveInt cents)
    {
        var turnover = cents.Get / 100m;
        var expected = (Math.Min(turnover, 100m) * 0.10m) + (Math.Max(0m, Math.Min(turnover, 300m) - 100m) * 0.20m)
            + (Math.Max(0m, turnover - 300m) * 0.30m);

        Assert.Equal(Cny(expected), Agreement(Yearly(RebateMode.Graduated, (0m, Rate(10)), (100m, Rate(20)), (300m, Rate(30))))
            .Evaluate(InMonth(5, turnover)).Results[0].Tiered);
    }

    [Property]
    public void Graduated_is_continuous_at_each_bound(PositiveInt bound, PositiveInt smallest)
    {
        var (at, unit) = ((decimal)bound.Get, 0.0001m / smallest.Get);
        var agreement = Agreement(Yearly(RebateMode.Graduated, (0m, Rate(10)), (at, Rate(20))));
        decimal Of(decimal turnover) => agreement.Evaluate(InMonth(5, turnover)).Results[0].Tiered.Amount;

        Assert.InRange(Of(at) - Of(at - unit), 0m, unit);
        Assert.InRange(Of(at + unit) - Of(at), 0m, unit);
    }

    [Property]
    public void An_interpolated_rate_lies_between_those_of_its_bounds(PositiveInt cents)
    {
        var turnover = 100m + (cents.Get % 20_001 / 100m);
        var tiered = Agreement(Yearly(RebateMode.Interpolated, (100m, Rate(1)), (200m, Rate(2)), (300m, Rate(4))))
            .Evaluate(InMonth(5, turnover)).Results[0].Tiered.Amount;
        var (low, high) = turnover < 200m ? (0.01m, 0.02m) : (0.02m, 0.04m);

        Assert.InRange(tiered, turnover * low, turnover * high);
    }

    [Property]
    public void More_never_earns_less_when_graduated(PositiveInt cents, NonNegativeInt more)
    {
        var agreement = Agreement(OnRevenue("year", FiscalPeriodKind.Year, RebateScale.Of(RebateMode.Graduated, Steps())));

        Assert.True(
            agreement.Evaluate(InMonth(5, cents.Get / 100m)).Earned
                <= agreement.Evaluate(InMonth(5, (cents.Get / 100m) + (more.Get / 100m))).Earned);
    }

    private static StepSchedule<decimal, RebateBenefit> Steps() => StepSchedule.From((100m, Rate(1)), (300m, Rate(3)), (900m, Rate(6)));
}
