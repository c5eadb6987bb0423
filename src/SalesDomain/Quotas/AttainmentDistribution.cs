using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>How attainments are spread: how many people are in each band, how many have reached a threshold, and their pooled
/// attainment.</summary>
/// <remarks>
/// Bands are a <see cref="StepSchedule{TLevel, TValue}"/> of the attainment, so that the side of each bound is declared. Who has no
/// attainment is in no band and is counted apart; the sales of who has a quota of zero are in the pooled one. The average of a team
/// is the pooled one, Σ actual ÷ Σ quota: an average of rates would
/// let the smallest quota weigh as much as the largest. Equality is by reference.
/// </remarks>
public sealed class AttainmentDistribution
{
    private readonly Attainment[] _attained;
    private readonly AttainmentBand[] _bands;

    private AttainmentDistribution(StepSchedule<Percentage, string> schedule, Attainment[] attained, Attainment[] all)
    {
        Schedule = schedule;
        _attained = attained;
        WithoutAttainment = all.Length - attained.Length;
        Pooled = Attainment.PooledOfQuotas(all);
        var names = schedule.Values.Distinct(StringComparer.Ordinal).ToArray();
        var counts = new int[names.Length];
        foreach (var attainment in attained)
        {
            if (schedule.TryAt(attainment.Rate!.Value, out var name))
                counts[Array.IndexOf(names, name)]++;
            else
                OutsideBands++;
        }

        _bands = [.. names.Select((name, i) => new AttainmentBand(name, counts[i], attained.Length))];
    }

    /// <summary>The bands by attainment.</summary>
    public StepSchedule<Percentage, string> Schedule { get; }

    /// <summary>The bands from the lowest to the highest, those with nobody in them too; steps of one name are one band.</summary>
    public IReadOnlyList<AttainmentBand> Bands => Array.AsReadOnly(_bands);

    /// <summary>How many have an attainment.</summary>
    public int WithAttainment => _attained.Length;

    /// <summary>How many have none: no quota or one of zero, an actual that is not known.</summary>
    public int WithoutAttainment { get; }

    /// <summary>How many have an attainment that lies outside all bands.</summary>
    public int OutsideBands { get; }

    /// <summary>
    /// The attainment of everybody with a quota together, or null when nobody has one. Who has a quota of zero is in no band, and is in
    /// this: a new hire's sales are the team's. The same as <see cref="Attainments{TOwner}.Pooled"/>.
    /// </summary>
    public Attainment? Pooled { get; }

    /// <summary>A distribution.</summary>
    /// <param name="bands">A name for each band of attainment.</param>
    /// <param name="attainments">An attainment a person, all of one measure, or there would be no pooled one.</param>
    /// <returns>The distribution.</returns>
    /// <exception cref="ArgumentNullException">An argument or an attainment is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two are of different measures, tax bases, units or currencies (<see cref="MeasureMismatchException"/> and its kin, which name both).
    /// </exception>
    public static AttainmentDistribution Of(StepSchedule<Percentage, string> bands, IEnumerable<Attainment> attainments)
    {
        Guard.Against.Null(bands);
        Guard.Against.Null(attainments);
        Attainment[] all = [.. attainments.Select(each => Guard.Against.Null(each, nameof(attainments)))];
        MeasuredArgument.MustGoTogether(all.SelectMany(each => each.Values), nameof(attainments));
        var attained = Array.FindAll(all, each => each.Rate is not null);
        return new AttainmentDistribution(bands, attained, all);
    }

    /// <summary>Those who have reached a share of their quota, as a band of its own; the share itself is reached.</summary>
    /// <param name="threshold">The attainment: 100 % for those who made their quota.</param>
    /// <returns>How many, and which share of all who have an attainment.</returns>
    public AttainmentBand Reaching(Percentage threshold) =>
        new("at least " + threshold, Array.FindAll(_attained, each => each.Rate >= threshold).Length, _attained.Length);

    /// <summary>The bands with their counts and how many are in none.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join("; ", _bands.Select(band => band.ToString())) + "; outside " + InvariantText.Number(OutsideBands)
        + "; without attainment " + InvariantText.Number(WithoutAttainment);
}
