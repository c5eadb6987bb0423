namespace SalesDomain.Quotas;

/// <summary>From what became of opportunities to the probability of a stage: every figure in between.</summary>
internal readonly struct FitSteps
{
    private FitSteps(Percentage stated, int won, int decided, int weight, Rounding rounding)
    {
        Stated = weight * stated.Fraction;
        WonAndStated = won + Stated;
        All = (decimal)decided + weight;
        Quotient = decided == 0 ? null : Percentage.Ratio(WonAndStated, All);
        Probability = Quotient is { } quotient ? quotient.Round(rounding) : stated;
    }

    /// <summary>The weight × the stated probability.</summary>
    internal decimal Stated { get; }

    internal decimal WonAndStated { get; }

    internal decimal All { get; }

    /// <summary>Null where nothing is decided, and the stated probability stays.</summary>
    internal Percentage? Quotient { get; }

    internal Percentage Probability { get; }

    internal static FitSteps Of(Percentage stated, int won, int decided, int weight, Rounding rounding) =>
        new(stated, won, decided, weight, rounding);
}
