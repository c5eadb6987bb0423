using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What a run makes of one rebate and calculation period.</summary>
/// <remarks>Equality is by reference. Made by the runs of a <see cref="RebateAccount"/>.</remarks>
public sealed class RebateAccountLine
{
    private readonly AccountSteps _steps;
    private readonly RebateEstimate? _estimate;
    private readonly string? _why;

    internal RebateAccountLine(AccountKey key, AccountSteps steps, RebateEstimate? estimate, string? why)
    {
        Rebate = key.Rebate;
        Period = key.Period;
        _steps = steps;
        _estimate = estimate;
        _why = why;
    }

    /// <summary>The name of the rebate.</summary>
    public string Rebate { get; }

    /// <summary>The calculation period.</summary>
    public DateSpan Period { get; }

    /// <summary>What is earned to date.</summary>
    public Money EarnedToDate => _steps.EarnedToDate;

    /// <summary>By how much that has changed.</summary>
    public Money Earned => _steps.Earned;

    /// <summary>What is accrued to date.</summary>
    public Money AccruedToDate => _steps.AccruedToDate;

    /// <summary>By how much that has changed: the true-up, of either sign.</summary>
    public Money Accrued => _steps.Accrued;

    /// <summary>What was settled before.</summary>
    public Money SettledBefore => _steps.Before.Settled;

    /// <summary>What was written off before.</summary>
    public Money WrittenOffBefore => _steps.Before.WrittenOff;

    /// <summary>Earned to date − settled before − written off before; below zero where too much was settled.</summary>
    public Money Due => _steps.Due;

    /// <summary>What is settled by the run.</summary>
    public Money Settled => _steps.Settled;

    /// <summary>What is written off by the run.</summary>
    public Money WrittenOff => _steps.WrittenOff;

    /// <summary>What is kept for the next settlement.</summary>
    public Money Carried => _steps.Carried;

    /// <summary>How what is settled follows from what is earned and what was settled before.</summary>
    /// <returns>The explanation, whose figure is <see cref="Settled"/>.</returns>
    public Explanation Explain() =>
        _why is { } why ? Conditions.Fix("settled", Settled, Fact(why, true))
            : _estimate is not null ? Conditions.Fix("settled", Settled, Fact("accrued, and not settled", true))
            : _steps.Room is not { } room ? ExplainDue("settled")
            : Node("settled", Settled, Operation.Min, ExplainDue("due"), Fact("left of the payment", room));

    /// <summary>How what is written off follows from what is earned and what was settled before.</summary>
    /// <returns>The explanation, whose figure is <see cref="WrittenOff"/>.</returns>
    public Explanation ExplainWrittenOff() =>
        WrittenOff.IsZero ? Conditions.Fix("written off", WrittenOff, Fact("nothing is lost", true)) : ExplainDue("written off");

    /// <summary>How the change of what is accrued follows from the estimate, or from what is earned.</summary>
    /// <returns>The explanation, whose figure is <see cref="Accrued"/>.</returns>
    public Explanation ExplainAccrued()
    {
        var before = Fact("accrued before", _steps.Before.Accrued);
        var target = _estimate is { } estimate ? estimate.Explain()
            : _steps.Target == AccrualTarget.Earned ? Fact("earned to date", EarnedToDate)
            : Node("accrued to date", AccruedToDate, Operation.Max, before, Fact("earned to date", EarnedToDate));
        return Node("accrued", Accrued, Operation.Difference, target, before);
    }

    /// <summary>Rebate, period and what is entered.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Rebate + " " + Period + ": accrued " + Accrued + ", settled " + Settled + ", written off " + WrittenOff;

    private Explanation ExplainDue(string name) =>
        Node(
            name, Due, Operation.Difference, Fact("earned to date", EarnedToDate), Fact("settled before", SettledBefore),
            Fact("written off before", WrittenOffBefore));
}
