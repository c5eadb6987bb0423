using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What changes, in the currency of the account: an entry for every rate.</summary>
internal sealed partial class SettlementEngine
{
    /// <summary>The entries by which what is earned to date becomes that of the earning.</summary>
    private EarningParts PartsTo(EarningState state, CommissionEarning earning, bool isAgain)
    {
        var @base = EarningState.Recorded(earning.Base);
        var more = @base is { } now && state.Base is { } entered && !isAgain ? now - entered : @base;
        return earning.Amount.Currency != _currency ? ConvertedTo(state, earning, isAgain, @base, more)
            : new EarningParts(
                [(isAgain ? earning.Amount.Amount : earning.Amount.Amount - state.Amount, null, more)], earning.Amount.Amount, []);
    }

    private EarningParts ConvertedTo(EarningState state, CommissionEarning earning, bool isAgain, Measured? @base, Measured? more)
    {
        var difference = earning.Amount.Amount - state.PlanAmount;
        var others = OthersOf(earning);
        var layers = ConvertedLayers.Of(state, others, earning.Amount.Currency);
        if (state.Currency != earning.Amount.Currency)
            difference = earning.Amount.Amount;

        Conversion Now() => NewConversion(earning);
        var parts = isAgain && difference == 0m ? [] : layers.Move(new Money(difference, earning.Amount.Currency), more?.Amount ?? 0m, Now);
        if (isAgain)
            parts = layers.Again(earning.Amount.Currency, @base?.Amount ?? 0m, Now);

        return Entries(parts, state, earning.Amount.Amount, others, more, isAgain);
    }

    /// <summary>The entries by which a difference in the currency of the plan is added to what is entered.</summary>
    private EarningParts PartsOf(EarningState state, CommissionEarning difference)
    {
        var more = EarningState.Recorded(difference.Base);
        if (difference.Amount.Currency == _currency)
            return new EarningParts([(difference.Amount.Amount, null, more)], state.Amount + difference.Amount.Amount, []);

        var others = OthersOf(difference);
        return Entries(
            ConvertedLayers.Of(state, others, difference.Amount.Currency)
                .Move(difference.Amount, more?.Amount ?? 0m, () => NewConversion(difference)),
            state, state.PlanAmount + difference.Amount.Amount, others, more);
    }

    /// <summary>
    /// Of a line in another currency of which nothing is earned in a period any more, the entries that take it away as the facts would;
    /// null where it is undone entry by entry, as that leaves the same: no other period took of it what is undone.
    /// </summary>
    private EarningParts? TakenAway(EarningState state, EarningKey key, DateSpan period)
    {
        if (state.Currency == _currency || state.IsCorrected || state.Original is not null)
            return null;

        var nothing = NothingOf(state, key, period);
        var others = OthersOf(nothing);
        if (others.Length == 0)
            return null;

        var (layers, less) = (ConvertedLayers.Of(state, others, state.Currency), new Money(-state.PlanAmount, state.Currency));
        Measured? more = state.Base is { } paidOn ? paidOn.With(-paidOn.Amount) : null;
        var parts = Entries(layers.Move(less, more?.Amount ?? 0m, () => NewConversion(nothing)), state, 0m, others, more);
        return layers.IsNothing && parts.ToDate == 0m ? null : parts;
    }

    /// <summary>Whether it was, so that there is nothing more to undo.</summary>
    private static bool IsTakenAway(EarningState state) =>
        state.PlanAmount == 0m && state.Live[state.Live.Length - 1] is { Reverses: null, Reasons: { Count: 1 } because }
        && because[0].Code == NotEarned;

    private static CommissionEarning NothingOf(EarningState state, EarningKey key, DateSpan period) =>
        EarningOf(state, key, period, 0m, state.Base is { } paidOn ? paidOn.With(0m) : null);

    /// <summary>An earning of what is entered: the same key, line, deal, version and rate, with another amount and base.</summary>
    private static CommissionEarning EarningOf(EarningState state, EarningKey key, DateSpan period, decimal amount, Measured? @base)
    {
        var earning = CommissionEarning.Of(key.Plan, key.Component, period, new Money(amount, state.Currency)).Of(state.Version);
        if (key.Line is { } line && state.On is { } on)
            earning = earning.With(line, on);
        if (earning.Line is not null && state.Deal is { } deal)
            earning = earning.OfDeal(deal);
        if (key.RatedIn is { } ratedIn)
            earning = earning.WithRatedIn(ratedIn);
        if (@base is { } paidOn)
            earning = earning.WithBase(paidOn);

        return state.Rate is { } rate ? earning.WithRate(rate) : earning;
    }

