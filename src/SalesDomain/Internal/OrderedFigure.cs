namespace SalesDomain.Internal;

/// <summary>Figures that have an order, and the refusal of those that cannot be compared.</summary>
internal static class OrderedFigure
{
    internal static Figure Checked(Figure bound, string parameterName) =>
        IsOrdered(bound) ? bound
            : throw Guards.Invalid(parameterName, bound.ToString(), "must be a number, an amount, a percentage, a quantity or a day");

    /// <summary>
    /// Refuses a figure that is neither absent nor comparable with the bound; where the bound is absent, one that has no order.
    /// </summary>
    internal static void Required(in Figure given, in Figure bound, string parameterName)
    {
        if (given.Kind == FigureKind.Absent || given.IsComparableWith(bound))
            return;
        if (bound.Kind == FigureKind.Absent)
        {
            Checked(given, parameterName);
            return;
        }

        if (given.Kind != bound.Kind)
            throw Guards.Invalid(parameterName, given.ToString(), "must be of the kind of " + bound);

        throw given.Kind == FigureKind.Money
            ? new CurrencyMismatchException((Currency)bound.Unit!, (Currency)given.Unit!, parameterName)
            : new UnitMismatchException((UnitOfMeasure)bound.Unit!, (UnitOfMeasure)given.Unit!, parameterName);
    }

    /// <summary>How far one figure lies above another of its kind; days are a number of days.</summary>
    internal static Figure Excess(Figure higher, Figure lower) =>
        higher.Kind == FigureKind.Date ? higher.Number - lower.Number : higher.With(higher.Number - lower.Number);

    internal static bool IsOrdered(Figure figure) =>
        figure.Kind is FigureKind.Number or FigureKind.Money or FigureKind.Percentage or FigureKind.Quantity or FigureKind.Date;
}
