using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using NodaTime;
using SalesDomain.Rebates;

namespace SalesDomain.Tests.Rebates;

/// <summary>Agreements and lines in short words: customer D, product P, CNY, the year 2026.</summary>
internal static class RebateSample
{
    internal static readonly CustomerId Dealer = new("D");
    internal static readonly FiscalCalendar Calendar = FiscalCalendar.CalendarYear;
    internal static readonly LocalDate YearEnd = new(2026, 12, 31);

    internal static Money Cny(decimal amount) => new(amount, Currency.CNY);

    internal static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

    internal static RebateBenefit Rate(decimal percent) => RebateBenefit.Percent(Percent(percent));

    internal static FiscalPeriod Month(int month) => Calendar.Period(FiscalPeriodKind.Month, 2026, month);

    internal static FiscalPeriod Quarter(int quarter) => Calendar.Period(FiscalPeriodKind.Quarter, 2026, quarter);

    internal static FiscalPeriod Year(int year = 2026) => Calendar.Year(year);

    internal static RebateAgreement Agreement(params Rebate[] rebates) => OfSpan(DateSpan.OfYear(2026), rebates);

    internal static RebateAgreement OfSpan(DateSpan span, params Rebate[] rebates) =>
        RebateAgreement.Of(new RebateAgreementId("R-1"), RebateParties.Of(Dealer), span, Currency.CNY, Calendar).WithRebates(rebates);

    /// <summary>A yearly rebate by what is sold, paid on it.</summary>
    internal static Rebate Yearly(RebateMode mode, params (decimal From, RebateBenefit Benefit)[] steps) =>
        OnRevenue("year", FiscalPeriodKind.Year, RebateScale.Of(mode, StepSchedule.From(steps)));

    internal static Rebate OnRevenue(string name, FiscalPeriodKind period, RebateScale scale) =>
        Rebate.Of(name, period, RebateLevel.Turnover(Measure.Revenue), scale, RebateBasis.Of(Measure.Revenue));

    /// <summary>A yearly rebate by pieces sold, paid on them.</summary>
    internal static Rebate ByPieces(RebateMode mode, params (decimal From, RebateBenefit Benefit)[] steps) =>
        Rebate.Of(
            "pieces", FiscalPeriodKind.Year, RebateLevel.Turnover(Measure.Units(UnitOfMeasure.Piece)),
            RebateScale.Of(mode, StepSchedule.From(steps)), RebateBasis.Of(Measure.Units(UnitOfMeasure.Piece)));

    internal static RebateBenefit APiece(decimal amount) => RebateBenefit.PerUnit(Cny(amount), UnitOfMeasure.Piece);

    internal static SalesLine Sale(
        LocalDate date, decimal net, decimal? pieces = null, string customer = "D", string product = "P", int line = 1,
        PriceKind kind = PriceKind.Standard, Stage stage = Stage.Invoiced, decimal? list = null, decimal tax = 0m) =>
        new SalesLineBuilder
        {
            Stage = stage,
            Document = new DocumentId("I-" + date.ToString("uuuuMMdd", CultureInfo.InvariantCulture)),
            Line = line,
            Date = date,
            Customer = new CustomerId(customer),
            Product = new ProductId(product),
            Quantity = Quantity.Pieces(pieces ?? (net > 0m ? 1m : net < 0m ? -1m : 0m)),
            NetAmount = Cny(net),
            ListAmount = list is { } stated ? Cny(stated) : null,
            Tax = Cny(tax),
            PriceKind = kind,
        }.Build();

    internal static SalesLine InMonth(int month, decimal net, decimal? pieces = null, string customer = "D", string product = "P") =>
        Sale(new LocalDate(2026, month, 15), net, pieces, customer, product);

    /// <summary>The same terms under another number.</summary>
    internal static RebateAgreement Of(this RebateAgreement agreement, string id) =>
        RebateAgreement.Of(new RebateAgreementId(id), agreement.Parties, agreement.Span, agreement.Currency, agreement.Calendar)
            .WithRebates([.. agreement.Rebates]);

    internal static RebateStatement Evaluate(this RebateAgreement agreement, params SalesLine[] lines) =>
        agreement.Evaluate(RebateFigures.None, lines);

    internal static RebateStatement Evaluate(this RebateAgreement agreement, RebateFigures figures, params SalesLine[] lines) =>
        RebateStatement.Of(AgreementTurnover.Of(agreement, lines), figures, YearEnd);

    internal static Money EarnedOf(this RebateStatement statement, string rebate, FiscalPeriod period) =>
        statement.ResultOf(rebate, period)!.Earned;

    /// <summary>What is earned after each of the lines in turn.</summary>
    internal static IEnumerable<Money> Cumulated(this RebateAgreement agreement, params SalesLine[] lines) =>
        lines.Select((_, i) => agreement.Evaluate([.. lines.Take(i + 1)]).Earned);
}
