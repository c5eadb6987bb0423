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
        var layers = LayersOf(state, earning);
        if (state.Currency != earning.Amount.Currency)
            difference = earning.Amount.Amount;

        Conversion Now() => NewConversion(earning);
        var parts = isAgain && difference == 0m ? [] : layers.Move(new Money(difference, earning.Amount.Currency), more?.Amount ?? 0m, Now);
        if (isAgain)
            parts = layers.Again(earning.Amount.Currency, @base?.Amount ?? 0m, Now);

        return Entries(parts, isAgain ? 0m : state.Amount, more);
    }

    /// <summary>The entries by which a difference in the currency of the plan is added to what is entered.</summary>
    private EarningParts PartsOf(EarningState state, CommissionEarning difference)
    {
        var more = EarningState.Recorded(difference.Base);
        return difference.Amount.Currency == _currency
            ? new EarningParts([(difference.Amount.Amount, null, more)], state.Amount + difference.Amount.Amount, [])
            : Entries(
                LayersOf(state, difference).Move(difference.Amount, more?.Amount ?? 0m, () => NewConversion(difference)),
                state.Amount, more);
    }

    /// <summary>
    /// What is entered of an earning by its rates; of a line with what came in of it in earlier measurement periods, so that what the facts
    /// take of it goes at the rates at which it was paid, as by an event.
    /// </summary>
    private ConvertedLayers LayersOf(EarningState state, CommissionEarning earning)
    {
        return ConvertedLayers.Of(state, earning.Amount.Currency).After(
            _state.Books.Values.Where(book => book.Period != earning.Period && book.Keys.ContainsKey(KeyIn(book)))
                .OrderBy(book => book.Period.Start).ThenBy(book => book.Period.End)
                .Select(
                    book => (
                        ConvertedLayers.Of(book.Keys[KeyIn(book)], earning.Amount.Currency),
                        book.Period.Start < earning.Period.Start)));

        EarningKey KeyIn(PeriodBook book) => earning.Key.In(book.Period, earning.Period);
    }

    /// <summary>Each entry is the running total of its layers, rounded, less what is entered before it.</summary>
    private EarningParts Entries(List<ConvertedPart> parts, decimal before, Measured? more)
    {
        var entries = new List<(decimal Amount, Conversion? Conversion, Measured? Base)>();
        var toDate = before;
        foreach (var part in parts)
        {
            var next = Rounded(Money.Sum(_currency, part.ToDate.Select(each => each.Result)).Amount);
            entries.Add((next - toDate, part.Conversion, more?.With(part.Base)));
            toDate = next;
        }

        return new EarningParts([.. entries], toDate, parts[parts.Count - 1].ToDate);
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

    /// <summary>What is posted of one earning, what is entered of it then, and by which conversions.</summary>
    private readonly struct EarningParts(
        (decimal Amount, Conversion? Conversion, Measured? Base)[] entries, decimal toDate, Conversion[] conversions)
    {
        internal (decimal Amount, Conversion? Conversion, Measured? Base)[] Entries { get; } = entries;

        internal decimal ToDate { get; } = toDate;

        internal Conversion[] Conversions { get; } = conversions;
    }
}
