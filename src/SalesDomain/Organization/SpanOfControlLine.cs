using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>How many a position leads on a day, counted in positions and in people.</summary>
/// <remarks>Made by <see cref="SpanOfControl"/>.</remarks>
public sealed class SpanOfControlLine
{
    private readonly SalespersonId[] _holders;

    internal SpanOfControlLine(PositionId position, SalespersonId[] holders, int positions, int vacant, int people)
    {
        Position = position;
        _holders = holders;
        Positions = positions;
        Vacant = vacant;
        People = people;
    }

    /// <summary>The position that leads.</summary>
    public PositionId Position { get; }

    /// <summary>Who is in it; nobody when it is vacant, and then those below report to whoever is above.</summary>
    public IReadOnlyList<SalespersonId> Holders => Array.AsReadOnly(_holders);

    /// <summary>How many positions are right below it: the span as it is planned.</summary>
    public int Positions { get; }

    /// <summary>How many of these nobody is in.</summary>
    public int Vacant { get; }

    /// <summary>How many people report to it, those below its vacant positions included: the span as it is today.</summary>
    public int People { get; }

    /// <summary>Position, holders and spans: <c>P-1 (Li): 5 people, 6 positions, 2 vacant</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Position + " (" + (_holders.Length == 0 ? "vacant" : string.Join(", ", _holders.Select(each => each.ToString()))) + "): "
        + InvariantText.Number(People) + " people, " + InvariantText.Number(Positions) + " positions, "
        + InvariantText.Number(Vacant) + " vacant";
}
