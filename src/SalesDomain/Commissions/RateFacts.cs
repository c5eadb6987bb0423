using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>How the figures that a rate was asked with came about.</summary>
internal sealed class RateFacts(Explanation achieved, Explanation quota, Explanation paidOn, Explanation threshold, Explanation named)
{
    internal Explanation Level { get; } = achieved;

    internal Explanation Quota { get; } = quota;

    internal Explanation Base { get; } = paidOn;

    internal Explanation Threshold { get; } = threshold;

    internal Explanation Named { get; } = named;

    /// <summary>An amount in the kind of what sets the rate.</summary>
    internal Figure OnLevel(decimal amount) => Level.Value.With(amount);

    internal Explanation Attainment(Percentage attained) => Node("attainment", attained, Operation.Ratio, Level, Quota);

    internal RateFacts AtNothing() => new(Constant("level of zero", OnLevel(0m)), Quota, Base, Threshold, Named);
}
