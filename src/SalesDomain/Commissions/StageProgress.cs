using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>How much of a deal has reached one stage: so much of a whole that is above zero, kept undivided.</summary>
internal readonly struct StageProgress : IEquatable<StageProgress>
{
    private readonly Figure _done;
    private readonly Figure _whole;

    // Still to come, where that is not the rest of the whole: some was cancelled or came back.
    private readonly decimal? _open;

    internal StageProgress(Percentage done)
    {
        Done = done.Fraction;
        Whole = 1m;
        _done = done;
        _whole = Percentage.OneHundred;
    }

    internal StageProgress(Measured done, Measured whole, decimal? open = null, CollectedPortion[]? portions = null)
    {
        Portions = portions;
        _open = open == Math.Max(0m, whole.Amount - done.Amount) ? null : open;
        Done = done.Amount;
        Whole = whole.Amount;
        _done = done.Value;
        _whole = whole.Value;
    }

    // Of another amount that is done, all of it: it has begun where it is above nothing, and nothing is to come.
    private StageProgress(Figure done, StageProgress of)
    {
        Portions = done.Number == of.Done ? of.Portions : of.Portions is null ? null : [];
        (_done, _whole, _open) = (done, of._whole, 0m);
        (Done, Whole) = (done.Number, of.Whole);
    }

    internal decimal Done { get; }

    internal decimal Whole { get; }

    /// <summary>What is collected receipt by receipt, in their order; null where only the sum is stated.</summary>
    internal CollectedPortion[]? Portions { get; }

    internal Figure DoneFigure => _done;

    internal Figure WholeFigure => _whole;

    /// <summary>Whether some of the whole is neither done nor to come any more.</summary>
    internal bool HasFallen => _open is not null;

    /// <summary>What is still to come, zero or more.</summary>
    internal decimal Open => _open ?? Math.Max(0m, Whole - Done);

    internal bool IsBegun => Done > 0m;

    internal bool IsComplete => Open == 0m;

    /// <summary>Zero of what is done.</summary>
    internal Figure Nothing => _done.With(0m);

    /// <summary>As it is stated, below 0 % and above 100 % too.</summary>
    internal Percentage Stated => Percentage.FromFraction(Done / Whole);

    internal Percentage Share => Percentage.FromFraction(Done <= 0m ? 0m : Done >= Whole ? 1m : Done / Whole);

    internal Figure OpenFigure => _done.With(Open);

    /// <summary>Done and to come.</summary>
    internal Figure Standing => _done.With(Done + Open);

    internal Percentage StandingBounded => Percentage.FromFraction(Bounded(Done + Open) / Whole);

    internal Percentage StandingShare => Percentage.FromFraction((Done + Open) / Whole);

    /// <summary>What of each receipt is for the deal: of no more than the whole, the first ones first.</summary>
    internal IEnumerable<(CollectedPortion Portion, decimal Amount)> WithinWhole()
    {
        var (running, before) = (0m, 0m);
        foreach (var portion in Portions ?? [])
        {
            running += portion.Amount;
            var toDate = Bounded(running);
            if (toDate != before)
                yield return (portion, toDate - before);
            before = toDate;
        }
    }

    /// <summary>What counts as done at a pace, of the whole.</summary>
    internal decimal Counted(EarningPace pace) =>
        pace switch
        {
            EarningPace.OnFirstOfLine or EarningPace.OnFirstOfDeal => IsBegun ? Bounded(Done + Open) : 0m,
            EarningPace.WhenLineComplete or EarningPace.WhenDealComplete => IsComplete ? Bounded(Done) : 0m,
            _ => Bounded(Done),
        };

    /// <summary>The same, where it is the deal that has to have begun or to be complete.</summary>
    internal StageProgress By(EarningPace pace, StageProgress deal) =>
        pace switch
        {
            EarningPace.OnFirstOfDeal => new StageProgress(_done.With(deal.IsBegun ? Done + Open : 0m), this),
            EarningPace.WhenDealComplete => new StageProgress(_done.With(deal.IsComplete ? Done : 0m), this),
            _ => this,
        };

    public bool Equals(StageProgress other) => _done == other._done && _whole == other._whole && _open == other._open
        && (Portions is null ? other.Portions is null : other.Portions is not null && Portions.SequenceEqual(other.Portions));

    public override bool Equals(object? obj) => obj is StageProgress other && Equals(other);

    public override int GetHashCode() => _done.GetHashCode();

    private decimal Bounded(decimal amount) => Math.Max(0m, Math.Min(amount, Whole));
}
