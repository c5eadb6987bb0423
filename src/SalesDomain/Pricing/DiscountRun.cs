using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <summary>The discounts of a schedule on one document, stage after stage.</summary>
internal sealed partial class DiscountRun
{
    private readonly DiscountSchedule _schedule;
    private readonly PricedDocument _document;
    private readonly string[] _coupons;
    private readonly PromotionHistory _history;
    private readonly Rounding _rounding;
    private readonly decimal _unit;
    private readonly ScopeSubject[] _subjects;
    private readonly decimal[] _quantities;
    private readonly int[] _products;
    private readonly LineState _state;
    private readonly bool[] _isLeftOut;
    private readonly decimal[]?[] _after;
    private readonly int[] _taken;
    private readonly bool[] _isSold;
    private readonly DiscountTurn?[] _turns;

    private DiscountRun(
        DiscountSchedule schedule, PricedDocument document, string[] coupons, PromotionHistory history, bool isToBeRunAgain)
    {
        _afterStages = isToBeRunAgain ? [] : null;
        _schedule = schedule;
        _document = document;
        _coupons = coupons;
        _history = history;
        _rounding = schedule.Rounding;
        _unit = _rounding.UnitFor(document.Currency)!.Value;
        var lines = document.Lines;
        _subjects = new ScopeSubject[lines.Count];
        _quantities = new decimal[lines.Count];
        _products = Products(lines);
        _isLeftOut = new bool[lines.Count];
        _taken = new int[lines.Count];
        _isSold = [.. lines.Select(line => !line.IsFree && !line.IsReturn)];
        _turns = new DiscountTurn[schedule.Plan.Discounts.Length];
        Codes = new string?[schedule.Plan.Discounts.Length];
        _after = new decimal[schedule.Plan.Stages.Length][];
        List = new decimal[lines.Count];
        Floors = new decimal[lines.Count];
        Lines = new List<LineSteps>[lines.Count];
        for (var i = 0; i < lines.Count; i++)
        {
            _subjects[i] = lines[i].Subject;
            Begin(i);
            Lines[i] = [];
            if (IsSold(i) && List[i] < Floors[i])
                Notes.Add(new DiscountNote(DiscountNote.Kinds.ListBelowFloor, -1, i, List[i], Floors[i]));
        }

        _state = new LineState(List);
    }

    /// <summary>What each line costs at list price, rounded.</summary>
    internal decimal[] List { get; }

    /// <summary>What each line must cost at least, in whole units of the rounding; zero where it has no floor.</summary>
    internal decimal[] Floors { get; }

    /// <summary>What was taken off each line, in order.</summary>
    internal List<LineSteps>[] Lines { get; }

    internal List<OrderSteps> Orders { get; } = [];

    internal List<DiscountNote> Notes { get; } = [];

    /// <summary>What could be reached with a little more.</summary>
    internal List<DiscountNote> NearMisses { get; } = [];

    /// <summary>What the floor of a line leaves of what it costs.</summary>
    private decimal RoomAt(int line, decimal running) => Math.Max(0m, running - Floors[line]);

    /// <summary>The code by which each discount was opened; null where it asks for none, or none that is presented opens it.</summary>
    internal string?[] Codes { get; }

    internal decimal[] Net => _state.Running;

    /// <summary>What every amount is a multiple of.</summary>
    internal decimal Unit => _unit;

    internal static DiscountRun Of(DiscountSchedule schedule, PricedDocument document, string[] coupons, PromotionHistory history) =>
        Run(new DiscountRun(schedule, document, coupons, history, isToBeRunAgain: false));

    /// <summary>What a line starts from.</summary>
    private void Begin(int line)
    {
        var priced = _document.Lines[line];
        _quantities[line] = Math.Abs(priced.Quantity.Amount);
        List[line] = _rounding.For(priced.Amount.Amount).RoundAmount(priced.Amount.Amount, _document.Currency);
        Floors[line] = priced.FloorAmount is { } floor && IsSold(line)
            ? OnGrid(floor.Amount * priced.FloorLift.Complement().Fraction) : 0m;
    }

    /// <summary>The rounding by which floors are in whole units, and no lower.</summary>
    internal static Rounding Grid(decimal unit) => Rounding.ToStep(unit, RoundingMode.Up);

    /// <summary>The rounding by which limits are in whole units, and no higher.</summary>
    internal static Rounding Cut(decimal unit) => Rounding.ToStep(unit, RoundingMode.Down);

    private static int[] Products(IReadOnlyList<PricedLine> lines)
    {
        // One number for each product; a line without a product has its own.
        var numbers = new Dictionary<ProductId, int>();
        var products = new int[lines.Count];
        for (var i = 0; i < products.Length; i++)
        {
            products[i] = i;
            if (lines[i].Subject.Product is not { } product)
                continue;

            if (numbers.TryGetValue(product, out var number))
                products[i] = number;
            else
                numbers.Add(product, i);
        }

        return products;
    }

    private void Take(DiscountStage stage)
    {
        // What counts is as it stands before the stage: those that have their turn together do not look at one another.
        var alternatives = Array.ConvertAll(stage.Alternatives, members => Array.ConvertAll(members, Prepare));
        FindAlike(alternatives);
        if (stage.Group is null)
            TakeAll(alternatives);
        else if (stage.IsOverLines)
            TakeOneOverLines(stage.Group, alternatives);
        else
            TakeOne(stage.Group, alternatives);

        if (_schedule.Plan.IsKept[stage.Index])
            _after[stage.Index] = [.. _state.Running];
        End(stage);
    }

    private void TakeAll(DiscountTurn[][] turns)
    {
        foreach (var members in turns)
        {
            var turn = members[0];
            if (turn.Discount.IsOverLines)
            {
                Spread(members, _state).ForEach(Enter);
                continue;
            }

            for (var i = 0; turn.IsOpen && i < List.Length; i++)
            {
                if (!IsAlike(i) && TryDeduct(turn, i, _state.Running[i], _state.Last[i], out var steps))
                    Enter(i, steps);
            }
        }
    }

    private void Enter(int line, LineSteps steps)
    {
        _taken[line]++;
        _state.Take(line, steps.Turn, steps.Granted);
        if (_like is not null)
            return;

        Lines[line].Add(steps);
        if (steps.Granted < 0m)
            Note(DiscountNote.Kinds.FixedRaises, steps.Turn, line, steps.Whole, steps.Before);
        if (steps.Allowed < steps.Asked)
            Note(DiscountNote.Kinds.UnitCap, steps.Turn, line, steps.Asked, steps.Asked - steps.Allowed);
        if (steps.Granted < steps.Allowed)
            Note(DiscountNote.Kinds.HeldAtFloor, steps.Turn, line, steps.Asked, steps.Allowed - steps.Granted);
    }

    private decimal Rounded(decimal amount) => _rounding.RoundAmount(amount, _document.Currency);

    private decimal OnGrid(decimal amount) => Grid(_unit).RoundAmount(amount, null);

    /// <summary>Notes why not, and is false; of what is run again nothing is noted.</summary>
    private bool Note(
        DiscountNote.Kinds kind, DiscountTurn turn, int line, decimal one = 0m, decimal two = 0m, int other = -1, string? text = null)
    {
        if (_like is null)
            Notes.Add(new DiscountNote(kind, turn.Staged.Index, line, one, two, other, text));
        return false;
    }
}
