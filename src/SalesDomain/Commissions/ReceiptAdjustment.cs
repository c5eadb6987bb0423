using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>Tax by rates and lateness, compiled once for many receipts.</summary>
internal sealed class ReceiptAdjustment
{
    private readonly CollectionFacts _facts;
    private readonly ScopeTable<Percentage>? _taxRates;
    private readonly Rounding? _rounding;
    private readonly StepSchedule<int, Percentage>? _lateness;
    private readonly bool _countsInFullWithoutDueDate;
    private readonly Currency _currency;

    internal ReceiptAdjustment(CommissionMeasure measure, CollectionFacts facts)
    {
        _facts = facts;
        _taxRates = measure.TaxRates;
        _rounding = measure.TaxRounding;
        _lateness = measure.Lateness;
        _countsInFullWithoutDueDate = measure.WithoutDueDate == UnstatedFact.CountsInFull;
        _currency = measure.Rule.Currency!;
    }

    internal CreditStatus Count(CollectionLine fact, CollectionLine? original, ReceiptPart? part, out ReceiptSteps steps)
    {
        steps = default;
        var reference = original ?? fact;
        steps.On = _facts.Day(reference);
        steps.Factor = Percentage.OneHundred;
        if (!_facts.TryValue(fact, part is null ? fact.Amount : part.Amount, steps.On, "credits", out steps.Value))
            return CreditStatus.NoExchangeRate;

        steps.WithoutTax = steps.Value;
        if (_taxRates is not null)
        {
            if (!_taxRates.TryAt(_facts.Subject(reference, part?.Line), steps.On, out var rate))
                return CreditStatus.NoTaxRate;

            steps.TaxRate = rate;
            steps.TaxFactor = Percentage.OneHundred + rate;
            steps.ExactWithoutTax = steps.Value / steps.TaxFactor.Fraction;
            steps.WithoutTax = _rounding!.For(steps.Value).RoundAmount(steps.ExactWithoutTax, _currency);
        }

        if (_lateness is not null)
        {
            var status = Late(fact, reference, ref steps);
            if (status != CreditStatus.Counted)
                return status;
        }

        steps.Counted = steps.WithoutTax * steps.Factor.Fraction;
        return CreditStatus.Counted;
    }

    // Money that goes back was paid when it came in; that day is the receipt's, not the day of the returned cheque.
    private CreditStatus Late(CollectionLine fact, CollectionLine reference, ref ReceiptSteps steps)
    {
        if (ReferenceEquals(fact, reference) && fact.Amount.IsNegative)
            return CreditStatus.NoOriginal;
        if (reference.DueDate is not { } due)
            return _countsInFullWithoutDueDate ? CreditStatus.Counted : CreditStatus.NoDueDate;

        steps.Due = due;
        steps.DaysLate = DayNumber.Of(steps.On) - DayNumber.Of(due);
        return _lateness!.TryAt(steps.DaysLate, out steps.Factor) ? CreditStatus.Counted : CreditStatus.OutsideLateness;
    }
}
