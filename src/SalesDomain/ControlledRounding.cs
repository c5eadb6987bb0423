using System;
using System.Collections.Generic;
using System.Linq;
using System.Numerics;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// Rounds a table to whole units so that its rows, its columns and the grand total still sum: a plan by area and month, in thousands.
/// </summary>
/// <remarks>
/// <para>
/// Every cell goes to one of the two multiples of the unit beside it, and so does every row total, every column total and the grand
/// total; what is a multiple already stays. The totals of the result are the sums of its cells. Such a table always exists in two
/// dimensions, with cells of any sign: this is zero-restricted controlled rounding (Bacharach, <i>Matrix Rounding Problems</i>, 1966;
/// Cox, <i>A Constructive Procedure for Unbiased Controlled Rounding</i>, 1987).
/// </para>
/// <para>
/// Among all such tables, those count whose totals deviate least: Σ |rounded − exact| over the row totals, the column totals and the
/// grand total. So a total goes to the nearer multiple wherever all can together, and what a quotient lost in its last digit costs no
/// total a unit. Among these, the cells deviate least in the same sense. What ties remain are broken away from zero: by the grand total,
/// then by the row totals from the top, by the column totals from the left, and by the cells row by row, the first that can going away
/// from zero. So the result is one and the same everywhere, and that of the negated table is the negated result; rows or columns that
/// change places may change how ties fall.
/// </para>
/// <para>
/// A single row whose total is a multiple gets what <see cref="Apportionment"/> by its cells gives. Everything is computed in whole
/// numbers of any size, so nothing depends on the rounding of a quotient. Equality is by unit.
/// </para>
/// </remarks>
public sealed class ControlledRounding : IEquatable<ControlledRounding>
{
    private ControlledRounding(decimal? unit) => Unit = unit;

    /// <summary>Money to the minor unit of its currency.</summary>
    public static ControlledRounding ToMinorUnit { get; } = new(null);

    /// <summary>To whole numbers of anything: people, cases, points.</summary>
    public static ControlledRounding ToWhole { get; } = InUnitsOf(1m);

    /// <summary>The unit that results are multiples of, or null for the minor unit of the amounts' currency.</summary>
    public decimal? Unit { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A controlled rounding.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ControlledRounding? left, ControlledRounding? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A controlled rounding.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ControlledRounding? left, ControlledRounding? right) => !(left == right);

    /// <summary>Any unit: 1,000 for plan figures in thousands, 0.01 for hundredths of a per cent, 24 for whole cases of pieces.</summary>
    /// <param name="unit">The unit, above zero, in major units of money or in the quantities' unit of measure.</param>
    /// <returns>A controlled rounding to that unit.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="unit"/> is not positive.</exception>
    public static ControlledRounding InUnitsOf(decimal unit) => new(Guard.Against.NotPositive(unit));

    /// <summary>Rounds a table of money.</summary>
    /// <param name="amounts">The exact amounts, rows first, of any sign and all of one currency.</param>
    /// <returns>A new table of the same size.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no amounts, or their currency has no minor unit and this rounds to it.</exception>
    /// <exception cref="CurrencyMismatchException">The amounts are of different currencies.</exception>
    /// <exception cref="OverflowException">A rounded amount needs more digits than a decimal holds.</exception>
    public Money[,] Round(Money[,] amounts)
    {
        var currency = Grid.Cells(Guard.Against.EmptyGrid(amounts, nameof(amounts))).First().Currency;
        var exact = Grid.Map(amounts, amount => AmountIn(currency, amount, nameof(amounts)));
        return Grid.Map(Round(exact, UnitFor(currency, nameof(amounts))), amount => new Money(amount, currency));
    }

    /// <summary>Rounds a table of quantities.</summary>
    /// <param name="quantities">The exact quantities, rows first, of any sign and all in one unit of measure.</param>
    /// <returns>A new table of the same size.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quantities"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no quantities.</exception>
    /// <exception cref="UnitMismatchException">The quantities are in different units of measure.</exception>
    /// <exception cref="InvalidOperationException">This rounds to the minor unit of a currency.</exception>
    /// <exception cref="OverflowException">A rounded quantity needs more digits than a decimal holds.</exception>
    public Quantity[,] Round(Quantity[,] quantities)
    {
        var measure = Grid.Cells(Guard.Against.EmptyGrid(quantities, nameof(quantities))).First().Unit;
        var exact = Grid.Map(quantities, quantity => AmountIn(measure, quantity, nameof(quantities)));
        return Grid.Map(Round(exact, UnitOfNumbers()), amount => new Quantity(amount, measure));
    }

