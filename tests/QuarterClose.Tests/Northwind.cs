using System.Linq;
using QuarterClose.Input;
using QuarterClose.Rules;

namespace QuarterClose.Tests;

/// <summary>The closed quarter, its prices, the reviewed and the paid year and its rebates of the real data, read once.</summary>
internal static class Northwind
{
    internal static SalesData Data { get; } = NorthwindReader.Read(DataFolder.Own);

    internal static ClosedQuarter Closed { get; } = Terms.Of1998Q1.Close(Data);

    internal static YearReview Year { get; } = Review();

    internal static PaidYear Paid { get; } =
        PaidYear.Of(PayTerms.Of1997, Data, Year, NorthwindReader.ReadReturns(DataFolder.Own, Data));

    internal static PricedQuarter Prices { get; } = PriceTerms.Of1998Q1.Price(NorthwindReader.ReadPrices(DataFolder.Own, Data));

    internal static RebatedYear Rebates { get; } = RebateTerms.Of1997.Settle(Data, NorthwindReader.ReadCustomers(DataFolder.Own));

    internal static PersonQuarter Employee(string id) => Closed.People.Single(line => line.Person.Id.Code == id);

    internal static PaidPerson PaidPerson(string id) => Paid.People.Single(each => each.Person.Id.Code == id);

    internal static PaidRun PaidRun(string id, string run) => PaidPerson(id).Runs.Single(each => each.Run.Name == run);

    private static YearReview Review() => YearTerms.Of1997.Close(Data, NorthwindReader.ReadField(DataFolder.Own, Data));
}
