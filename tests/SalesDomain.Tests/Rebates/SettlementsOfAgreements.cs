using System.Linq;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Rebates.AccountSample;

namespace SalesDomain.Tests.Rebates;

/// <summary>From the lines of a sale to a settlement: nothing that is settled is ever part of what is sold.</summary>
public sealed class SettlementsOfAgreements
{
    private static readonly CustomerId s_dealer = new("D-1");

    private static RebateAgreement Agreement { get; } = Agreed(0m, 1m);

    /// <summary>P-2: goods that are paid with a settlement must not earn the next one.</summary>
    [Fact]
    public void P_2_Goods_paid_with_a_settlement_earn_nothing()
    {
        SalesLine[] sold = [Line(1, 100_000m)];
        var terms = RebatePayoutTerms.InGoods(new ProductId("P-1"), Cny(100m), UnitOfMeasure.Piece);
        var settled = Empty.SettleToDate(Earned(Agreement, sold), terms, Run(7));
        var given = Line(2, settled.Units!.Value.Amount * 100m, PriceKind.RebateFunded);
        var again = settled.Account.SettleToDate(Earned(Agreement, [.. sold, given]), terms, Run(8));

        Assert.Equal(Quantity.Pieces(10m), settled.Units);
        Assert.Equal(Cny(0m), again.Settled);
        Assert.Empty(again.Entries);
    }

    [Fact]
    public void A_late_return_an_earlier_start_and_other_terms_rate_their_own_period_anew()
    {
        SalesLine[] sold = [Line(1, 100_000m), Line(2, 50_000m, month: 2)];
        var late = Agreement.WithSpan(new DateSpan(new LocalDate(2026, 2, 15), new LocalDate(2026, 12, 31)));
        var first = Empty.SettleToDate(Earned(late, sold), CreditNote, Run(7));
        var earlier = first.Account.SettleToDate(Earned(Agreement, sold), CreditNote, Run(8));
        var changed = earlier.Account.SettleToDate(Earned(Agreed(0m, 2m), sold), CreditNote, Run(9));
        var returned = changed.Account.SettleToDate(
            Earned(Agreed(0m, 2m), [.. sold, Line(3, -100_000m)]), CreditNote, Run(10));

        Assert.Equal(
            [Cny(1_000m), Cny(500m), Cny(1_500m), Cny(-2_000m)],
            new[] { first, earlier, changed, returned }.Select(settlement => settlement.Payable));
        Assert.Equal(Cny(1_000m), returned.Account.Balances.Settled);
    }

    /// <summary>OCA's sections of 0, 100 and 300 at 10, 20 and 30 %: 3,800 are settled at 1,100, in whatever parts.</summary>
    [Fact]
    public void P_1_P_2_A_graduated_rebate_settled_twice_is_1_100_in_all()
    {
        var scale = RebateScale.Of(
            RebateMode.Graduated,
            StepSchedule.From(
                (0m, RebateBenefit.Percent(Percent(10))), (100m, RebateBenefit.Percent(Percent(20))),
                (300m, RebateBenefit.Percent(Percent(30)))));
        var agreement = Agreement.WithRebates(
            Rebate.Of("year", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue), scale, RebateBasis.Of(Measure.Revenue)));
        var first = Empty.SettleToDate(Earned(agreement, [Line(1, 1_500m)]), CreditNote, Run(7));
        var second = first.Account.SettleToDate(Earned(agreement, [Line(1, 1_500m), Line(2, 2_300m)]), CreditNote, Run(8));

        Assert.Equal(Cny(410m), first.Payable);
        Assert.Equal(Cny(1_100m), first.Payable + second.Payable);
    }

    private static RebateAgreement Agreed(decimal from, decimal percent) =>
        RebateAgreement.Of(
                new RebateAgreementId("RA-1"), RebateParties.Of(s_dealer), DateSpan.OfYear(2026), Currency.CNY,
                FiscalCalendar.CalendarYear)
            .WithRebates(
                Rebate.Of(
                    "year", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Revenue),
                    RebateScale.Of(RebateMode.AllUnits, StepSchedule.From((from, RebateBenefit.Percent(Percent(percent))))),
                    RebateBasis.Of(Measure.Revenue)));

    private static RebateEntitlement[] Earned(RebateAgreement agreement, SalesLine[] lines) =>
        [
            .. RebateEntitlement.AllOf(
                RebateStatement.Of(AgreementTurnover.Of(agreement, lines), RebateFigures.None, new LocalDate(2026, 12, 31)), s_dealer),
        ];

    private static SalesLine Line(int line, decimal amount, PriceKind kind = PriceKind.Standard, int month = 3) =>
        new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = new DocumentId("INV-1"),
            Line = line,
            Date = new LocalDate(2026, month, 1),
            Customer = s_dealer,
            Product = new ProductId("P-1"),
            Quantity = Quantity.Pieces(amount / 100m),
            NetAmount = Cny(amount),
            Tax = Cny(0m),
            PriceKind = kind,
        }.Build();
}
