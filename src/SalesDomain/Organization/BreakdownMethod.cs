using System;
using System.Diagnostics.CodeAnalysis;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The size of a sales force by its sales: the forecast ÷ what one person sells, × (1 + turnover) to stand ready for
/// leavers.</summary>
/// <remarks>
/// <para>
/// The forecast can be money, units or a count, on whatever tax basis; what one person sells is of the same measure and for the same
/// period. The turnover allowance is the textbooks' own, crude as it is: one person more for every leaver that is expected in the period.
/// </para>
/// <para>
/// Immutable. Equality is by productivity and turnover. Source: the breakdown method of sales management textbooks, n = s ÷ p
/// × (1 + t).
/// </para>
/// </remarks>
public sealed class BreakdownMethod : IEquatable<BreakdownMethod>
{
    private BreakdownMethod(Measured perPerson, Percentage turnover)
    {
        PerPerson = perPerson;
        Turnover = turnover;
    }

    /// <summary>What one person sells in the period.</summary>
    public Measured PerPerson { get; }

    /// <summary>The expected turnover of the sales force in the period; 0 % unless stated.</summary>
    public Percentage Turnover { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A method.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(BreakdownMethod? left, BreakdownMethod? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A method.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(BreakdownMethod? left, BreakdownMethod? right) => !(left == right);

    /// <summary>The method by what one person sells.</summary>
    /// <param name="perPerson">What one person sells in the period, more than zero.</param>
    /// <returns>The method; <see cref="Size"/> takes the forecast.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="perPerson"/> is not positive.</exception>
    /// <exception cref="ArgumentException"><paramref name="perPerson"/> is the default value, which measures nothing.</exception>
    public static BreakdownMethod OfSalesPerPerson(Measured perPerson) =>
        MeasuredArgument.Given(perPerson).Amount > 0m ? new BreakdownMethod(perPerson, Percentage.Zero)
            : throw Guards.OutOfRange(nameof(perPerson), perPerson.ToString(), "must be positive");

    /// <summary>The same with people in reserve for those who leave.</summary>
    /// <param name="turnover">The expected turnover in the period: leavers ÷ average head count, 0 % or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="turnover"/> is negative.</exception>
    public BreakdownMethod WithTurnover(Percentage turnover) =>
        turnover >= Percentage.Zero ? new BreakdownMethod(PerPerson, turnover)
            : throw Guards.OutOfRange(nameof(turnover), turnover.ToString(), "must not be negative");

    /// <summary>The size for a forecast.</summary>
    /// <param name="forecast">What is to be sold in the period, zero or more, of the same measure as what one person sells.</param>
    /// <returns>The need, exact and rounded up once, with every step.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="forecast"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// It is the default value, which measures nothing, or differs in measure, tax basis, unit or currency.
    /// </exception>
    /// <exception cref="OverflowException">The need is no number of people that there could be.</exception>
    public BreakdownSize Size(Measured forecast)
    {
        if (MeasuredArgument.Given(forecast).Amount < 0m)
            throw Guards.OutOfRange(nameof(forecast), forecast.ToString(), "must not be negative");

        Measured.RequireSame(PerPerson, forecast, nameof(forecast));
        return new BreakdownSize(this, forecast);
    }

    /// <summary>Whether the other has the same productivity and turnover.</summary>
    /// <param name="other">The method to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(BreakdownMethod? other) =>
        other is not null && PerPerson == other.PerPerson && Turnover == other.Turnover;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as BreakdownMethod);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(PerPerson.GetHashCode(), Turnover.GetHashCode());

    /// <summary>The method in words: <c>revenue, without tax: USD 250000.00 a person; turnover 20%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => PerPerson + " a person; turnover " + Turnover;
}
