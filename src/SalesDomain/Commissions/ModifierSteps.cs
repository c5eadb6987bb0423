namespace SalesDomain.Commissions;

/// <summary>What a modifier read, the factor it gives, and what is left; no factor where a figure is missing or has no step.</summary>
internal readonly struct ModifierSteps(
    CommissionModifier modifier, Percentage? row, Percentage? column, Percentage? factor, decimal amount = 0m, bool isPassed = false)
{
    internal CommissionModifier Modifier { get; } = modifier;

    internal Percentage? Row { get; } = row;

    internal Percentage? Column { get; } = column;

    internal Percentage? Factor { get; } = factor;

    /// <summary>Whether a figure that it goes by was not stated; attainment without a quota is not meant.</summary>
    internal bool IsFigureMissing =>
        (Row is null && Modifier.FigureName is not null) || (Column is null && Modifier.ColumnName is not null);

    /// <summary>The name of the figure that was not stated, where one was not.</summary>
    internal string Missing => Row is null && Modifier.FigureName is { } row ? row : Modifier.ColumnName!;

    /// <summary>The component after it, exact.</summary>
    internal decimal Amount { get; } = amount;

    /// <summary>Whether the component was negative, and went by it as it was.</summary>
    internal bool IsPassed { get; } = isPassed;

    internal ModifierSteps Applied(decimal before) =>
        before < 0m ? new ModifierSteps(Modifier, Row, Column, Factor, before, isPassed: true)
            : new ModifierSteps(Modifier, Row, Column, Factor, Factor is { } factor ? before * factor.Fraction : 0m);
}
