using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What happened after commissions were earned: claw-back, loss share, reinstatement. Each event is applied once.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<ClawBackSteps> _clawBacks = [];
    private readonly List<HoldbackStep> _losses = [];
    private readonly List<CommissionEvent> _writeOffs = [];

    // Which keys an account has of a line; made when the first event asks.
    private Dictionary<LineId, List<(PeriodBook Book, EarningKey Key)>>? _byLine;

    private void ApplyEvents()
    {
        // Corrections say what was earned, so they come before what is taken back of it; amounts first, since they can bring a line in.
        foreach (var each in InOrder(_run.Events).OrderBy(each => each.Kind != CommissionEventKind.Correction)
            .ThenBy(each => each.Difference is null))
        {
            if (_state.Events.TryGetValue(each.Id, out var known))
            {
                if (known.Event != each)
                    throw Guards.Invalid("run", each + " and " + known.Event, "must be one event for a number");
                continue;
            }

            switch (each.Kind)
            {
                case CommissionEventKind.Uncollectible:
                    ShareLoss(each);
                    break;
                case CommissionEventKind.WriteOff:
                    _writeOffs.Add(each);
                    break;
                case CommissionEventKind.Reinstatement when IsOfCorrection(each):
                    _undoneCorrections.Add(each);
                    break;
                case CommissionEventKind.Reinstatement:
                    Reinstate(each);
                    break;
                case CommissionEventKind.Correction:
                    Correct(each);
                    break;
                default:
                    ClawBack(each);
                    break;
            }
        }

        UndoCorrections();
    }

    /// <summary>
    /// By days, a reinstatement never before what it undoes. On one day what is reinstated comes first, each event right before its
    /// reinstatement, so that a further return of the day finds the sale as it stands; then by numbers.
    /// </summary>
    private static IEnumerable<CommissionEvent> InOrder(IReadOnlyList<CommissionEvent> events)
    {
        if (events.Count < 2)
            return events;

        var days = events.ToDictionary(each => each.Id, each => each.On);
        var undone = new HashSet<(LineId, LocalDate)>(
            events.Where(each => each.Undone is not null).Select(each => (each.Undone!.Value, Day(each))));
        return events.OrderBy(Day)
            .ThenBy(each => each.Undone is not null || undone.Contains((each.Id, each.On)) ? 0 : 1)
            .ThenBy(each => each.Undone ?? each.Id).ThenBy(each => each.Undone is null ? 0 : 1).ThenBy(each => each.Id);

        LocalDate Day(CommissionEvent each) =>
            each.Undone is { } of && days.TryGetValue(of, out var day) && day > each.On ? day : each.On;
    }

    private void ClawBack(CommissionEvent source)
    {
        var keys = KeysOf(source);
        if (keys.Count == 0)
        {
            Tell("commission.unknown-line", source);
            return;
        }

        var closed = keys.Where(each => each.Book.IsClosed(_run.Recorded)).ToList();
        var rule = _rules.ClawBackFor(source.Kind);
        var isFact = Index().ContainsKey(source.Id);
        if (isFact || closed.Count == 0)
        {
            // Not noted: what the facts hold today they need not hold when the period is closed, or is computed again.
            Tell(isFact ? "commission.among-the-facts" : "commission.re-rated-instead", source);
            return;
        }

        var why = rule is null ? "commission.no-claw-back"
            : !rule.IsWithin(SoldOn(source, keys[0].Key.Line, keys[0].Book.Keys[keys[0].Key]), source.On) ? "commission.outside-window"
            : null;
        if (why is not null)
        {
            Note(why, source);
            return;
        }

        var entered = _entries.Count;
        foreach (var (book, key) in closed)
            ClawBack(source, rule!, book.Period, key);

        if (_entries.Count == entered)
            Note("commission.nothing-to-take-back", source);
    }

    private void ClawBack(CommissionEvent source, ClawBackRule rule, DateSpan period, EarningKey key)
    {
        var state = _state.Books[period].Keys[key];
        if (state.Amount <= 0m || state.Base is { Amount: <= 0m })
            return;

        // Of a line all of it can come back unsaid; of a component without lines, or of another measure, it has to be said how much.
        var isSaid = state.Base is { } paidOn && source.ReturnedOf(paidOn) is not null;
        if (!isSaid && (key.Line is null || source.Returned.Count > 0))
        {
            Tell("commission.base-missing", source, ("earning", Named(key.Component, key.Line, period)));
            return;
        }

        var steps = rule.IsProRata ? ProRata(source, rule, state) : InFull(state, state.AskedBy(source));
        Take(source, period, key, state, steps);
    }

    /// <summary>Of a known line the day is in its entry, so that a day typed wrong opens no window; otherwise the event says it.</summary>
    private static LocalDate SoldOn(CommissionEvent source, LineId? line, EarningState state) =>
        line is not null && state.Live[state.Live.Length - 1].On is { } on && on <= source.On ? on : source.SoldOn!.Value;

    /// <summary>amount × part ÷ whole × left ÷ window, multiplied exactly whatever its size, divided once.</summary>
    private static decimal Portion(decimal amount, decimal part, decimal whole, BigInteger left, BigInteger window)
    {
        const int digits = DecimalMath.MostDigits;
        return DecimalMath.Quotient(
            DecimalMath.ToInteger(amount, digits) * DecimalMath.ToInteger(part, digits) * left,
            DecimalMath.ToInteger(whole, digits) * BigInteger.Pow(10, digits) * window);
    }

    /// <summary>The running total of what came back gives the running total of what is taken back.</summary>
    private ClawBackSteps InFull(EarningState state, decimal more)
    {
        var whole = state.Base?.Amount ?? 1m;
        var (asked, taken, before, otherwise, otherBase) = (more, 0m, 0m, 0m, 0m);
        foreach (var part in state.Clawed)
        {
            if (part.IsFull)
            {
                asked += part.Asked;
                taken += part.Taken;
                before += part.Amount;
            }
            else
            {
                otherwise += part.Amount;
                otherBase += part.Taken;
            }
        }

        var returned = Math.Max(taken, Math.Min(asked, whole - otherBase));
        var exact = Portion(state.Amount, returned, whole, BigInteger.One, BigInteger.One);
        var rounded = Rounded(exact);
        var most = state.Amount - otherwise;
        var bounded = Math.Min(rounded, most);
        var toDate = Math.Max(before, bounded);
        return new ClawBackSteps
        {
            IsFull = true,
            Commission = In(state.Amount),
            Base = whole,
            Returned = returned,
            ReturnedPart = returned / whole,
            Exact = In(exact),
            Rounded = In(rounded),
            Most = In(most),
            Bounded = In(bounded),
            Before = In(before),
            ToDate = In(toDate),
            Amount = In(before - toDate),
            Taken = returned - taken,
        };
    }

    private ClawBackSteps ProRata(CommissionEvent source, ClawBackRule rule, EarningState state)
    {
        var (left, window) = rule.TimeLeft(SoldOn(source, state.Live[0].Line, state), source.On);
        var part = new ClawedPart(
            source, state.AskedBy(source), 0m, 0m, Percentage.FromFraction((decimal)left / window));
        return ProRata(part, left, window, state);
    }

    /// <summary>What a part comes to for all of its base that is left, with the factor of its own day.</summary>
    private ClawBackSteps ProRata(ClawedPart part, BigInteger left, BigInteger window, EarningState state)
    {
        var whole = state.Base?.Amount ?? 1m;
        var more = AtLeastZero(Math.Min(part.Asked - part.Taken, whole - state.Clawed.Sum(each => each.Taken)));
        var returned = part.Taken + more;
        var exact = Portion(state.Amount, returned, whole, left, window);
        var rounded = Rounded(exact);
        var most = state.Amount - (state.ClawedAmount - part.Amount);
        var bounded = Math.Min(rounded, most);
        var toDate = Math.Max(part.Amount, bounded);
        return new ClawBackSteps
        {
            Commission = In(state.Amount),
            Base = whole,
            Returned = returned,
            ReturnedPart = returned / whole,
            Left = DecimalMath.FromInteger(left, 0),
            Window = DecimalMath.FromInteger(window, 0),
            TimePart = part.TimeLeft!.Value.Fraction,
            Exact = In(exact),
            Rounded = In(rounded),
            Most = In(most),
            Bounded = In(bounded),
            Before = In(part.Amount),
            ToDate = In(toDate),
            Amount = In(part.Amount - toDate),
            Taken = more,
        };
    }

    private void Take(CommissionEvent source, DateSpan period, EarningKey key, EarningState state, ClawBackSteps steps)
    {
        var last = state.Live[state.Live.Length - 1];
        steps.Name = source.Id + " of " + Named(key.Component, key.Line, period);
        _clawBacks.Add(steps);
        _steps.ClawedBack += steps.Amount.Amount;
        Post(
            CommissionEntryKind.ClawedBack, steps.Amount.Amount,
            new CommissionEntry.Detail
            {
                Plan = key.Plan,
                Component = key.Component,
                Period = period,
                Line = key.Line,
                On = last.On,
                Base = state.Base is { } paidOn ? paidOn.With(-steps.Taken) : null,
                Rate = state.Rate,
                Event = source,
                TimeLeft = steps.IsFull ? null : Percentage.FromFraction(steps.TimePart),
            });
    }

    private void Reinstate(CommissionEvent source)
    {
        if (!_state.Events.TryGetValue(source.Undone!.Value, out var target)
            || target.Event.Kind == CommissionEventKind.Reinstatement || target.UndoneBy is not null)
        {
            Tell(target?.UndoneBy is null ? "commission.nothing-to-reinstate" : "commission.reinstated-already", source);
            return;
        }

        var isAny = false;
        foreach (var entry in target.Entries.Where(entry => entry.Reverses is null && (entry.Period is not null || !entry.Amount.IsZero)))
        {
            isAny = true;
            var because = new Reason("commission.reinstated", ("reversed", entry.Number));
            Count(Post(entry.Reversed(_state.Number + 1, _run.Period, _run.Recorded, because, source)));
        }

        if (!isAny)
            Note("commission.reinstated", source);

        foreach (var entry in target.Entries.Where(entry => entry.Reverses is null && entry.Period is not null))
            TakeWhatIsStillBack(entry.Period!.Value, new EarningKey(entry.Plan!, entry.Component!, entry.Line));
    }

    private void Count(CommissionEntry reversal)
    {
        if (reversal.Kind == CommissionEntryKind.ClawedBack)
        {
            _steps.ClawedBack += reversal.Amount.Amount;
            _clawBacks.Add(
                new ClawBackSteps
                {
                    Name = reversal.Event!.Id + " reinstates entry " + InvariantText.Number(reversal.Reverses!.Value),
                    Amount = reversal.Amount,
                    IsReversal = true,
                });
        }
        else if (reversal.Kind == CommissionEntryKind.Earned)
        {
            var key = new EarningKey(reversal.Plan!, reversal.Component!, reversal.Line);
            var toDate = _state.Books[reversal.Period!.Value].Keys[key].Amount;
            Change(key, reversal.Period!.Value, toDate, toDate - reversal.Amount.Amount, null);
        }
        else if (reversal.Kind == CommissionEntryKind.LossShared)
        {
            _steps.LossShared += reversal.Amount.Amount;
            _losses.Add(
                new HoldbackStep(
                    reversal.Event!.Id + " reinstates entry " + InvariantText.Number(reversal.Reverses!.Value), Percentage.Zero, In(0m),
                    In(0m), In(0m), In(0m), reversal.Amount));
        }
        else
        {
            _steps.WrittenOff += reversal.Amount.Amount;
        }
    }

    // Further returns, for which nothing or too little was left while the one reinstated stood, take back now, in the order in which they
    // were applied. Those that take back all go together, by their running total.
    private void TakeWhatIsStillBack(DateSpan period, EarningKey key)
    {
        if (_state.Books[period].Keys[key] is { Live.Length: 0 } or { Base.Amount: <= 0m })
            return;

        var parts = _state.Books[period].Keys[key].Clawed;
        var lastFull = Array.FindLast(parts, part => part.IsFull);
        var isFullTaken = false;
        foreach (var part in parts)
        {
            var state = _state.Books[period].Keys[key];
            if (!part.IsFull)
            {
                var (left, window) = TimeLeftOf(part, state);
                TakeIfAny(part.Event, period, key, state, ProRata(part, left, window, state));
            }
            else if (!isFullTaken)
            {
                isFullTaken = true;
                TakeIfAny(lastFull!.Event, period, key, state, InFull(state, 0m));
            }
        }
    }

    private void TakeIfAny(CommissionEvent source, DateSpan period, EarningKey key, EarningState state, ClawBackSteps steps)
    {
        if (steps.Taken > 0m)
            Take(source, period, key, state, steps);
    }

    /// <summary>The factor that is entered, whatever the rule is today, as whole numbers where it is still of that rule.</summary>
    private (BigInteger Left, BigInteger Window) TimeLeftOf(ClawedPart part, EarningState state)
    {
        var factor = part.TimeLeft!.Value;
        if (_rules.ClawBackFor(part.Event.Kind) is { IsProRata: true } rule)
        {
            var (left, window) = rule.TimeLeft(SoldOn(part.Event, state.Live[0].Line, state), part.Event.On);
            if (Percentage.FromFraction((decimal)left / window) == factor)
                return (left, window);
        }

        const int digits = DecimalMath.MostDigits;
        return (DecimalMath.ToInteger(factor.Fraction, digits), BigInteger.Pow(10, digits));
    }

    private void ShareLoss(CommissionEvent source)
    {
        if (_rules.LossShare.IsZero)
        {
            Note("commission.no-loss-share", source);
            return;
        }

        var loss = source.Amount!.Value;
        var exact = loss * _rules.LossShare;
        var share = Rounded(exact.Amount);
        var borne = _rules.LossCap is { } cap ? Math.Min(share, cap.Amount) : share;
        _losses.Add(new HoldbackStep(source.Id.ToString(), _rules.LossShare, loss, exact, In(share), In(borne), In(-borne)));
        _steps.LossShared -= borne;
        Post(
            CommissionEntryKind.LossShared, -borne,
            new CommissionEntry.Detail { Event = source, Rate = _rules.LossShare });
    }

    /// <summary>Whether an event of that number took something back, and was not undone.</summary>
    private bool IsTakenBack(LineId id) =>
        _state.Events.TryGetValue(id, out var known) && known.UndoneBy is null
        && Array.Exists(
            known.Entries, entry => entry.Kind == CommissionEntryKind.ClawedBack && entry.Reverses is null && entry.Period is not null);

    // Seen, and of no consequence: it has none later either.
    private void Note(string code, CommissionEvent source)
    {
        Tell(code, source);
        Post(
            CommissionEntryKind.ClawedBack, 0m,
            new CommissionEntry.Detail { Event = source, Reasons = [new Reason(code)] });
    }

    private void Tell(string code, CommissionEvent source, params (string, Figure)[] figures) =>
        _reasons.Add(new Reason(code, [("event", source.Id.ToString()), .. figures]));

    private List<(PeriodBook Book, EarningKey Key)> KeysOf(CommissionEvent source)
    {
        if (Index().TryGetValue(source.Line!.Value, out var keys))
            return keys;

        return
        [
            .. _state.Books.Values.Where(book => book.Period.Contains(source.SoldOn!.Value))
                .SelectMany(book => book.Keys, (book, pair) => (Book: book, pair.Key, State: pair.Value))
                .Where(each => each.Key.Line is null && each.State.Live.Length > 0).OrderBy(each => each.State.Live[0].Number)
                .Select(each => (each.Book, each.Key)),
        ];
    }

    private Dictionary<LineId, List<(PeriodBook Book, EarningKey Key)>> Index()
    {
        if (_byLine is not null)
            return _byLine;

        _byLine = [];
        foreach (var book in _state.Books.Values)
        {
            foreach (var pair in book.Keys)
            {
                if (pair.Key.Line is not { } line || pair.Value.Live.Length == 0)
                    continue;
                if (!_byLine.TryGetValue(line, out var keys))
                    _byLine.Add(line, keys = []);

                keys.Add((book, pair.Key));
            }
        }

        foreach (var keys in _byLine.Values)
            keys.Sort((one, other) => First(one).CompareTo(First(other)));

        return _byLine;

        static int First((PeriodBook Book, EarningKey Key) each) => each.Book.Keys[each.Key].Live[0].Number;
    }
}
