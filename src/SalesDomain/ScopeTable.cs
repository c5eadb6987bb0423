using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Makes tables of values by scope.</summary>
public static class ScopeTable
{
    /// <summary>A table in which the most specific entry wins, by a declared sequence of levels.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="sequence">Which level is asked first, second, and so on.</param>
    /// <param name="entries">The entries, in any order; none for an empty table.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException">An argument or an entry is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two entries have one name, an entry's level is not in the sequence, or two entries of one level and one precedence could both
    /// hold for a sale on a day.
    /// </exception>
    public static ScopeTable<T> MostSpecific<T>(AccessSequence sequence, params ScopeEntry<T>[] entries)
        where T : notnull
    {
        Guard.Against.Null(sequence);
        return ScopeTable<T>.Create(new ScopePolicy<T>(sequence), Guard.Against.Null(entries));
    }

    /// <summary>A table in which the entry with the highest value wins, however specific it is.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="comparer">What is higher: <c>Comparer&lt;Percentage&gt;.Default</c>, or a comparer of one part of the value.</param>
    /// <param name="entries">The entries, in any order; none for an empty table.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException">An argument or an entry is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two entries have one name, two values cannot be compared, or two entries that compare equal and have one precedence could both
    /// hold for a sale on a day.
    /// </exception>
    public static ScopeTable<T> Highest<T>(IComparer<T> comparer, params ScopeEntry<T>[] entries)
        where T : notnull
    {
        Guard.Against.Null(comparer);
        return ScopeTable<T>.Create(new ScopePolicy<T>(comparer, ScopeChoice.Highest), Guard.Against.Null(entries));
    }

    /// <summary>A table in which the entry with the highest value wins, and of equal ones the most specific.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="comparer">What is higher.</param>
    /// <param name="sequence">Of entries that compare equal, which level comes first, second, and so on.</param>
    /// <param name="entries">The entries, in any order; none for an empty table.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException">An argument or an entry is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two entries have one name, an entry's level is not in the sequence, two values cannot be compared, or two entries that compare
    /// equal, of one level and one precedence, could both hold for a sale on a day.
    /// </exception>
    public static ScopeTable<T> Highest<T>(IComparer<T> comparer, AccessSequence sequence, params ScopeEntry<T>[] entries)
        where T : notnull
    {
        Guard.Against.Null(comparer);
        Guard.Against.Null(sequence);
        return ScopeTable<T>.Create(new ScopePolicy<T>(comparer, ScopeChoice.Highest, sequence), Guard.Against.Null(entries));
    }

    /// <summary>A table in which the entry with the lowest value wins, however specific it is: the best price for the customer.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="comparer">What is lower: <c>Comparer&lt;Money&gt;.Default</c>, or a comparer of one part of the value.</param>
    /// <param name="entries">The entries, in any order; none for an empty table.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException">An argument or an entry is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two entries have one name, two values cannot be compared, or two entries that compare equal and have one precedence could both
    /// hold for a sale on a day.
    /// </exception>
    public static ScopeTable<T> Lowest<T>(IComparer<T> comparer, params ScopeEntry<T>[] entries)
        where T : notnull
    {
        Guard.Against.Null(comparer);
        return ScopeTable<T>.Create(new ScopePolicy<T>(comparer, ScopeChoice.Lowest), Guard.Against.Null(entries));
    }

    /// <summary>A table in which the entry with the lowest value wins, and of equal ones the most specific.</summary>
    /// <typeparam name="T">The type of the values.</typeparam>
    /// <param name="comparer">What is lower.</param>
    /// <param name="sequence">Of entries that compare equal, which level comes first, second, and so on.</param>
    /// <param name="entries">The entries, in any order; none for an empty table.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException">An argument or an entry is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two entries have one name, an entry's level is not in the sequence, two values cannot be compared, or two entries that compare
    /// equal, of one level and one precedence, could both hold for a sale on a day.
    /// </exception>
    public static ScopeTable<T> Lowest<T>(IComparer<T> comparer, AccessSequence sequence, params ScopeEntry<T>[] entries)
        where T : notnull
    {
        Guard.Against.Null(comparer);
        Guard.Against.Null(sequence);
        return ScopeTable<T>.Create(new ScopePolicy<T>(comparer, ScopeChoice.Lowest, sequence), Guard.Against.Null(entries));
    }
}
