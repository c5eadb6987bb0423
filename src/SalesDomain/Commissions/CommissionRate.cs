using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>How the level that was reached, and what is paid on, become money.</summary>
/// <remarks>
/// <para>
/// What sets the rate and what is paid on are two things: the rate by the attainment of what was sold, paid on what was collected. Where
/// they are one, graduated tiers give each part its own rate; where they are two, what the tiers give on the level, divided by the level,
/// is the rate of the base (the blended rate): base × graduated ÷ level, multiplied first. Where nothing was achieved that rate is the one
/// of the lowest step, as it is where hardly anything was.
/// </para>
/// <para>
/// The mode (graduated or all-units) is part of the rate and has no default. Results are not rounded. A closed set; immutable. Equality is
/// by value.
/// </para>
/// </remarks>
public abstract class CommissionRate : IEquatable<CommissionRate>
{
    private protected CommissionRate()
    {
    }

    /// <summary>The rate stated for each payee by itself, for one who has none nothing.</summary>
    public static CommissionRate Individual { get; } = new LevelRate(new IndividualTable());

    /// <summary>Whether it goes by the attainment of a quota.</summary>
    public virtual bool NeedsQuota => false;

    /// <summary>Whether it pays a share of a target incentive.</summary>
    public virtual bool NeedsTarget => false;

    /// <summary>Whether it is paid on something measured; the score of a goal is not.</summary>
    public virtual bool NeedsBase => true;

    /// <summary>The name of the figure it reads beside: the columns of a matrix, the score of a goal; null for none.</summary>
    public virtual string? FigureName => null;

    /// <summary>Whether what is paid on must be what sets the rate.</summary>
    internal virtual bool IsOfOneMeasure => false;

    /// <summary>Whether it is paid on units or a count, and not on money.</summary>
    internal virtual bool IsOnUnits => false;

    /// <summary>Whether the kind of what is paid on does not matter to it.</summary>
    internal virtual bool IsOnAnything => false;

    /// <summary>Whether it goes by the level alone, so that what sets it is what it is paid on.</summary>
    internal virtual bool IsOnLevel => false;

    /// <summary>Whether it goes by the attainment as a quotient.</summary>
    internal virtual bool NeedsAttainment => false;

    /// <summary>Whether it can pay only what lies above a threshold.</summary>
    internal virtual bool CanPayAbove => false;

    /// <summary>Whether it gives each unit of the base the same, whatever deal it is in.</summary>
    internal virtual bool IsProportional => false;

