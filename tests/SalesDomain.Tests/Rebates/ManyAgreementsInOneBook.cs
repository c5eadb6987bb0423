using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Rebates;
using Xunit;
using static SalesDomain.Tests.Rebates.RebateSample;

namespace SalesDomain.Tests.Rebates;

/// <summary>Agreements on the same and on other terms, of the same and of other customers, in one pass over the lines.</summary>
public sealed class ManyAgreementsInOneBook
{
    private const int Customers = 30;

    private static readonly RebateAgreement[] s_agreements = [.. Enumerable.Range(0, 40).Select(AgreementOf)];
    private static readonly RebateBook s_book = RebateBook.Of(s_agreements);

    [Property(MaxTest = 20)]
    public void Each_has_what_it_has_alone(int seed)
    {
        var lines = Lines(seed, 600);
        var turnovers = s_book.Turnovers(lines);

        Assert.All(s_agreements, agreement => Assert.Equal(AgreementTurnover.Of(agreement, lines), turnovers.Of(agreement.Id)));
        Assert.Equal(lines.Length, turnovers.Lines);
        Assert.Equal(
            lines.Count(line => s_agreements.All(agreement => AgreementTurnover.Of(agreement, [line]).Lines == 0)), turnovers.LinesOfNone);
    }

    [Property(MaxTest = 20)]
    public void Eight_parts_merged_are_the_whole(int seed)
    {
        var lines = Lines(seed, 2_000);
        var whole = s_book.Turnovers(lines);
        var merged = Enumerable.Range(0, 8)
            .Select(part => s_book.Turnovers(lines.Where((_, i) => i % 8 == part)))
            .Aggregate((left, right) => left.Merge(right));

        AssertSame(whole, merged);
    }

    [Property(MaxTest = 20)]
    public void Any_order_of_lines_gives_the_same(int seed)
    {
        var lines = Lines(seed, 2_000);
        var random = new Random(seed);

        AssertSame(s_book.Turnovers(lines), s_book.Turnovers(lines.OrderBy(_ => random.Next())));
    }

    [Fact]
    public void Sums_are_those_of_the_lines_of_the_customer_in_the_period()
    {
        var lines = Lines(7, 5_000);
        var turnovers = s_book.Turnovers(lines);

        foreach (var agreement in s_agreements.Where(agreement => agreement.Rebates[0].Name == "year"))
        {
            var sold = lines
                .Where(line => line.Customer == agreement.Parties.Head && line.Date.Year == 2026 && line.Stage == Stage.Invoiced)
                .Where(line => line.PriceKind is PriceKind.Standard or PriceKind.Consignment or PriceKind.Project)
                .Sum(line => line.NetAmount.Amount);

            Assert.Equal(Measure.Revenue.Of(Cny(sold)), turnovers.Of(agreement.Id).LevelOf("year", Year()));
        }
    }

#if NET
    [Fact]
    public void Ten_times_as_many_lines_take_no_more_memory()
    {
        var few = Lines(7, 5_000);
        SalesLine[] many = [.. Enumerable.Repeat(few, 10).SelectMany(lines => lines)];
        _ = BytesOf(few);

        // Bytes, since they do not depend on the machine; a byte for each line would be more than the allowance.
        var bytes = BytesOf(few);
        Assert.InRange(BytesOf(many), bytes - 1_000, bytes + 1_000);
    }

    private static long BytesOf(SalesLine[] lines)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        var turnovers = s_book.Turnovers(lines);
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(lines.Length, turnovers.Lines);
        return bytes;
    }
#endif

    private static void AssertSame(RebateTurnovers expected, RebateTurnovers actual)
    {
        Assert.Equal(expected, actual);
        Assert.Equal(expected.GetHashCode(), actual.GetHashCode());
        Assert.Equal(Statements(expected), Statements(actual));
    }

    private static IEnumerable<string> Statements(RebateTurnovers turnovers) =>
        turnovers.All.Select(turnover => RebateStatement.Of(turnover, RebateFigures.None, YearEnd).ToString());

    // Four kinds of terms: a year; months and quarters of two customers who share by what they buy, one of them only since May; growth
    // over the year before; and weeks beside months, on one product, by the day of the service and without an end.
    private static RebateAgreement AgreementOf(int number)
    {
        var graduated = RebateScale.Of(RebateMode.Graduated, StepSchedule.From((0m, Rate(1)), (2_000m, Rate(2)), (5_000m, Rate(4))));
        var customer = Customer(number);
        return (number % 4) switch
        {
            0 => Of(number, RebateParties.Of(customer), DateSpan.OfYear(2026), OnRevenue("year", FiscalPeriodKind.Year, graduated)),
            1 => Of(
                number,
                RebateParties.Group(
                    customer, RebatePayout.ByTurnover, new RebateMember(customer, DateSpan.Always),
                    new RebateMember(Customer(number + 7), DateSpan.From(new LocalDate(2026, 5, 1)))),
                DateSpan.OfYear(2026),
                OnRevenue("month", FiscalPeriodKind.Month, graduated),
                OnRevenue("quarter", FiscalPeriodKind.Quarter, graduated).WithNetOf("month")),
            2 => Of(
                number, RebateParties.Of(customer), DateSpan.OfYear(2026),
                Rebate.Of(
                    "growth", FiscalPeriodKind.Year, RebateLevel.Growth(Measure.Revenue),
                    RebateScale.Of(RebateMode.Graduated, StepSchedule.From((Percent(0), Rate(2)), (Percent(50), Rate(4)))),
                    RebateBasis.IncreaseOf(Measure.Revenue))),
            _ => Of(
                number, RebateParties.Of(customer), DateSpan.From(new LocalDate(2026, 2, 1)),
                OnRevenue("week", FiscalPeriodKind.Week, graduated), OnRevenue("month", FiscalPeriodKind.Month, graduated))
                .WithScope(Scope.Everything.Only(new ProductId("P-1"))).WithDateBasis(RebateDateBasis.ServiceDate),
        };
    }

    private static RebateAgreement Of(int number, RebateParties parties, DateSpan span, params Rebate[] rebates) =>
        RebateAgreement.Of(new RebateAgreementId("R-" + Text(number)), parties, span, Currency.CNY, FiscalCalendar.CalendarYear)
            .WithRebates(rebates);

    private static CustomerId Customer(int number) => new("C-" + Text(number % Customers));

    private static SalesLine[] Lines(int seed, int count)
    {
        var random = new Random(seed);
        return [.. Enumerable.Range(0, count).Select(i => LineOf(i, random))];
    }

    private static SalesLine LineOf(int number, Random random)
    {
        var day = new LocalDate(2025, 1, 1).PlusDays(random.Next(800));
        var line = Sale(
            day, random.Next(-20_000, 100_000) / 100m, random.Next(10) == 0 ? 0m : null, "C-" + Text(random.Next(Customers + 2)),
            "P-" + Text(random.Next(3)), number, kind: (PriceKind)random.Next(6),
            stage: random.Next(8) == 0 ? Stage.Ordered : Stage.Invoiced).ToBuilder();
        line.ServiceDate = random.Next(3) == 0 ? day.PlusDays(random.Next(-40, 10)) : null;
        return line.Build();
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);
}
