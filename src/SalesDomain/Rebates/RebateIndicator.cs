using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>One indicator by which a process rebate (过程返利) is scored: display 40 %, reporting 30 %, price discipline 30 %.</summary>
/// <remarks>Immutable. Equality is by name and weight.</remarks>
public sealed record RebateIndicator
{
    private RebateIndicator(string name, Percentage weight)
    {
        Name = name;
        Weight = weight;
    }

    /// <summary>Its name, by which it is scored (<see cref="RebateFigures.WithScore"/>).</summary>
    public string Name { get; }

    /// <summary>Its share of the rebate.</summary>
    public Percentage Weight { get; }

    /// <summary>An indicator.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="weight">Its share of the rebate; above 0 %, at most 100 %.</param>
    /// <returns>The indicator.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="System.ArgumentException"><paramref name="name"/> is blank or has outer white space.</exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="weight"/> is out of its range.</exception>
    public static RebateIndicator Of(string name, Percentage weight)
    {
        Identifier.Checked(name);
        return !weight.IsZero
            ? new RebateIndicator(name, Guard.Against.NoPart(weight))
            : throw Guards.OutOfRange(nameof(weight), weight.ToString(), "must be above 0%");
    }

    /// <summary>Name and weight: <c>display 40%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + " " + Weight;
}
