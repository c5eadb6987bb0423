using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What one component of a payee's plan is computed from.</summary>
internal sealed class ComponentFigures : IEquatable<ComponentFigures>
{
    private readonly DealFigures[] _deals;

    internal ComponentFigures(
        Measured? level, Measured? @base, DealFigures[]? deals = null, CreditSum? levelSum = null, CreditSum? baseSum = null,
        KeptCredits? credits = null)
    {
        Level = level;
        Base = @base;
        _deals = deals ?? [];
        LevelSum = levelSum;
        BaseSum = baseSum;
        Credits = credits;
    }

    /// <summary>The level, which sets the rate, over the measurement period to date; null when it is not known.</summary>
    internal Measured? Level { get; }

    /// <summary>The base, which is paid on; null when it is not known.</summary>
    internal Measured? Base { get; }

    /// <summary>The sum of credits that the level is, or null where it was given.</summary>
    internal CreditSum? LevelSum { get; }

    /// <summary>The sum of credits that the base is, or null where it was given.</summary>
    internal CreditSum? BaseSum { get; }

    /// <summary>The credits, where they are kept.</summary>
    internal KeptCredits? Credits { get; }

    /// <summary>The deals by day and document, where they are kept apart.</summary>
    internal IReadOnlyList<DealFigures> Deals => _deals;

    /// <summary>The same with a level that is measured elsewhere.</summary>
    internal ComponentFigures RatedBy(Measured? level) => new(level, Base, _deals, levelSum: null, BaseSum, Credits);

    public bool Equals(ComponentFigures? other) =>
        other is not null && Level == other.Level && Base == other.Base && _deals.SequenceEqual(other._deals)
        && BaseSum == other.BaseSum && LevelSum == other.LevelSum
        && EqualityComparer<KeptCredits?>.Default.Equals(Credits, other.Credits);

    public override bool Equals(object? obj) => Equals(obj as ComponentFigures);

    public override int GetHashCode() => Hash.Combine(Level.GetHashCode(), Base.GetHashCode(), _deals.Length);
}
