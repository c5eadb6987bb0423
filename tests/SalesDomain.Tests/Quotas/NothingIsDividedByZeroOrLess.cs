using System.Linq;
using SalesDomain.Quotas;
using SalesDomain.Tests.Quotas.Attaining;
using SalesDomain.Tests.WholeApi;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Quotas;

/// <summary>
/// One rule for every ratio of this context (pitfall 15): by zero or less nothing is divided, the figure is null, and where it explains
/// itself the explanation says why. One cent above zero there is a ratio.
/// </summary>
public sealed class NothingIsDividedByZeroOrLess
{
    private static readonly PlanTree<string> s_tree = PlanTree.Of("China", ("North", "China"), ("South", "China"));

    [Theory]
    [InlineData("0", false)]
    [InlineData("-0.01", false)]
    [InlineData("-100", false)]
    [InlineData("0.01", true)]
    public void Attainment_whole_and_to_date(string below, bool hasRatio)
    {
        var attainment = Attainment.Of(Revenue("50"), Revenue(below)).WithQuotaToDate(Revenue(below));

        Assert.Equal((hasRatio, hasRatio), (attainment.Rate is not null, attainment.RateToDate is not null));
        Assert.Equal(hasRatio ? 0 : 2, attainment.Reasons.Count);
        Proof.Holds(Figure.OrAbsent(attainment.Rate), attainment.Explain());
        Proof.Holds(Figure.OrAbsent(attainment.RateToDate), attainment.Explain(AttainmentFigure.RateToDate));
        Assert.Equal(hasRatio, Attainment.Pooled([attainment, Attainment.Of(Revenue("1"), Revenue("0"))]).Rate is not null);
        Assert.Equal(hasRatio, ActualSum.Of(Revenue("50"), 1).Against(Revenue(below)).Rate is not null);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("-100", false)]
    [InlineData("0.01", true)]
    public void What_a_composite_counts(string below, bool hasRatio)
    {
        var composite = CompositeRule.Of(MissingMeasure.Block, WeightedMeasures.Of((Measure.Revenue, Percentage.OneHundred)))
            .Evaluate((Measure.Revenue, Attainment.Of(Revenue("50"), Revenue(below))));

        Assert.Equal(hasRatio, composite.Value is not null);
        Assert.Equal(hasRatio ? 0 : 2, composite.Reasons.Count);
        Proof.Holds(Figure.OrAbsent(composite.Value), composite.Explain());
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("-100", false)]
    [InlineData("0.01", true)]
    public void Growth_on_the_year_before(string below, bool hasRatio)
    {
        var year = FiscalCalendar.CalendarYear.Year(2026);
        SalesLine[] lines = [Sales.Sale(year.Start, 50m), .. Before()];
        var growth = Sales.Revenue.LikeForLike(year, year.End, Crediting.BySalesperson.AsAssignedOn(year.End), lines).Total;

        Assert.Equal(hasRatio, growth.Rate is not null);
        Assert.Equal(hasRatio ? 0 : 1, growth.Reasons.Count);
        Proof.Holds(Figure.OrAbsent(growth.Rate), growth.Explain());

        SalesLine[] Before() => Number(below) == 0m ? [] : [Sales.Sale(year.Start.PlusDays(-1), Number(below))];
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("-100", false)]
    [InlineData("0.01", true)]
    public void The_rates_of_a_tree(string target, bool hasRatio)
    {
        var quotas = QuotaTree.Allocate(
            Revenue(target), s_tree, AllocationRule.By(AllocationDriver.Of("last year", ("North", 1m), ("South", 0m))));
        var gap = quotas.Compare([("North", Revenue("5")), ("South", Revenue("0"))])["China"];

        Assert.Equal(hasRatio, quotas.OverAssignmentRatio is not null);
        Assert.Equal(hasRatio, quotas["North"].ShareOfParent is not null);
        Assert.Equal(hasRatio, gap.GapRatio is not null);
        Assert.Equal(
            hasRatio,
            quotas.RollUp([Sales.Sale(Sales.Start, 5m, "North")], line => line.Salesperson?.Code).AttainmentOf("China").Rate is not null);
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("-100", false)]
    [InlineData("0.01", true)]
    public void How_evenly_sales_came(string february, bool hasRatio)
    {
        var linearity = Linearity.Of(
            (DateSpan.OfMonth(2026, 1), Revenue("0"), 1m), (DateSpan.OfMonth(2026, 2), Revenue(february), 1m));

        Assert.Equal(hasRatio, linearity.DisplacedShare is not null);
        Assert.Equal(hasRatio, linearity.LastShare is not null);
        Assert.Equal(hasRatio, linearity.MaximumDeviationInPoints is not null);
        Assert.Equal(hasRatio, linearity.MeanDeviationInPoints is not null);
        Assert.Equal(Figure.OrAbsent(linearity.DisplacedShare), linearity.Explain().Value);
        Assert.Empty(linearity.Explain().Verify());
        foreach (var part in linearity.Parts)
            Assert.Equal((hasRatio, 0), (part.DeviationInPoints is not null, part.Explain().Verify().Count));
    }

    [Theory]
    [InlineData("0", false)]
    [InlineData("-100", false)]
    [InlineData("0.01", true)]
    public void The_error_of_a_forecast(string actual, bool hasRatio)
    {
        var march = FiscalCalendar.CalendarYear.Period(FiscalPeriodKind.Month, 2026, 3);
        var accuracy = ForecastAccuracy.AtLead(
            [ForecastSnapshot.Of("North", march, march.Start, Revenue("5"))], [("North", march, Revenue(actual))], 0);
        var error = accuracy.Errors.Single();

        Assert.Equal(hasRatio, error.PercentageError is not null);
        Proof.Holds(Figure.OrAbsent(error.PercentageError), error.Explain());

        // The weights of the mean are without sign, so that only nothing at all gives none.
        Assert.Equal(Number(actual) != 0m, accuracy.Wape is not null);
        Assert.Equal(Number(actual) != 0m, accuracy.Bias is not null);
    }

    [Fact]
    public void No_other_code_of_the_context_divides_one_amount_by_another()
    {
        var callers =
            from type in IlCode.Types(IlCode.Library)
            where type.Namespace == typeof(Attainment).Namespace || type.DeclaringType?.Namespace == typeof(Attainment).Namespace
            from method in type.Methods
            where method.HasBody
            from instruction in method.Body.Instructions
            where instruction.Operand is Mono.Cecil.MethodReference { Name: nameof(Measured.Ratio), DeclaringType.Name: nameof(Measured) }
            select type.Name + "." + method.Name;

        Assert.Equal(["PositiveRatio.Of"], callers);
    }

    private static decimal Number(string text) => decimal.Parse(text, System.Globalization.CultureInfo.InvariantCulture);

    private static Measured Revenue(string amount) => Measure.Revenue.Of(Cny(Number(amount)));
}
