using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <content>The same discounts on the same lines, of some of which there is more: of what is tried nothing is explained.</content>
internal sealed partial class DiscountRun
{
    // What this is run again of; null of a run from the start.
    private readonly DiscountRun? _like;
    private readonly List<(LineState State, int[] Taken)>? _afterStages;

    // Which lines stand as they did there up to now, and which come out of the stage as they did there.
    private readonly bool[]? _isAsThere;
    private readonly bool[]? _isAlike;

    private DiscountRun(DiscountRun like, PricedDocument document)
    {
        _like = like;
        (_schedule, _document, _coupons, _history) = (like._schedule, document, like._coupons, like._history);
        (_rounding, _unit, _subjects, _products) = (like._rounding, like._unit, like._subjects, like._products);
        (_isSold, _isLeftOut) = (like._isSold, like._isLeftOut);
        (_quantities, List, Floors) = ([.. like._quantities], [.. like.List], [.. like.Floors]);
        var count = List.Length;
        (_isAsThere, _isAlike, _taken, Lines) = (new bool[count], new bool[count], new int[count], []);
        (Codes, _turns, _after) = (new string[like.Codes.Length], new DiscountTurn[like._turns.Length], new decimal[like._after.Length][]);
        for (var i = 0; i < count; i++)
        {
            _isAsThere[i] = ReferenceEquals(document.Lines[i], like._document.Lines[i]);
            if (!_isAsThere[i])
                Begin(i);
        }

        _state = new LineState(List);
    }

    /// <summary>A run of which others can be run again.</summary>
    internal static DiscountRun ToBeRunAgain(
        DiscountSchedule schedule, PricedDocument document, string[] coupons, PromotionHistory history) =>
        Run(new DiscountRun(schedule, document, coupons, history, isToBeRunAgain: true));

    /// <summary>
    /// The discounts on the same document with other lines in the places of some, of the same subjects. A line that is the same object, and
    /// for which as much counts as there, is not worked again; what is spread over several lines is. It has no steps of lines and no notes.
    /// </summary>
    internal DiscountRun Again(PricedDocument document) => Run(new DiscountRun(this, document));

    /// <summary>How many discounts took something off a line, or could have.</summary>
    internal int TakenFrom(int line) => _taken[line];

    private static DiscountRun Run(DiscountRun run)
    {
        foreach (var stage in run._schedule.Plan.Stages)
            run.Take(stage);

        return run;
    }

    /// <summary>Whether a line comes out of the stage as it did in the run before.</summary>
    private bool IsAlike(int line) => _isAlike is not null && _isAlike[line];

    /// <summary>Finds the lines of which everything is as it was in the run before: what they look at, and what counts.</summary>
    private void FindAlike(DiscountTurn[][] alternatives)
    {
        if (_like is null)
            return;

        Array.Copy(_isAsThere!, _isAlike!, _isAlike!.Length);
        foreach (var members in alternatives)
        {
            foreach (var turn in members)
            {
                var there = _like._turns[turn.Staged.Index]!;
                if (turn.Discount.IsOverLines || turn.IsOpen != there.IsOpen)
                {
                    Array.Clear(_isAlike, 0, _isAlike.Length);
                    return;
                }

                KeepEqual(turn.Quantities, there.Quantities);
                KeepEqual(turn.Amounts, there.Amounts);
            }
        }

        var (after, taken) = _like._afterStages![alternatives[0][0].Staged.Stage];
        for (var i = 0; i < _isAlike.Length; i++)
        {
            if (!_isAlike[i])
                continue;

            _state.Become(after, i);
            _taken[i] = taken[i];
        }
    }

    private void KeepEqual(decimal[]? counted, decimal[]? there)
    {
        for (var i = 0; counted is not null && i < counted.Length; i++)
            _isAlike![i] = _isAlike[i] && counted[i] == there![i];
    }

    private void End(DiscountStage stage)
    {
        _afterStages?.Add((_state.Copy(), [.. _taken]));
        if (_like is null || stage.Index == _schedule.Plan.Stages.Length - 1)
            return;

        var (state, taken) = _like._afterStages![stage.Index];
        for (var i = 0; i < _isAsThere!.Length; i++)
            _isAsThere[i] = _isAsThere[i] && (_isAlike![i] || (taken[i] == _taken[i] && _state.IsAs(state, i)));
    }
}
