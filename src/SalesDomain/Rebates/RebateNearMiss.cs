using Ardalis.GuardClauses;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>How much is missing to the next step of a rebate, and what it pays: the incentive to overload, shown.</summary>
/// <remarks>
/// Of 960,000 at 1 % and 1,000,000 at 2 %, all units, the missing 40,000 earn 10,400, which is 26 % of them. Amounts are those of the
/// steps, before scores, caps, conditions and guarantees. Equality is by reference.
/// </remarks>
public sealed class RebateNearMiss
{
    private readonly OutlookFigures _now;
    private readonly OutlookFigures _then;

    private RebateNearMiss(OutlookFigures now, OutlookFigures then)
    {
        _now = now;
        _then = then;
        var currency = now.Result.Agreement.Currency;
        Level = RebateFigure.OfLevel(now.Result.Rebate.Level, now.Level, currency);
        NextLevel = RebateFigure.OfLevel(now.Result.Rebate.Level, then.Level, currency);
        Missing = RebateFigure.OfLevel(now.Result.Rebate.Level, then.Level - now.Level, currency);
        Pays = then.Exact - now.Exact;
        MarginalRate = Missing.Kind == FigureKind.Money ? Percentage.Ratio(Pays, new Money(then.Level - now.Level, currency)) : null;
        PerUnit = Missing.Kind == FigureKind.Quantity ? Pays / (then.Level - now.Level) : null;
    }

    /// <summary>The rebate, as it stands.</summary>
    public RebateResult Result => _now.Result;

    /// <summary>The level reached.</summary>
    public Figure Level { get; }

    /// <summary>The level with which the next step is reached.</summary>
    public Figure NextLevel { get; }

    /// <summary>Next level − level: what is missing.</summary>
    public Figure Missing { get; }

    /// <summary>What the steps give now.</summary>
    public Money Given => _now.Exact;

    /// <summary>What they give with the next step.</summary>
    public Money GivenThen => _then.Exact;

    /// <summary>What is missing pays: given then − given.</summary>
    public Money Pays { get; }

    /// <summary>Pays ÷ missing; null where the level is a quantity.</summary>
    public Percentage? MarginalRate { get; }

    /// <summary>Pays ÷ missing for one unit; null where the level is money.</summary>
    public Money? PerUnit { get; }

    /// <summary>What is missing to the next step.</summary>
    /// <param name="result">The rebate of a period.</param>
    /// <returns>
    /// The near miss; null above the last step, where the level is a number of families, or where level, target or what is paid on is not
    /// known.
    /// </returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="result"/> is null.</exception>
    public static RebateNearMiss? Of(RebateResult result) =>
        OutlookFigures.Now(Guard.Against.Null(result)) is { } now ? Of(now) : null;

    /// <summary>How what it pays follows from the steps.</summary>
    /// <returns>The explanation, whose figure is <see cref="Pays"/>.</returns>
    public Explanation Explain() =>
        Node("pays", Pays, Operation.Difference, _then.Explain("at the next step"), _now.Explain("now"));

    /// <summary>What is missing and what it pays: <c>CNY 40000.00 to CNY 1000000.00 pay CNY 10400.00, 26%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Missing + " to " + NextLevel + " pay " + Pays + (MarginalRate is { } rate ? ", " + rate : "");

    internal static RebateNearMiss? Of(OutlookFigures now)
    {
        var (rebate, against) = (now.Result.Rebate, now.Result.Steps.Against ?? 1m);
        if (rebate.Scale.Table.NextBound(now.Level, against) is not { } bound)
            return null;

        // The bound of a to-scale still belongs to the step below it.
        var side = rebate.Scale.Steps?.Side ?? rebate.Scale.PercentageSteps!.Side;
        var level = side == StepSide.From ? bound : bound + Smallest(now);
        return now.At(level) is { } then ? new RebateNearMiss(now, then) : null;
    }

    private static decimal Smallest(OutlookFigures now) =>
        now.Result.Rebate.Level.Measure is { Kind: FigureKind.Money }
            ? Internal.DecimalMath.PowerOfTenth(now.Result.Agreement.Currency.MinorDigits!.Value) : 1m;
}
