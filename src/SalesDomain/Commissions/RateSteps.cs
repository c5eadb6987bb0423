namespace SalesDomain.Commissions;

/// <summary>What a rate gives, exact, with the figures between.</summary>
internal readonly struct RateSteps(
    decimal amount, Percentage? rate = null, decimal onLevel = 0m, decimal below = 0m, decimal above = 0m, decimal blended = 0m,
    bool isAtNothing = false, string? without = null, Percentage? reached = null, string? outside = null)
{
    /// <summary>The code of the reason that a figure was not stated.</summary>
    internal const string FigureMissing = "commission.figure-missing";

    /// <summary>The code of the reason that a level lies below the first step.</summary>
    internal const string BelowSteps = "commission.below-steps";

    /// <summary>The code of the reason that a level lies above the last step of a closed scale.</summary>
    internal const string AboveSteps = "commission.above-steps";

    internal decimal Amount { get; } = amount;

    /// <summary>The rate of the step reached, where one holds for all of the base.</summary>
    internal Percentage? Rate { get; } = rate;

    /// <summary>The rate of the step reached, whether or not it holds for all.</summary>
    internal Percentage? Reached { get; } = reached;

    /// <summary>What the rates give on the level.</summary>
    internal decimal OnLevel { get; } = onLevel;

    /// <summary>What of it lies below the threshold and is not paid.</summary>
    internal decimal Below { get; } = below;

    /// <summary>What remains of it.</summary>
    internal decimal Above { get; } = above;

    /// <summary>What remains, divided by the level.</summary>
    internal decimal Blended { get; } = blended;

    /// <summary>Whether nothing was achieved, and the base is paid at the rate of the lowest step.</summary>
    internal bool IsAtNothing { get; } = isAtNothing;

    /// <summary>The code of the reason that the level lies in no tier, so that nothing is paid; null where it lies in one.</summary>
    internal string? Outside { get; } = outside;

    /// <summary>The code of the reason why nothing is paid; null where there is none.</summary>
    internal string? Without { get; } = without;
}
