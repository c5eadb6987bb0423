using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>Makes rules by scope without naming the type of the payees.</summary>
public static class CreditRule
{
    /// <summary>A rule that credits a split.</summary>
    /// <typeparam name="TPayee">The type of those who are credited.</typeparam>
    /// <param name="name">What it goes by in every credit and explanation. Not blank, no white space at either end.</param>
    /// <param name="scope">For which sales it holds.</param>
    /// <param name="split">Who shares them.</param>
    /// <returns>The rule, in force always.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is blank or has outer white space.</exception>
    public static CreditRule<TPayee> Of<TPayee>(string name, Scope scope, CreditSplit<TPayee> split)
        where TPayee : notnull =>
        CreditRule<TPayee>.Create(Identifier.Checked(name), Guard.Against.Null(scope), Guard.Against.Null(split), crediting: null);

    /// <summary>A rule that credits whoever holds what a sale names, through dated assignments: the specialist of the product.</summary>
    /// <typeparam name="TPayee">The type of those who are credited.</typeparam>
    /// <param name="name">What it goes by in every credit and explanation. Not blank, no white space at either end.</param>
    /// <param name="scope">For which sales it holds.</param>
    /// <param name="crediting">The way from a sale to its holders: <c>Crediting.ByProduct.Through(specialists)</c>.</param>
    /// <returns>The rule, in force always.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is blank or has outer white space, or <paramref name="crediting"/> is rolled up: the roll-up is one of
    /// <see cref="CreditRules{TPayee}"/> as a whole.
    /// </exception>
    public static CreditRule<TPayee> Of<TPayee>(string name, Scope scope, Crediting<TPayee> crediting)
        where TPayee : notnull =>
        CreditRule<TPayee>.Create(
            Identifier.Checked(name), Guard.Against.Null(scope), split: null,
            NotRolledUp(Guard.Against.Null(crediting), nameof(crediting)));

    internal static Crediting<TPayee> NotRolledUp<TPayee>(Crediting<TPayee> crediting, string parameterName)
        where TPayee : notnull =>
        crediting.Hierarchy is null ? crediting
            : throw Guards.Invalid(parameterName, "'" + crediting + "'", "must not be rolled up; give the rules a CreditRollUp instead");
}
