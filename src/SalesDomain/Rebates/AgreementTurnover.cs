using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What the lines of an agreement come to, by period: the running figures from which its rebates are calculated.</summary>
/// <remarks>
/// <para>
/// Every figure is a signed sum, so that the order of the lines does not matter, parts that were summed apart merge to the whole
/// (<see cref="Merge"/>), and a return takes back the highest step of its period first. The size does not grow with the number of lines.
/// </para>
/// <para>Immutable. Equality is by agreement and sums.</para>
/// </remarks>
public sealed class AgreementTurnover : IEquatable<AgreementTurnover>
{
    private readonly LineKnowledge _known;
    private readonly TurnoverCells[] _own;
    private readonly TurnoverCells[] _outside;

    internal AgreementTurnover(TurnoverPlan plan, LineKnowledge known, TurnoverCells[] own, TurnoverCells[] outside, int lines)
    {
        Plan = plan;
        _known = known;
        _own = own;
        _outside = outside;
        Lines = lines;
    }

    /// <summary>The agreement.</summary>
    public RebateAgreement Agreement => Plan.Agreement;

    /// <summary>How many lines count, those of base periods included.</summary>
    public int Lines { get; }

    internal TurnoverPlan Plan { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A turnover.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(AgreementTurnover? left, AgreementTurnover? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A turnover.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AgreementTurnover? left, AgreementTurnover? right) => !(left == right);

    /// <summary>What lines come to for one agreement.</summary>
    /// <param name="agreement">The agreement.</param>
    /// <param name="lines">Any lines, in any order; those that are not of the agreement do not count.</param>
    /// <returns>The turnover.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="ArgumentException">
    /// A scope speaks of groups, classes or categories, which no line states: see <see cref="RebateBook.WithSubjects"/>.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A line that counts is in another currency.</exception>
    /// <exception cref="UnitMismatchException">A line is in a unit that is not counted: see <see cref="RebateBook.WithUnits"/>.</exception>
    public static AgreementTurnover Of(RebateAgreement agreement, IEnumerable<SalesLine> lines)
    {
        Guard.Against.Null(agreement);
        Guard.Against.Null(lines);
        return RebateBook.Of(agreement).Turnovers(lines).All[0];
    }

    /// <summary>The turnover with further lines, known in the same way.</summary>
    /// <param name="lines">The lines, in any order; those that are not of the agreement do not count.</param>
    /// <returns>The changed copy.</returns>
    /// <inheritdoc cref="Of(RebateAgreement, IEnumerable{SalesLine})" path="/exception"/>
    public AgreementTurnover With(params SalesLine[] lines)
    {
        Guard.Against.Null(lines);
        return Merge(new RebateBook(_known, Plan).Turnovers(lines).All[0]);
    }

    /// <summary>Two turnovers of one agreement, of lines that were summed apart.</summary>
    /// <param name="other">The other.</param>
    /// <returns>The turnover of all lines.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">The other is of another agreement.</exception>
    public AgreementTurnover Merge(AgreementTurnover other)
    {
        Guard.Against.Null(other);
        return other.Agreement == Agreement
            ? new AgreementTurnover(Plan, _known, Merged(_own, other._own), Merged(_outside, other._outside), Lines + other.Lines)
            : throw Guards.Invalid(nameof(other), other.Agreement.Id.ToString(), "must be of the same agreement, in the same terms");
    }

    /// <summary>What chooses the step of a rebate in a period, before it is set against a target or a base period.</summary>
    /// <param name="rebate">The name of the rebate.</param>
    /// <param name="period">The period.</param>
    /// <returns>What is sold; null where a line does not state it, and of a rebate by families.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rebate"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The agreement has no rebate of that name, or the period is of another calendar or kind than the rebate's.
    /// </exception>
    public Measured? LevelOf(string rebate, FiscalPeriod period)
    {
        var plan = PlanOf(rebate, period);
        return plan.Rebate.Level.Measure is { } measure ? Of(measure, Sum(plan, plan.Level, period)) : null;
    }

    /// <summary>What a rebate is paid on in a period, before a base period is taken off.</summary>
    /// <param name="rebate">The name of the rebate.</param>
    /// <param name="period">The period.</param>
    /// <returns>What is sold; null where a line does not state it, and of a rebate of fixed amounts.</returns>
    /// <inheritdoc cref="LevelOf" path="/exception"/>
    public Measured? BasisOf(string rebate, FiscalPeriod period)
    {
        var plan = PlanOf(rebate, period);
        return plan.Rebate.Basis is { } basis ? Of(basis.Measure, Sum(plan, plan.Basis, period)) : null;
    }

    /// <summary>Whether the other is of the same agreement and has the same sums.</summary>
    /// <param name="other">The turnover to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AgreementTurnover? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Lines == other.Lines && Agreement == other.Agreement && AreSame(_own, other._own)
            && AreSame(_outside, other._outside));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AgreementTurnover);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _own.Aggregate(Agreement.Id.GetHashCode(), (hash, cells) => Hash.Combine(hash, cells.HashSums(Plan.Width)));

    /// <summary>The agreement and how many lines count.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Agreement.Id + ": " + InvariantText.Number(Lines) + (Lines == 1 ? " line" : " lines");

    /// <summary>The first and the last period of a rebate in which anything is sold in the agreement, or null.</summary>
    internal (FiscalPeriod First, FiscalPeriod Last)? Range(RebatePlan plan)
    {
        var cells = _own[plan.Grain];
        return cells.End == cells.First ? null : (PeriodOf(cells.First), PeriodOf(cells.End - 1));

        FiscalPeriod PeriodOf(int number) =>
            Agreement.Calendar.PeriodOf(
                PeriodNumbers.Period(Agreement.Calendar, Plan.Terms.Grains[plan.Grain], number).Start, plan.Rebate.Period);
    }

    /// <summary>A sum over a period, of all members.</summary>
    internal SlotSum Sum(RebatePlan plan, int slot, FiscalPeriod period) => Sum(_own[plan.Grain], plan, slot, period, member: null);

    /// <summary>A sum over a period, of one member.</summary>
    internal SlotSum SumOfMember(RebatePlan plan, int slot, FiscalPeriod period, int member) =>
        Sum(_own[plan.Grain], plan, slot, period, member);

    /// <summary>A sum over the base period of a period: what is sold in the agreement itself, and before it.</summary>
    internal SlotSum SumOfBase(RebatePlan plan, int slot, FiscalPeriod before)
    {
        var sum = Sum(plan, slot, before);
        sum.Add(Sum(_outside[plan.Grain], plan, slot, before, member: null));
        return sum;
    }

    /// <summary>The lines that a sum is of, each with what it counts, in the order of facts.</summary>
    internal IEnumerable<(SalesLine Line, decimal Amount)> LinesOf(
        RebatePlan plan, int slot, FiscalPeriod period, bool isBefore, SalesLine[] lines)
    {
        var key = Plan.Terms.Slots[slot];
        foreach (var line in lines.OrderBy(line => line, SalesLine.InFactOrder))
        {
            if (Plan.IsCounted(line, _known, isBefore) && IsIn(period, plan, Agreement.DayOf(line))
                && (key.IsOfEverything || _known.Matches(key.Scope, line))
                && _known.TryAmount(key.Measure, line, Agreement.Currency, out var amount))
            {
                yield return (line, amount);
            }
        }
    }

    private bool IsIn(FiscalPeriod period, RebatePlan plan, LocalDate day) =>
        Agreement.Calendar.PeriodOf(day, plan.Rebate.Period) == period;

    private Measured? Of(Measure measure, SlotSum sum) =>
        sum.Unknown > 0 ? null
        : measure.Kind == FigureKind.Money ? measure.Of(new Money(sum.Amount, Agreement.Currency))
        : measure.Of(new Quantity(sum.Amount, measure.Unit!));

    private SlotSum Sum(in TurnoverCells cells, RebatePlan plan, int slot, FiscalPeriod period, int? member)
    {
        var grain = Plan.Terms.Grains[plan.Grain];
        var (first, last) = grain == period.Kind
            ? (PeriodNumbers.Of(period), PeriodNumbers.Of(period))
            : (PeriodNumbers.Of(Agreement.Calendar.PeriodOf(period.Start, grain)),
                PeriodNumbers.Of(Agreement.Calendar.PeriodOf(period.End, grain)));
        var total = default(SlotSum);
        var (sums, slots, width) = (cells.Sums, Plan.Terms.Slots.Length, Plan.Width);
        for (var number = Math.Max(first, cells.First); number <= last && number < cells.End; number++)
        {
            var start = (number - cells.First) * width;
            for (var i = slot + ((member ?? 0) * slots); i < width; i += slots)
            {
                total.Add(sums[start + i]);
                if (member is not null)
                    break;
            }
        }

        return total;
    }

    private RebatePlan PlanOf(string rebate, FiscalPeriod period)
    {
        var named = Agreement.Named(rebate, nameof(rebate));
        return period.Kind == named.Period && period.Calendar == Agreement.Calendar
            ? Array.Find(Plan.Rebates, plan => plan.Rebate.Name == rebate)!
            : throw Guards.Invalid(nameof(period), period.ToString(), "must be a " + named.Period + " of the calendar of " + Agreement.Id);
    }

    private TurnoverCells[] Merged(TurnoverCells[] left, TurnoverCells[] right)
    {
        var merged = new TurnoverCells[left.Length];
        for (var i = 0; i < left.Length; i++)
        {
            merged[i].Add(left[i], Plan.Width);
            merged[i].Add(right[i], Plan.Width);
        }

        return merged;
    }

    private bool AreSame(TurnoverCells[] left, TurnoverCells[] right)
    {
        for (var i = 0; i < left.Length; i++)
        {
            if (!left[i].IsSameAs(right[i], Plan.Width))
                return false;
        }

        return true;
    }
}
