using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What a condition does to a rebate when it is broken.</summary>
/// <remarks>
/// A percentage is withheld for each time the condition was broken. What is not proven is held back by the same measure, apart from what is
/// lost. Immutable; equality is by kind and share.
/// </remarks>
public sealed record RebateEffect
{
    private RebateEffect(RebateEffectKind kind, Percentage share)
    {
        Kind = kind;
        Share = share;
    }

    /// <summary>Nothing is paid.</summary>
    public static RebateEffect Gate { get; } = new(RebateEffectKind.Gate, Percentage.OneHundred);

    /// <summary>What it does.</summary>
    public RebateEffectKind Kind { get; }

    /// <summary>Of the rebate, each time.</summary>
    public Percentage Share { get; }

    /// <summary>A percentage is withheld.</summary>
    /// <param name="share">Of the rebate, each time; above 0 %, at most 100 %.</param>
    /// <returns>The effect.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="share"/> is out of its range.</exception>
    public static RebateEffect Withhold(Percentage share) => new(RebateEffectKind.Withhold, Checked(share));

    /// <summary>
    /// A percentage is withheld, and of what the same rebate gave in earlier periods of the fiscal year as much is taken back, once for all
    /// failures of the period; so the amount may be negative.
    /// </summary>
    /// <param name="share">Of the rebate, each time; above 0 %, at most 100 %.</param>
    /// <returns>The effect.</returns>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="share"/> is out of its range.</exception>
    public static RebateEffect ClawBack(Percentage share) => new(RebateEffectKind.ClawBack, Checked(share));

    /// <summary>What it does, in words: <c>withhold 20%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Kind switch
        {
            RebateEffectKind.Gate => "gate",
            RebateEffectKind.Withhold => "withhold " + Share,
            _ => "claw back " + Share,
        };

    private static Percentage Checked(Percentage share) =>
        !share.IsZero ? Guard.Against.NoPart(share)
            : throw Guards.OutOfRange(nameof(share), share.ToString(), "must be above 0%");
}
