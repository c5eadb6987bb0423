using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a dealer owes for the cases of one period, judged together, and its deposit with the entries of it.</summary>
/// <remarks>Equality is by reference. Made by <see cref="DiversionRule.PenaltiesFor"/>.</remarks>
public sealed class DiversionPenalties
{
    private readonly DiversionPenalty[] _penalties;

    internal DiversionPenalties(
        Money rebate, DateSpan period, DiversionAccount after, DiversionPenalty[] penalties, DepositLedger ledger, LocalDate on,
        Func<DocumentId, DocumentId> number)
    {
        Rebate = rebate;
        Period = period;
        OfRebate = after.TakenOfRebate;
        RebateLeft = rebate - OfRebate;
        _penalties = penalties;
        Owed = penalties.Aggregate(Money.Zero(rebate.Currency), (sum, penalty) => sum + penalty.Owed);

        var entered = ledger.StandingPenalties();
        var numbers = new HashSet<DocumentId>(ledger.Entries.Select(entry => entry.Id));
        var (entries, reasons) = (new List<DepositEntry>(), new List<Reason>());
        foreach (var penalty in penalties)
        {
            var finding = penalty.Case.Finding.Id;
            if (entered.TryGetValue(finding, out var known))
            {
                if (known.Amount != penalty.Owed)
                {
                    reasons.Add(
                        new Reason(
                            "channel.diversion-entered-otherwise", ("finding", finding.Code), ("entry", known.Id.Code),
                            ("entered", known.Amount), ("owed", penalty.Owed)));
                }
            }
            else if (penalty.Owed.IsPositive)
            {
                var id = Identifier.Given(number(finding), nameof(number));
                entries.Add(
                    numbers.Add(id) ? penalty.ToEntry(id, on)
                        : throw Guards.Invalid(nameof(number), id.ToString(), "must not be that of another entry"));
            }
        }

        Entries = entries.AsReadOnly();
        Reasons = reasons.AsReadOnly();
        Ledger = ledger.Record(entries);
    }

    /// <summary>The penalties of the cases found in the period, by the day and the number of their findings.</summary>
    public IReadOnlyList<DiversionPenalty> Penalties => Array.AsReadOnly(_penalties);

    /// <summary>The rebate of the period, a fact of the call.</summary>
    public Money Rebate { get; }

    /// <summary>What the cases take of the rebate together, never more than it is.</summary>
    public Money OfRebate { get; }

    /// <summary>The period of the rebate, in which the cases were found.</summary>
    public DateSpan Period { get; }

    /// <summary>Rebate − what the cases take of it.</summary>
    /// <remarks>
    /// What the cases have not reached, and what is paid out only where the rule says <see cref="DiversionRule.WithholdingRebate"/>.
    /// Without it the share is in what is owed and taken from the deposit, so the rebate is paid out in full.
    /// </remarks>
    public Money RebateLeft { get; }

    /// <summary>What is owed for all of them.</summary>
    public Money Owed { get; }

    /// <summary>The entries that are new, of the penalties that were not entered before.</summary>
    public IReadOnlyList<DepositEntry> Entries { get; }

    /// <summary>The ledger with the new entries.</summary>
    public DepositLedger Ledger { get; }

    /// <summary>
    /// <c>channel.diversion-entered-otherwise</c> (finding, entry, entered, owed): a penalty for a finding of the period stands with
    /// another amount than is owed by the facts and the rebate of this call. Where a trace came late, a case was withdrawn or the rebate
    /// has changed, undo that entry and judge again. What is told of one case is with its penalty.
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>How what is owed follows.</summary>
    /// <returns>The explanation, whose figure is <see cref="Owed"/>.</returns>
    public Explanation Explain() =>
        _penalties.Length == 0 ? FactSum("owed", Owed, 0)
            : Node("owed", Owed, Operation.Sum, Array.ConvertAll(_penalties, penalty => penalty.Explain()));

    /// <summary>What is left of the rebate.</summary>
    /// <returns>The explanation, whose figure is <see cref="RebateLeft"/>.</returns>
    public Explanation ExplainRebateLeft()
    {
        var rebate = Fact("rebate", Rebate);
        Explanation[] taking =
            [.. _penalties.Where(penalty => penalty.OfRebate.IsPositive).Select(penalty => penalty.ExplainOfRebate())];
        return taking.Length == 0 ? Node("rebate left", RebateLeft, Operation.Difference, rebate, FactSum("taken", OfRebate, 0))
            : Node("rebate left", RebateLeft, Operation.Difference, [rebate, .. taking]);
    }

    /// <summary>How many cases, what they owe and what is left: <c>2 cases: owed CNY 119900.00, of the rebate CNY 14900.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(_penalties.Length) + " cases: owed " + Owed + ", of the rebate " + OfRebate;
}
