using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>
/// The stages of a pipeline in the order in which an opportunity goes through them: lead 10 %, offer 70 %, won, and lost apart.
/// </summary>
/// <remarks>
/// Probabilities change from year to year; put the versions in a <see cref="Timeline{T}"/> and take the one of the day of the forecast.
/// Equality is by stages in order.
/// </remarks>
public sealed class PipelineStages : IEquatable<PipelineStages>
{
    private readonly PipelineStage[] _stages;
    private readonly Dictionary<string, int> _places;

    private PipelineStages(PipelineStage[] stages, Dictionary<string, int> places)
    {
        _stages = stages;
        _places = places;
    }

    /// <summary>The stages in order.</summary>
    public IReadOnlyList<PipelineStage> Stages => Array.AsReadOnly(_stages);

    /// <summary>The stages of a pipeline.</summary>
    /// <param name="stages">At least one stage, each name once, in the order of a sale; no open stage after one that is closed. Omitted
    /// ones stand anywhere.</param>
    /// <returns>The stages.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stages"/> or a stage is null.</exception>
    /// <exception cref="ArgumentException">There are no stages, a name comes twice, or an open stage follows a closed one.</exception>
    public static PipelineStages Of(params PipelineStage[] stages) => Of((IEnumerable<PipelineStage>)stages);

    /// <inheritdoc cref="Of(PipelineStage[])"/>
    public static PipelineStages Of(IEnumerable<PipelineStage> stages)
    {
        var copy = Guard.Against.Nothing(stages, "a pipeline has at least one stage");
        Array.ForEach(copy, stage => Guard.Against.Null(stage, nameof(stages)));
        Guard.Against.NameTwice(copy.Select(stage => stage.Name), nameof(stages));
        var places = new Dictionary<string, int>(StringComparer.Ordinal);
        Array.ForEach(copy, stage => places.Add(stage.Name, places.Count));

        var afterClosed = copy.SkipWhile(stage => stage.Category != ForecastCategory.Closed)
            .FirstOrDefault(stage => stage.Category is not (ForecastCategory.Closed or ForecastCategory.Omitted));
        return afterClosed is null ? new PipelineStages(copy, places)
            : throw Guards.Invalid(nameof(stages), "'" + afterClosed.Name + "'", "must not have an open stage after a closed one");
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Stages.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PipelineStages? left, PipelineStages? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Stages.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PipelineStages? left, PipelineStages? right) => !(left == right);

    /// <summary>The stage of a name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The stage.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">There is no stage of that name.</exception>
    public PipelineStage Find(string name) => _stages[PlaceOf(name, nameof(name))];

    /// <summary>The stage of a name, if there is one.</summary>
    /// <param name="name">The name.</param>
    /// <param name="stage">The stage, or null.</param>
    /// <returns>False when there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public bool TryFind(string name, [NotNullWhen(true)] out PipelineStage? stage)
    {
        stage = _places.TryGetValue(Guard.Against.Null(name), out var place) ? _stages[place] : null;
        return stage is not null;
    }

    /// <summary>Whether the other has the same stages in the same order.</summary>
    /// <param name="other">The stages to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PipelineStages? other) => other is not null && _stages.SequenceEqual(other._stages);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PipelineStages);

    /// <inheritdoc/>
    public override int GetHashCode() => _stages.Aggregate(_stages.Length, (hash, stage) => Hash.Combine(hash, stage.GetHashCode()));

    /// <summary>The stages: <c>lead 10% Pipeline, offer 70% BestCase, won 100% Closed, lost 0% Omitted</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join(", ", _stages.Select(stage => stage.ToString()));

    internal PipelineStage this[int place] => _stages[place];

    internal int PlaceOf(string name, string parameterName)
    {
        Guard.Against.Null(name, parameterName);
        return _places.TryGetValue(name, out var place) ? place
            : throw Guards.Invalid(parameterName, "'" + name + "'", "must be one of the stages "
                + string.Join(", ", _stages.Select(each => each.Name)));
    }
}
