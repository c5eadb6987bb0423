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

    internal SpanOfControlLine(PositionId position, SalespersonId[] holders, int level, int positions, int vacant, int peopleBelow)
    {
        Position = position;
        _holders = holders;
        Level = level;
        Positions = positions;
        Vacant = vacant;
        PeopleBelow = peopleBelow;
    }

    /// <summary>The position that leads.</summary>
    public PositionId Position { get; }

    /// <summary>Who is in it; nobody when it is vacant, and then those below report to whoever is above.</summary>
    public IReadOnlyList<SalespersonId> Holders => Array.AsReadOnly(_holders);

    /// <summary>On which level of the hierarchy it stands, 1 at the top.</summary>
    public int Level { get; }

    /// <summary>How many positions are right below it: the span as it is planned.</summary>
    public int Positions { get; }

    /// <summary>How many of these nobody is in.</summary>
    public int Vacant { get; }

    /// <summary>How many people are led from it, those below its vacant positions included: the span as it is today. None when it is vacant
    /// itself; they count with whoever leads them from above.</summary>
    public int People => _holders.Length > 0 ? PeopleBelow : 0;

    /// <summary>How many people are next below it, whether they are led from it or, when it is vacant, from above.</summary>
    public int PeopleBelow { get; }

    /// <summary>Position, holders and spans: <c>P-1 (Li): 5 people, 6 positions, 2 vacant</c>, and of a vacant one
    /// <c>P-2 (vacant): 0 people, 3 led from above, 4 positions, 1 vacant</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Position + " (" + (_holders.Length == 0 ? "vacant" : string.Join(", ", _holders.Select(each => each.ToString()))) + "): "
        + InvariantText.Number(People) + " people, "
        + (_holders.Length == 0 ? InvariantText.Number(PeopleBelow) + " led from above, " : "")
        + InvariantText.Number(Positions) + " positions, "
        + InvariantText.Number(Vacant) + " vacant";
}
