using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>Which of the alternatives of an exclusion is given, and what is said of the others.</summary>
internal sealed partial class DiscountRun
{
    private void TakeOne(ExclusionGroup group, DiscountTurn[][] alternatives)
    {
        var found = new List<LineSteps>[alternatives.Length];
        var noted = new int[alternatives.Length + 1];
        for (var i = 0; i < List.Length; i++)
        {
            if (IsAlike(i))
                continue;

            var chosen = -1;
            var most = 0m;
            for (var k = 0; k < alternatives.Length; k++)
            {
                noted[k] = Notes.Count;
                found[k] = Deductions(alternatives[k], i);
                var taken = found[k].Sum(steps => steps.Granted);
                if (found[k].Count > 0 && (chosen < 0 || IsBetter(group.Rule, taken, most)))
                    (chosen, most) = (k, taken);
            }

            if (chosen < 0)
                continue;

            noted[alternatives.Length] = Notes.Count;
            var reopened = Reopened(alternatives, noted, chosen);
            var given = found[chosen][0].Turn;
            found[chosen].ForEach(steps => Enter(i, steps));
            for (var k = 0; k < found.Length; k++)
            {
                if (k == chosen)
                    continue;

                found[k].ForEach(steps => Exclude(steps.Turn, i, steps.Granted, most, given));
                foreach (var turn in reopened[k].Where(turn => !found[k].Exists(steps => steps.Turn == turn)))
                    Exclude(turn, i, 0m, most, given);
            }
        }
    }

    private void TakeOneOverLines(ExclusionGroup group, DiscountTurn[][] alternatives)
    {
        var found = new List<OrderSteps>[alternatives.Length];
        var noted = new int[alternatives.Length + 1];
        var chosen = -1;
        var most = 0m;
        for (var k = 0; k < found.Length; k++)
        {
            noted[k] = Notes.Count;
            found[k] = Spread(alternatives[k], _state.Copy());
            var taken = found[k].Sum(steps => steps.Granted);
            if (found[k].Count > 0 && (chosen < 0 || IsBetter(group.Rule, taken, most)))
                (chosen, most) = (k, taken);
        }

        if (chosen < 0)
            return;

        noted[found.Length] = Notes.Count;
        var reopened = Reopened(alternatives, noted, chosen);
        var given = found[chosen][0].Turn;
        for (var k = 0; k < found.Length; k++)
        {
            if (k == chosen)
            {
                found[k].ForEach(Enter);
                continue;
            }

            found[k].ForEach(steps => Exclude(steps.Turn, -1, steps.Granted, most, given));
            foreach (var turn in reopened[k].Where(turn => !found[k].Exists(steps => steps.Turn == turn)))
                Exclude(turn, -1, 0m, most, given);
        }
    }

    private List<LineSteps> Deductions(DiscountTurn[] members, int line)
    {
        var steps = new List<LineSteps>(members.Length);
        var running = _state.Running[line];
        var last = _state.Last[line];
        foreach (var turn in members)
        {
            if (!turn.IsOpen || !TryDeduct(turn, line, running, last, out var taken))
                continue;

            steps.Add(taken);
            running -= taken.Granted;
            last = turn.Discount.IsLast ? turn.Staged.Index : last;
        }

        return steps;
    }

    private static bool IsBetter(ExclusionRule rule, decimal taken, decimal most) =>
        rule switch
        {
            ExclusionRule.Best => taken > most,
            ExclusionRule.Least => taken < most,
            _ => false,
        };

    /// <summary>
    /// Takes back the notes of lines that an alternative closed to its own discounts: it is not given, and closed nothing. What would have
    /// found its lines closed is excluded with it, by alternative.
    /// </summary>
    private DiscountTurn[][] Reopened(DiscountTurn[][] alternatives, int[] noted, int chosen)
    {
        var reopened = new DiscountTurn[alternatives.Length][];
        for (var k = alternatives.Length - 1; k >= 0; k--)
        {
            reopened[k] = [];
            if (k == chosen || !Array.Exists(alternatives[k], turn => turn.Discount.IsLast))
                continue;

            var closed = new HashSet<int>();
            for (var at = noted[k + 1] - 1; at >= noted[k]; at--)
            {
                var note = Notes[at];
                if (!Array.Exists(alternatives[k], turn => note.IsAfter(turn.Staged.Index)))
                    continue;

                closed.Add(note.Discount);
                Notes.RemoveAt(at);
            }

            reopened[k] = Array.FindAll(alternatives[k], turn => closed.Contains(turn.Staged.Index));
        }

        return reopened;
    }

    private void Exclude(DiscountTurn turn, int line, decimal takes, decimal most, DiscountTurn given) =>
        Note(DiscountNote.Kinds.Excluded, turn, line, takes, most, given.Staged.Index);
}
