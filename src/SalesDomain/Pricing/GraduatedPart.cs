namespace SalesDomain.Pricing;

/// <summary>The part of what counts that lies in one step.</summary>
internal readonly struct GraduatedPart
{
    internal GraduatedPart(decimal lower, decimal upper, decimal width, decimal value)
    {
        Lower = lower;
        Upper = upper;
        Width = width;
        Value = value;
        Result = width * value;
    }

    internal decimal Lower { get; }

    /// <summary>Where the step ends, or what counts ends within it.</summary>
    internal decimal Upper { get; }

    internal decimal Width { get; }

    /// <summary>The percentage as a fraction, or the amount of a unit.</summary>
    internal decimal Value { get; }

    internal decimal Result { get; }
}
