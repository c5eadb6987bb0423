namespace SalesDomain.Commissions;

/// <summary>What a modifier read, the factor it gives, and what is left; no factor where a figure is missing or has no step.</summary>
internal readonly struct ModifierSteps(
    CommissionModifier modifier, Percentage? row, Percentage? column, Percentage? factor, decimal amount = 0m)
{
    internal CommissionModifier Modifier { get; } = modifier;

    internal Percentage? Row { get; } = row;

    internal Percentage? Column { get; } = column;

    internal Percentage? Factor { get; } = factor;

    /// <summary>The component after it, exact.</summary>
    internal decimal Amount { get; } = amount;

    internal ModifierSteps Applied(decimal before) =>
        new(Modifier, Row, Column, Factor, Factor is { } factor ? before * factor.Fraction : 0m);
}
