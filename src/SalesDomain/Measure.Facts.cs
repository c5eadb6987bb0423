using System;
using System.Collections.Generic;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using Basis = SalesDomain.TaxBasis;

namespace SalesDomain;

public sealed partial class Measure
{
    /// <summary>What a sales line contributes to this measure.</summary>
    /// <param name="line">The line, of any stage; a return contributes a negative value.</param>
    /// <returns>
    /// The value, or null where the line does not state it: the margin without a cost, the list value without a list price. Unknown is not
    /// zero.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="InvalidOperationException">This is not read from sales lines.</exception>
    /// <exception cref="UnitMismatchException">The line is in another unit than the measure.</exception>
    /// <exception cref="CurrencyMismatchException">The cost is in another currency than the amounts, so that there is no margin before it
    /// is converted.</exception>
    public Measured? Of(SalesLine line)
    {
        Guard.Against.Null(line);
        if (_reading is Reading.None or Reading.Collected)
            Require(MeasureSource.SalesLines);
        if (_reading == Reading.Units)
            return new Measured(this, InUnit(line.Quantity, nameof(line)).Amount);

        return TryRead(line, nameof(line), out var amount) ? new Measured(this, amount, line.Currency) : null;
    }

    /// <summary>What a receipt contributes to this measure.</summary>
    /// <param name="line">The receipt; one that is taken back contributes a negative value.</param>
    /// <returns>The value.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="InvalidOperationException">This is not read from collection lines.</exception>
    public Measured Of(CollectionLine line)
    {
        Guard.Against.Null(line);
        Require(MeasureSource.CollectionLines);
        return new Measured(this, line.Amount);
    }

    /// <summary>The total of a measure of money over sales lines; no lines give zero.</summary>
    /// <param name="currency">The currency of the total.</param>
    /// <param name="lines">The lines that count, all of one stage, in any order.</param>
    /// <returns>
    /// The exact total, or null where <see cref="Of(SalesLine)"/> is null for a line: a total with an unknown part is unknown.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="InvalidOperationException">This is no money, or not read from sales lines.</exception>
    /// <exception cref="ArgumentException">The lines are of two stages: an order and its invoice are one sale; sum each stage for
    /// itself.</exception>
    /// <exception cref="CurrencyMismatchException">A line, or a cost that the margin needs, is in another currency.</exception>
    /// <exception cref="OverflowException">The total does not fit in a decimal.</exception>
    public Measured? Sum(Currency currency, IEnumerable<SalesLine> lines)
    {
        Guard.Against.Null(currency);
        Guard.Against.Null(lines);
        Require(FigureKind.Money);
        Require(MeasureSource.SalesLines);
        var isKnown = true;
        var sum = 0m;
        SalesLine? first = null;
        foreach (var line in lines)
        {
            RequireStage(ref first, line, nameof(lines));
            RequireCurrency(currency, line.Currency, nameof(lines));
            if (TryRead(line, nameof(lines), out var amount))
                sum += amount;
            else
                isKnown = false;
        }

        return isKnown ? new Measured(this, sum, currency) : null;
    }

    /// <summary>The total of a measure of quantity over sales lines; no lines give zero.</summary>
    /// <param name="lines">The lines that count, all of one stage, in any order.</param>
    /// <returns>The exact total.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> or a line is null.</exception>
    /// <exception cref="InvalidOperationException">This is no quantity, or not read from sales lines.</exception>
    /// <exception cref="ArgumentException">The lines are of two stages: an order and its invoice are one sale; sum each stage for
    /// itself.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the measure.</exception>
    /// <exception cref="OverflowException">The total does not fit in a decimal.</exception>
    public Measured Sum(IEnumerable<SalesLine> lines)
    {
        Guard.Against.Null(lines);
        Require(FigureKind.Quantity);
        Require(MeasureSource.SalesLines);
        var sum = 0m;
        SalesLine? first = null;
        foreach (var line in lines)
        {
            RequireStage(ref first, line, nameof(lines));
            sum += InUnit(line.Quantity, nameof(lines)).Amount;
        }

        return new Measured(this, sum);
    }

