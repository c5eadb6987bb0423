using System;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The numbers of one unit on a day, in people, or over a span, in days of people. A line of
/// <see cref="StaffingNumbers{TUnit}"/>.</summary>
/// <typeparam name="TUnit">The type of the unit.</typeparam>
/// <remarks>Over a span a unit can be vacant on some days and over strength on others. Immutable.</remarks>
public sealed class StaffingNumbersLine<TUnit>
    where TUnit : notnull
{
    // In order of time, the same numbers on each day of one; none overlap.
    private readonly Part[] _parts;

    internal StaffingNumbersLine(TUnit unit, UnitStretch[] stretches)
    {
        Unit = unit;
        _parts = Array.ConvertAll(stretches, each => new Part(each));
        Authorised = _parts.Sum(part => part.Days * part.Authorised);
        InPost = _parts.Sum(part => part.Days * part.InPost);
        Filled = _parts.Sum(part => part.FilledDays);
        FillRate = Percentage.Ratio(Filled, Authorised);
    }

    /// <summary>The unit.</summary>
    public TUnit Unit { get; }

    /// <summary>How many are authorised.</summary>
    public long Authorised { get; }

    /// <summary>How many are in post (在岗), authorised or not.</summary>
    public long InPost { get; }

    /// <summary>How many of those authorised are in post: day by day the smaller of the two.</summary>
    public long Filled { get; }

    /// <summary>How many of those authorised are missing (缺编).</summary>
    public long Vacant => Authorised - Filled;

    /// <summary>How many are in post beyond what is authorised (超编).</summary>
    public long OverStrength => InPost - Filled;

    /// <summary>Filled ÷ authorised, never above 100 %; null where nothing is authorised.</summary>
    public Percentage? FillRate { get; }

    internal string Name => InvariantText.Any(Unit) is { Length: > 0 } name && name.Trim().Length > 0 ? name : "(no name)";

    /// <summary>What is filled: on a day the smaller of authorised and in post, over a span the sum of that over its days.</summary>
    /// <returns>The tree; its root is <see cref="Filled"/>, named after the unit.</returns>
    public Explanation Explain() =>
        _parts is [{ Days: 1 } day] ? FilledOf(Name, day)
            : Node(Name, (decimal)Filled, Operation.Sum, Array.ConvertAll(_parts, part =>
                Node(part.Span, (decimal)part.FilledDays, Operation.Product, FilledOf("filled", part), Fact("days", (decimal)part.Days))));

    /// <summary>Unit and numbers: <c>East: 18 of 20, 2 vacant</c>, and <c>, 1 over strength</c> where there are any.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + InvariantText.Number(Filled) + " of " + InvariantText.Number(Authorised) + ", "
        + InvariantText.Number(Vacant) + " vacant"
        + (OverStrength > 0 ? ", " + InvariantText.Number(OverStrength) + " over strength" : "");

    private static Explanation FilledOf(string name, Part part) =>
        Node(name, (decimal)part.Filled, Operation.Min,
            Fact("authorised", (decimal)part.Authorised), Fact("in post", (decimal)part.InPost));

    /// <summary>Days with the same numbers.</summary>
    private sealed class Part(UnitStretch stretch)
    {
        internal string Span { get; } = DayRanges.ToSpan((stretch.First, stretch.Last)).ToString();

        internal long Days { get; } = (long)stretch.Last - stretch.First + 1;

        internal int Authorised { get; } = stretch.Authorised;

        internal int InPost { get; } = stretch.InPost;

        internal int Filled { get; } = Math.Min(stretch.Authorised, stretch.InPost);

        internal long FilledDays => Days * Filled;
    }
}
