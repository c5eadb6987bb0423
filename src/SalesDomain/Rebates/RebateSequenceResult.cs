using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What several deals give on one sale, in one order.</summary>
/// <remarks>Equality is by reference. Made by <see cref="RebateSequence.Evaluate"/>.</remarks>
public sealed class RebateSequenceResult
{
    private readonly RebateSequenceLine[] _lines;

    internal RebateSequenceResult(RebateSequence sequence, Money amount)
    {
        Sequence = sequence;
        Amount = amount;
        var (lines, taken) = (new List<RebateSequenceLine>(), Money.Zero(amount.Currency));
        foreach (var deal in sequence.Deals)
        {
            var line = new RebateSequenceLine(deal, amount, taken, sequence.Rounding);
            lines.Add(line);
            taken = line.TakenAfter;
        }

        _lines = [.. lines];
        Total = Money.Sum(amount.Currency, lines.Select(line => line.Rebate));
    }

    /// <summary>The deals, in the order of this result.</summary>
    public RebateSequence Sequence { get; }

    /// <summary>The amount of the sale.</summary>
    public Money Amount { get; }

    /// <summary>What each deal gives, in their order.</summary>
    public IReadOnlyList<RebateSequenceLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>What they give together.</summary>
    public Money Total { get; }

    /// <summary>How the total follows from the deals.</summary>
    /// <returns>The explanation, whose figure is <see cref="Total"/>.</returns>
    public Explanation Explain() => Node("total", Total, Operation.Sum, Array.ConvertAll(_lines, line => line.Explain()));

    /// <summary>The names of the deals in their order, and the total: <c>1, 2, 3, 4: CNY 610.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Join(", ", _lines.Select(line => line.Deal.Name)) + ": " + Total;
}
