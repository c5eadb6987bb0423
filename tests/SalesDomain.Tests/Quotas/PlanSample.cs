using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Quotas;

/// <summary>
/// A plan of one year for one owner: the year by quarters, each quarter by two areas, some of the targets left out, with and without a
/// hedge. Numbers are small, so that sums often agree.
/// </summary>
public sealed record PlanSample(SalesPlan<string> Plan, bool[] Filled)
{
    internal static readonly DateSpan Year = DateSpan.OfYear(2026);

    private static readonly Measure[] s_measures = [Measure.Revenue, Measure.Units(UnitOfMeasure.Piece), Measure.Count("new customers")];

    internal static PlanCell<string> Whole(Measure measure) => PlanCell.Of("VP", measure, Year);

    internal static PlanCell<string>[] Quarters(Measure measure) =>
        [.. Enumerable.Range(1, 4).Select(quarter => Whole(measure).WithSpan(DateSpan.OfQuarter(2026, quarter)))];

    internal static PlanCell<string>[] Areas(PlanCell<string> whole) =>
        [.. new[] { "north", "south" }.Select(
            area => whole.WithOwner("head of " + area).WithScope(Scope.Everything.Only(new TerritoryId(area))))];

    internal static Measured Amount(Measure measure, decimal amount) =>
        measure.Kind switch
        {
            FigureKind.Money => measure.Of(new Money(amount, Currency.CNY)),
            FigureKind.Quantity => measure.Of(Quantity.Pieces(amount)),
            _ => measure.Of(amount),
        };

    public static Arbitrary<PlanSample> Samples() =>
        (from measure in Gen.Elements(s_measures)
         from leaves in Gen.Choose(-1, 3).ArrayOf(8)
         from errors in Gen.Frequency((4, Gen.Constant(0)), (1, Gen.Choose(-1, 1))).ArrayOf(5)
         from filled in Gen.Frequency((5, Gen.Constant(true)), (1, Gen.Constant(false))).ArrayOf(13)
         from hedge in Gen.Elements(0m, 0m, 10m)
         from order in Gen.Choose(0, 1)
         select Of(measure, leaves, errors, filled, hedge, order == 0)).ToArbitrary();

    private static PlanSample Of(Measure measure, int[] leaves, int[] errors, bool[] filled, decimal hedge, bool isAscending)
    {
        var quarters = Quarters(measure);
        var cells = new List<(PlanCell<string> Cell, decimal Amount)>();
        for (var q = 0; q < 4; q++)
        {
            var areas = Areas(quarters[q]);
            cells.Add((areas[0], leaves[2 * q]));
            cells.Add((areas[1], leaves[(2 * q) + 1]));
            cells.Add((quarters[q], leaves[2 * q] + leaves[(2 * q) + 1] + errors[q]));
        }

        cells.Add((Whole(measure), leaves.Sum() + errors[4]));
        var targets = cells.Where((_, i) => filled[i]).Select(cell => SalesTarget.Of(cell.Cell, Amount(measure, cell.Amount))).ToArray();
        var breakdowns = quarters.Select(quarter => PlanBreakdown.Of("by area", quarter, Areas(quarter)))
            .Prepend(PlanBreakdown.Of("by quarter", Whole(measure), quarters))
            .Select(breakdown =>
                hedge == 0m ? breakdown : breakdown.WithHedge(Percentage.FromPercent(hedge), Rounding.ToStep(1m, RoundingMode.Up)));
        return new PlanSample(
            SalesPlan.Of(Year, isAscending ? targets : [.. targets.Reverse()]).WithBreakdowns([.. breakdowns]), filled);
    }
}
