using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>The work one account asks for in a period: calls × (time of a call + travel to it).</summary>
/// <remarks>
/// <para>Travel is in the call here, or is taken off the selling time as a share (<see cref="SellingTime.WithoutShare"/>): once, not
/// twice.</para>
/// <para>Times are means as a rule: 22.5 minutes is one as good as any. One with thirds of a minute has no last digit, and is rounded by
/// who states it, to tenths of a minute for one; nothing here rounds it unseen.</para>
/// <para>Equality is by calls, time and travel. The default value is no work. Source: the workload index of territory design, frequency ×
/// (duration + travel).</para>
/// </remarks>
public readonly struct AccountWorkload : IEquatable<AccountWorkload>
{
    private readonly decimal _minutesOfACall;
    private readonly decimal _minutesOfTravel;

    private AccountWorkload(decimal calls, decimal minutesOfACall, decimal minutesOfTravel)
    {
        Calls = calls;
        _minutesOfACall = minutesOfACall;
        _minutesOfTravel = minutesOfTravel;
        MinutesOfACall = minutesOfACall + minutesOfTravel;
        Minutes = calls * MinutesOfACall;
    }

    /// <summary>How many calls in the period.</summary>
    public decimal Calls { get; }

    /// <summary>How long a call takes, without travel.</summary>
    public Duration TimeOfACall => DecimalMinutes.ToDuration(_minutesOfACall);

    /// <summary>How long it takes to get to a call.</summary>
    public Duration Travel => DecimalMinutes.ToDuration(_minutesOfTravel);

    /// <summary>The minutes of one call with its travel, exact.</summary>
    public decimal MinutesOfACall { get; }

    /// <summary>The minutes of all calls, exact.</summary>
    public decimal Minutes { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A workload.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(AccountWorkload left, AccountWorkload right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A workload.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AccountWorkload left, AccountWorkload right) => !left.Equals(right);

    /// <summary>A number of calls of a length.</summary>
    /// <param name="calls">How many in the period, zero or more; half a call where two people share one.</param>
    /// <param name="timeOfACall">How long one takes, a decimal number of minutes: 22.5 on average.</param>
    /// <param name="travel">How long it takes to get there, a decimal number of minutes; zero where travel is taken off the selling
    /// time.</param>
    /// <returns>The workload.</returns>
    /// <exception cref="ArgumentOutOfRangeException">An argument is negative, or a time is no decimal number of minutes: 20
    /// seconds are a third of one.</exception>
    public static AccountWorkload Of(decimal calls, Duration timeOfACall, Duration travel) =>
        new(Guard.Against.Below(0m, calls), DecimalMinutes.Of(timeOfACall), DecimalMinutes.Of(travel));

    /// <summary>A number of calls whose time nobody has measured.</summary>
    /// <param name="calls">How many in the period, zero or more.</param>
    /// <returns>The workload; it can be counted in calls alone.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="calls"/> is negative.</exception>
    public static AccountWorkload OfCalls(decimal calls) => new(Guard.Against.Below(0m, calls), 0, 0);

    /// <summary>The minutes as calls × (time + travel).</summary>
    /// <returns>The tree; its root is <see cref="Minutes"/>.</returns>
    public Explanation Explain() =>
        Node("workload in minutes", Minutes, Operation.Product,
            Fact("calls", Calls),
            Node("minutes of a call", MinutesOfACall, Operation.Sum,
                Fact("time of a call", _minutesOfACall), Fact("travel", _minutesOfTravel)));

    /// <summary>Whether the other has the same calls, time and travel.</summary>
    /// <param name="other">The workload to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AccountWorkload other) =>
        Calls == other.Calls && _minutesOfACall == other._minutesOfACall && _minutesOfTravel == other._minutesOfTravel;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is AccountWorkload other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Hash.Of(Calls), Hash.Of(_minutesOfACall), Hash.Of(_minutesOfTravel));

    /// <summary>The workload in words: <c>36 calls of 60 + 20 min</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Calls) + " calls of " + InvariantText.Number(_minutesOfACall) + " + "
        + InvariantText.Number(_minutesOfTravel) + " min";
}
