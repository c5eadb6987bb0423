using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// A value that knows what it measures: revenue of CNY 1,000,000 without tax, 96 visits. Made by a <see cref="SalesDomain.Measure"/>.
/// </summary>
/// <remarks>
/// <para>
/// Values of one measure are added and compared; those of two are only divided, by <see cref="Ratio"/>, and only on one tax basis. Nothing
/// rounds.
/// </para>
/// <para>
/// Equality is by measure and value. Addition, subtraction and ordering across measures, tax bases, units and currencies throw
/// <see cref="MeasureMismatchException"/>, <see cref="TaxBasisMismatchException"/>, <see cref="UnitMismatchException"/> and
/// <see cref="CurrencyMismatchException"/>, zero
/// included. The default value measures nothing: it prints as an empty text, and <see cref="Measure"/> says what is wrong.
/// </para>
/// </remarks>
public readonly partial struct Measured : IEquatable<Measured>, IComparable<Measured>, IComparable
{
    private readonly decimal _amount;
    private readonly Measure? _measure;

    // Null for what is no money.
    private readonly Currency? _currency;

    internal Measured(Measure measure, Money money)
        : this(measure, money.Amount, money.Currency)
    {
    }

    internal Measured(Measure? measure, decimal amount, Currency? currency = null)
    {
        _measure = measure;
        _amount = amount;
        _currency = currency;
    }

    /// <summary>What is measured.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which measures nothing.</exception>
    public Measure Measure =>
        _measure
            ?? throw new InvalidOperationException(
                "This Measured is the default value and measures nothing; make it by a measure, as Measure.Revenue.Of(money).");

    /// <summary>The amount of a measure of money.</summary>
    /// <exception cref="InvalidOperationException">This is no money.</exception>
    public Money Money
    {
        get
        {
            Measure.Require(FigureKind.Money);
            return new Money(_amount, _currency!);
        }
    }

    /// <summary>The amount of a measure of quantity.</summary>
    /// <exception cref="InvalidOperationException">This is no quantity.</exception>
    public Quantity Quantity
    {
        get
        {
            Measure.Require(FigureKind.Quantity);
            return new Quantity(_amount, Measure.Unit!);
        }
    }

    /// <summary>The number of a count.</summary>
    /// <exception cref="InvalidOperationException">This is money or a quantity.</exception>
    public decimal Number
    {
        get
        {
            Measure.Require(FigureKind.Number);
            return _amount;
        }
    }

    /// <summary>The money, quantity or number, as an <see cref="Explanation"/> states it.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which measures nothing.</exception>
    public Figure Value =>
        Measure.Kind switch
        {
            FigureKind.Money => Money,
            FigureKind.Quantity => Quantity,
            _ => Number,
        };

    /// <summary>The amount of money, of a quantity or of a count, without its unit.</summary>
    internal decimal Amount => _amount;

    /// <summary>Null for what is no money.</summary>
    internal Currency? Currency => _currency;

    /// <summary>True when the amount is zero.</summary>
    public bool IsZero => _amount == 0m;

    /// <summary>
    /// The share one value is of another on the same basis: attainment, collection rate (回款率), margin on revenue; days of sales outstanding
    /// (DSO) as
    /// <c>Ratio(receivables * days, grossRevenue)?.Fraction</c>.
    /// </summary>
    /// <param name="part">The dividend.</param>
    /// <param name="whole">The divisor: money on the same tax basis and in the same currency, a quantity in the same unit, or a count if
    /// <paramref name="part"/> is one.</param>
    /// <returns>
    /// The ratio to 28 digits, or null when <paramref name="whole"/> is zero: a quota of 0 gives no attainment, neither 0 % nor infinity.
    /// Of a negative
    /// whole it is the plain quotient, as of <see cref="Percentage.Ratio(SalesDomain.Money, SalesDomain.Money)"/>.
    /// </returns>
    /// <exception cref="TaxBasisMismatchException">One has the tax in it and the other has not.</exception>
    /// <exception cref="MeasureMismatchException">One is money and the other a quantity or a count: see <see cref="MoneyPer"/>.</exception>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    /// <exception cref="InvalidOperationException">One is the default value, which measures nothing.</exception>
    /// <exception cref="OverflowException">The ratio is too large to be a percentage.</exception>
    public static Percentage? Ratio(Measured part, Measured whole)
    {
        Measure.RequireSameBasis(part.Measure, whole.Measure, nameof(whole));
        RequireSameCurrency(part, whole, nameof(whole));
        return Percentage.Ratio(part._amount, whole._amount);
    }

    /// <summary>Money for each one of a number or quantity: revenue per visit, sales per outlet, average price per piece.</summary>
    /// <param name="money">The money.</param>
    /// <param name="whole">The count or quantity.</param>
    /// <returns>
    /// The quotient to 28 digits, on the tax basis of <paramref name="money"/>, or null when <paramref name="whole"/> is zero.
    /// </returns>
    /// <exception cref="InvalidOperationException"><paramref name="money"/> is no money, or one is the default value, which measures
    /// nothing.</exception>
    /// <exception cref="MeasureMismatchException"><paramref name="whole"/> is money: see <see cref="Ratio"/>.</exception>
    public static Money? MoneyPer(Measured money, Measured whole)
    {
        var amount = money.Money;
        if (whole.Measure.Kind == FigureKind.Money)
            throw new MeasureMismatchException(money.Measure, whole.Measure, nameof(whole));

        return whole.IsZero ? null : amount / whole._amount;
    }

    /// <summary>The amount with the tax in it: × (100 % + rate).</summary>
    /// <param name="rate">The rate of the tax, zero or more: 13 % of VAT. Sales at several rates are better read from the facts, by
    /// <see cref="Measure.GrossRevenue"/>.</param>
    /// <returns>The amount, on the basis with tax.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">This is no money, or has the tax in it already.</exception>
    /// <exception cref="OverflowException">The amount does not fit in a decimal.</exception>
    public Measured WithTax(Percentage rate)
    {
        var factor = TaxFactor(rate);
        return new Measured(OnOther(TaxBasis.WithTax), _amount * factor, _currency);
    }

    /// <summary>The amount without the tax: ÷ (100 % + rate), to 28 digits.</summary>
    /// <param name="rate">The rate of the tax that is in the amount, zero or more.</param>
    /// <returns>The amount, on the basis without tax, not rounded.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">This is no money, or is without the tax already.</exception>
    public Measured WithoutTax(Percentage rate)
    {
        var factor = TaxFactor(rate);
        return new Measured(OnOther(TaxBasis.WithoutTax), _amount / factor, _currency);
    }

    /// <summary>
    /// The same value under another measure: what is invoiced becomes receivable, so that sales can be added to an opening balance. Going
    /// through
    /// <see cref="Money"/> instead would lose the tax basis.
    /// </summary>
    /// <param name="measure">The other measure, of the same kind, tax basis and unit.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="measure"/> is null.</exception>
    /// <exception cref="TaxBasisMismatchException">One has the tax in it and the other has not.</exception>
    /// <exception cref="MeasureMismatchException">One is money and the other a quantity or a count.</exception>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    /// <exception cref="InvalidOperationException">This is the default value, which measures nothing.</exception>
    public Measured As(Measure measure)
    {
        Guard.Against.Null(measure);
        Measure.RequireSameBasis(Measure, measure, nameof(measure));
        return new Measured(measure, _amount, _currency);
    }

    /// <summary>Whether the other is the same value of the same measure.</summary>
    /// <param name="other">The value to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Measured other) => _amount == other._amount && _currency == other._currency && _measure == other._measure;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Measured other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(_measure?.GetHashCode() ?? 0, Hash.Of(_amount), _currency?.GetHashCode() ?? 0);

    /// <summary>Compares two values of one measure.</summary>
    /// <param name="other">The value to compare with.</param>
    /// <returns>Negative, zero or positive as this is less, equal or more.</returns>
    /// <exception cref="ArgumentException">Measure, tax basis, unit or currency differ.</exception>
    /// <exception cref="InvalidOperationException">One is the default value, which measures nothing, and the other is not.</exception>
    public int CompareTo(Measured other)
    {
        RequireSame(this, other, nameof(other));
        return _amount.CompareTo(other._amount);
    }

    int IComparable.CompareTo(object? obj) => ObjectComparison.With(this, obj);

    /// <summary>Measure and value: <c>revenue, without tax: CNY 1000000.00</c>.</summary>
    /// <returns>The text, the same in every culture; empty for the default value.</returns>
    public override string ToString() => _measure is null ? "" : _measure + ": " + Value;

    private static decimal TaxFactor(Percentage rate) =>
        rate >= Percentage.Zero ? 1m + rate.Fraction : throw Guards.OutOfRange(nameof(rate), rate.ToString(), "must not be negative");

    private static void RequireSameCurrency(Measured left, Measured right, string parameterName, string? of = null)
    {
        if (left._currency != right._currency)
            throw new CurrencyMismatchException(left._currency!, right._currency!, of, parameterName);
    }

    // A rate for what is on the basis already is a mistake, and one that leaves no trace if it is passed over.
    private Measure OnOther(TaxBasis taxBasis)
    {
        var measure = Measure.On(taxBasis);
        return measure.TaxBasis != Measure.TaxBasis ? measure
            : throw new InvalidOperationException(
                "'" + measure + "' is " + Measure.Text(taxBasis) + " already; there is no rate to apply.");
    }
}
