namespace SalesDomain.Pricing;

/// <summary>The pieces of one line that may come into a deal, and what they cost before it.</summary>
internal readonly struct Piece
{
    internal Piece(int line, int part, PieceTotal open, decimal amount, decimal dealt, decimal taken)
    {
        Line = line;
        Part = part;
        Open = open;
        Amount = amount;
        Dealt = dealt;
        Taken = taken;
        Price = open.PartOf(amount);
    }

    internal int Line { get; }

    internal int Part { get; }

    /// <summary>How many whole pieces.</summary>
    internal decimal Count => Open.Whole;

    /// <summary>How much of the line is in no other deal, in the unit of the deal, a fraction included.</summary>
    internal PieceTotal Open { get; }

    /// <summary>What is left of that.</summary>
    internal decimal Amount { get; }

    /// <summary>What is left of the pieces in other deals.</summary>
    internal decimal Dealt { get; }

    /// <summary>How many pieces are in other deals, in the unit of this one.</summary>
    internal decimal Taken { get; }

    /// <summary>The running price of one, by which pieces are ordered and nothing is computed.</summary>
    internal decimal Price { get; }

    internal static int DearestFirst(Piece left, Piece right)
    {
        var order = right.Price.CompareTo(left.Price);
        return order != 0 ? order : left.Line.CompareTo(right.Line);
    }

    internal static int CheapestFirst(Piece left, Piece right)
    {
        var order = left.Price.CompareTo(right.Price);
        return order != 0 ? order : left.Line.CompareTo(right.Line);
    }
}
