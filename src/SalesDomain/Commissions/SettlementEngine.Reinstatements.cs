using System.Linq;
using System.Numerics;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>An event is undone, and what was still to come back while it stood is taken back.</summary>
internal sealed partial class SettlementEngine
{
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
            // A correction that was computed again with its period stands no more.
            if (entry.Kind == CommissionEntryKind.Earned && !StateOf(entry).IsLive(entry))
                continue;

            isAny = true;
            var because = new Reason("commission.reinstated", ("reversed", entry.Number));
            Count(Post(entry.Reversed(_state.Number + 1, _run.Period, _run.Recorded, because, source)));
        }

        if (!isAny)
            Note("commission.reinstated", source);
        if (target.Event.Kind == CommissionEventKind.Uncollectible)
            BearWhatFoundNoRoom(target.Event, Borne(target));

        foreach (var entry in target.Entries.Where(entry => entry.Reverses is null && entry.Period is not null))
        {
            var (period, key) = HeadOf(entry.Period!.Value, entry.Key);
            TakeWhatIsStillBack(period, key);
        }
    }

    private EarningState StateOf(CommissionEntry entry) =>
        StateOf(entry.Period!.Value, entry.Key);

    private void Count(CommissionEntry reversal)
    {
        if (reversal.Kind == CommissionEntryKind.ClawedBack)
        {
            _steps.ClawedBack += reversal.Amount.Amount;
            _clawBacks.Add(
                new ClawBackSteps
                {
                    Name = reversal.Event!.Id + " reinstates entry " + InvariantText.Number(reversal.Reverses!.Value),
                    Plan = reversal.Plan,
                    Amount = reversal.Amount,
                    IsReversal = true,
                });
        }
        else if (reversal.Kind == CommissionEntryKind.Earned)
        {
            var key = reversal.Key;
            var toDate = _state.Books[reversal.Period!.Value].Keys[key].Amount;
            Change(key, reversal.Period!.Value, toDate, toDate - reversal.Amount.Amount);
        }
        else if (reversal.Kind == CommissionEntryKind.LossShared)
        {
            _steps.LossShared += reversal.Amount.Amount;
            _losses.Add(
                new LossStep(
                    reversal.Event!.Id + " reinstates entry " + InvariantText.Number(reversal.Reverses!.Value), reversal.Amount));
        }
        else
        {
            _steps.WrittenOff += reversal.Amount.Amount;
        }
    }

    // Further returns, for which nothing or too little was left while the one reinstated stood, take back now, each what it asked for, in
    // the order in which they were applied: so that each can be undone by itself.
    private void TakeWhatIsStillBack(DateSpan period, EarningKey key)
    {
        if (Together(period, key) is var before && (before.Live.Length == 0 || before.Base is { Amount: <= 0m }))
            return;

        foreach (var part in before.Clawed)
        {
            // What is a fact as well is in the earnings already.
            if (_state.Lines.HoldersOf(part.Event.Id).Contains((key.Plan, key.Component)))
                continue;

            var state = Together(period, key);
            if (part.IsFull)
            {
                TakeIfAny(part.Event, period, key, state, InFull(state, (state.AskedBy(part) ?? state.Whole) - part.Taken));
                continue;
            }

            var (left, window, from) = TimeLeftOf(part, state);
            TakeIfAny(part.Event, period, key, state, ProRata(part, left, window, from, state));
        }
    }

    private void TakeIfAny(CommissionEvent source, DateSpan period, EarningKey key, EarningState state, ClawBackSteps steps)
    {
        if (steps.Taken > 0m)
            Take(source, period, key, state, steps);
    }

    /// <summary>The factor that is entered, whatever the rule is today, as whole numbers where it is still of that rule.</summary>
    private (BigInteger Left, BigInteger Window, LocalDate? From) TimeLeftOf(ClawedPart part, EarningState state)
    {
        var factor = part.TimeLeft!.Value;
        if (_rules.ClawBackFor(part.Event.Kind) is { IsProRata: true } rule && StartOf(rule, part.Event, state) is { } start)
        {
            var (left, window) = rule.TimeLeft(start, part.Event.On);
            if (Percentage.FromFraction((decimal)left / window) == factor)
                return (left, window, start);
        }

        const int digits = DecimalMath.MostDigits;
        return (DecimalMath.ToInteger(factor.Fraction, digits), BigInteger.Pow(10, digits), null);
    }
}