    /// <summary>Rounds a table of plain numbers: head count, points, hundredths of a per cent.</summary>
    /// <param name="figures">The exact figures, rows first, of any sign.</param>
    /// <returns>A new table of the same size.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figures"/> is null.</exception>
    /// <exception cref="ArgumentException">There are no figures.</exception>
    /// <exception cref="InvalidOperationException">This rounds to the minor unit of a currency.</exception>
    /// <exception cref="OverflowException">A rounded figure needs more digits than a decimal holds.</exception>
    public decimal[,] Round(decimal[,] figures) =>
        Round(Grid.Map(Guard.Against.EmptyGrid(figures, nameof(figures)), figure => figure), UnitOfNumbers());

    /// <summary>
    /// Fills a table of money whose totals are decided: every cell is its row's share of its column, row total × column total ÷ grand
    /// total, rounded so that all totals are kept.
    /// </summary>
    /// <param name="rowTotals">The total of each row: the quota of an area. None has the opposite sign of another; each is a multiple of
    /// the unit.</param>
    /// <param name="columnTotals">The total of each column: the plan of a month. Likewise, with the same sum.</param>
    /// <returns>A table of that many rows and columns.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no rows or no columns, a total is no multiple of the unit or has the opposite sign of another, rows and columns have
    /// different sums, or their currency has no minor unit and this rounds to it.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">The totals are of different currencies.</exception>
    /// <exception cref="OverflowException">A cell needs more digits than a decimal holds.</exception>
    public Money[,] Spread(IEnumerable<Money> rowTotals, IEnumerable<Money> columnTotals)
    {
        var (rows, columns) = Totals(rowTotals, columnTotals);
        var currency = rows[0].Currency;
        var cells = Spread(
            Array.ConvertAll(rows, total => AmountIn(currency, total, nameof(rowTotals))),
            Array.ConvertAll(columns, total => AmountIn(currency, total, nameof(columnTotals))),
            UnitFor(currency, nameof(rowTotals)));
        return Grid.Map(cells, amount => new Money(amount, currency));
    }

    /// <summary>Fills a table of quantities whose totals are decided, in proportion to both.</summary>
    /// <param name="rowTotals">The total of each row. None has the opposite sign of another; each is a multiple of the unit.</param>
    /// <param name="columnTotals">The total of each column. Likewise, with the same sum.</param>
    /// <returns>A table of that many rows and columns.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no rows or no columns, a total is no multiple of the unit or has the opposite sign of another, or rows and columns have
    /// different sums.
    /// </exception>
    /// <exception cref="UnitMismatchException">The totals are in different units of measure.</exception>
    /// <exception cref="InvalidOperationException">This rounds to the minor unit of a currency.</exception>
    /// <exception cref="OverflowException">A cell needs more digits than a decimal holds.</exception>
    public Quantity[,] Spread(IEnumerable<Quantity> rowTotals, IEnumerable<Quantity> columnTotals)
    {
        var (rows, columns) = Totals(rowTotals, columnTotals);
        var measure = rows[0].Unit;
        var cells = Spread(
            Array.ConvertAll(rows, total => AmountIn(measure, total, nameof(rowTotals))),
            Array.ConvertAll(columns, total => AmountIn(measure, total, nameof(columnTotals))),
            UnitOfNumbers());
        return Grid.Map(cells, amount => new Quantity(amount, measure));
    }

    /// <summary>Fills a table of plain numbers whose totals are decided, in proportion to both.</summary>
    /// <param name="rowTotals">The total of each row. None has the opposite sign of another; each is a multiple of the unit.</param>
    /// <param name="columnTotals">The total of each column. Likewise, with the same sum.</param>
    /// <returns>A table of that many rows and columns.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no rows or no columns, a total is no multiple of the unit or has the opposite sign of another, or rows and columns have
    /// different sums.
    /// </exception>
    /// <exception cref="InvalidOperationException">This rounds to the minor unit of a currency.</exception>
    /// <exception cref="OverflowException">A cell needs more digits than a decimal holds.</exception>
    public decimal[,] Spread(IEnumerable<decimal> rowTotals, IEnumerable<decimal> columnTotals)
    {
        var (rows, columns) = Totals(rowTotals, columnTotals);
        return Spread(rows, columns, UnitOfNumbers());
    }

