using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What a run that accrues or writes off enters, and the account with it.</summary>
/// <remarks>Equality is by reference. Made by <see cref="RebateAccount"/>.</remarks>
public sealed class RebatePosting
{
    private readonly RebateAccountLine[] _lines;
    private readonly RebateEntry[] _entries;

    internal RebatePosting(
        RebateAccount before, RebateAccount account, SettlementRun run, List<RebateAccountLine> lines, List<RebateEntry> entries,
        List<Reason> reasons)
    {
        Before = before;
        Account = account;
        Run = run;
        _lines = [.. lines];
        _entries = [.. entries];
        Reasons = reasons.AsReadOnly();
        Accrued = Money.Sum(account.Currency, lines.Select(line => line.Accrued));
        WrittenOff = Money.Sum(account.Currency, lines.Select(line => line.WrittenOff));
    }

    /// <summary>The account as it was.</summary>
    public RebateAccount Before { get; }

    /// <summary>The account with what is entered.</summary>
    public RebateAccount Account { get; }

    /// <summary>The run.</summary>
    public SettlementRun Run { get; }

    /// <summary>The lines, by period and rebate.</summary>
    public IReadOnlyList<RebateAccountLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>What is entered; nothing where nothing has changed.</summary>
    public IReadOnlyList<RebateEntry> Entries => Array.AsReadOnly(_entries);

    /// <summary>By how much what is accrued has changed: to the books as expense, or, below zero, back.</summary>
    public Money Accrued { get; }

    /// <summary>What is written off.</summary>
    public Money WrittenOff { get; }

    /// <summary>Why less is written off than is there: <c>settlement.claim-open</c>, <c>settlement.to-take-back</c>.</summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>How the change of what is accrued follows from the lines.</summary>
    /// <returns>The explanation, whose figure is <see cref="Accrued"/>.</returns>
    public Explanation Explain() =>
        _lines.Length == 0 ? FactSum("accrued", Accrued, 0)
            : Node("accrued", Accrued, Operation.Sum, Array.ConvertAll(_lines, line => line.ExplainAccrued()));

    /// <summary>Document and amounts: <c>J-1: accrued CNY 9600.00, written off CNY 0.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Run.Document + ": accrued " + Accrued + ", written off " + WrittenOff;
}
