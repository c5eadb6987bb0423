using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Visits, strike rate and visits a day, by salesperson and in total.</summary>
/// <remarks>
/// Made by <see cref="VisitLog.Report(DateSpan, IEnumerable{ValueTuple{SalespersonId, decimal}}, VisitCounting)"/>. The rates
/// of the total are those of the sums: 1 of 1 and 10 of 100 are 11 of 101, 10.89 %, and
/// not the average of 100 % and 10 %.
/// </remarks>
public sealed class VisitReport
{
    private readonly VisitFigures[] _people;

    internal VisitReport(DateSpan span, VisitFigures[] people, int customers)
    {
        Span = span;
        _people = people;
        Total = new VisitFigures(
            null, people.Sum(each => each.Made), people.Sum(each => each.WithOrder), customers, people.Sum(each => each.DaysInField),
            people.Aggregate((decimal?)0m, (sum, each) => sum + each.SellingDays));
    }

    /// <summary>The days that are reported.</summary>
    public DateSpan Span { get; }

    /// <summary>Every salesperson that was asked for, in the order given, and those besides who made a visit, by code.</summary>
    public IReadOnlyList<VisitFigures> People => Array.AsReadOnly(_people);

    /// <summary>All together.</summary>
    public VisitFigures Total { get; }

    /// <summary>The figures of a salesperson, if there are any.</summary>
    /// <param name="salesperson">The salesperson.</param>
    /// <param name="figures">The figures, or null.</param>
    /// <returns>False for one who was not asked for and made no visit.</returns>
    /// <exception cref="ArgumentException"><paramref name="salesperson"/> holds no code.</exception>
    public bool TryOf(SalespersonId salesperson, [NotNullWhen(true)] out VisitFigures? figures)
    {
        Identifier.Given(salesperson);
        figures = Array.Find(_people, each => each.Salesperson == salesperson);
        return figures is not null;
    }

    /// <summary>The strike rate of the total from the sums of the salespersons' visits.</summary>
    /// <returns>The tree; its root is the strike rate of the total, absent where no visit was made.</returns>
    public Explanation ExplainStrikeRate() =>
        Explanation.Node(
            "strike rate", Figure.OrAbsent(Total.StrikeRate), Operation.Ratio,
            Sum("visits with an order", Total.WithOrder, each => each.WithOrder), Sum("visits made", Total.Made, each => each.Made));

    /// <summary>The total, for a log.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Span + " " + Total;

    private Explanation Sum(string name, int value, Func<VisitFigures, int> count) =>
        _people.Length == 0 ? Explanation.FactSum(name, (decimal)value, 0)
            : Explanation.Node(
                name, (decimal)value, Operation.Sum,
                Array.ConvertAll(_people, each => Explanation.FactSum(each.Name, (decimal)count(each), count(each))));
}