    /// <summary>Whether the other rounds to the same unit.</summary>
    /// <param name="other">The controlled rounding to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ControlledRounding? other) => other is not null && Unit == other.Unit;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ControlledRounding);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Of(Unit ?? 0m);

    /// <summary>The rule in words: <c>controlled, in units of 100</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => "controlled, in " + (Unit is { } unit ? "units of " + InvariantText.Number(unit) : "minor units");

    private static decimal[,] Round(decimal[,] figures, decimal unit)
    {
        var digits = Math.Max(DecimalMath.Scale(unit), Grid.Cells(figures).Max(DecimalMath.Scale));
        var whole = Grid.Map(figures, figure => DecimalMath.ToInteger(figure, digits));
        return Amounts(RoundedTable.Round(whole, DecimalMath.ToInteger(unit, digits)), unit);
    }

    /// <summary>Shares in units are row × column ÷ all: with all as the unit they are whole numbers, and exact.</summary>
    private static decimal[,] Spread(decimal[] rowTotals, decimal[] columnTotals, decimal unit)
    {
        var rows = InUnits(rowTotals, unit, nameof(rowTotals));
        var columns = InUnits(columnTotals, unit, nameof(columnTotals));
        var all = rows.Aggregate(BigInteger.Add);
        var other = columns.Aggregate(BigInteger.Add);
        if (other != all)
        {
            throw Guards.Invalid(
                nameof(columnTotals), InvariantText.Number(other) + " units of " + InvariantText.Number(unit),
                "must sum to what the row totals do, " + InvariantText.Number(all) + " units");
        }

        if (all.IsZero)
            return new decimal[rows.Length, columns.Length];

        var shares = Grid.Cross(rows, columns, (row, column) => row * column * all.Sign);
        return Amounts(RoundedTable.Round(shares, BigInteger.Abs(all)), unit);
    }

    private static BigInteger[] InUnits(decimal[] totals, decimal unit, string parameterName)
    {
        // In whole numbers: a remainder of decimals is not exact everywhere.
        var digits = Math.Max(DecimalMath.Scale(unit), totals.Max(DecimalMath.Scale));
        var wholeUnit = DecimalMath.ToInteger(unit, digits);
        var sign = Math.Sign(Array.Find(totals, total => total != 0m));
        return Array.ConvertAll(totals, total =>
        {
            var units = BigInteger.DivRem(DecimalMath.ToInteger(total, digits), wholeUnit, out var rest);
            if (!rest.IsZero)
                throw Guards.Invalid(
                    parameterName, InvariantText.Number(total), "must be multiples of the unit " + InvariantText.Number(unit));
            if (total != 0m && Math.Sign(total) != sign)
                throw Guards.Invalid(parameterName, InvariantText.Number(total), "must not be of both signs");

            return units;
        });
    }

    private static decimal[,] Amounts(BigInteger[,] units, decimal unit)
    {
        var digits = DecimalMath.Scale(unit);
        var wholeUnit = DecimalMath.ToInteger(unit, digits);
        return Grid.Map(units, count => DecimalMath.FromInteger(count * wholeUnit, digits));
    }

    /// <summary>Both are looked at before either is read.</summary>
    private static (T[] Rows, T[] Columns) Totals<T>(IEnumerable<T> rowTotals, IEnumerable<T> columnTotals)
    {
        var rows = Guard.Against.Nothing(rowTotals, "there is at least one row");
        var columns = Guard.Against.Nothing(columnTotals, "there is at least one column");
        return (rows, columns);
    }

    private static decimal AmountIn(Currency currency, Money amount, string parameterName) =>
        amount.Currency == currency ? amount.Amount : throw new CurrencyMismatchException(currency, amount.Currency, parameterName);

    private static decimal AmountIn(UnitOfMeasure measure, Quantity quantity, string parameterName) =>
        quantity.Unit == measure ? quantity.Amount : throw new UnitMismatchException(measure, quantity.Unit, parameterName);

    private decimal UnitFor(Currency currency, string parameterName) => Unit ?? Guard.Against.NoMinorUnit(currency, parameterName);

    private decimal UnitOfNumbers() =>
        Unit ?? throw new InvalidOperationException("A plain number or a quantity has no minor unit: round it in units of a number.");
}
