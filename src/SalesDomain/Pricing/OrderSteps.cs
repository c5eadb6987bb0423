namespace SalesDomain.Pricing;

/// <summary>What a discount of the order takes off, and how it is spread.</summary>
internal sealed class OrderSteps
{
    internal OrderSteps(DiscountTurn turn, int[] lines)
    {
        Turn = turn;
        Lines = lines;
        Bases = new decimal[lines.Length];
        Lefts = new decimal[lines.Length];
        Weights = new decimal[lines.Length];
        AboveFloor = new decimal[lines.Length];
        Tops = new decimal[lines.Length];
        Rooms = new decimal[lines.Length];
        Shares = [];
    }

    internal DiscountTurn Turn { get; }

    /// <summary>The indices of the lines it is spread over.</summary>
    internal int[] Lines { get; }

    internal decimal[] Bases { get; }

    /// <summary>What is left of each line before it.</summary>
    internal decimal[] Lefts { get; }

    /// <summary>By what it is spread: what is left of each line, or of the pieces of a deal that it is given for.</summary>
    internal decimal[] Weights { get; }

    /// <summary>What is left less the floor, which is negative where the list price is below the floor.</summary>
    internal decimal[] AboveFloor { get; }

    /// <summary>The same, at least zero.</summary>
    internal decimal[] Tops { get; }

    /// <summary>What may be taken off each line: above the floor, no more than its pieces cost, and within the cap of a unit.</summary>
    internal decimal[] Rooms { get; }

    /// <summary>What the pieces it is given for are worth, in whole units of the rounding; null where it is of whole lines.</summary>
    internal decimal[]? PieceRooms { get; set; }

    /// <summary>The units that the cap of a unit is for; null without one.</summary>
    internal decimal[]? CappedUnits { get; set; }

    /// <summary>The same in the unit of the cap; null without one.</summary>
    internal decimal[]? ConvertedUnits { get; set; }

    /// <summary>The cap of a unit × units; null without one.</summary>
    internal decimal[]? UnitCaps { get; set; }

    /// <summary>The same in whole units of the rounding.</summary>
    internal decimal[]? UnitRooms { get; set; }

    /// <summary>The pieces of a deal, or null.</summary>
    internal DealSteps? Deal { get; set; }

    /// <summary>What budgets leave.</summary>
    internal BudgetSteps[] Budgets { get; set; } = [];

    /// <summary>What counts ÷ the full amount or quantity, where it is given for every full one.</summary>
    internal decimal Portion { get; set; }

    /// <summary>How many full ones.</summary>
    internal decimal Times { get; set; }

    /// <summary>What is asked for, cut to what budgets leave.</summary>
    internal decimal Allowed { get; set; }

    internal decimal[] Shares { get; set; }

    /// <summary>What chose the step.</summary>
    internal decimal Counted { get; set; }

    internal decimal Base { get; set; }

    internal decimal Rate { get; set; }

    /// <summary>What graduated steps came to; null where they are not, or there are none.</summary>
    internal GraduatedLevel? Graduated { get; set; }

    /// <summary>Base × Σ part × rate, before it is divided by what counts.</summary>
    internal decimal Product { get; set; }

    internal decimal Exact { get; set; }

    internal decimal Asked { get; set; }

    internal decimal Room { get; set; }

    internal decimal Granted { get; set; }

    internal decimal Refused { get; set; }

    /// <summary>The sum of the weights, of what takes something off.</summary>
    internal decimal Weight { get; set; }

    /// <summary>What it comes to before it is rounded; where less was given than was asked for, that is what it is.</summary>
    internal decimal NotRounded => Granted == Asked ? Exact : Granted;

    /// <summary>Whether a line could not bear its share, so that others bear it too.</summary>
    internal bool IsShifted { get; set; }
}
