namespace SalesDomain.Rebates;

/// <summary>What a scale gives: which step is reached, and the amount, exact.</summary>
internal readonly struct ScaleSteps(bool isReached, int step, decimal result)
{
    internal bool IsReached { get; } = isReached;

    internal int Step { get; } = step;

    internal decimal Result { get; } = result;
}
