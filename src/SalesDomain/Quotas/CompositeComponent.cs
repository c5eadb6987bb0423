using System;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>One measure of a composite attainment: its name, its weight, and where its attainment is cut.</summary>
/// <remarks>Equality is by name, weight, floor and cap.</remarks>
public sealed class CompositeComponent : IEquatable<CompositeComponent>
{
    private CompositeComponent(string name, Percentage weight, Percentage? floor, Percentage? cap)
    {
        Name = name;
        Weight = weight;
        Floor = floor;
        Cap = cap;
    }

    /// <summary>What it goes by: <c>revenue</c>, <c>new customers</c>.</summary>
    public string Name { get; }

    /// <summary>Its share of the composite.</summary>
    public Percentage Weight { get; }

    /// <summary>The least that its attainment counts for; null for no floor: then returns can count below zero.</summary>
    public Percentage? Floor { get; }

    /// <summary>The most that its attainment counts for; null for no cap.</summary>
    public Percentage? Cap { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A component.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CompositeComponent? left, CompositeComponent? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A component.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CompositeComponent? left, CompositeComponent? right) => !(left == right);

    /// <summary>A component without floor and cap.</summary>
    /// <param name="name">What it goes by: not empty, no white space at either end.</param>
    /// <param name="weight">Its share of the composite, above 0 % and at most 100 %.</param>
    /// <returns>The component.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or begins or ends with white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="weight"/> is not above 0 % and at most 100 %.</exception>
    public static CompositeComponent Of(string name, Percentage weight)
    {
        Identifier.Checked(name);
        return weight > Percentage.Zero && weight <= Percentage.OneHundred ? new CompositeComponent(name, weight, null, null)
            : throw Guards.OutOfRange(nameof(weight), weight.ToString(), "must be above 0% and at most 100%");
    }

    /// <summary>The component whose attainment counts for at least so much, whatever was returned.</summary>
    /// <param name="floor">The least, at most the cap; a negative floor limits what returns can cost.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is above the cap.</exception>
    public CompositeComponent WithFloor(Percentage floor) =>
        !(floor > Cap) ? new(Name, Weight, floor, Cap)
            : throw Guards.OutOfRange(nameof(floor), floor.ToString(), "must be at most the cap " + Cap!.Value);

    /// <summary>The component whose attainment counts for at most so much, whatever was sold.</summary>
    /// <param name="cap">The most, at least the floor.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is below the floor.</exception>
    public CompositeComponent WithCap(Percentage cap) =>
        !(cap < Floor) ? new(Name, Weight, Floor, cap)
            : throw Guards.OutOfRange(nameof(cap), cap.ToString(), "must be at least the floor " + Floor!.Value);

    /// <summary>Whether the other has the same name, weight, floor and cap.</summary>
    /// <param name="other">The component to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CompositeComponent? other) =>
        other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Weight == other.Weight
        && Floor == other.Floor && Cap == other.Cap;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CompositeComponent);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Weight.GetHashCode(), Floor.GetHashCode(), Cap.GetHashCode());

    /// <summary>Name, weight and bounds: <c>revenue 30%, at least 0%, at most 150%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + " " + Weight + (Floor is { } floor ? ", at least " + floor : "") + (Cap is { } cap ? ", at most " + cap : "");

    internal Percentage Cut(Percentage rate) =>
        rate < Floor ? Floor.Value : rate > Cap ? Cap.Value : rate;
}
