using System;

namespace SalesDomain.Commissions;

/// <summary>One stretch over which a level runs, a deal or the measurement period, with what it pays, exact.</summary>
internal readonly struct StretchSteps(
    Measured level, Measured @base, decimal? capped, decimal? counted, decimal threshold, bool isBelow, RateInput input,
    RateSteps rate, decimal? dealCap)
{
    internal Measured Level { get; } = level;

    internal Measured Base { get; } = @base;

    /// <summary>The level at which it was cut off, and what remains of the base; null where nothing was cut off.</summary>
    internal decimal? Capped { get; } = capped;

    internal decimal? Counted { get; } = counted;

    internal decimal Threshold { get; } = threshold;

    /// <summary>Whether it lies below the threshold, and pays nothing.</summary>
    internal bool IsBelow { get; } = isBelow;

    internal RateInput Input { get; } = input;

    internal RateSteps Rate { get; } = rate;

    /// <summary>The share of the base that is paid on where the level was cut off.</summary>
    internal decimal ShareCounted { get; } = capped is null ? 1m : input.Level / level.Amount;

    /// <summary>Whether the cap of a deal takes something; of a deal that came back, what it takes back too much.</summary>
    internal bool IsDealCapped => !IsBelow && Math.Abs(Rate.Amount) > dealCap;

    internal decimal Amount =>
        IsBelow ? 0m : !IsDealCapped ? Rate.Amount : Rate.Amount < 0m ? -dealCap!.Value : dealCap!.Value;
}
