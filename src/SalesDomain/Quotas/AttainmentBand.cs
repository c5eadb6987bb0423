using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>One band of a distribution of attainments: how many people are in it.</summary>
/// <remarks>Equality is by reference. Made by <see cref="AttainmentDistribution"/>.</remarks>
public sealed class AttainmentBand
{
    private readonly int _attained;

    internal AttainmentBand(string name, int count, int attained)
    {
        Name = name;
        Count = count;
        _attained = attained;
        Share = Percentage.Ratio(count, attained);
    }

    /// <summary>The name of the band, from the schedule.</summary>
    public string Name { get; }

    /// <summary>How many are in it.</summary>
    public int Count { get; }

    /// <summary>Their share of all who have an attainment, to 28 digits; null when nobody has.</summary>
    public Percentage? Share { get; }

    /// <summary>How the share came about.</summary>
    /// <returns>The ratio of those in the band and all who have an attainment.</returns>
    public Explanation Explain() =>
        Node(
            Name, Figure.OrAbsent(Share), Operation.Ratio,
            FactSum("in the band", Count, Count), FactSum("with an attainment", _attained, _attained));

    /// <summary>Name, count and share: <c>80 to 100%: 4 (40%)</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + ": " + InvariantText.Number(Count) + " (" + Shown(Figure.OrAbsent(Share)) + ")";
}