    /// <summary>Whether what each credit adds is worked out from the running level, and not by its share of the base.</summary>
    internal virtual bool IsMarginal => false;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rate.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CommissionRate? left, CommissionRate? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rate.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CommissionRate? left, CommissionRate? right) => !(left == right);

    /// <summary>One percentage of everything.</summary>
    /// <param name="rate">The rate; of a return it takes back the same.</param>
    /// <returns>The rate.</returns>
    public static CommissionRate Flat(Percentage rate) => new LevelRate(new FlatTable(rate));

    /// <summary>An amount for each unit, or for each new customer.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The rate.</returns>
    public static CommissionRate PerUnit(Money amount) => new UnitRate(amount);

    /// <summary>One amount, paid where there is anything to pay on: for the deal, or for the period.</summary>
    /// <param name="amount">The amount.</param>
    /// <returns>The rate. A base of zero or less, a deal wholly returned, pays nothing.</returns>
    public static CommissionRate Fixed(Money amount) => new FixedRate(amount);

    /// <summary>Each part of an amount at the rate of its own step.</summary>
    /// <param name="rates">The tiers, on the amount that sets the rate.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    public static CommissionRate Graduated(TieredRate rates) =>
        new LevelRate(new AmountTable(Guard.Against.Null(rates), isGraduated: true));

    /// <summary>Everything at the rate of the step that an amount reaches.</summary>
    /// <param name="rates">The tiers, on the amount that sets the rate.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    public static CommissionRate AllUnits(TieredRate rates) =>
        new LevelRate(new AmountTable(Guard.Against.Null(rates), isGraduated: false));

    /// <summary>Each part of the achievement at the rate of its own step of attainment.</summary>
    /// <param name="rates">The tiers, on the attainment of the quota.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    public static CommissionRate Graduated(AttainmentRate rates) =>
        new LevelRate(new AttainmentTable(Guard.Against.Null(rates), isGraduated: true));

    /// <summary>Everything at the rate of the step that the attainment reaches.</summary>
    /// <param name="rates">The tiers, on the attainment of the quota.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rates"/> is null.</exception>
    public static CommissionRate AllUnits(AttainmentRate rates) =>
        new LevelRate(new AttainmentTable(Guard.Against.Null(rates), isGraduated: false));

    /// <summary>Each part of a quantity at the amount per unit of its own step.</summary>
    /// <param name="amounts">The amounts per unit; the first step begins at zero.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is null.</exception>
    /// <exception cref="ArgumentException">A quantity would have no amount: the steps begin above zero, or end.</exception>
    public static CommissionRate Graduated(TieredPrice amounts) =>
        new TieredUnitRate(Checked(amounts), isGraduated: true);

    /// <summary>Every unit at the amount of the step that the quantity reaches.</summary>
    /// <param name="amounts">The amounts per unit; the first step begins at zero.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is null.</exception>
    /// <exception cref="ArgumentException">A quantity would have no amount: the steps begin above zero, or end.</exception>
    public static CommissionRate AllUnits(TieredPrice amounts) =>
        new TieredUnitRate(Checked(amounts), isGraduated: false);

    /// <summary>A share of the target incentive by the attainment of the quota, along a curve.</summary>
    /// <param name="curve">Levels and payouts in per cent; where it declares no payout nothing is paid.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="curve"/> is null.</exception>
    public static CommissionRate TargetCurve(PayoutCurve curve) => new TargetRate(Guard.Against.Null(curve));

    /// <summary>A share of the target incentive by the attainment of the quota and a figure: 目标完成率 × 回款率.</summary>
    /// <param name="shares">The shares of the target; the rows are attainments. Where there is no cell nothing is paid.</param>
    /// <param name="columns">The name under which the figure of the columns is given, not blank.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="columns"/> is blank or has outer white space.</exception>
    public static CommissionRate TargetMatrix(StepMatrix<Percentage, Percentage, Percentage> shares, string columns) =>
        new MatrixRate(Guard.Against.Null(shares), Identifier.Checked(columns), isOfTarget: true);

    /// <summary>A rate of the base by the attainment of the quota and a figure.</summary>
    /// <param name="rates">The rates; the rows are attainments. Where there is no cell nothing is paid.</param>
    /// <param name="columns">The name under which the figure of the columns is given, not blank.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="columns"/> is blank or has outer white space.</exception>
    public static CommissionRate RateMatrix(StepMatrix<Percentage, Percentage, Percentage> rates, string columns) =>
        new MatrixRate(Guard.Against.Null(rates), Identifier.Checked(columns), isOfTarget: false);

    /// <summary>Amounts by what was sold, along a curve: 10 at 1,000, 50 at 3,000, and in proportion between.</summary>
    /// <param name="curve">Amounts by level, both as plain numbers; where it declares none nothing is paid.</param>
    /// <param name="currency">The currency of the amounts.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    public static CommissionRate AmountCurve(PayoutCurve curve, Currency currency) =>
        new CurveRate(Guard.Against.Null(curve), Guard.Against.Null(currency));

    /// <summary>One amount by the attainment of the quota: a bonus of 5,000 from 100 %, of 8,000 from 120 %.</summary>
    /// <param name="amounts">The amounts, of one currency; where there is no step nothing is paid.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts have several currencies.</exception>
    public static CommissionRate Bonus(StepSchedule<Percentage, Money> amounts) => new BonusRate(Guard.Against.Null(amounts));

    /// <summary>The target incentive by the score of a goal (MBO), which is measured elsewhere and given as a figure.</summary>
    /// <param name="figure">The name under which the score is given, not blank. A score that nobody gave is not known yet.</param>
    /// <returns>The rate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figure"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="figure"/> is blank or has outer white space.</exception>
    public static CommissionRate Score(string figure) => new ScoreRate(Identifier.Checked(figure));

    /// <summary>Whether the other pays the same for everything.</summary>
    /// <param name="other">The rate to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public abstract bool Equals(CommissionRate? other);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CommissionRate);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(ToString()!);

    /// <summary>The currency of the amounts it states; null where it states none.</summary>
    internal virtual Currency? Currency => null;

    internal abstract RateSteps Pay(in RateInput input);

    internal abstract Explanation Explain(string name, in RateInput input, in RateSteps steps, RateFacts facts);

    /// <summary>The levels at which what it pays bends or jumps, in the unit of the level; of attainments, times the quota.</summary>
    internal virtual IEnumerable<decimal> Bounds(decimal? quota) => [];

    /// <summary>What it pays, in a sentence for the person who is paid.</summary>
    internal abstract string Describe(ComponentTerms terms);

    /// <summary>What it pays at most by itself, or null.</summary>
    internal virtual decimal? Most(decimal? target) => null;

    /// <summary>The parts at their own rates, where the rate has tiers.</summary>
    internal virtual IReadOnlyList<RatePortion> Portions(in RateInput input) => [];

    private static TieredPrice Checked(TieredPrice amounts)
    {
        Guard.Against.Null(amounts);
        return (amounts.Side == StepSide.UpTo || amounts.Bounds[0].Amount == 0m) && amounts.End is null ? amounts
            : throw Guards.Invalid(nameof(amounts), "'" + amounts + "'", "must have an amount for every quantity from zero on");
    }
}
