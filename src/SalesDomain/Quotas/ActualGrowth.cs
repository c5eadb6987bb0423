using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>How much an actual has grown on that of the year before.</summary>
/// <remarks>
/// Growth = (current − prior) ÷ prior. On a prior of zero or less there is none: from a loss to a gain is no percentage. Equality is by
/// reference. Made by <see cref="LikeForLike{TOwner}"/>.
/// </remarks>
public sealed class ActualGrowth
{
    private readonly Steps _steps;

    internal ActualGrowth(ActualSum current, ActualSum prior)
    {
        Current = current;
        Prior = prior;
        _steps = Rule(current.Value, prior.Value);
    }

    /// <summary>This period.</summary>
    public ActualSum Current { get; }

    /// <summary>The same period of the year before.</summary>
    public ActualSum Prior { get; }

    /// <summary>Current − prior; null when one is not known.</summary>
    public Measured? Change => _steps.Change;

    /// <summary>The growth (同比), change ÷ prior, to 28 digits; null when there is none.</summary>
    public Percentage? Rate => _steps.Rate;

    /// <summary>
    /// Why there is no growth: <c>growth.unknown-current</c>, <c>growth.unknown-prior</c>, <c>growth.zero-prior</c> or
    /// <c>growth.negative-prior</c> with the prior.
    /// </summary>
    public IReadOnlyList<Reason> Reasons => AllReasons().ToList().AsReadOnly();

    /// <summary>How the growth came about.</summary>
    /// <returns>The ratio of change and prior; absent, with the reason, where there is none.</returns>
    public Explanation Explain()
    {
        if (Change is not { } change)
            return Conditions.LeaveOut("growth", Fact("a sum is not known", true));

        var prior = Prior.ExplainKnown("prior");
        return PositiveRatio.Explain(
            "growth", Rate, Node("change", change.Value, Operation.Difference, Current.ExplainKnown("current"), prior), prior, Prior.Known);
    }

    /// <summary>Current, prior and growth: <c>CNY 120.00 on CNY 100.00 = 20%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => TextOf(Current.Value) + " on " + TextOf(Prior.Value) + " = " + Shown(Figure.OrAbsent(Rate));

    private static Steps Rule(Measured? current, Measured? prior)
    {
        var change = current - prior;
        return new Steps(
            change, change is { } grown && prior is { } before ? PositiveRatio.Of(grown, before) : null);
    }

    private static string TextOf(Measured? value) => value is { } known ? known.Value.ToString() : "?";

    private IEnumerable<Reason> AllReasons()
    {
        if (Current.Value is null)
            yield return Current.UnknownReason("growth.unknown-current");
        if (Prior.Value is not { } prior)
            yield return Prior.UnknownReason("growth.unknown-prior");
        else if (prior.IsZero)
            yield return new Reason("growth.zero-prior");
        else if (prior < prior.With(0m))
            yield return new Reason("growth.negative-prior", ("prior", prior.Value));
    }

    private readonly struct Steps(Measured? change, Percentage? rate)
    {
        internal Measured? Change { get; } = change;

        internal Percentage? Rate { get; } = rate;
    }
}
