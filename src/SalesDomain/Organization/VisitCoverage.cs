using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Visit coverage (拜访覆盖率): how many of the customers to be visited were visited, at least once or as often as asked.</summary>
/// <remarks>Made by <see cref="VisitLog.Coverage"/>. It counts customers; the strike rate counts visits.</remarks>
public sealed class VisitCoverage
{
    private readonly CustomerId[] _customers;
    private readonly int[] _counted;

    internal VisitCoverage(CustomerId[] customers, int[] counted, int atLeast)
    {
        _customers = customers;
        _counted = counted;
        AtLeast = atLeast;
        Visited = counted.Count(visits => visits >= atLeast);
        Rate = Percentage.Ratio(Visited, ToVisit);
    }

    /// <summary>How many visits make a customer visited.</summary>
    public int AtLeast { get; }

    /// <summary>How many customers are to be visited.</summary>
    public int ToVisit => _customers.Length;

    /// <summary>How many of them were.</summary>
    public int Visited { get; }

    /// <summary><see cref="Visited"/> ÷ <see cref="ToVisit"/>: 0 % to 100 %, to 28 digits; null where no customer is to be
    /// visited.</summary>
    public Percentage? Rate { get; }

    /// <summary>The customers that were not visited often enough, in the order given.</summary>
    public IReadOnlyList<CustomerId> NotVisited =>
        Array.AsReadOnly(_customers.Where((_, i) => _counted[i] < AtLeast).ToArray());

    /// <summary>The customers with the visits counted for each, in the order given.</summary>
    public IReadOnlyList<(CustomerId Customer, int Visits)> Customers =>
        Array.AsReadOnly(_customers.Select((customer, i) => (customer, _counted[i])).ToArray());

    /// <summary>The rate from how many customers were visited and how many are to be.</summary>
    /// <returns>The tree; its root is the rate, absent where no customer is to be visited.</returns>
    public Explanation Explain() =>
        Explanation.Node(
            "visit coverage", Figure.OrAbsent(Rate), Operation.Ratio,
            Explanation.FactSum("customers visited", (decimal)Visited, Visited),
            Explanation.FactSum("customers to visit", (decimal)ToVisit, ToVisit));

    /// <summary>The figures, for a log: <c>34 of 40 customers visited at least 1 times</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Visited) + " of " + InvariantText.Number(ToVisit) + " customers visited at least "
            + InvariantText.Number(AtLeast) + " times";
}
