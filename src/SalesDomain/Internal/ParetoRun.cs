using System;

namespace SalesDomain.Internal;

/// <summary>What the items of one ABC classification have in common.</summary>
internal sealed class ParetoRun<TValue>(ParetoClasses classes, ParetoSteps steps, Func<decimal, TValue> of, Func<TValue, Figure> figure)
{
    internal ParetoClasses Classes { get; } = classes;

    internal ParetoSteps Steps { get; } = steps;

    internal TValue Of(decimal amount) => of(amount);

    internal Figure Figure(TValue value) => figure(value);

    internal Figure Figure(decimal amount) => figure(of(amount));
}
