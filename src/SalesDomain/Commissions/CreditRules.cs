using Ardalis.GuardClauses;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>Where crediting begins.</summary>
public static class CreditRules
{
    /// <summary>
    /// Rules by which a fact is credited to whoever holds what it names, unless a split or a rule by scope takes its place.
    /// </summary>
    /// <typeparam name="TPayee">The type of those who are credited.</typeparam>
    /// <param name="crediting">
    /// The way from a fact to its holders: <c>Crediting.BySalesperson</c>, or <c>Crediting.ByCustomer.Through(accounts)</c>.
    /// </param>
    /// <returns>The rules.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="crediting"/> is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// <paramref name="crediting"/> is rolled up: give the rules a <see cref="CreditRollUp{TPayee}"/> instead.
    /// </exception>
    public static CreditRules<TPayee> Of<TPayee>(Crediting<TPayee> crediting)
        where TPayee : notnull =>
        CreditRules<TPayee>.Create(CreditRule.NotRolledUp(Guard.Against.Null(crediting), nameof(crediting)));

    /// <summary>Rules that credit nobody until splits, rules by scope or overlays are added.</summary>
    /// <typeparam name="TPayee">The type of those who are credited.</typeparam>
    /// <returns>The rules.</returns>
    public static CreditRules<TPayee> Empty<TPayee>()
        where TPayee : notnull =>
        CreditRules<TPayee>.Create(crediting: null);
}
