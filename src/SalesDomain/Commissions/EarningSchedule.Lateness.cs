using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class EarningSchedule
{
    /// <summary>The factor by days from the due date to the receipt, or null where lateness does not count.</summary>
    public StepSchedule<int, Percentage>? Lateness { get; }

    /// <summary>What a receipt without a due date counts for, where lateness counts.</summary>
    public UnstatedFact WithoutDueDate { get; }

    /// <summary>
    /// The schedule by which what is earned with the money falls with days to pay: in full in time, less when late. A receipt without a
    /// due date is of unknown value.
    /// </summary>
    /// <param name="factors">
    /// The factor by days, as of <see cref="WithLateness(StepSchedule{int, Percentage}, UnstatedFact)"/>.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <inheritdoc cref="WithLateness(StepSchedule{int, Percentage}, UnstatedFact)" path="/exception"/>
    public EarningSchedule WithLateness(StepSchedule<int, Percentage> factors) => WithLateness(factors, UnstatedFact.Unknown);

    /// <summary>The schedule by which what is earned with the money falls with days to pay: in full in time, less when late.</summary>
    /// <param name="factors">
    /// The factor by days from <see cref="CollectionLine.DueDate"/> to the day of the receipt, negative before it; as of
    /// <see cref="CommissionMeasure.WithLateness(StepSchedule{int, Percentage}, UnstatedFact)"/>, which is for collections that are
    /// re-rated within the period.
    /// </param>
    /// <param name="withoutDueDate">
    /// What money without a due date counts for: a receipt that states none, money line by line, a progress that is stated as a share.
    /// A receipt for the order itself, a down payment, needs none: without one it is in time, and counts in full.
    /// </param>
    /// <returns>
    /// The changed copy. Progress of the money is Σ (what of a receipt is for the deal × its factor) ÷ whole, of the first ones first
    /// where more is paid than there is to pay; above 100 % where a factor is. What takes a receipt back lowers that receipt, at its own
    /// days; a credit note lowers what counts of its invoice. Where all has to be paid, each payment counts by its own days once it is.
    /// What a late payment does not earn is never earned.
    /// </returns>
    /// <remarks>
    /// A bill (承兑汇票) counts on the day it is received, whatever its maturity: unlike a measure, whose rule has
    /// <see cref="SalesDomain.Quotas.ActualRule.WithBills"/>, a schedule has no other choice. Where a bill is to count when it matures,
    /// give its receipt on that day.
    /// </remarks>
    /// <exception cref="ArgumentNullException"><paramref name="factors"/> is null.</exception>
    /// <exception cref="ArgumentException">A factor is negative.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="withoutDueDate"/> is not defined.</exception>
    /// <exception cref="InvalidOperationException">
    /// Nothing is earned with <see cref="Stage.Collected"/>, or all of it with the first payment of line or deal, before it is known how
    /// late the others are.
    /// </exception>
    public EarningSchedule WithLateness(StepSchedule<int, Percentage> factors, UnstatedFact withoutDueDate)
    {
        Guard.Against.Null(factors);
        Guard.Against.Undefined(withoutDueDate);
        foreach (var factor in factors.Values)
        {
            if (factor < Percentage.Zero)
                throw Guards.Invalid(nameof(factors), factor.ToString(), "must not be negative");
        }

        return ShareOf(Stage.Collected).IsZero || IsOnFirst(PaceOf(Stage.Collected))
            ? throw new InvalidOperationException(
                "'" + this + "' must earn a part with the money as it comes in, or when all has, for the money to be late.")
            : new EarningSchedule(Rounding, _stages, _shares, _paces, factors, withoutDueDate);
    }

    /// <summary>Why it cannot be told what the collected money earns; null where it can, and where nothing goes by lateness.</summary>
    internal Reason? WhyUnknown(DealProgress progress)
    {
        if (Lateness is null || progress.Of(Stage.Collected) is not { } collected || Waits(collected))
            return null;
        if (collected.Portions is null)
        {
            return WithoutDueDate == UnstatedFact.CountsInFull || !collected.IsBegun ? null
                : new Reason("commission.no-due-date", ("progress", progress.ToString()));
        }

        foreach (var late in Late(collected))
        {
            if (WhyUnknown(late.Portion) is { } status)
                return status.Reason(late.Portion.Receipt);
        }

        return null;
    }

    /// <summary>Whether what is done of a stage counts receipt by receipt, each by its days.</summary>
    internal bool IsByDays(Stage stage, in StageProgress progress) =>
        Lateness is not null && stage == Stage.Collected && progress.Portions is not null;

    /// <summary>The receipts of what is done with the factor of each: of no more than the whole, the first ones first.</summary>
    internal LatePortion[] Late(in StageProgress progress) =>
        [.. progress.WithinWhole().Select(each => new LatePortion(each.Portion, each.Amount, FactorOf(each.Portion)))];

    /// <summary>What counts as done of a stage, at its pace, of the whole.</summary>
    internal decimal Counted(Stage stage, in StageProgress progress) =>
        !IsByDays(stage, progress) ? progress.Counted(PaceOf(stage))
        : Waits(progress) ? 0m : Late(progress).Sum(each => each.Counted);

    /// <summary>The share of a stage that counts, in proportion.</summary>
    internal Percentage ByDays(Stage stage, in StageProgress progress) =>
        IsByDays(stage, progress) ? Percentage.FromFraction(Late(progress).Sum(each => each.Counted) / progress.Whole) : progress.Share;

    private static bool IsOnFirst(EarningPace pace) => pace is EarningPace.OnFirstOfLine or EarningPace.OnFirstOfDeal;

    private Percentage FactorOf(in CollectedPortion portion) =>
        portion.DaysLate is { } days && Lateness!.TryAt(days, out var factor) ? factor : Percentage.OneHundred;

    /// <summary>Whether nothing of the money is earned before all is paid, however late, and some is not.</summary>
    internal bool Waits(in StageProgress collected) =>
        PaceOf(Stage.Collected) is EarningPace.WhenLineComplete or EarningPace.WhenDealComplete && !collected.IsComplete;

    private CreditStatus? WhyUnknown(in CollectedPortion portion) =>
        portion.IsWithoutOriginal ? CreditStatus.NoOriginal
        : portion.DaysLate is not { } days
            ? portion.IsDownPayment || WithoutDueDate == UnstatedFact.CountsInFull ? null : CreditStatus.NoDueDate
        : Lateness!.TryAt(days, out _) ? null : CreditStatus.OutsideLateness;
}
