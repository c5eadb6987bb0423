using System.Linq;
using NodaTime;
using SalesDomain.Organization;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Cases;

/// <summary>Sales force sizes that public sources print.</summary>
public sealed class SizingCases
{
    /// <summary>SIZE-001: https://www.zabanga.us/sales-promotion/sales-force-size.html.</summary>
    [Fact]
    public void SIZE_001_Sixty_thousand_calls_at_a_thousand_a_person()
    {
        var size = WorkloadMethod.InCalls(
            1_000m,
            new WorkloadSegment("A", 1_000, AccountWorkload.OfCalls(36m)),
            new WorkloadSegment("B", 2_000, AccountWorkload.OfCalls(12m))).Size();

        Assert.Equal((60_000m, 60m, 60), (size.Workload, size.Need, size.People));
        Assert.Equal([36_000m, 24_000m], size.Lines.Select(segment => segment.Workload));
        Assert.Equal(Percent(100), size.Utilization);
    }

    /// <summary>SIZE-003: https://bangalore1965.blogspot.com/2012/09/professional-sales-management.html.</summary>
    [Fact]
    public void SIZE_003_Hours_by_segment_at_twelve_hundred_a_person()
    {
        var size = WorkloadMethod.InTime(
            SellingTime.Of(Duration.FromHours(1_200)), Monthly("A", 200, 4), Monthly("B", 450, 2), Monthly("C", 1_000, 1)).Size();

        Assert.Equal((32_400m * 60, 27m, 27), (size.Workload, size.Need, size.People));

        static WorkloadSegment Monthly(string name, int accounts, int hours) =>
            new(name, accounts, AccountWorkload.Of(12m, Duration.FromHours(hours), Duration.Zero));
    }

    /// <summary>SIZE-005: https://www.coursehero.com/file/p7quren/.</summary>
    [Fact]
    public void SIZE_005_Ten_million_at_a_quarter_of_a_million_a_person()
    {
        var size = BreakdownMethod.OfSalesPerPerson(Measure.Revenue.Of(Usd(250_000m))).Size(Measure.Revenue.Of(Usd(10_000_000m)));

        Assert.Equal((40m, 40), (size.Need, size.People));
    }

    /// <summary>AW-001: AdventureWorks, SalesTerritory.csv: group and sales year to date of the ten territories.</summary>
    [Fact]
    public void AW_001_Sales_by_group_are_the_sums_of_its_territories()
    {
        var groups = MarketPotential.SumOf(
        [
            Territory("North America", 7887186.7882m), Territory("North America", 2402176.8476m), Territory("North America", 3072175.118m),
            Territory("North America", 10510853.8739m), Territory("North America", 2538667.2515m),
            Territory("North America", 6771829.1376m),
            Territory("Europe", 4772398.3078m), Territory("Europe", 3805202.3478m), Territory("Pacific", 5977814.9154m),
            Territory("Europe", 5012905.3656m),
        ]);

        Assert.Equal(Usd(52751209.9534m), groups.Total.Money);
        Assert.Equal(
            [("North America", Usd(33182889.0168m)), ("Europe", Usd(13590506.0212m)), ("Pacific", Usd(5977814.9154m))],
            groups.Lines.Select(line => (line.Key, line.Potential.Money)));
        Assert.Equal(300m, groups.Lines.Sum(line => line.Index!.Value.Percent), 20);

        static (string, Measured) Territory(string group, decimal sales) => (group, Measure.Revenue.Of(Usd(sales)));
    }
}
