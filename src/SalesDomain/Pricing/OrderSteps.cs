namespace SalesDomain.Pricing;

/// <summary>What a discount of the order takes off, and how it is spread.</summary>
internal sealed class OrderSteps
{
    internal OrderSteps(DiscountTurn turn, int[] lines)
    {
        Turn = turn;
        Lines = lines;
        Bases = new decimal[lines.Length];
        Weights = new decimal[lines.Length];
        AboveFloor = new decimal[lines.Length];
        Rooms = new decimal[lines.Length];
        Shares = new decimal[lines.Length];
    }

    internal DiscountTurn Turn { get; }

    /// <summary>The indices of the lines it is spread over.</summary>
    internal int[] Lines { get; }

    internal decimal[] Bases { get; }

    /// <summary>What is left of each line before it.</summary>
    internal decimal[] Weights { get; }

    /// <summary>What is left less the floor, which is negative where the list price is below the floor.</summary>
    internal decimal[] AboveFloor { get; }

    internal decimal[] Rooms { get; }

    internal decimal[] Shares { get; set; }

    /// <summary>What chose the step.</summary>
    internal decimal Counted { get; set; }

    internal decimal Base { get; set; }

    internal decimal Rate { get; set; }

    internal decimal Exact { get; set; }

    internal decimal Asked { get; set; }

    internal decimal Room { get; set; }

    internal decimal Granted { get; set; }

    internal decimal Refused { get; set; }
}
