namespace SalesDomain.Quotas;

/// <summary>Makes breakdowns without naming the type of their owners.</summary>
public static class PlanBreakdown
{
    /// <summary>A target and the cells that are to sum to it.</summary>
    /// <typeparam name="TOwner">Who or what targets are set for.</typeparam>
    /// <param name="name">Along what it is broken down: <c>by quarter</c>, <c>by area</c>; not empty, no white space at either end.</param>
    /// <param name="whole">The cell above.</param>
    /// <param name="parts">The cells below, at least one, each once, in the order of the page.</param>
    /// <returns>The breakdown, without a hedge.</returns>
    /// <exception cref="System.ArgumentNullException">An argument or a part is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// The name is empty or padded; there is no part; a part is the whole, comes twice, reaches beyond the whole's measure, days or
    /// scope, or could count a fact of its owner that another part counts too.
    /// </exception>
    public static PlanBreakdown<TOwner> Of<TOwner>(string name, PlanCell<TOwner> whole, params PlanCell<TOwner>[] parts)
        where TOwner : notnull =>
        PlanBreakdown<TOwner>.Create(name, whole, parts);
}
