using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>One attainment of several measures: revenue 30 %, units 30 %, new customers 40 %.</summary>
/// <remarks>
/// <para>
/// Composite = Σ weight × attainment, each attainment first cut to its component's floor and cap. Weights are decimals and total exactly
/// 100 %. What a component counts for that has no attainment is declared by <see cref="Missing"/>, and is visible in every result.
/// </para>
/// <para>Equality is by components in their order and by what is done about a missing one.</para>
/// </remarks>
public sealed class CompositeRule : IEquatable<CompositeRule>
{
    private readonly CompositeComponent[] _components;

    private CompositeRule(MissingMeasure missing, CompositeComponent[] components)
    {
        Missing = missing;
        _components = components;
    }

    /// <summary>The components, in the order given.</summary>
    public IReadOnlyList<CompositeComponent> Components => Array.AsReadOnly(_components);

    /// <summary>What is done with a component that has no attainment.</summary>
    public MissingMeasure Missing { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CompositeRule? left, CompositeRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CompositeRule? left, CompositeRule? right) => !(left == right);

    /// <summary>A composite.</summary>
    /// <param name="missing">What is done with a component that has no attainment; there is no usual answer, so it is asked.</param>
    /// <param name="components">The components, each name once, with weights that total exactly 100 %.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="components"/> or a component is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no components, a name comes twice, or the weights do not total 100 %; the message names the total.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="missing"/> is not defined.</exception>
    public static CompositeRule Of(MissingMeasure missing, params CompositeComponent[] components)
    {
        Guard.Against.Undefined(missing);
        var copy = Guard.Against.Nothing(components, "a composite has at least one component");
        Array.ForEach(copy, component => Guard.Against.Null(component, nameof(components)));
        Guard.Against.NameTwice(copy.Select(component => component.Name), nameof(components));
        Guard.Against.NotWhole(copy.Select(component => component.Weight), nameof(components));
        return new CompositeRule(missing, copy);
    }

    /// <summary>A composite of the weighted measures of a plan, without caps and floors.</summary>
    /// <param name="missing">What is done with a measure that has no attainment; there is no usual answer, so it is asked.</param>
    /// <param name="measures">The measures and what each counts for.</param>
    /// <returns>The rule, with a component for each measure, in their order, named as the measure prints.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measures"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="missing"/> is not defined.</exception>
    public static CompositeRule Of(MissingMeasure missing, WeightedMeasures measures)
    {
        Guard.Against.Undefined(missing);
        Guard.Against.Null(measures);
        return new CompositeRule(
            missing, [.. measures.Measures.Zip(measures.Weights, (measure, weight) => CompositeComponent.Of(measure.ToString(), weight))]);
    }

    /// <summary>The rule in which every component counts for at least so much, in place of any floor before.</summary>
    /// <param name="floor">The least, at most the cap of each component.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="floor"/> is above a cap.</exception>
    public CompositeRule WithFloor(Percentage floor) =>
        new(Missing, Array.ConvertAll(_components, component => component.WithFloor(floor)));

    /// <summary>The rule in which every component counts for at most so much, in place of any cap before.</summary>
    /// <param name="cap">The most, at least the floor of each component.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is below a floor.</exception>
    public CompositeRule WithCap(Percentage cap) =>
        new(Missing, Array.ConvertAll(_components, component => component.WithCap(cap)));

    /// <summary>The composite attainment of measures: of a rule made from the measures of a plan.</summary>
    /// <param name="attainments">The attainment of every measure, in any order.</param>
    /// <returns>The composite with its parts, in the order of the components.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="attainments"/>, a measure or an attainment is null.</exception>
    /// <exception cref="ArgumentException">
    /// A measure is no component's or comes twice, a component is not there, or an attainment is of another measure than it stands for
    /// (<see cref="MeasureMismatchException"/>).
    /// </exception>
    /// <exception cref="OverflowException">The composite is too large to be a percentage.</exception>
    public CompositeAttainment Evaluate(params (Measure Measure, Attainment Attainment)[] attainments)
    {
        Guard.Against.Null(attainments);
        foreach (var (measure, attainment) in attainments)
        {
            Guard.Against.Null(measure, nameof(attainments));
            Guard.Against.Null(attainment, nameof(attainments));
        }

        foreach (var (measure, attainment) in attainments)
        {
            foreach (var value in attainment.Values)
            {
                if (value is { } stated && stated.Measure != measure)
                    throw new MeasureMismatchException(measure, stated.Measure, nameof(attainments));
            }
        }

        return Evaluate(Array.ConvertAll(attainments, each => (each.Measure.ToString(), each.Attainment)));
    }

    /// <summary>The composite attainment.</summary>
    /// <param name="attainments">The attainment of every component, by its name, in any order.</param>
    /// <returns>The composite with its parts, in the order of the components.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="attainments"/>, a name or an attainment is null.</exception>
    /// <exception cref="ArgumentException">A name is no component's or comes twice, or a component is not there.</exception>
    /// <exception cref="OverflowException">The composite is too large to be a percentage.</exception>
    public CompositeAttainment Evaluate(params (string Component, Attainment Attainment)[] attainments)
    {
        Guard.Against.Null(attainments);
        var given = new Attainment?[_components.Length];
        foreach (var (name, attainment) in attainments)
        {
            Guard.Against.Null(name, nameof(attainments));
            Guard.Against.Null(attainment, nameof(attainments));
            var at = Array.FindIndex(_components, component => string.Equals(component.Name, name, StringComparison.Ordinal));
            if (at < 0 || given[at] is not null)
                throw Guards.Invalid(nameof(attainments), "'" + name + "'", "must have each component once and nothing else");

            given[at] = attainment;
        }

        var missing = Array.FindIndex(given, attainment => attainment is null);
        return missing < 0 ? new CompositeAttainment(this, [.. given.Select((each, i) => new CompositePart(this, _components[i], each!))])
            : throw Guards.Invalid(
                nameof(attainments), "'" + _components[missing].Name + "' is not there",
                "must have every component, also one without an attainment");
    }

    /// <summary>Whether the other has the same components in the same order, and does the same about a missing one.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CompositeRule? other) =>
        other is not null && Missing == other.Missing && _components.SequenceEqual(other._components);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CompositeRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _components.Aggregate((int)Missing, (hash, component) => Hash.Combine(hash, component.GetHashCode()));

    /// <summary>The components and what is done about a missing one: <c>revenue 30%; units 70%; missing: Exclude</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join("; ", _components.Select(component => component.ToString())) + "; missing: " + Missing.ToString();
}
