using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>
/// When a commission whose rate is locked at crediting is earned: so much of it with the order, the delivery, the invoice, the money.
/// </summary>
/// <remarks>
/// <para>
/// Earned to date is commission × Σ (part × progress of its stage), divided last and rounded once; what each part has earned is the
/// difference of running totals in the order of the stages. So parts sum to the whole to the cent, at full progress it is the commission,
/// and whatever was paid before, the difference is due. It never falls while progress does not. Of money that earns less when it is late
/// (<see cref="Lateness"/>) the progress is that of what its receipts count for.
/// </para>
/// <para>
/// The rate is that of the day the deal was credited. Where a period's collections are re-rated by what is booked later, this is not the
/// rule: such a component is rated by booked sales and paid on collections, each by its own <see cref="CommissionMeasure"/>. A
/// cancellation lowers the progress; a base that is reduced by it as well would take the same back twice. Immutable. Equality is by
/// rounding, parts and factors.
/// </para>
/// </remarks>
public sealed partial class EarningSchedule : IEquatable<EarningSchedule>
{
    private readonly Stage[] _stages;
    private readonly Percentage[] _shares;
    private readonly EarningPace[] _paces;

    private EarningSchedule(
        Rounding rounding, Stage[] stages, Percentage[] shares, EarningPace[] paces, StepSchedule<int, Percentage>? lateness = null,
        UnstatedFact withoutDueDate = UnstatedFact.Unknown)
    {
        Rounding = rounding;
        Lateness = lateness;
        WithoutDueDate = withoutDueDate;
        _stages = stages;
        _shares = shares;
        _paces = paces;
    }

    /// <summary>How a running total is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>The stages with which a part is earned, in their order.</summary>
    public IReadOnlyList<Stage> Stages => Array.AsReadOnly(_stages);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A schedule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(EarningSchedule? left, EarningSchedule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A schedule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(EarningSchedule? left, EarningSchedule? right) => !(left == right);

    /// <summary>Parts that are earned with stages, each in proportion to its progress.</summary>
    /// <param name="rounding">How a running total is rounded: <see cref="SalesDomain.Rounding.Commercial"/> to the cent.</param>
    /// <param name="parts">Stages, each once, with parts above zero that total exactly 100 %: 50 % ordered, 50 % collected.</param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">There are no parts, they do not total 100 %, or a stage comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A stage is not defined, or a part is not above zero.</exception>
    public static EarningSchedule Of(Rounding rounding, params (Stage Stage, Percentage Share)[] parts)
    {
        Guard.Against.Null(rounding);
        Guard.Against.Nothing(parts, "a commission is earned with a stage");
        (Stage Stage, Percentage Share)[] sorted = [.. parts.OrderBy(part => part.Stage)];
        for (var i = 0; i < sorted.Length; i++)
        {
            var (stage, share) = sorted[i];
            Guard.Against.Undefined(stage, nameof(parts));
            if (share <= Percentage.Zero)
                throw Guards.OutOfRange(nameof(parts), stage.ToString() + " " + share, "must be above 0%");
            if (i > 0 && sorted[i - 1].Stage == stage)
                throw Guards.Invalid(nameof(parts), stage.ToString(), "must have each stage once");
        }

        Guard.Against.NotWhole(sorted.Select(part => part.Share), nameof(parts));
        return new EarningSchedule(
            rounding, Array.ConvertAll(sorted, part => part.Stage), Array.ConvertAll(sorted, part => part.Share),
            new EarningPace[sorted.Length]);
    }

    /// <summary>The schedule with another pace of a stage: all of its part with the first payment, or none before the last.</summary>
    /// <param name="stage">A stage with which a part is earned.</param>
    /// <param name="pace">How it is earned.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">
    /// No part is earned with <paramref name="stage"/>; or all with the first payment, where late ones earn less.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> or <paramref name="pace"/> is not defined.</exception>
    public EarningSchedule With(Stage stage, EarningPace pace)
    {
        Guard.Against.Undefined(stage);
        Guard.Against.Undefined(pace);
        var index = Array.IndexOf(_stages, stage);
        if (index < 0)
            throw Guards.Invalid(nameof(stage), stage.ToString(), "must be a stage with which a part is earned");
        if (Lateness is not null && stage == Stage.Collected && IsOnFirst(pace))
        {
            throw Guards.Invalid(
                nameof(pace), pace.ToString(), "must not earn all with the first payment where late ones earn less");
        }

        EarningPace[] paces = [.. _paces];
        paces[index] = pace;
        return new EarningSchedule(Rounding, _stages, _shares, paces, Lateness, WithoutDueDate);
    }

    /// <summary>The part that is earned with a stage.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>The part; 0 % where none is.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is not defined.</exception>
    public Percentage ShareOf(Stage stage) =>
        Array.IndexOf(_stages, Guard.Against.Undefined(stage)) is var index && index < 0 ? Percentage.Zero : _shares[index];

    /// <summary>How the part of a stage is earned.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>The pace; <see cref="EarningPace.InProportion"/> where no part is earned with it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is not defined.</exception>
    public EarningPace PaceOf(Stage stage) =>
        Array.IndexOf(_stages, Guard.Against.Undefined(stage)) is var index && index < 0 ? EarningPace.InProportion : _paces[index];

    /// <summary>What is earned to date of a commission.</summary>
    /// <param name="commission">The whole commission of the deal, at the rate locked when it was credited.</param>
    /// <param name="progress">How far the deal has come, of every stage with which a part is earned.</param>
    /// <returns>What is earned to date, in all and by stage.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="progress"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="progress"/> does not state such a stage; or the money counts by days, and it does not state when it was due, days
    /// outside the steps, or money that went back without the receipt that it takes back.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// <see cref="Rounding"/> is to a minor unit, and the currency of <paramref name="commission"/> has none.
    /// </exception>
    public ScheduledCommission Earned(Money commission, DealProgress progress)
    {
        Guard.Against.Null(progress);
        var stages = new StageProgress[_stages.Length];
        for (var i = 0; i < stages.Length; i++)
        {
            stages[i] = progress.Of(_stages[i])
                ?? throw Guards.Invalid(nameof(progress), "'" + progress + "'", "must state the stage " + _stages[i].ToString());
        }

        return WhyUnknown(progress) is { } reason
            ? throw Guards.Invalid(nameof(progress), reason.ToString(), "must state how late on the steps what is collected came in")
            : new ScheduledCommission(this, commission, progress, stages);
    }

    /// <summary>Whether the other has the same rounding, parts and factors.</summary>
    /// <param name="other">The schedule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(EarningSchedule? other) =>
        other is not null && Rounding == other.Rounding && _stages.SequenceEqual(other._stages) && _shares.SequenceEqual(other._shares)
        && _paces.SequenceEqual(other._paces) && Lateness == other.Lateness && WithoutDueDate == other.WithoutDueDate;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as EarningSchedule);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Rounding.GetHashCode(), _stages.Length, (int)_stages[0], _shares[0].GetHashCode());

    /// <summary>The parts in words: <c>50% Ordered, 50% Collected WhenDealComplete, rounded minor-unit half-away</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        string.Join(
            ", ", _stages.Select(
                (stage, i) => _shares[i] + " " + stage.ToString()
                    + (_paces[i] == EarningPace.InProportion ? "" : " " + _paces[i].ToString())))
        + (Lateness is null ? "" : ", by days late " + Lateness)
        + (WithoutDueDate == UnstatedFact.Unknown ? "" : ", without a due date " + WithoutDueDate.ToString()) + ", rounded " + Rounding;
}
