using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

public sealed partial record Rebate
{
    /// <summary>The rebate claimed after other periods than it is calculated over: monthly in a yearly claim.</summary>
    /// <param name="period">After which periods it may be claimed.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="period"/> is undefined.</exception>
    public Rebate ClaimedEach(FiscalPeriodKind period) => this with { ClaimPeriod = Guard.Against.Undefined(period) };

    /// <summary>The rebate on some sales only.</summary>
    /// <param name="scope">Which sales count.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public Rebate WithScope(Scope scope) => this with { Scope = Guard.Against.Null(scope) };

    /// <summary>The rebate on these conditions, in place of any before.</summary>
    /// <param name="conditions">The conditions, each name once.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="conditions"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">Two have one name.</exception>
    public Rebate WithConditions(params RebateCondition[] conditions)
    {
        Guard.Against.Null(conditions);
        RebateCondition[] copy = [.. conditions];
        foreach (var condition in copy)
            Guard.Against.Null(condition, nameof(conditions));

        Guard.Against.NameTwice(copy.Select(condition => condition.Name), nameof(conditions));
        return this with { Conditions = new ValueList<RebateCondition>(copy) };
    }

    /// <summary>The rebate with another way in which percentages withheld come together.</summary>
    /// <param name="withholding">Added up, or one after the other.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="withholding"/> is undefined.</exception>
    public Rebate WithWithholding(RebateWithholding withholding) => this with { Withholding = Guard.Against.Undefined(withholding) };

    /// <summary>The rebate as one of the process: what the scale gives is a pool, of which the scores earn their shares.</summary>
    /// <param name="indicators">The indicators, each name once; their weights total 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="indicators"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">There are none, two have one name, or the weights do not total 100 %.</exception>
    public Rebate WithIndicators(params RebateIndicator[] indicators)
    {
        var copy = Guard.Against.Nothing(indicators, "there must be at least one indicator");
        foreach (var indicator in copy)
            Guard.Against.Null(indicator, nameof(indicators));

        Guard.Against.NameTwice(copy.Select(indicator => indicator.Name), nameof(indicators));
        Guard.Against.NotWhole(copy.Select(indicator => indicator.Weight), nameof(indicators));
        return this with { Indicators = new ValueList<RebateIndicator>(copy) };
    }

    /// <summary>The rebate with a most in each period.</summary>
    /// <param name="cap">The most, positive.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is not positive.</exception>
    public Rebate WithCap(Money cap) => this with { Cap = Guard.Against.NotPositive(cap) };

    /// <summary>The rebate with a most for each unit sold.</summary>
    /// <param name="cap">The most for one unit, positive.</param>
    /// <param name="unit">The unit; what is counted are the sales that are paid on.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="cap"/> is not positive.</exception>
    public Rebate WithCapPerUnit(Money cap, UnitOfMeasure unit)
    {
        Guard.Against.NotPositive(cap);
        return this with { CapPerUnit = cap, CapUnit = Guard.Against.Null(unit) };
    }

    /// <summary>The rebate with a guaranteed minimum.</summary>
    /// <param name="guarantee">The guarantee.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="guarantee"/> is null.</exception>
    public Rebate WithGuarantee(RebateGuarantee guarantee) => this with { Guarantee = Guard.Against.Null(guarantee) };

    /// <summary>The rebate with a least payout.</summary>
    /// <param name="minimum">The least.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="minimum"/> is null.</exception>
    public Rebate WithMinimum(RebateMinimum minimum) => this with { Minimum = Guard.Against.Null(minimum) };

    /// <summary>The rebate less what others gave for the same time: a quarterly rebate net of the monthly ones.</summary>
    /// <param name="rebates">The names of rebates that stand before this one in the agreement, each once.</param>
    /// <returns>The changed copy. What is left is never below zero; see <see cref="NettedBelowZero"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rebates"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">There are none, one comes twice or is blank, or it is the rebate itself.</exception>
    public Rebate WithNetOf(params string[] rebates)
    {
        var copy = Guard.Against.Nothing(rebates, "there must be at least one rebate");
        foreach (var rebate in copy)
            Identifier.Checked(rebate, nameof(rebates));

        Guard.Against.NameTwice(copy.Append(Name), nameof(rebates));
        return this with { NetOf = new ValueList<string>(copy) };
    }

    /// <summary>The rebate of which earlier ones are taken off even where they gave more: the rest is owed back.</summary>
    /// <returns>The changed copy.</returns>
    public Rebate NettedBelowZero() => this with { MayBeNetBelowZero = true };

    /// <summary>The rebate in which more returned than bought gives a negative amount.</summary>
    /// <returns>The changed copy.</returns>
    public Rebate WithNegative() => this with { AllowsNegative = true };

    /// <summary>The rebate that reduces what later ones are paid on, as far as they let themselves be reduced.</summary>
    /// <returns>The changed copy.</returns>
    public Rebate Reducing() => this with { ReducesOthers = true };

    /// <summary>The rebate that is paid on what earlier ones leave that reduce others.</summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">It is paid on a quantity or on nothing measured.</exception>
    public Rebate Reduced() =>
        Basis?.Measure.Kind == FigureKind.Money ? this with { IsReduced = true }
            : throw new InvalidOperationException("'" + Name + "' is paid on no amount of money that others could reduce.");

    /// <summary>Name, period, level, scale and basis, and every setting that is not the default.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + " (" + Period + (ClaimPeriod == Period ? "" : ", claimed each " + ClaimPeriod) + ") by " + Level + ", " + Scale
        + (Basis is null ? "" : ", on " + Basis) + (Scope == Scope.Everything ? "" : ", of " + Scope)
        + (Indicators.Count == 0 ? "" : "; scored by " + RebateText.Listed(Indicators))
        + (Cap is { } cap ? "; at most " + cap : "") + (CapPerUnit is { } perUnit ? "; at most " + perUnit + " per " + CapUnit : "")
        + (Conditions.Count == 0 ? "" : "; " + RebateText.Listed(Conditions))
        + (Withholding == RebateWithholding.Additive ? "" : "; " + Withholding)
        + (Guarantee is null ? "" : "; guaranteed " + Guarantee) + (NetOf.Count == 0 ? "" : "; net of " + RebateText.Listed(NetOf))
        + (MayBeNetBelowZero ? "; may be net below zero" : "") + (Minimum is null ? "" : "; paid " + Minimum)
        + (AllowsNegative ? "; may be negative" : "") + (IsReduced ? "; reduced by others" : "")
        + (ReducesOthers ? "; reduces others" : "");
}
