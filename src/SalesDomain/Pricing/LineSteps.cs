namespace SalesDomain.Pricing;

/// <summary>What one discount takes off one line, with every figure on the way.</summary>
internal readonly struct LineSteps
{
    internal LineSteps(
        DiscountTurn turn, decimal @base, decimal rate, decimal exact, decimal ofUnitExactly, decimal ofUnit, decimal whole,
        decimal asked, decimal before, decimal granted)
    {
        Turn = turn;
        Base = @base;
        Rate = rate;
        Exact = exact;
        OfUnitExactly = ofUnitExactly;
        OfUnit = ofUnit;
        Whole = whole;
        Asked = asked;
        Before = before;
        Granted = granted;
    }

    internal LineSteps(OrderSteps order, int part, decimal before, decimal granted)
        : this(order.Turn, before, 0m, 0m, 0m, 0m, 0m, granted, before, granted)
    {
        Order = order;
        Part = part;
        Allowed = granted;
    }

    internal DiscountTurn Turn { get; }

    internal decimal Base { get; }

    /// <summary>The percentage that was reached, as a fraction.</summary>
    internal decimal Rate { get; }

    /// <summary>What is taken off, not rounded; of a fixed price, that price times the quantity.</summary>
    internal decimal Exact { get; }

    internal decimal OfUnitExactly { get; }

    /// <summary>Where unit prices are rounded: what is taken off one unit, rounded.</summary>
    internal decimal OfUnit { get; }

    /// <summary>
    /// What is taken off, before it is rounded for the line: the exact amount, or that of one unit times the quantity; of a fixed price
    /// what the line costs at it, rounded.
    /// </summary>
    internal decimal Whole { get; }

    internal decimal Asked { get; }

    /// <summary>What graduated steps came to; null where they are not, or there are none.</summary>
    internal GraduatedLevel? Graduated { get; init; }

    /// <summary>Base × Σ part × rate, or quantity × Σ part × amount of a unit, before it is divided by what counts.</summary>
    internal decimal Product { get; init; }

    /// <summary>The amount off one unit, fixed or of the step reached; zero of what is not by the unit.</summary>
    internal decimal OfStep { get; init; }

    /// <summary>The cap of a unit × quantity, where the discount has one.</summary>
    internal decimal UnitCap { get; init; }

    /// <summary>The same in whole units of the rounding.</summary>
    internal decimal UnitRoom { get; init; }

    /// <summary>What is asked for, cut to the cap of a unit.</summary>
    internal decimal Allowed { get; init; }

    internal decimal Before { get; }

    internal decimal Granted { get; }

    /// <summary>The discount of the order that it is a share of, or null.</summary>
    internal OrderSteps? Order { get; }

    internal int Part { get; }
}
