using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Organization;

/// <summary>The filled position that answers for another, and the vacant ones that were passed over on the way to it.</summary>
/// <remarks>Made by <see cref="SalesForce"/>.</remarks>
public sealed class ResponsiblePosition
{
    private readonly SalespersonId[] _people;
    private readonly PositionId[] _passedOver;

    internal ResponsiblePosition(PositionId asked, PositionId? position, SalespersonId[] people, PositionId[] passedOver)
    {
        Asked = asked;
        Position = position;
        _people = people;
        _passedOver = passedOver;
    }

    /// <summary>The position it was asked for: that of the person who is led, or the one that has the territory.</summary>
    public PositionId Asked { get; }

    /// <summary>The position that answers, or null when every one up to the root is vacant or there is none.</summary>
    public PositionId? Position { get; }

    /// <summary>Who is in it: mostly one, several where it is shared, nobody where there is no position.</summary>
    public IReadOnlyList<SalespersonId> People => Array.AsReadOnly(_people);

    /// <summary>The positions passed over, the nearest first: vacant, or held by the person who asks alone.</summary>
    public IReadOnlyList<PositionId> PassedOver => Array.AsReadOnly(_passedOver);

    /// <summary>Position, people and what was passed over: <c>P-1 (Li), past P-2</c>, and <c>nobody</c> where there is no
    /// position.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        (Position is { } position ? position + " (" + string.Join(", ", _people.Select(each => each.ToString())) + ")" : "nobody")
        + (_passedOver.Length > 0 ? ", past " + string.Join(", ", _passedOver.Select(each => each.ToString())) : "");
}
