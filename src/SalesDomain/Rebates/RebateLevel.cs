using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What chooses the step of a rebate (坎级): what is sold, its share of a target, its growth, the families bought.</summary>
/// <remarks>
/// <para>
/// The level is one thing and what is paid on (<see cref="RebateBasis"/>) another: steps by attainment of a target, paid on money. Ratios
/// are never divided out: a level is compared with bound × target or bound × base period, so that a bound is met exactly.
/// </para>
/// <para>
/// The base period of growth and increase is the period of the same number of the year before, as the calendar counts; what was sold in it
/// is read from the lines, or given by <see cref="RebateFigures.WithBase"/>. A return lowers the level of the period it is dated in, so
/// that it takes back the highest step first.
/// </para>
/// <para>Immutable. Equality is by all values.</para>
/// </remarks>
public sealed record RebateLevel
{
    private RebateLevel(RebateLevelKind kind, Measure? measure)
    {
        Kind = kind;
        Measure = measure;
    }

    /// <summary>What it is.</summary>
    public RebateLevelKind Kind { get; }

    /// <summary>What of a line counts; null of families.</summary>
    public Measure? Measure { get; }

    /// <summary>Which sales count, within those of the agreement and the rebate; everything unless set.</summary>
    public Scope Scope { get; private init; } = Scope.Everything;

    /// <summary>The target of every period; null where it is given period by period, and of other kinds.</summary>
    public Measured? Target { get; private init; }

    /// <summary>The families that count; none of other kinds.</summary>
    public IReadOnlyList<RebateFamily> Families { get; private init; } = ValueList<RebateFamily>.Empty;

    /// <summary>Whether steps are percentages.</summary>
    public bool IsRatio => Kind is RebateLevelKind.Attainment or RebateLevelKind.Growth;

    /// <summary>Whether it is set against a base period.</summary>
    public bool HasBase => Kind is RebateLevelKind.Growth or RebateLevelKind.Increase;

    /// <summary>What is sold in the period.</summary>
    /// <param name="measure">Revenue, gross revenue, list value or units; a weight is units in kilograms.</param>
    /// <returns>The level.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="measure"/> is null.</exception>
    /// <exception cref="System.ArgumentException">No sales line states it, or it is the margin.</exception>
    public static RebateLevel Turnover(Measure measure) => Of(RebateLevelKind.Turnover, measure);

    /// <summary>What is sold ÷ the target of the period, which is given by <see cref="RebateFigures.WithTarget"/>.</summary>
    /// <param name="measure">What is sold, and what the target is of.</param>
    /// <returns>The level.</returns>
    /// <inheritdoc cref="Turnover" path="/exception"/>
    public static RebateLevel Attainment(Measure measure) => Of(RebateLevelKind.Attainment, measure);

    /// <summary>What is sold ÷ a target that is the same in every period, unless another is given for one.</summary>
    /// <param name="target">The target, positive.</param>
    /// <returns>The level.</returns>
    /// <exception cref="System.ArgumentException">It is the default value, or of a measure that no sales line states.</exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="target"/> is not positive.</exception>
    public static RebateLevel AttainmentOf(Measured target) =>
        new(RebateLevelKind.Attainment, RebateText.OfSales(target, isPositive: true, nameof(target)).Measure) { Target = target };

    /// <summary>Growth over the base period, in per cent of it.</summary>
    /// <param name="measure">What is sold.</param>
    /// <returns>The level.</returns>
    /// <inheritdoc cref="Turnover" path="/exception"/>
    public static RebateLevel Growth(Measure measure) => Of(RebateLevelKind.Growth, measure);

    /// <summary>What is sold beyond the base period.</summary>
    /// <param name="measure">What is sold.</param>
    /// <returns>The level.</returns>
    /// <inheritdoc cref="Turnover" path="/exception"/>
    public static RebateLevel Increase(Measure measure) => Of(RebateLevelKind.Increase, measure);

    /// <summary>How many families are bought.</summary>
    /// <param name="families">The families that count, at least one, each name once.</param>
    /// <returns>The level.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="families"/> or one of them is null.</exception>
    /// <exception cref="System.ArgumentException">There are none, or two have one name.</exception>
    public static RebateLevel FamiliesBought(params RebateFamily[] families) =>
        new(RebateLevelKind.Families, measure: null) { Families = Checked(families, nameof(families)) };

    /// <summary>The level of some sales only.</summary>
    /// <param name="scope">Which sales count.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public RebateLevel WithScope(Scope scope) => this with { Scope = Guard.Against.Null(scope) };

    /// <summary>Kind, measure and scope: <c>attainment of revenue, without tax</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Kind switch
        {
            RebateLevelKind.Attainment => "attainment of " + Measure + (Target is { } target ? " (target " + target.Value + ")" : ""),
            RebateLevelKind.Growth => "growth of " + Measure,
            RebateLevelKind.Increase => "increase of " + Measure,
            RebateLevelKind.Families => "families bought of " + RebateText.Listed(Families),
            _ => Measure!.ToString(),
        }
        + (Scope == Scope.Everything ? "" : " (" + Scope + ")");

    internal static ValueList<RebateFamily> Checked(RebateFamily[] families, string parameterName)
    {
        var copy = Guard.Against.Nothing(families, "there must be at least one family", parameterName);
        foreach (var family in copy)
            Guard.Against.Null(family, parameterName);

        Guard.Against.NameTwice(copy.Select(family => family.Name), parameterName);
        return new ValueList<RebateFamily>(copy);
    }

    private static RebateLevel Of(RebateLevelKind kind, Measure measure) => new(kind, RebateText.OfSales(measure, nameof(measure)));
}
