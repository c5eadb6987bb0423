using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>One part of a commission plan: its level, its base, and what these pay.</summary>
/// <remarks>
/// <para>
/// The steps are pinned: level and base → rate, from the threshold on → cap and floor → gates and multipliers, one after the other. Nothing
/// is rounded here; that is the plan's. The level, which sets the rate, is the base, which is paid on, unless
/// <see cref="RatedBy(CommissionMeasure)"/> names another: attainment of what was booked, paid on what was collected.
/// </para>
/// <para>
/// Whether the level runs over the measurement period or begins anew with each deal is asked for when it is made. A component that goes by
/// attainment says what a quota of zero pays: <see cref="AgainstQuota"/>. Immutable. Equality is by all settings.
/// </para>
/// </remarks>
public sealed partial class CommissionComponent : IEquatable<CommissionComponent>
{
    private readonly Settings _settings;

    private CommissionComponent(Settings settings) => _settings = settings;

    /// <summary>Its name, by which quotas, targets and figures are given.</summary>
    public string Name => _settings.Name;

    /// <summary>Over what the level runs.</summary>
    public CommissionAccumulation Accumulation => _settings.Accumulation;

    /// <summary>What level and base become.</summary>
    public CommissionRate Rate => _settings.Rate;

    /// <summary>What of a credit the base is; null where it is given, or there is none.</summary>
    public CommissionMeasure? Base => _settings.Base;

    /// <summary>What of a credit sets the rate; null where it is the base.</summary>
    public CommissionMeasure? Level => _settings.Level;

    /// <summary>What the base measures; null for a goal, which is not paid on anything measured.</summary>
    public Measure? BaseMeasure => _settings.BaseMeasure;

    /// <summary>What the level measures; that of the base where no other is named.</summary>
    public Measure? LevelMeasure => _settings.LevelMeasure ?? _settings.BaseMeasure;

    /// <summary>What a quota of zero pays; null where the component has no quota.</summary>
    public ZeroQuotaPolicy? ZeroQuota => _settings.ZeroQuota;

    /// <summary>The level below which nothing is paid, or null.</summary>
    public CommissionThreshold? Threshold => _settings.Threshold;

    /// <summary>The attainment above which no more counts, or null.</summary>
    public Percentage? LevelCap => _settings.LevelCap;

    /// <summary>The most that one deal gives, where it is paid deal by deal, or null.</summary>
    public Money? DealCap => _settings.DealCap;

    /// <summary>The most it pays before gates and multipliers, of all deals together, or null.</summary>
    public Money? Cap => _settings.Cap;

    /// <summary>The most it pays before gates and multipliers, of its target incentive, or null.</summary>
    public Percentage? CapOfTarget => _settings.CapOfTarget;

    /// <summary>The least it pays before gates and multipliers, or null.</summary>
    public Money? Floor => _settings.Floor;

    /// <summary>Gates and multipliers, in the order given.</summary>
    public IReadOnlyList<CommissionModifier> Modifiers => Array.AsReadOnly(_settings.Modifiers);

    /// <summary>Whether it goes by the attainment of a quota.</summary>
    public bool NeedsQuota =>
        Rate.NeedsQuota || LevelCap is not null || Threshold?.Attainment is not null || Modifiers.Any(modifier => modifier.NeedsQuota);

    /// <summary>Whether it needs a target incentive.</summary>
    public bool NeedsTarget => Rate.NeedsTarget || CapOfTarget is not null;

    /// <summary>Whether it goes by figures that are given by name.</summary>
    internal bool ReadsFigures =>
        Rate.FigureName is not null
        || Array.Exists(_settings.Modifiers, modifier => (modifier.FigureName ?? modifier.ColumnName) is not null);

