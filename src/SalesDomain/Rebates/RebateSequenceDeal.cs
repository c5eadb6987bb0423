using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>One of several rebates on one sale: its rate, what it is of, and whether it lowers what later ones are of.</summary>
/// <remarks>Immutable. Equality is by all values.</remarks>
public sealed record RebateSequenceDeal
{
    private RebateSequenceDeal(string name, Percentage rate, bool isOnRest, bool reducesLater)
    {
        Name = name;
        Rate = rate;
        IsOnRest = isOnRest;
        ReducesLater = reducesLater;
    }

    /// <summary>Its name.</summary>
    public string Name { get; }

    /// <summary>Its rate.</summary>
    public Percentage Rate { get; }

    /// <summary>Whether it is of what earlier deals left, and not of the whole amount.</summary>
    public bool IsOnRest { get; }

    /// <summary>Whether later deals that are of what is left are of less by it.</summary>
    public bool ReducesLater { get; }

    /// <summary>A deal of the whole amount, which lowers what later ones are of.</summary>
    /// <param name="name">Its name: not empty, no white space at either end.</param>
    /// <param name="rate">Its rate, from 0 % to 100 %.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is out of its range.</exception>
    public static RebateSequenceDeal OnGross(string name, Percentage rate) =>
        new(Identifier.Checked(name), Guard.Against.NoPart(rate), isOnRest: false, reducesLater: true);

    /// <summary>A deal of what earlier ones left, which lowers what later ones are of.</summary>
    /// <param name="name">Its name: not empty, no white space at either end.</param>
    /// <param name="rate">Its rate, from 0 % to 100 %.</param>
    /// <returns>The deal.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is out of its range.</exception>
    public static RebateSequenceDeal OnRest(string name, Percentage rate) =>
        new(Identifier.Checked(name), Guard.Against.NoPart(rate), isOnRest: true, reducesLater: true);

    /// <summary>The deal that leaves to later ones what they are of.</summary>
    /// <returns>The changed copy.</returns>
    public RebateSequenceDeal NotReducing() => new(Name, Rate, IsOnRest, reducesLater: false);

    /// <summary>Name, rate and base: <c>1: 10% of the whole</c>, <c>2: 15% of the whole, not reducing</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + ": " + Rate + (IsOnRest ? " of the rest" : " of the whole") + (ReducesLater ? "" : ", not reducing");
}
