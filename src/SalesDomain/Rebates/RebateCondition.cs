using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// What a customer has to keep for a rebate: price discipline, no diversion, payment on time, reports, display; or a mix of what it buys.
/// </summary>
/// <remarks>
/// <para>
/// Most conditions are proven from outside (<see cref="RebateFigures.WithProof"/>): met, not met so many times, or not proven, which is
/// what they are as long as nobody says more. Mix, minimum and families are judged from the lines themselves, while the period runs as
/// after it.
/// </para>
/// <para>Immutable. Equality is by all values.</para>
/// </remarks>
public sealed record RebateCondition
{
    private RebateCondition(string name, RebateEffect effect)
    {
        Name = name;
        Effect = effect;
    }

    /// <summary>Its name, by which it is proven.</summary>
    public string Name { get; }

    /// <summary>What it does when it is broken.</summary>
    public RebateEffect Effect { get; }

    /// <summary>The products of which a share has to be bought; null of other conditions.</summary>
    public Scope? Focus { get; private init; }

    /// <summary>The least share of the focus, itself included; null of other conditions.</summary>
    public Percentage? LeastShare { get; private init; }

    /// <summary>The least that has to be bought, itself included; null of other conditions.</summary>
    public Measured? Least { get; private init; }

    /// <summary>The families of which so many have to be bought; none of other conditions.</summary>
    public IReadOnlyList<RebateFamily> Families { get; private init; } = ValueList<RebateFamily>.Empty;

    /// <summary>How many of the families have to be bought; null of other conditions.</summary>
    public int? LeastFamilies { get; private init; }

    /// <summary>Whether it is judged from the lines; if not, it is proven from outside.</summary>
    public bool IsJudgedFromLines => Focus is not null || Least is not null || LeastFamilies is not null;

    /// <summary>What of a line counts for it; null where it is proven from outside.</summary>
    internal Measure? Measure { get; private init; }

    /// <summary>A condition that is proven from outside.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="effect">What it does when it is broken.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="System.ArgumentNullException">An argument is null.</exception>
    /// <exception cref="System.ArgumentException"><paramref name="name"/> is blank or has outer white space.</exception>
    public static RebateCondition Proven(string name, RebateEffect effect) => new(Identifier.Checked(name), Guard.Against.Null(effect));

    /// <summary>A share of what is bought has to be of some products (搭配): 30 % focus items.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="focus">The products.</param>
    /// <param name="leastShare">The least share, itself included; above 0 %, at most 100 %.</param>
    /// <param name="measure">What is compared: revenue, gross revenue, list value or units.</param>
    /// <param name="effect">What it does when it is broken.</param>
    /// <returns>The condition; not proven where nothing is bought.</returns>
    /// <exception cref="System.ArgumentNullException">An argument is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="name"/> is blank or has outer white space, or no sales line states the measure.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="leastShare"/> is out of its range.</exception>
    public static RebateCondition Mix(string name, Scope focus, Percentage leastShare, Measure measure, RebateEffect effect)
    {
        Identifier.Checked(name);
        Guard.Against.Null(focus);
        Guard.Against.Null(measure);
        Guard.Against.Null(effect);
        RebateText.OfSales(measure, nameof(measure));
        if (leastShare.IsZero)
            throw Guards.OutOfRange(nameof(leastShare), leastShare.ToString(), "must be above 0%");

        return new RebateCondition(name, effect)
        {
            Focus = focus,
            LeastShare = Guard.Against.NoPart(leastShare),
            Measure = measure,
        };
    }

    /// <summary>At least so much has to be bought.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="least">The least, itself included, positive.</param>
    /// <param name="effect">What it does when it is broken.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="System.ArgumentNullException">An argument is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="name"/> is blank or has outer white space, or no sales line states the measure.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="least"/> is not positive.</exception>
    public static RebateCondition AtLeast(string name, Measured least, RebateEffect effect)
    {
        Identifier.Checked(name);
        Guard.Against.Null(effect);
        RebateText.OfSales(least, isPositive: true, nameof(least));
        return new RebateCondition(name, effect) { Least = least, Measure = least.Measure };
    }

    /// <summary>Families of products have to be bought, all or so many of them.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="least">How many, from 1 to the number of families.</param>
    /// <param name="effect">What it does when it is broken.</param>
    /// <param name="families">The families, each name once.</param>
    /// <returns>The condition.</returns>
    /// <exception cref="System.ArgumentNullException">An argument or a family is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="name"/> is blank or has outer white space, there are no families, or two have one name.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="least"/> is out of its range.</exception>
    public static RebateCondition FamiliesBought(string name, int least, RebateEffect effect, params RebateFamily[] families)
    {
        Identifier.Checked(name);
        Guard.Against.Null(effect);
        var copy = RebateLevel.Checked(families, nameof(families));
        return new RebateCondition(name, effect)
        {
            LeastFamilies = Guard.Against.OutsideRange(1, copy.Count, least),
            Families = copy,
        };
    }

    /// <summary>Name, what is asked and the effect: <c>on time: withhold 20%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name
        + (LeastShare is { } share ? " (" + share + " of " + Focus + ")"
            : Least is { } least ? " (from " + least.Value + ")"
            : LeastFamilies is { } count ? " (" + InvariantText.Number(count) + " of " + RebateText.Listed(Families) + ")"
            : "")
        + ": " + Effect;
}
