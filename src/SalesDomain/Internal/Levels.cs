using System;
using System.Runtime.CompilerServices;

namespace SalesDomain.Internal;

/// <summary>The order of the levels of a schedule.</summary>
internal static class Levels
{
    /// <summary>
    /// As the type orders itself, but text by its code units, since strings compare in the culture of the machine; and what cannot be
    /// compared is refused in the name of the caller's parameter, expecting the currency or unit of the schedule.
    /// </summary>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal static int Compare<TLevel>(TLevel given, TLevel known, string parameterName)
        where TLevel : IComparable<TLevel>
    {
        if (given is string text && known is string other)
            return string.CompareOrdinal(text, other);

        // Only money and quantities refuse a comparison; for the others the compiler keeps the plain one alone.
        return typeof(TLevel) == typeof(Money) || typeof(TLevel) == typeof(Quantity)
            ? CompareWithUnits(given, known, parameterName)
            : given.CompareTo(known);
    }

    private static int CompareWithUnits<TLevel>(TLevel given, TLevel known, string parameterName)
        where TLevel : IComparable<TLevel>
    {
        try
        {
            return given.CompareTo(known);
        }
        catch (CurrencyMismatchException e)
        {
            throw new CurrencyMismatchException(e.Actual, e.Expected, parameterName);
        }
        catch (UnitMismatchException e)
        {
            throw new UnitMismatchException(e.Actual, e.Expected, parameterName);
        }
    }
}