    /// <summary>Whether the level is the base.</summary>
    internal bool IsOneMeasure => _settings.Level is null && _settings.LevelMeasure is null;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A component.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionComponent? left, CommissionComponent? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A component.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionComponent? left, CommissionComponent? right) => !(left == right);

    /// <summary>A component whose level runs over the measurement period to date.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="base">What of a credit the base is: what is paid on.</param>
    /// <param name="rate">What that pays.</param>
    /// <returns>The component.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank or has outer white space, or <paramref name="rate"/> does not pay on what is measured: a percentage
    /// of units, an amount per unit of money, a goal on anything.
    /// </exception>
    public static CommissionComponent Cumulative(string name, CommissionMeasure @base, CommissionRate rate) =>
        Create(name, CommissionAccumulation.Cumulative, Guard.Against.Null(@base, nameof(@base)), @base.Measure, rate);

    /// <summary>A component whose level begins anew with each deal (<see cref="SalesCredit.Deal"/>), with all that takes it back.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="base">What of a credit the base is: what is paid on.</param>
    /// <param name="rate">What that pays.</param>
    /// <returns>The component.</returns>
    /// <inheritdoc cref="Cumulative(string, CommissionMeasure, CommissionRate)" path="/exception"/>
    public static CommissionComponent PerDeal(string name, CommissionMeasure @base, CommissionRate rate) =>
        Create(name, CommissionAccumulation.PerDeal, Guard.Against.Null(@base, nameof(@base)), @base.Measure, rate);

    /// <summary>A component that is paid on what is measured elsewhere and given: new customers, the whole company's revenue.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="measure">What is given for the measurement period to date.</param>
    /// <param name="rate">What that pays.</param>
    /// <returns>The component.</returns>
    /// <inheritdoc cref="Cumulative(string, CommissionMeasure, CommissionRate)" path="/exception"/>
    public static CommissionComponent OfGiven(string name, Measure measure, CommissionRate rate) =>
        Create(name, CommissionAccumulation.Cumulative, @base: null, Guard.Against.Null(measure), rate);

    /// <summary>A component that is paid by the score of a goal (MBO), a share of its target incentive.</summary>
    /// <param name="name">Its name, not blank.</param>
    /// <param name="rate">A rate by a score: <see cref="CommissionRate.Score"/>.</param>
    /// <returns>The component.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank or has outer white space, or <paramref name="rate"/> pays on something measured, and the component
    /// must say on what.
    /// </exception>
    public static CommissionComponent OfGoal(string name, CommissionRate rate)
    {
        Identifier.Checked(name);
        Guard.Against.Null(rate);
        return !rate.NeedsBase
            ? new CommissionComponent(new Settings(name, CommissionAccumulation.Cumulative, rate, @base: null, baseMeasure: null))
            : throw Guards.Invalid(nameof(rate), "'" + name + "' pays " + rate, "must be a score; what else is paid on has a measure");
    }

    /// <summary>The component whose level is something else than its base.</summary>
    /// <param name="level">What of a credit sets the rate.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The rate goes by the base alone; or the component is paid deal by deal, and one of the two is of sales and the other of money
    /// come in, which does not name the deal.
    /// </exception>
    public CommissionComponent RatedBy(CommissionMeasure level)
    {
        Guard.Against.Null(level);
        MustTakeLevel(nameof(level), level.ToString());
        if (Accumulation == CommissionAccumulation.PerDeal && Base is { } @base && @base.Rule.Stage is null != level.Rule.Stage is null)
        {
            throw Guards.Invalid(
                nameof(level), "'" + Name + "' by " + level, "must be of sales where sales are paid on deal by deal, and of receipts else");
        }

        return new CommissionComponent(_settings with { Level = level, LevelMeasure = level.Measure });
    }

    /// <summary>The component whose rate is set by what is measured elsewhere and given: the sales of the team.</summary>
    /// <param name="level">What is given for the measurement period to date.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="level"/> is null.</exception>
    /// <exception cref="ArgumentException">The rate goes by the base alone, or the component is paid deal by deal.</exception>
    public CommissionComponent RatedByGiven(Measure level)
    {
        Guard.Against.Null(level);
        MustTakeLevel(nameof(level), level.ToString());
        return Accumulation == CommissionAccumulation.Cumulative
            ? new CommissionComponent(_settings with { Level = null, LevelMeasure = level })
            : throw Guards.Invalid(
                nameof(level), level.ToString(), "must be read from each credit, as '" + Name + "' is paid deal by deal");
    }

    /// <summary>The component that is measured against a quota.</summary>
    /// <param name="zero">What is paid where the quota is zero; there is no usual answer, so it is asked.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">It pays only above a threshold that is an amount.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="zero"/> is not defined.</exception>
    public CommissionComponent AgainstQuota(ZeroQuotaPolicy zero) =>
        Checked(_settings with { ZeroQuota = Guard.Against.Undefined(zero) }, nameof(zero), zero.ToString());

    /// <summary>The component that pays from a threshold on.</summary>
    /// <param name="threshold">The threshold.</param>
    /// <returns>The changed copy, in place of one before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="threshold"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// It pays only above, and the rate has no part that lies above, or it is an amount and the component against a quota; or the cap of
    /// the level lies below it; or the cap below what it pays at once, where the plan alone says how much that is.
    /// </exception>
    public CommissionComponent WithThreshold(CommissionThreshold threshold)
    {
        Guard.Against.Null(threshold);
        if (threshold.Pays == ThresholdPay.AboveOnly && !Rate.CanPayAbove)
            throw Guards.Invalid(nameof(threshold), "'" + Name + "' " + threshold, "cannot be cut from what '" + Rate + "' pays");

        return Checked(_settings with { Threshold = threshold }, nameof(threshold), threshold.ToString());
    }

    /// <summary>The component with gates and multipliers, after those it has.</summary>
    /// <param name="modifiers">The modifiers, applied in this order.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="modifiers"/> or one of them is null.</exception>
    public CommissionComponent ModifiedBy(params CommissionModifier[] modifiers)
    {
        Guard.Against.Null(modifiers);
        Array.ForEach(modifiers, modifier => Guard.Against.Null(modifier, nameof(modifiers)));
        return new CommissionComponent(_settings with { Modifiers = [.. _settings.Modifiers, .. modifiers] });
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The component to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CommissionComponent? other) =>
        other is not null && (ReferenceEquals(this, other) || _settings.IsSameAs(other._settings));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionComponent);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), (int)Accumulation, Rate.GetHashCode(), Modifiers.Count);

    /// <summary>The component in words.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + " (" + Accumulation.ToString() + "): " + Rate
        + (BaseMeasure is { } @base ? " on " + (Base?.ToString() ?? @base.ToString()) : "")
        + (IsOneMeasure ? "" : "; rated by " + (Level?.ToString() ?? LevelMeasure!.ToString()))
        + (ZeroQuota is { } zero ? "; quota of zero " + zero.ToString() : "")
        + (Threshold is null ? "" : "; " + Threshold)
        + (LevelCap is { } levelCap ? "; counting at most " + levelCap + " of quota" : "")
        + (DealCap is { } dealCap ? "; at most " + dealCap + " a deal" : "")
        + (Cap is { } cap ? "; at most " + cap : "") + (CapOfTarget is { } multiple ? "; at most " + multiple + " of target" : "")
        + (Floor is { } floor ? "; at least " + floor : "")
        + string.Concat(Modifiers.Select(modifier => "; " + modifier));

    private static CommissionComponent Create(
        string name, CommissionAccumulation accumulation, CommissionMeasure? @base, Measure measure, CommissionRate rate)
    {
        Identifier.Checked(name);
        Guard.Against.Null(rate);
        var isMoney = measure.Kind == FigureKind.Money;
        if (!rate.NeedsBase)
            throw Guards.Invalid(nameof(rate), "'" + name + "' pays " + rate, "must pay on what is measured, or be of a goal");
        if (!rate.IsOnAnything && rate.IsOnUnits == isMoney)
            throw Guards.Invalid(nameof(rate), "'" + name + "' pays " + rate, "must be of what is paid on, which is " + measure);
        return new CommissionComponent(new Settings(name, accumulation, rate, @base, measure));
    }
}
