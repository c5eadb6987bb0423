namespace SalesDomain.Commissions;

/// <summary>What a rate is asked with: one deal, or a measurement period to date.</summary>
internal readonly struct RateInput(
    Currency currency, decimal achieved, decimal quota, decimal paidOn, bool isOneMeasure, decimal? threshold, decimal? target,
    Percentage? individual, Percentage? figure, Percentage? attainment)
{
    /// <summary>That of what is paid.</summary>
    internal Currency Currency { get; } = currency;

    /// <summary>What sets the rate; as much of it as counts.</summary>
    internal decimal Level { get; } = achieved;

    /// <summary>The quota, above zero; one where none is needed.</summary>
    internal decimal Quota { get; } = quota;

    internal decimal Base { get; } = paidOn;

    /// <summary>Whether what sets the rate is what is paid on.</summary>
    internal bool IsOneMeasure { get; } = isOneMeasure;

    /// <summary>What lies below this pays nothing; null where everything pays.</summary>
    internal decimal? Threshold { get; } = threshold;

    internal decimal? Target { get; } = target;

    internal Percentage? Individual { get; } = individual;

    /// <summary>A figure by name: of the columns of a matrix, or a score.</summary>
    internal Percentage? Figure { get; } = figure;

    /// <summary>The same with nothing achieved.</summary>
    internal RateInput AtNothing() =>
        new(Currency, achieved: 0m, Quota, Base, IsOneMeasure, Threshold, Target, Individual, Figure, Percentage.Zero);

    /// <summary>The same with another level, which is what is paid on.</summary>
    internal RateInput At(decimal level) =>
        new(Currency, level, Quota, level, IsOneMeasure, Threshold, Target, Individual, Figure, Attainment);

    internal Money Money(decimal amount) => new(amount, Currency);

    /// <summary>Level ÷ quota, where the rate asks for it.</summary>
    internal Percentage? Attainment { get; } = attainment;

    internal Money MoneyLevel => Money(Level);

    internal Money MoneyQuota => Money(Quota);
}
