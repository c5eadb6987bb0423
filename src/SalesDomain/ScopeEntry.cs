using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Makes entries of a <see cref="ScopeTable{T}"/> without naming the type of their values.</summary>
public static class ScopeEntry
{
    /// <summary>An entry in force always, without precedence.</summary>
    /// <typeparam name="T">The type of the value.</typeparam>
    /// <param name="name">
    /// What it goes by, in every answer: the number of the agreement, the name of the campaign. Not empty, no white space at either
    /// end.
    /// </param>
    /// <param name="scope">For which sales it holds.</param>
    /// <param name="value">What it says of them.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or begins or ends with white space.</exception>
    public static ScopeEntry<T> Of<T>(string name, Scope scope, T value)
        where T : notnull =>
        new(
            Identifier.Checked(name), Guard.Against.Null(scope),
            value is null ? throw new ArgumentNullException(nameof(value)) : value, DateSpan.Always, 0);
}
