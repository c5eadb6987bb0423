using System;

namespace SalesDomain.Commissions;

/// <summary>How much of a deal has reached one stage: so much of a whole that is above zero, kept undivided.</summary>
internal readonly struct StageProgress : IEquatable<StageProgress>
{
    private readonly Figure _done;
    private readonly Figure _whole;

    internal StageProgress(Percentage done)
    {
        Done = done.Fraction;
        Whole = 1m;
        _done = done;
        _whole = Percentage.OneHundred;
    }

    internal StageProgress(Measured done, Measured whole)
    {
        Done = done.Amount;
        Whole = whole.Amount;
        _done = done.Value;
        _whole = whole.Value;
    }

    internal decimal Done { get; }

    internal decimal Whole { get; }

    internal Figure DoneFigure => _done;

    internal Figure WholeFigure => _whole;

    internal bool IsBegun => Done > 0m;

    internal bool IsComplete => Done >= Whole;

    /// <summary>Zero of what is done.</summary>
    internal Figure Nothing => _done.With(0m);

    /// <summary>As it is stated, below 0 % and above 100 % too.</summary>
    internal Percentage Stated => Percentage.FromFraction(Done / Whole);

    internal Percentage Share => Percentage.FromFraction(Done <= 0m ? 0m : Done >= Whole ? 1m : Done / Whole);

    /// <summary>What counts as done at a pace, of the whole.</summary>
    internal decimal Counted(EarningPace pace) =>
        pace switch
        {
            EarningPace.OnFirst => Done > 0m ? Whole : 0m,
            EarningPace.WhenComplete => Done >= Whole ? Whole : 0m,
            _ => Math.Max(0m, Math.Min(Done, Whole)),
        };

    public bool Equals(StageProgress other) => _done == other._done && _whole == other._whole;

    public override bool Equals(object? obj) => obj is StageProgress other && Equals(other);

    public override int GetHashCode() => _done.GetHashCode();
}
