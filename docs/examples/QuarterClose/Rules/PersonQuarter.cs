namespace QuarterClose.Rules;

/// <summary>One person's line of the closed quarter.</summary>
public sealed record PersonQuarter(Employee Person, Commission Commission, PriceCheck PriceCheck);
