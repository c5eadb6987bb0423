using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>What one place takes off a line, or off all of them, and which of several alternatives it is.</summary>
internal sealed partial class PlainDiscounts
{
    /// <summary>What an alternative does, tried out: nothing is changed.</summary>
    private sealed record Trial(Discount[] Members)
    {
        internal List<(Discount Discount, decimal Asked, Dictionary<int, decimal> Parts, string? Note)> Taken { get; } = [];

        internal List<string> Refusals { get; } = [];

        /// <summary>What lines closed by a discount of the same alternative refuse: true only where the alternative is given.</summary>
        internal List<(Discount Discount, string Reason)> Closed { get; } = [];

        internal decimal Total => Taken.Sum(each => each.Parts.Values.Sum());
    }

    private void TurnOfLine(int i, Discount[][] alternatives, ExclusionGroup? group, List<Discount> open, decimal[] before)
    {
        Discount[] Meeting(Discount[] members) => [.. members.Where(each => open.Contains(each) && IsFor(each, i))];

        Decide([.. alternatives.Select(members => OnLine(Meeting(members), i, before))], group, i);
    }

    private void TurnOfOrder(Discount[][] alternatives, ExclusionGroup? group, List<Discount> open, decimal[] before) =>
        Decide([.. alternatives.Select(members => OnOrder(members.Where(open.Contains), before))], group, -1);

    private void Decide(List<Trial> trials, ExclusionGroup? group, int line)
    {
        var possible = trials.Where(trial => trial.Taken.Count > 0).ToList();
        var chosen = group is null || possible.Count == 0 ? null
            : group.Rule == ExclusionRule.First ? possible[0]
            : group.Rule == ExclusionRule.Best ? possible.First(each => each.Total == possible.Max(other => other.Total))
            : possible.First(each => each.Total == possible.Min(other => other.Total));
        foreach (var trial in trials)
        {
            Reasons.AddRange(trial.Refusals);
            if (chosen is null || chosen == trial)
            {
                Reasons.AddRange(trial.Closed.Select(each => each.Reason));
                Take(trial, line < 0);
            }
            else
                Exclude(trial, chosen, group!, line < 0 ? "" : At(line));
        }
    }

    private void Exclude(Trial trial, Trial chosen, ExclusionGroup group, string at)
    {
        var taken = trial.Taken.Select(each => (each.Discount, each.Parts.Values.Sum())).ToList();
        foreach (var (discount, _) in trial.Closed)
        {
            if (taken.All(each => each.Discount != discount))
                taken.Add((discount, 0m));
        }

        foreach (var (discount, amount) in taken)
        {
            Refuse(
                "excluded", discount, at, "group " + group.Name, "given " + chosen.Taken[0].Discount.Name,
                "instead of " + Cny(amount), "takes " + Cny(chosen.Total));
        }
    }

    private void Take(Trial trial, bool isOfOrder)
    {
        foreach (var (discount, asked, parts, note) in trial.Taken)
        {
            if (note is not null)
                Reasons.Add(note);
            if (isOfOrder)
                Totals.Add((discount.Name, asked, parts.Values.Sum()));
            foreach (var part in parts)
            {
                _left[part.Key] -= part.Value;
                _last[part.Key] = discount.IsLast ? discount.Name : _last[part.Key];
                Deductions.Add((_lines[part.Key].Number, discount.Name, isOfOrder ? part.Value : asked, part.Value));
            }
        }
    }

    private Trial OnLine(IEnumerable<Discount> members, int i, decimal[] before)
    {
        var trial = new Trial([.. members]);
        var (left, last) = (_left[i], _last[i]);
        foreach (var discount in trial.Members)
        {
            if (last != _last[i])
            {
                trial.Closed.Add((discount, AfterLast(discount, i, last!)));
                continue;
            }

            var against = last is not null ? AfterLast(discount, i, last) : OtherUnit(discount, i);
            var (value, refusal) = against is null ? Step(discount, i, At(i), before) : (0m, against);
            if (refusal is not null)
            {
                trial.Refusals.Add(refusal);
                continue;
            }

            decimal asked;
            string? note = null;
            if (discount.Kind == DiscountKind.FixedPrice)
            {
                var atFixed = Rounded(AtPrice(value, discount.Unit!, i));
                if (atFixed > _list[i])
                {
                    trial.Refusals.Add(Reason("fixed-above-list", discount, At(i), "fixed " + Cny(atFixed), "list " + Cny(_list[i])));
                    continue;
                }

                asked = left - atFixed;
                if (asked < 0m)
                    note = Reason("fixed-raises", discount, At(i), "fixed " + Cny(atFixed), "running " + Cny(left));
            }
            else
            {
                var exact = discount.Kind == DiscountKind.PerUnit ? AtPrice(value, discount.Unit!, i) : value * Base(discount, i, left);
                asked = !_schedule.RoundsUnitPrices ? Rounded(exact)
                    : Rounded(Rounded(exact / _lines[i].Quantity.Amount) * _lines[i].Quantity.Amount);
            }

            var given = Math.Min(asked, Math.Max(0m, left - _floor[i]));
            if (given < asked)
                note = Reason("held-at-floor", discount, At(i), "asked " + Cny(asked), "refused " + Cny(asked - given));
            trial.Taken.Add((discount, asked, new Dictionary<int, decimal> { [i] = given }, note));
            left -= given;
            last = discount.IsLast ? discount.Name : last;
        }

        return trial;
    }