    /// <summary>
    /// What is entered of an earning in the currency of its plan in other measurement periods, and of what takes back a line that line and
    /// all that follows it: what the facts take of a line goes at the rates at which it was paid, as by an event.
    /// </summary>
    private EarningState[] OthersOf(CommissionEarning earning)
    {
        IEnumerable<EarningState> others = _state.Books.Values
            .Where(book => book.Period != earning.Period && book.Keys.ContainsKey(KeyIn(book))).Select(book => book.Keys[KeyIn(book)]);
        if (earning.Original is not null && HeadOf(earning.Period, earning.Key, earning.Original) is { } head
            && !head.Key.Equals(earning.Key))
        {
            var group = _state.Lines.Group(head.Period, head.Key);
            others = others.Concat(
                group.Where(each => !each.Key.Equals(earning.Key)).Select(each => StateOf(each.Period, each.Key)));
        }

        return [.. others.Where(state => state.Live.Length > 0 && state.Currency == earning.Amount.Currency)];

        EarningKey KeyIn(PeriodBook book) => earning.Key.In(book.Period, earning.Period);
    }

    /// <summary>
    /// Each entry is the running total of its layers, rounded, less what is entered before it: over all measurement periods of a line, so
    /// that one that is undone leaves nothing. Where all that is left is what events took, which is a part of every entry at its own rate,
    /// it is as much as they took: what the facts take goes layer by layer, and would leave the difference of the rates.
    /// </summary>
    private EarningParts Entries(
        List<ConvertedPart> parts, EarningState state, decimal planAmount, EarningState[] others, Measured? more, bool isAgain = false)
    {
        var entries = new List<(decimal Amount, Conversion? Conversion, Measured? Base)>();
        var (toDate, otherwise) = (isAgain ? 0m : state.Amount, others.Sum(each => each.Amount));
        var taken = TakenAsLeft(state, planAmount, others);
        for (var i = 0; i < parts.Count; i++)
        {
            var next = (i == parts.Count - 1 ? taken : null)
                ?? Rounded(Money.Sum(_currency, parts[i].ToDate.Select(each => each.Result)).Amount);
            entries.Add((next - otherwise - toDate, parts[i].Conversion, more?.With(parts[i].Base)));
            toDate = next - otherwise;
        }

        return new EarningParts([.. entries], toDate, parts[parts.Count - 1].ToDate, otherwise, taken);
    }

    /// <summary>What events took of a line, where in the currency of its plan that is all that is left of it; null otherwise.</summary>
    private decimal? TakenAsLeft(EarningState state, decimal planAmount, EarningState[] others)
    {
        var (left, taken) = (planAmount, 0m);
        foreach (var each in others.Append(state))
        {
            left += each == state ? 0m : each.PlanAmount;
            taken += each.ClawedWithout(_reinstated);
            foreach (var part in each.Clawed.Where(part => !_reinstated.Contains(part.Event.Id)))
                left -= new Money(part.InPlan, each.Currency).Round(_rules.Rounding).Amount;
        }

        return left == 0m && taken > 0m ? taken : null;
    }

    private Conversion NewConversion(CommissionEarning earning)
    {
        if (_rules.ConversionDay is not { } named)
            throw Guards.Invalid(Rules, earning.ToString(), "must name the day of conversion to " + _currency + " for this earning");

        var end = _run.Period.End!.Value;
        var on = named switch
        {
            ConversionDay.EndOfPayoutPeriod => end,
            ConversionDay.DayOfCredit => earning.On ?? LocalDate.Min(end, earning.Period.End!.Value),
            _ => _run.Recorded,
        };
        return _run.Rates is { } rates && rates.TryConvert(earning.Amount, _currency, on, out var conversion) ? conversion
            : throw Guards.Invalid(
                Run, earning.ToString(), "must have a rate to " + _currency + " on " + InvariantText.Date(on) + " for this earning");
    }

    /// <summary>
    /// What is posted of one earning, what is entered of it then, by which conversions, and what of these is in other periods; and what
    /// events took, where that is all that is left.
    /// </summary>
    private readonly struct EarningParts(
        (decimal Amount, Conversion? Conversion, Measured? Base)[] entries, decimal toDate, Conversion[] conversions,
        decimal otherwise = 0m, decimal? taken = null)
    {
        internal (decimal Amount, Conversion? Conversion, Measured? Base)[] Entries { get; } = entries;

        internal decimal ToDate { get; } = toDate;

        internal Conversion[] Conversions { get; } = conversions;

        internal decimal Otherwise { get; } = otherwise;

        internal decimal? Taken { get; } = taken;
    }
}
