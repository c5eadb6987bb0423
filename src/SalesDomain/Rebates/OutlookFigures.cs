using System.Collections.Generic;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>
/// What the steps of a rebate give at another level than that of a result: at the next step, or at the end of the period.
/// </summary>
internal readonly struct OutlookFigures
{
    private OutlookFigures(RebateResult result, decimal level, decimal basis, decimal exact)
    {
        Result = result;
        Level = level;
        Basis = basis;
        Exact = new Money(exact, result.Agreement.Currency);
    }

    internal RebateResult Result { get; }

    internal decimal Level { get; }

    /// <summary>What is paid on then: what is sold more counts for it, or all in proportion where it is measured otherwise.</summary>
    internal decimal Basis { get; }

    /// <summary>What the steps give, before scores, caps and conditions.</summary>
    internal Money Exact { get; }

    /// <summary>At the level of the result itself; null where it is not known.</summary>
    internal static OutlookFigures? Now(RebateResult result) =>
        result.Steps.Level is { } level && (result.Rebate.Basis is null || result.Steps.Basis is not null)
        && result.Rebate.Level.Kind != RebateLevelKind.Families
            ? At(result, level, result.Steps.Basis ?? 0m) : null;

    /// <summary>With the level of others, at a level; null where what is then paid on is not known.</summary>
    internal OutlookFigures? At(decimal level)
    {
        var rebate = Result.Rebate;
        if (rebate.Basis is not { } basis || rebate.IsOneMeasure)
            return At(Result, level, Basis);
        if (basis.Measure == rebate.Level.Measure && basis.Scope == rebate.Level.Scope)
            return At(Result, level, Basis + level - Level);

        return Result.Steps.Sold.Amount is var sold && sold != 0m ? At(Result, level, Basis * (sold + level - Level) / sold) : null;
    }

    /// <summary>How the amount follows from the steps.</summary>
    internal Explanation Explain(string name)
    {
        var (rebate, currency) = (Result.Rebate, Result.Agreement.Currency);
        var figures = new List<Explanation> { Fact("level", RebateFigure.OfLevel(rebate.Level, Level, currency)) };
        if (Result.Steps.Against is not null)
            figures.Add(Fact("target or base period", Result.Against));
        if (rebate.Basis is { } basis && !rebate.IsOneMeasure)
            figures.Add(Fact("paid on", RebateFigure.Of(basis.Measure, Basis, currency)));
        return Node(name, Exact, PlainScale.Of(rebate, currency), [.. figures]);
    }

    private static OutlookFigures At(RebateResult result, decimal level, decimal basis) =>
        new(
            result, level, basis,
            result.Rebate.Scale.Table.Evaluate(
                new ScaleFigures(
                    level, result.Steps.Against ?? 1m, basis, result.Rebate.IsOneMeasure, result.Rebate.AllowsNegative)).Result);
}