    private Trial OnOrder(IEnumerable<Discount> members, decimal[] before)
    {
        var trial = new Trial([.. members]);
        var (left, last) = (_left.ToArray(), _last.ToArray());
        foreach (var discount in trial.Members)
        {
            var lines = new List<int>();
            foreach (var i in Sold().Where(i => IsFor(discount, i)))
            {
                var against = last[i] is { } other ? AfterLast(discount, i, other)
                    : NoCompanion(discount, i) ?? OtherUnit(discount, i);
                if (last[i] != _last[i])
                    trial.Closed.Add((discount, against!));
                else if (against is not null)
                    trial.Refusals.Add(against);
                else
                    lines.Add(i);
            }

            if (lines.Count == 0)
                continue;

            var (value, refusal) = Step(discount, -1, "", before);
            if (refusal is not null)
            {
                trial.Refusals.Add(refusal);
                continue;
            }

            var asked = Rounded(discount.Kind == DiscountKind.AmountOfOrder ? value : value * lines.Sum(i => Base(discount, i, left[i])));
            var parts = Spread(asked, [.. lines.Select(i => left[i])], [.. lines.Select(i => Math.Max(0m, left[i] - _floor[i]))]);
            var note = parts.Sum() == asked ? null
                : Reason("refused-of-order", discount, "asked " + Cny(asked), "refused " + Cny(asked - parts.Sum()));
            if (parts.Sum() == 0m)
            {
                // What takes nothing off was not given.
                if (note is not null)
                    trial.Refusals.Add(note);
                continue;
            }

            var shares = new Dictionary<int, decimal>();
            trial.Taken.Add((discount, asked, shares, note));
            foreach (var (i, k) in lines.Select((i, k) => (i, k)))
            {
                shares[i] = parts[k];
                left[i] -= parts[k];
                last[i] = discount.IsLast ? discount.Name : last[i];
            }
        }

        return trial;
    }

    /// <summary>
    /// Spreads an amount by weight, no part above what it can bear: who would be is held there, and the others share the rest. Then each
    /// has its whole units, and what is left over goes by one unit to the largest remainders, among equals to the first.
    /// </summary>
    private decimal[] Spread(decimal amount, decimal[] weights, decimal[] most)
    {
        BigInteger Units(decimal money) => new(money / _unit);

        var (weight, bound) = (weights.Select(Units).ToArray(), most.Select(Units).ToArray());
        var total = BigInteger.Min(Units(amount), bound.Aggregate(BigInteger.Zero, (sum, each) => sum + each));
        var held = new bool[weight.Length];
        while (true)
        {
            var all = Enumerable.Range(0, weight.Length).ToArray();
            var rest = all.Where(k => held[k]).Aggregate(total, (sum, k) => sum - bound[k]);
            var among = all.Where(k => !held[k]).Aggregate(BigInteger.Zero, (sum, k) => sum + weight[k]);
            var above = all.Where(k => !held[k] && weight[k] * rest > bound[k] * among).ToArray();
            if (above.Length > 0)
            {
                foreach (var k in above)
                    held[k] = true;
                continue;
            }

            var parts = all.Select(k => held[k] ? bound[k] : among.IsZero ? BigInteger.Zero : weight[k] * rest / among).ToArray();
            var over = (int)parts.Aggregate(total, (sum, each) => sum - each);
            foreach (var k in all.Where(k => !held[k]).OrderByDescending(k => among.IsZero ? 0 : weight[k] * rest % among).Take(over))
                parts[k]++;

            return [.. parts.Select(each => (decimal)each * _unit)];
        }
    }

    private decimal Base(Discount discount, int i, decimal left) =>
        discount.Base == DiscountBase.Running ? left : Of(discount.Base, _left)[i];

    private string AfterLast(Discount discount, int i, string last) => Reason("after-last", discount, At(i), "last " + last);

    /// <summary>What the line costs at a price of one of a unit: multiplied first, divided once.</summary>
    private decimal AtPrice(decimal price, UnitOfMeasure unit, int i) =>
        _lines[i].Quantity.Unit == unit ? price * _lines[i].Quantity.Amount
            : unit == UnitOfMeasure.Case ? price * _lines[i].Quantity.Amount / 12m : price * _lines[i].Quantity.Amount * 12m;
}
