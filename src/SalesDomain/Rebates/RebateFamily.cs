using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>A family of products that a customer has to buy, by name, and from how much on it counts as bought.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record RebateFamily
{
    private RebateFamily(string name, Scope scope, Measured? least)
    {
        Name = name;
        Scope = scope;
        Least = least;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>What belongs to it.</summary>
    public Scope Scope { get; }

    /// <summary>From how much on it is bought; null where any amount above zero will do.</summary>
    public Measured? Least { get; }

    /// <summary>What of a line counts for it.</summary>
    internal Measure Measure => Least?.Measure ?? Measure.Revenue;

    /// <summary>A family that is bought with anything of it.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="scope">What belongs to it.</param>
    /// <returns>The family, bought where its revenue of the period, returns taken off, is above zero.</returns>
    /// <exception cref="System.ArgumentNullException">An argument is null.</exception>
    /// <exception cref="System.ArgumentException"><paramref name="name"/> is blank or has outer white space.</exception>
    public static RebateFamily Of(string name, Scope scope) => new(Identifier.Checked(name), Guard.Against.Null(scope), null);

    /// <summary>A family that is bought with so much of it.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="scope">What belongs to it.</param>
    /// <param name="least">From how much on, itself included, positive; of a measure that is read from sales lines.</param>
    /// <returns>The family.</returns>
    /// <exception cref="System.ArgumentNullException">An argument is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="name"/> is blank or has outer white space, or <paramref name="least"/> is the default value or is not read from
    /// sales lines.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="least"/> is not positive.</exception>
    public static RebateFamily Of(string name, Scope scope, Measured least) =>
        new(Identifier.Checked(name), Guard.Against.Null(scope), RebateText.OfSales(least, isPositive: true, nameof(least)));

    /// <summary>Name and scope.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + " (" + Scope + (Least is { } least ? ", from " + least.Value : "") + ")";
}
