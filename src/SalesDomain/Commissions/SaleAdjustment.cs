using System;
using NodaTime;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>A part of the margin, or a price coefficient, compiled once for many sales.</summary>
/// <remarks>
/// Both are worked out of amounts without their sign and take it again at the end, so that what takes a sale back is its mirror image.
/// </remarks>
internal sealed class SaleAdjustment
{
    private const string ParameterName = "credits";

    private readonly SalesFacts _facts;
    private readonly MarginPart? _part;
    private readonly Rounding _rounding;
    private readonly bool _needsList;
    private readonly Currency? _currency;
    private readonly ExchangeRates? _rates;

    internal SaleAdjustment(CommissionMeasure measure, SalesFacts facts)
    {
        _facts = facts;
        _part = measure.MarginPart;
        _rounding = measure.Rounding!;
        _needsList = _part is null ? measure.WithoutListPrice == UnstatedFact.Unknown : _part != MarginPart.AboveCost;
        _currency = measure.Rule.Currency;
        _rates = measure.Rule.Rates;
    }

    /// <summary>What a sale counts for by its own figures.</summary>
    internal CreditStatus Count(SalesLine line, LocalDate on, out SaleSteps steps)
    {
        var status = Read(line, on, out var stated);
        if (status == CreditStatus.Counted)
            Count(stated, out steps);
        else
            steps = default;

        return status;
    }

    /// <summary>
    /// What a line counts for that takes back (part of) a sale: of goods that share of what the sale counted, of money alone the difference
    /// to what the sale counts without it.
    /// </summary>
    internal CreditStatus Count(SalesLine line, SalesLine original, LocalDate on, out ReturnSteps steps)
    {
        steps = default;
        var status = Read(original, on, out var sold);
        if (status != CreditStatus.Counted)
            return status;

        Count(sold, out steps.Sale);
        if (line.Quantity.IsZero)
        {
            // List amount and cost stay as they are unless the credit states them.
            status = ReadStated(line, on, out var credit);
            Count(sold.With(credit), out steps.Left);
            steps.Exact = steps.Counted = steps.Left.Counted - steps.Sale.Counted;
            return status;
        }

        if (line.Quantity.Unit != original.Quantity.Unit || original.Quantity.IsZero)
            return CreditStatus.UnrelatedQuantity;

        steps.Exact = Scaled(steps.Sale.Counted, line.Quantity.Amount, original.Quantity.Amount);
        steps.Counted = _rounding.For(steps.Exact).RoundAmount(steps.Exact, _currency);
        return status;
    }

    private CreditStatus Read(SalesLine line, LocalDate on, out SaleFigures stated)
    {
        stated = default;
        return _needsList && line.ListAmount is null ? CreditStatus.NoListAmount
            : _part is not null && line.Cost is null ? CreditStatus.NoCost
            : ReadStated(line, on, out stated);
    }

    private CreditStatus ReadStated(SalesLine line, LocalDate on, out SaleFigures stated)
    {
        stated = default;
        if (_part is null)
        {
            if (!_facts.TryValue(line, on, ParameterName, out var value))
                return _facts.WhyUnknown(line);

            stated = new SaleFigures(value, line.NetAmount.Amount, line.ListAmount?.Amount, cost: 0m);
            return CreditStatus.Counted;
        }

        if (!TryConvert(line.NetAmount, on, ParameterName, out var net) || !TryConvert(line.ListAmount, on, ParameterName, out var list)
            || !TryConvert(line.Cost, on, ParameterName, out var cost))
        {
            return CreditStatus.NoExchangeRate;
        }

        stated = new SaleFigures(value: 0m, net!.Value, list, cost ?? 0m);
        return CreditStatus.Counted;
    }

    // The steps are filled where they are wanted: copied twice, they would cost as much as the quotient.
    private void Count(in SaleFigures stated, out SaleSteps steps)
    {
        steps = default;
        steps.IsBack = _part is null ? stated.Value < 0m : stated.Net < 0m || stated.Cost < 0m || stated.List < 0m;
        steps.Value = Math.Abs(stated.Value);
        steps.Net = Math.Abs(stated.Net);
        steps.List = stated.List is { } list ? Math.Abs(list) : null;
        steps.Cost = Math.Abs(stated.Cost);
        if (_part is null)
        {
            steps.Exact = steps.List is { } standard && steps.Net < standard ? Scaled(steps.Value, steps.Net, standard) : steps.Value;
        }
        else
        {
            steps.Reached = _part == MarginPart.UpToList ? Math.Min(steps.Net, steps.List!.Value) : steps.Net;
            steps.Beginning = _part == MarginPart.AboveList ? Math.Max(steps.List!.Value, steps.Cost) : steps.Cost;
            steps.End = Math.Max(steps.Reached, steps.Beginning);
            steps.Exact = steps.End - steps.Beginning;
        }

        steps.Rounded = _rounding.RoundAmount(steps.Exact, _currency);
        steps.Counted = steps.IsBack ? -steps.Rounded : steps.Rounded;
    }

    private bool TryConvert(Money? amount, LocalDate on, string parameterName, out decimal? converted)
    {
        converted = amount?.Amount;
        if (amount is not { } stated || stated.Currency == _currency)
            return true;
        if (_rates is null)
            throw new CurrencyMismatchException(_currency!, stated.Currency, parameterName);

        var isKnown = _rates.TryConvert(stated, _currency!, on, out var conversion);
        converted = conversion.Result.Amount;
        return isKnown;
    }

    // amount × part ÷ whole, multiplied first; where the product has too many digits for a decimal, in whole numbers.
    private static decimal Scaled(decimal amount, decimal part, decimal whole)
    {
        var product = amount * part;
        if (DecimalMath.IsProduct(amount, part, product))
            return product / whole;

        const int digits = DecimalMath.MostDigits;
        var numerator = DecimalMath.ToInteger(amount, digits) * DecimalMath.ToInteger(part, digits);
        var denominator = DecimalMath.ToInteger(whole, digits) * DecimalMath.ToInteger(1m, digits);
        return whole < 0m ? DecimalMath.Quotient(-numerator, -denominator) : DecimalMath.Quotient(numerator, denominator);
    }
}
