using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a return is credited with of one line of the sale: of what comes back of it, and of what the rest of it loses.</summary>
/// <remarks>
/// Amount = net of the line at the sale − net of what is kept of it − what was credited of it before, where no more was paid for what is
/// back of it; see <see cref="ReturnedDocument"/>. A line of which nothing comes back is there too where a discount that is lost makes it
/// dearer, with a negative amount. Part of a <see cref="DocumentCredit"/>; equality is by
/// reference.
/// </remarks>
public sealed class DocumentCreditLine
{
    private readonly DocumentCredit _credit;
    private readonly int _index;

    internal DocumentCreditLine(DocumentCredit credit, int index, Quantity? returned)
    {
        _credit = credit;
        _index = index;
        Sold = credit.Document.Sold.Lines[index];
        Returned = returned ?? Quantity.Zero(Sold.Line.Quantity.Unit);
        Amount = credit.After.CreditedAt(index) - credit.Document.CreditedAt(index);
    }

    /// <summary>The number of the line.</summary>
    public int Number => Sold.Line.Number;

    /// <summary>The line as it was sold, after its discounts.</summary>
    public DiscountedLine Sold { get; }

    /// <summary>What comes back of it; zero where nothing does.</summary>
    public Quantity Returned { get; }

    /// <summary>What is credited, in the tax basis of the document; negative where what is kept gets dearer.</summary>
    public Money Amount { get; }

    /// <summary>The tax of what is credited, by the rate of the line: a credit note has it by line and rate.</summary>
    /// <param name="taxRate">The tax in percent of the amount without tax, zero or more: that of the sale.</param>
    /// <param name="rounding">How amounts are rounded.</param>
    /// <returns>Net, tax and gross, each of the sign of <see cref="Amount"/>.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxRate"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The rounding needs a minor unit, and the currency has none.</exception>
    public LineTax Split(Percentage taxRate, Rounding rounding)
    {
        Guard.Against.Below(0m, taxRate.Fraction, nameof(taxRate));
        Guard.Against.Null(rounding);
        return LineTax.Of(_credit.Document.Sold.Document.TaxBasis, Amount, taxRate, rounding);
    }

    /// <summary>The tax of what is credited, by the rates that held on the day of the sale.</summary>
    /// <param name="taxRates">The tax by what a line states, in percent of the amount without tax.</param>
    /// <param name="rounding">How amounts are rounded.</param>
    /// <returns>Net, tax and gross; null where no rate holds for the line.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The rate is negative.</exception>
    /// <exception cref="InvalidOperationException">The rounding needs a minor unit, and the currency has none.</exception>
    public LineTax? Split(ScopeTable<Percentage> taxRates, Rounding rounding)
    {
        Guard.Against.Null(taxRates);
        Guard.Against.Null(rounding);
        if (!taxRates.TryAt(Sold.Line.Subject, _credit.Document.Sold.Document.Date, out var rate))
            return null;

        return rate >= Percentage.Zero ? Split(rate, rounding)
            : throw Guards.OutOfRange(nameof(taxRates), Sold.Name + ": " + rate, "must not be negative");
    }

    /// <summary>How the amount follows from the line at the sale and from what is kept of it.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>; absent where the return is refused.</returns>
    public Explanation Explain()
    {
        if (_credit.IsRefused)
            return Fact(Sold.Name, Figure.Absent);

        var before = Fact("credited before", _credit.Document.CreditedAt(_index));
        if (_credit.IsBelowCredited)
            return Conditions.Fix(Sold.Name, Amount, _credit.ExplainIsBelow());

        var after = _credit.After;
        return Node(
            Sold.Name, Amount, Operation.Difference,
            after.DueOf.Explain(_index, after.ExplainSold(_index), after.ExplainKept(_index)), before);
    }

    /// <summary>Line, quantity where something comes back, and amount: <c>line 1: 6 PCE, CNY 540.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Sold.Name + ": " + (Returned.IsZero ? "" : Returned + ", ") + Amount;
}
