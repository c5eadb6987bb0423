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
    private readonly VisitFigures[] _salespersons;
    private readonly Lazy<Dictionary<SalespersonId, VisitFigures>> _index;

    internal VisitReport(DateSpan span, VisitFigures[] salespersons, int customers, VisitOrders orders)
    {
        Span = span;
        _salespersons = salespersons;
        _index = new Lazy<Dictionary<SalespersonId, VisitFigures>>(() => salespersons.ToDictionary(each => each.Salesperson!.Value));
        Total = new VisitFigures(
            null, salespersons.Sum(each => each.Made), salespersons.Sum(each => each.WithOrder), customers,
            salespersons.Sum(each => each.DaysInField),
            salespersons.Aggregate((decimal?)0m, (sum, each) => sum + each.SellingDays), orders);
    }

    /// <summary>The days that are reported.</summary>
    public DateSpan Span { get; }

    /// <summary>Every salesperson that was asked for, in the order given, and those besides who made a visit, by code.</summary>
    public IReadOnlyList<VisitFigures> Salespersons => Array.AsReadOnly(_salespersons);

    /// <summary>All together.</summary>
    public VisitFigures Total { get; }

    /// <summary>The figures of a salesperson, if there are any.</summary>
    /// <param name="salesperson">The salesperson.</param>
    /// <param name="figures">The figures, or null.</param>
    /// <returns>False for one who was not asked for and made no visit.</returns>
    /// <exception cref="ArgumentException"><paramref name="salesperson"/> holds no code.</exception>
    public bool TryLine(SalespersonId salesperson, [NotNullWhen(true)] out VisitFigures? figures)
    {
        Identifier.Given(salesperson);
        return _index.Value.TryGetValue(salesperson, out figures);
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
        _salespersons.Length == 0 ? Explanation.FactSum(name, (decimal)value, 0)
            : Explanation.Node(
                name, (decimal)value, Operation.Sum,
                Array.ConvertAll(_salespersons, each => Explanation.FactSum(each.Name, (decimal)count(each), count(each))));
}
