using System;
using System.ComponentModel;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using Basis = SalesDomain.TaxBasis;

namespace SalesDomain;

/// <summary>
/// What a figure (指标) counts, in which unit and on which tax basis (口径): revenue without tax, receivables with tax, units in pieces,
/// visits.
/// </summary>
/// <remarks>
/// <para>
/// A quota, a rebate condition and a commission component each name the measure they work by, and a value carries it as
/// <see cref="Measured"/>, so that
/// receivables with tax are never divided by sales without. The currency is the value's, not the measure's: one plan measures revenue in
/// many.
/// </para>
/// <para>
/// The library's own measures read their values from facts, line by line, by <see cref="Of(SalesLine)"/> and
/// <see cref="Of(CollectionLine)"/>; which facts
/// count (their days, price kinds, whose they are, and which one stage) is the caller's choice of lines. The names of those measures are
/// taken: a caller's own measure has another.
/// </para>
/// <para>
/// Equality is by name, kind, tax basis and unit. The text is <c>revenue, without tax</c>, <c>units, in PCE</c> or <c>visits, count</c> and
/// round-trips
/// through <see cref="Parse"/>.
/// </para>
/// </remarks>
[TypeConverter(typeof(TextConverter<Measure>))]
public sealed partial class Measure : IEquatable<Measure>
{
    private const string RevenueName = "revenue";
    private const string ListValueName = "list value";
    private const string MarginName = "margin";
    private const string CollectionsName = "collections";
    private const string ReceivablesName = "receivables";
    private const string UnitsName = "units";

    private readonly Reading _reading;

    // The same money on the other tax basis, made at once so that a conversion of each of many amounts makes no measure.
    private readonly Measure? _other;

    private Measure(string name, FigureKind kind, UnitOfMeasure? unit)
    {
        Name = name;
        Kind = kind;
        Unit = unit;
        _reading = kind == FigureKind.Quantity && name == UnitsName ? Reading.Units : Reading.None;
    }

    private Measure(string name, TaxBasis taxBasis, Measure? other = null)
    {
        Name = name;
        Kind = FigureKind.Money;
        TaxBasis = taxBasis;
        _reading = ReadingOf(name, taxBasis);
        _other = other ?? new Measure(name, taxBasis == Basis.WithTax ? Basis.WithoutTax : Basis.WithTax, this);
    }

    /// <summary>Which value of a fact a measure is.</summary>
    private enum Reading
    {
        None,
        Net,
        Gross,
        List,
        Margin,
        Units,
        Collected,
    }

    /// <summary>What is charged, without tax: <see cref="SalesLine.NetAmount"/>.</summary>
    public static Measure Revenue { get; } = new(RevenueName, Basis.WithoutTax);

    /// <summary>What is charged, with tax: <see cref="SalesLine.GrossAmount"/>. What receivables and collections are set against.</summary>
    public static Measure GrossRevenue { get; } = Revenue.On(Basis.WithTax);

    /// <summary>
    /// Quantity at list price, without tax: <see cref="SalesLine.ListAmount"/>; unknown for a product without a list price.
    /// </summary>
    public static Measure ListValue { get; } = new(ListValueName, Basis.WithoutTax);

    /// <summary>Net amount less cost, without tax; unknown, and not zero, for a line without a cost.</summary>
    public static Measure Margin { get; } = new(MarginName, Basis.WithoutTax);

    /// <summary>Money come in (回款), with tax: <see cref="CollectionLine.Amount"/>, of cash and bills alike.</summary>
    public static Measure Collections { get; } = new(CollectionsName, Basis.WithTax);

    /// <summary>What customers owe on a day, with tax. A balance, not a sum of facts: the caller gives it.</summary>
    public static Measure Receivables { get; } = new(ReceivablesName, Basis.WithTax);

    /// <summary>What is counted: <c>revenue</c>, <c>visits</c>.</summary>
    public string Name { get; }

    /// <summary>
    /// What a value of it is: <see cref="FigureKind.Money"/>, <see cref="FigureKind.Quantity"/>, or <see cref="FigureKind.Number"/> for a
    /// count.
    /// </summary>
    public FigureKind Kind { get; }

    /// <summary>Whether its amounts have the tax in them; null for what is no money.</summary>
    public TaxBasis? TaxBasis { get; }

    /// <summary>The unit of a quantity; null for money and counts.</summary>
    public UnitOfMeasure? Unit { get; }

    /// <summary>Which facts its values are read from.</summary>
    public MeasureSource Source =>
        _reading switch
        {
            Reading.None => MeasureSource.Given,
            Reading.Collected => MeasureSource.CollectionLines,
            _ => MeasureSource.SalesLines,
        };

    /// <summary>How many units are sold, free goods included: <see cref="SalesLine.Quantity"/>.</summary>
    /// <param name="unit">The unit; a line in another one is refused.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    public static Measure Units(UnitOfMeasure unit) => new(UnitsName, FigureKind.Quantity, Guard.Against.Null(unit));

    /// <summary>A number of anything that no sales line states: visits, new customers, orders, outlets.</summary>
    /// <param name="name">What is counted: not empty, no white space at either end.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or begins or ends with white space.</exception>
    public static Measure Count(string name) => new(Identifier.Checked(name), FigureKind.Number, null);

    /// <summary>An amount of money of the caller's own: selling expense, contribution, open orders.</summary>
    /// <param name="name">What is counted: not empty, no white space at either end, none of the library's own names.</param>
    /// <param name="taxBasis">Whether the amounts have the tax in them.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, begins or ends with white space, or is that of one of the
    /// library's measures.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxBasis"/> is not defined.</exception>
    public static Measure OfMoney(string name, TaxBasis taxBasis) =>
        new(NotTaken(name, FigureKind.Money), Guard.Against.Undefined(taxBasis));

