using System;

namespace SalesDomain.Internal;

/// <summary>What the items of one ABC classification have in common.</summary>
internal sealed class ParetoRun<TValue>(
    ParetoClasses classes, ParetoSteps steps, Func<decimal, TValue> valueOf, Func<TValue, Figure> figureOf)
{
    internal ParetoClasses Classes { get; } = classes;

    internal ParetoSteps Steps { get; } = steps;

    internal TValue ValueOf(decimal amount) => valueOf(amount);

    internal Figure FigureOf(TValue value) => figureOf(value);

    internal Figure FigureOf(decimal amount) => figureOf(valueOf(amount));
}
