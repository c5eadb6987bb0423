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
/// Immutable. Equality is by forecast, productivity and turnover. Source: the breakdown method of sales management textbooks, n = s ÷ p
/// × (1 + t).
/// </para>
/// </remarks>
public sealed class BreakdownMethod : IEquatable<BreakdownMethod>
{
    private BreakdownMethod(Measured forecast, Measured perPerson, Percentage turnover)
    {
        Forecast = forecast;
        PerPerson = perPerson;
        Turnover = turnover;
    }

    /// <summary>What is to be sold in the period.</summary>
    public Measured Forecast { get; }

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

    /// <summary>A forecast and what one person sells.</summary>
    /// <param name="forecast">What is to be sold in the period, zero or more.</param>
    /// <param name="perPerson">What one person sells in the period, more than zero, of the same measure.</param>
    /// <returns>The method.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="forecast"/> is negative, or <paramref name="perPerson"/> not
    /// positive.</exception>
    /// <exception cref="ArgumentException">
    /// One is the default value, which measures nothing, or the two differ in measure, tax basis, unit or currency.
    /// </exception>
    public static BreakdownMethod Of(Measured forecast, Measured perPerson)
    {
        MeasuredArgument.Given(forecast);
        MeasuredArgument.Given(perPerson);
        if (forecast.Amount < 0m)
            throw Guards.OutOfRange(nameof(forecast), forecast.ToString(), "must not be negative");
        if (perPerson.Amount <= 0m)
            throw Guards.OutOfRange(nameof(perPerson), perPerson.ToString(), "must be positive");

        Measured.RequireSame(forecast, perPerson, nameof(perPerson));
        return new BreakdownMethod(forecast, perPerson, Percentage.Zero);
    }

    /// <summary>The same with people in reserve for those who leave.</summary>
    /// <param name="turnover">The expected turnover in the period: leavers ÷ average head count, 0 % or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="turnover"/> is negative.</exception>
    public BreakdownMethod WithTurnover(Percentage turnover) =>
        turnover >= Percentage.Zero ? new BreakdownMethod(Forecast, PerPerson, turnover)
            : throw Guards.OutOfRange(nameof(turnover), turnover.ToString(), "must not be negative");

    /// <summary>The size.</summary>
    /// <returns>The need, exact and rounded up once, with every step.</returns>
    /// <exception cref="OverflowException">The need is no number of people that there could be.</exception>
    public BreakdownSize Size() => new(this);

    /// <summary>Whether the other has the same forecast, productivity and turnover.</summary>
    /// <param name="other">The method to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(BreakdownMethod? other) =>
        other is not null && Forecast == other.Forecast && PerPerson == other.PerPerson && Turnover == other.Turnover;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as BreakdownMethod);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Forecast.GetHashCode(), PerPerson.GetHashCode(), Turnover.GetHashCode());

    /// <summary>The method in words: <c>revenue, without tax: USD 10000000.00; USD 250000.00 a person; turnover 20%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Forecast + "; " + PerPerson.Value + " a person; turnover " + Turnover;
}
