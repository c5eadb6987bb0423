using System;
using System.Collections.Generic;

namespace SalesDomain;

public sealed partial class Operation
{
    /// <summary>
    /// A level and the steps of a scale that pays on it or on something else. The figures are the level, what its bounds are multiplied by
    /// where they are ratios, and what is paid on where that is another figure.
    /// </summary>
    /// <param name="name">How the steps become an amount: <c>graduated</c>, <c>all units</c>, <c>rolling</c>, <c>total</c>.</param>
    /// <param name="steps">The steps, in words.</param>
    /// <param name="plainCode">The same as a computation.</param>
    internal static Operation OnSteps(string name, string steps, Func<IReadOnlyList<Figure>, Figure> plainCode) =>
        new(name, plainCode, mayRound: true, detail: steps);
}
