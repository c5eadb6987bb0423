using System;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The days of people of one unit in a span. A line of <see cref="StaffingNumbersOverSpan{TUnit}"/>.</summary>
/// <typeparam name="TUnit">The type of the unit.</typeparam>
/// <remarks>Over a span a unit can be vacant on some days and over strength on others. Immutable.</remarks>
public sealed class StaffingNumbersOverSpanLine<TUnit>
    where TUnit : notnull
{
    // In order of time, the same numbers on each day of one; none overlap.
    private readonly Part[] _parts;

    internal StaffingNumbersOverSpanLine(TUnit unit, UnitStretch[] stretches)
    {
        Unit = unit;
        _parts = Array.ConvertAll(stretches, each => new Part(each));
        AuthorizedDays = _parts.Sum(part => part.Days * part.Authorized);
        InPostDays = _parts.Sum(part => part.Days * part.InPost);
        FilledDays = _parts.Sum(part => part.FilledDays);
        FillRate = Percentage.Ratio(FilledDays, AuthorizedDays);
    }

    /// <summary>The unit.</summary>
    public TUnit Unit { get; }

    /// <summary>The sum over its days of how many are authorized.</summary>
    public long AuthorizedDays { get; }

    /// <summary>The sum over its days of how many are in post (在岗), authorized or not.</summary>
    public long InPostDays { get; }

    /// <summary>Those authorized that are in post: day by day the smaller of the two.</summary>
    public long FilledDays { get; }

    /// <summary>Those authorized that are missing (缺编).</summary>
    public long VacantDays => AuthorizedDays - FilledDays;

    /// <summary>Those in post beyond what is authorized on the day (超编).</summary>
    public long OverStrengthDays => InPostDays - FilledDays;

    /// <summary>Filled ÷ authorized days, never above 100 %; null where nothing is authorized.</summary>
    public Percentage? FillRate { get; }

    internal string Name => StaffingUnit.Name(Unit);

    /// <summary>What is filled: the sum over the days of the smaller of authorized and in post.</summary>
    /// <returns>The tree; its root is <see cref="FilledDays"/>, named after the unit.</returns>
    public Explanation Explain() =>
        Node(Name, (decimal)FilledDays, Operation.Sum, Array.ConvertAll(_parts, part =>
            Node(part.Span, (decimal)part.FilledDays, Operation.Product, FilledOf("filled", part), Fact("days", (decimal)part.Days))));

    /// <summary>Unit and numbers: <c>East: 31 of 59 days, 28 vacant</c>, and <c>, 31 over strength</c> where there are
    /// any.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + InvariantText.Number(FilledDays) + " of " + InvariantText.Number(AuthorizedDays) + " days, "
        + InvariantText.Number(VacantDays) + " vacant"
        + (OverStrengthDays > 0 ? ", " + InvariantText.Number(OverStrengthDays) + " over strength" : "");

    private static Explanation FilledOf(string name, Part part) =>
        Node(name, (decimal)part.Filled, Operation.Min,
            Fact("authorized", (decimal)part.Authorized), Fact("in post", (decimal)part.InPost));

    /// <summary>Days with the same numbers.</summary>
    private sealed class Part(UnitStretch stretch)
    {
        internal string Span { get; } = DayRanges.ToSpan((stretch.First, stretch.Last)).ToString();

        internal long Days { get; } = (long)stretch.Last - stretch.First + 1;

        internal int Authorized { get; } = stretch.Authorized;

        internal int InPost { get; } = stretch.InPost;

        internal int Filled { get; } = Math.Min(stretch.Authorized, stretch.InPost);

        internal long FilledDays => Days * Filled;
    }
}
