using System;

namespace SalesDomain.Quotas;

/// <summary>
/// From a value to the rank of its status: every figure in between. A series keeps the ranks alone, and an explanation asks for the
/// figures again, of the same inputs and by the same rule.
/// </summary>
internal readonly struct StatusSteps
{
    /// <summary>The rank before the first observation.</summary>
    internal const int None = -1;

    private StatusSteps(StatusBands bands, int before, int[] earlier, decimal value)
    {
        Plain = bands.Ranks.At(value);

        // A value that is no better than the status confirms no improvement; it is asked only for the sake of the values after it.
        var isBetter = before != None && Plain > before;
        var isAsked = isBetter || bands.Observations > 1;
        LessMargin = isAsked ? bands.LessMargin(value) : value;
        Confirmed = isAsked ? bands.Ranks.At(LessMargin) : Plain;
        IsConfirmed = isBetter && earlier.Length == bands.Observations - 1;
        LeastConfirmed = Confirmed;
        foreach (var rank in earlier)
            LeastConfirmed = Math.Min(LeastConfirmed, rank);

        Held = before == None ? Plain : IsConfirmed ? Math.Max(before, LeastConfirmed) : before;
        Rank = Math.Min(Plain, Held);
    }

    /// <summary>The rank of the band of the value.</summary>
    internal int Plain { get; }

    /// <summary>The value, worse by the margin.</summary>
    internal decimal LessMargin { get; }

    /// <summary>The rank of the value that is worse by the margin.</summary>
    internal int Confirmed { get; }

    /// <summary>Whether the value is better than the status, and as many values before it as the bands ask for are known.</summary>
    internal bool IsConfirmed { get; }

    /// <summary>The least rank confirmed by this value and by those before it that the bands ask for.</summary>
    internal int LeastConfirmed { get; }

    /// <summary>The rank before, or a better one that is confirmed.</summary>
    internal int Held { get; }

    /// <summary>The rank of the status.</summary>
    internal int Rank { get; }

    /// <summary>The rule.</summary>
    internal static StatusSteps Of(StatusBands bands, int before, int[] earlier, decimal value) => new(bands, before, earlier, value);
}
