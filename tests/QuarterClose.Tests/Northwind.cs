using System.Linq;
using QuarterClose.Input;
using QuarterClose.Rules;

namespace QuarterClose.Tests;

/// <summary>The closed quarter and the reviewed year of the real data, read once.</summary>
internal static class Northwind
{
    internal static ClosedQuarter Closed { get; } = Terms.Of1998Q1.Close(NorthwindReader.Read(DataFolder.Own));

    internal static YearReview Year { get; } = Review();

    internal static PersonQuarter Employee(string id) => Closed.People.Single(line => line.Person.Id.Code == id);

    private static YearReview Review()
    {
        var data = NorthwindReader.Read(DataFolder.Own);
        return YearTerms.Of1997.Close(data, NorthwindReader.ReadField(DataFolder.Own, data));
    }
}
