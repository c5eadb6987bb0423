using System;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The numbers of one unit on a day. A line of <see cref="StaffingNumbersOnDay{TUnit}"/>.</summary>
/// <typeparam name="TUnit">The type of the unit.</typeparam>
/// <remarks>Immutable. A unit is vacant or over strength on a day, and never both.</remarks>
public sealed class StaffingNumbersOnDayLine<TUnit>
    where TUnit : notnull
{
    internal StaffingNumbersOnDayLine(TUnit unit, UnitStretch stretch)
    {
        Unit = unit;
        Authorized = stretch.Authorized;
        InPost = stretch.InPost;
        Filled = Math.Min(Authorized, InPost);
        FillRate = Percentage.Ratio(Filled, Authorized);
    }

    /// <summary>The unit.</summary>
    public TUnit Unit { get; }

    /// <summary>How many are authorized.</summary>
    public int Authorized { get; }

    /// <summary>How many are in post (在岗), authorized or not.</summary>
    public int InPost { get; }

    /// <summary>How many of those authorized are in post: the smaller of the two.</summary>
    public int Filled { get; }

    /// <summary>How many of those authorized are missing (缺编).</summary>
    public int Vacant => Authorized - Filled;

    /// <summary>How many are in post beyond what is authorized (超编).</summary>
    public int OverStrength => InPost - Filled;

    /// <summary>Filled ÷ authorized, never above 100 %; null where nothing is authorized.</summary>
    public Percentage? FillRate { get; }

    internal string Name => StaffingUnit.Name(Unit);

    /// <summary>What is filled: the smaller of authorized and in post.</summary>
    /// <returns>The tree; its root is <see cref="Filled"/>, named after the unit.</returns>
    public Explanation Explain() =>
        Node(Name, (decimal)Filled, Operation.Min, Fact("authorized", (decimal)Authorized), Fact("in post", (decimal)InPost));

    /// <summary>Unit and numbers: <c>East: 18 of 20, 2 vacant</c>, and <c>, 1 over strength</c> where there are any.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + InvariantText.Number(Filled) + " of " + InvariantText.Number(Authorized) + ", "
        + InvariantText.Number(Vacant) + " vacant"
        + (OverStrength > 0 ? ", " + InvariantText.Number(OverStrength) + " over strength" : "");
}