    /// <summary>A quantity of the caller's own: sell-out in pieces, display space in square metres.</summary>
    /// <param name="name">What is counted: not empty, no white space at either end, not <c>units</c>.</param>
    /// <param name="unit">The unit of every value.</param>
    /// <returns>The measure.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, begins or ends with white space, or is
    /// <c>units</c>.</exception>
    public static Measure OfQuantity(string name, UnitOfMeasure unit) =>
        new(NotTaken(name, FigureKind.Quantity), FigureKind.Quantity, Guard.Against.Null(unit));

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A measure.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Measure? left, Measure? right) =>
        ReferenceEquals(left, right) || (left is not null && left.Equals(right));

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A measure.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Measure? left, Measure? right) => !(left == right);

    /// <summary>The same amounts on a basis: collections without tax, as a commission on money come in is paid on.</summary>
    /// <param name="taxBasis">The basis.</param>
    /// <returns>
    /// The measure on that basis. Values come to it by <see cref="Measured.WithTax"/> and <see cref="Measured.WithoutTax"/>.
    /// </returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxBasis"/> is not defined.</exception>
    /// <exception cref="InvalidOperationException">This measures no money, and has no tax basis.</exception>
    public Measure On(TaxBasis taxBasis)
    {
        Guard.Against.Undefined(taxBasis);
        return TaxBasis == taxBasis ? this
            : _other ?? throw new InvalidOperationException("'" + this + "' is no money and has no tax basis.");
    }

    /// <summary>An amount of this measure.</summary>
    /// <param name="money">The amount, on the tax basis of the measure.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">This measures no money.</exception>
    public Measured Of(Money money)
    {
        Require(FigureKind.Money);
        return new Measured(this, money);
    }

    /// <summary>A quantity of this measure.</summary>
    /// <param name="quantity">The quantity, in the unit of the measure; convert others by the product's
    /// <see cref="UnitConversions"/>.</param>
    /// <returns>The value.</returns>
    /// <exception cref="UnitMismatchException">The unit is another one.</exception>
    /// <exception cref="InvalidOperationException">This measures no quantity.</exception>
    public Measured Of(Quantity quantity)
    {
        Require(FigureKind.Quantity);
        return new Measured(this, InUnit(quantity, nameof(quantity)).Amount);
    }

    /// <summary>A number of what this measure counts.</summary>
    /// <param name="count">The number, of any sign; a half where two people share a visit.</param>
    /// <returns>The value.</returns>
    /// <exception cref="InvalidOperationException">This counts nothing, but measures money or a quantity.</exception>
    public Measured Of(decimal count)
    {
        Require(FigureKind.Number);
        return new Measured(this, count);
    }

    /// <summary>Whether the other has the same name, kind, tax basis and unit.</summary>
    /// <param name="other">The measure to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Measure? other) =>
        other is not null && Kind == other.Kind && TaxBasis == other.TaxBasis && string.Equals(Name, other.Name, StringComparison.Ordinal)
        && Unit == other.Unit;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Measure);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), (int)Kind, TaxBasis.GetHashCode(), Unit?.GetHashCode() ?? 0);

    /// <summary>Refuses two measures whose values cannot be added or compared, and says whose they are, where that is known.</summary>
    internal static void RequireSame(Measure left, Measure right, string parameterName, string? of = null)
    {
        if (!string.Equals(left.Name, right.Name, StringComparison.Ordinal))
            throw new MeasureMismatchException(left, right, of, parameterName);

        RequireSameBasis(left, right, parameterName, of);
    }

    /// <summary>Refuses two measures whose values cannot be divided: other kinds, tax bases or units. Their names may differ.</summary>
    internal static void RequireSameBasis(Measure left, Measure right, string parameterName, string? of = null)
    {
        if (left.Kind != right.Kind)
            throw new MeasureMismatchException(left, right, of, parameterName);
        if (left.TaxBasis != right.TaxBasis)
            throw new TaxBasisMismatchException(left.TaxBasis!.Value, right.TaxBasis!.Value, of, parameterName);
        if (left.Unit != right.Unit)
            throw new UnitMismatchException(left.Unit!, right.Unit!, of, parameterName);
    }

    /// <summary>Refuses what needs another kind of value than this measures.</summary>
    internal void Require(FigureKind kind)
    {
        if (Kind != kind)
            throw new InvalidOperationException("'" + this + "' measures no " + Noun(kind) + " but " + Noun(Kind) + ".");
    }

    private static string Noun(FigureKind kind) =>
        kind switch
        {
            FigureKind.Money => "money",
            FigureKind.Quantity => "quantity",
            _ => "number",
        };

    private static string NotTaken(string name, FigureKind kind)
    {
        Identifier.Checked(name);
        return !IsTaken(name, kind) ? name
            : throw Guards.Invalid(
                nameof(name), "'" + name + "'", "must not be the name of one of the library's own measures, which read facts");
    }

    private static bool IsTaken(string name, FigureKind kind) =>
        kind == FigureKind.Quantity ? name == UnitsName
            : name is RevenueName or ListValueName or MarginName or CollectionsName or ReceivablesName;

    private Quantity InUnit(Quantity quantity, string parameterName) =>
        quantity.Unit == Unit ? quantity : throw new UnitMismatchException(Unit!, quantity.Unit, parameterName);
}
