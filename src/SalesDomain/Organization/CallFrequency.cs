using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>How often a customer is visited (拜访频率): so many calls in so many periods. Four a month, one every two months.</summary>
/// <remarks>
/// <para>
/// What a period is, is said by the <see cref="VisitPolicy"/>. Calls are due by cumulated rounding up: through n periods, calls × n ÷
/// periods. So the first call is due in the first period, and any run of as many periods as the frequency has holds exactly its calls: one
/// every two months is 1, 0, 1, 0, and ten every twelve is ten in any twelve.
/// </para>
/// <para>Equality is by both numbers: two every four periods may come together, one every two may not. The default value is no
/// calls.</para>
/// </remarks>
public readonly struct CallFrequency : IEquatable<CallFrequency>
{
    // Less one, so that the default value is none in one period.
    private readonly int _periodsLessOne;

    private CallFrequency(int calls, int periods)
    {
        Calls = calls;
        _periodsLessOne = periods - 1;
    }

    /// <summary>No calls: the customer is not visited, which is not the same as having no rule.</summary>
    public static CallFrequency None => default;

    /// <summary>How many calls, zero or more.</summary>
    public int Calls { get; }

    /// <summary>In how many periods, one or more.</summary>
    public int Periods => _periodsLessOne + 1;

    /// <summary>So many calls in each period.</summary>
    /// <param name="calls">How many calls, zero or more.</param>
    /// <returns>The frequency.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="calls"/> is negative.</exception>
    public static CallFrequency Of(int calls) => Of(calls, 1);

    /// <summary>So many calls in so many periods.</summary>
    /// <param name="calls">How many calls, zero or more.</param>
    /// <param name="everyPeriods">In how many periods, one or more.</param>
    /// <returns>The frequency.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="calls"/> is negative or <paramref name="everyPeriods"/> is below 1.
    /// </exception>
    public static CallFrequency Of(int calls, int everyPeriods) =>
        new(Guard.Against.OutsideRange(0, int.MaxValue, calls), Guard.Against.OutsideRange(1, int.MaxValue, everyPeriods));

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A frequency.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(CallFrequency left, CallFrequency right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A frequency.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(CallFrequency left, CallFrequency right) => !left.Equals(right);

    /// <summary>Whether the other has as many calls in as many periods.</summary>
    /// <param name="other">The frequency to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CallFrequency other) => Calls == other.Calls && Periods == other.Periods;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is CallFrequency other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Calls, Periods);

    /// <summary>The frequency in words: <c>4 a period</c>, <c>1 every 2 periods</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Calls) + (Periods == 1 ? " a period" : " every " + InvariantText.Number(Periods) + " periods");

    /// <summary>How many calls are due through so many periods, counted from where the cycle begins; negative before that.</summary>
    internal long DueThrough(long periods)
    {
        var product = Calls * periods;
        var quotient = product / Periods;
        return product > 0 && product % Periods != 0 ? quotient + 1 : quotient;
    }
}
