using System;

namespace SalesDomain.Pricing;

/// <summary>How the lines of a document stand: what is left of each, what closed it, and how much of it is in deals.</summary>
internal sealed class LineState
{
    private LineState(decimal[] running, int[] last, DealtQuantity[] dealt, decimal[] dealtAmounts)
    {
        Running = running;
        Last = last;
        Dealt = dealt;
        DealtAmounts = dealtAmounts;
    }

    internal LineState(decimal[] running)
        : this([.. running], new int[running.Length], new DealtQuantity[running.Length], new decimal[running.Length])
    {
        for (var i = 0; i < Last.Length; i++)
            Last[i] = -1;
    }

    /// <summary>What is left of each line.</summary>
    internal decimal[] Running { get; }

    /// <summary>The discount that closed the line, or −1.</summary>
    internal int[] Last { get; }

    /// <summary>How much of each line is in deals.</summary>
    internal DealtQuantity[] Dealt { get; }

    /// <summary>What is left of that.</summary>
    internal decimal[] DealtAmounts { get; }

    internal LineState Copy() => new([.. Running], [.. Last], [.. Dealt], [.. DealtAmounts]);

    /// <summary>Whether a line stands as in another state.</summary>
    internal bool IsAs(LineState other, int line) =>
        Running[line] == other.Running[line] && Last[line] == other.Last[line] && Dealt[line].IsAs(other.Dealt[line])
        && DealtAmounts[line] == other.DealtAmounts[line];

    /// <summary>Has a line stand as in another state.</summary>
    internal void Become(LineState other, int line) =>
        (Running[line], Last[line], Dealt[line], DealtAmounts[line]) =
            (other.Running[line], other.Last[line], other.Dealt[line], other.DealtAmounts[line]);

    /// <summary>Takes an amount off a line; pieces in deals and others bear it alike.</summary>
    internal void Take(int line, DiscountTurn turn, decimal granted)
    {
        if (DealtAmounts[line] > 0m)
            DealtAmounts[line] = DealtAmounts[line] * (Running[line] - granted) / Running[line];

        Running[line] -= granted;
        if (turn.Discount.IsLast)
            Last[line] = turn.Staged.Index;
    }

    /// <summary>Takes what a discount over several lines takes, and keeps the pieces of a deal from other deals.</summary>
    internal void Take(OrderSteps steps)
    {
        var deal = steps.Deal is { } some && !steps.Turn.Discount.Deal!.SharesPieces ? some : null;
        for (var k = 0; k < steps.Lines.Length; k++)
        {
            var line = steps.Lines[k];
            if (deal is null)
            {
                Take(line, steps.Turn, steps.Shares[k]);
                continue;
            }

            // Only its own pieces bear a deal: the others keep their price.
            Dealt[line] = Dealt[line].Plus(deal.Pieces[k], deal.OfPiece[k]);
            DealtAmounts[line] = Math.Max(0m, DealtAmounts[line] + deal.Values[k] - steps.Shares[k]);
            Running[line] -= steps.Shares[k];
            if (steps.Turn.Discount.IsLast)
                Last[line] = steps.Turn.Staged.Index;
        }
    }
}
