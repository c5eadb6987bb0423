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
        Measured? achieved, Measured? paidOn, DealFigures[]? deals = null, CreditSum? achievedSum = null, CreditSum? paidOnSum = null,
        KeptCredits? credits = null)
    {
        Achieved = achieved;
        PaidOn = paidOn;
        _deals = deals ?? [];
        AchievedSum = achievedSum;
        PaidOnSum = paidOnSum;
        Credits = credits;
    }

    /// <summary>What sets the rate, over the measurement period to date; null when it is not known.</summary>
    internal Measured? Achieved { get; }

    /// <summary>What is paid on; null when it is not known.</summary>
    internal Measured? PaidOn { get; }

    /// <summary>The sum of credits that the level is, or null where it was given.</summary>
    internal CreditSum? AchievedSum { get; }

    /// <summary>The sum of credits that the base is, or null where it was given.</summary>
    internal CreditSum? PaidOnSum { get; }

    /// <summary>The credits, where they are kept.</summary>
    internal KeptCredits? Credits { get; }

    /// <summary>The deals by day and document, where they are kept apart.</summary>
    internal IReadOnlyList<DealFigures> Deals => _deals;

    /// <summary>The same with a level that is measured elsewhere.</summary>
    internal ComponentFigures RatedBy(Measured? achieved) => new(achieved, PaidOn, _deals, achievedSum: null, PaidOnSum, Credits);

    public bool Equals(ComponentFigures? other) =>
        other is not null && Achieved == other.Achieved && PaidOn == other.PaidOn && _deals.SequenceEqual(other._deals)
        && PaidOnSum == other.PaidOnSum && AchievedSum == other.AchievedSum
        && EqualityComparer<KeptCredits?>.Default.Equals(Credits, other.Credits);

    public override bool Equals(object? obj) => Equals(obj as ComponentFigures);

    public override int GetHashCode() => Hash.Combine(Achieved.GetHashCode(), PaidOn.GetHashCode(), _deals.Length);
}