    /// <summary>The total over receipts; none give zero.</summary>
    /// <param name="currency">The currency of the total.</param>
    /// <param name="lines">The receipts that count, in any order.</param>
    /// <returns>The exact total.</returns>
    /// <exception cref="ArgumentNullException">An argument or a receipt is null.</exception>
    /// <exception cref="InvalidOperationException">This is not read from collection lines.</exception>
    /// <exception cref="CurrencyMismatchException">A receipt is in another currency.</exception>
    /// <exception cref="OverflowException">The total does not fit in a decimal.</exception>
    public Measured Sum(Currency currency, IEnumerable<CollectionLine> lines)
    {
        Guard.Against.Null(currency);
        Guard.Against.Null(lines);
        Require(MeasureSource.CollectionLines);
        var sum = 0m;
        foreach (var line in lines)
        {
            if (line is null)
                throw new ArgumentNullException(nameof(lines));

            RequireCurrency(currency, line.Amount.Currency, nameof(lines));
            sum += line.Amount.Amount;
        }

        return new Measured(this, sum, currency);
    }

    private static Reading ReadingOf(string name, TaxBasis taxBasis) =>
        (name, taxBasis) switch
        {
            (RevenueName, Basis.WithoutTax) => Reading.Net,
            (RevenueName, Basis.WithTax) => Reading.Gross,
            (ListValueName, Basis.WithoutTax) => Reading.List,
            (MarginName, Basis.WithoutTax) => Reading.Margin,
            (CollectionsName, Basis.WithTax) => Reading.Collected,
            _ => Reading.None,
        };

    // An order, its delivery and its invoice are one sale: added together they would be three.
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireStage(ref SalesLine? first, SalesLine line, string parameterName)
    {
        if (line is null)
            throw new ArgumentNullException(parameterName);

        first ??= line;
        if (line.Stage != first.Stage)
            throw TwoStages(first.Stage, line.Stage, parameterName);
    }

    private static ArgumentException TwoStages(Stage first, Stage other, string parameterName) =>
        Guards.Invalid(parameterName, first.ToString() + " and " + other.ToString(), "must be of one stage; sum each stage for itself");

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static void RequireCurrency(Currency expected, Currency actual, string parameterName)
    {
        if (!ReferenceEquals(expected, actual))
            RequireEqual(expected, actual, parameterName);
    }

    // The rare case, two objects of one custom currency or a mismatch, out of the way of the usual one.
    [MethodImpl(MethodImplOptions.NoInlining)]
    private static void RequireEqual(Currency expected, Currency actual, string parameterName)
    {
        if (expected != actual)
            throw new CurrencyMismatchException(expected, actual, parameterName);
    }

    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    private static decimal MarginOf(Money net, Money cost, string parameterName)
    {
        RequireCurrency(net.Currency, cost.Currency, parameterName);
        return net.Amount - cost.Amount;
    }

    /// <summary>
    /// The bare amount of a line for a sum in a currency, or in the unit of this; false where the line does not state it.
    /// </summary>
    internal bool TryAmount(SalesLine line, Currency? currency, string parameterName, out decimal amount)
    {
        if (_reading == Reading.Units)
        {
            amount = InUnit(line.Quantity, parameterName).Amount;
            return true;
        }

        if (_reading is Reading.None or Reading.Collected)
            Require(MeasureSource.SalesLines);

        RequireCurrency(currency!, line.Currency, parameterName);
        return TryRead(line, parameterName, out amount);
    }

    /// <summary>The amount that a line states, in its currency; false where it states none.</summary>
    /// <remarks>Inlined, as is what it calls: the calls would cost as much as the sum.</remarks>
    [MethodImpl(MethodImplOptions.AggressiveInlining)]
    internal bool TryRead(SalesLine line, string parameterName, out decimal amount)
    {
        amount = 0m;
        switch (_reading)
        {
            case Reading.Net:
                amount = line.NetAmount.Amount;
                return true;
            case Reading.Gross:
                amount = line.GrossAmount.Amount;
                return true;
            case Reading.List when line.ListAmount is { } list:
                amount = list.Amount;
                return true;
            case Reading.Margin when line.Cost is { } cost:
                amount = MarginOf(line.NetAmount, cost, parameterName);
                return true;
            default:
                return false;
        }
    }

    private void Require(MeasureSource source)
    {
        if (Source != source)
        {
            throw new InvalidOperationException(
                "'" + this + "' is not read from " + (source == MeasureSource.SalesLines ? "sales lines" : "collection lines")
                + (Source == MeasureSource.Given ? " but given by the caller." : "."));
        }
    }
}
