namespace SalesDomain.Commissions;

/// <summary>
/// One balance of an account: the kinds of entry that go into it and those that go out of it, each with what a reader is told it is, in the
/// order in which they are told.
/// </summary>
internal sealed class Pocket(
    string name, (string Name, CommissionEntryKind Kind)[] into, (string Name, CommissionEntryKind Kind)[] outOf)
{
    internal string Name { get; } = name;

    internal (string Name, CommissionEntryKind Kind)[] Into { get; } = into;

    internal (string Name, CommissionEntryKind Kind)[] OutOf { get; } = outOf;

    /// <summary>What is in it.</summary>
    internal decimal Of(decimal[] totals) => Sum(Into, totals) - Sum(OutOf, totals);

    /// <summary>All that ever went into it.</summary>
    internal decimal In(decimal[] totals) => Sum(Into, totals);

    private static decimal Sum((string Name, CommissionEntryKind Kind)[] kinds, decimal[] totals)
    {
        var sum = 0m;
        foreach (var (_, kind) in kinds)
            sum += totals[(int)kind];

        return sum;
    }
}
