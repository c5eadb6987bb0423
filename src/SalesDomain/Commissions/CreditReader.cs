using System;
using NodaTime;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>A commission measure compiled once, to be asked about any number of credits without making anything for each.</summary>
/// <remarks>
/// A run over millions of facts asks by fact, original and kind, and multiplies by the share in a <see cref="CountedTally"/>; no
/// <see cref="SalesCredit"/> has to exist.
/// </remarks>
internal sealed class CreditReader
{
    private const string ParameterName = "credits";

    private readonly int _kinds;
    private readonly bool _hasWindow;
    private readonly DateSpan _window;
    private readonly bool _isOfSales;
    private readonly SalesFacts _sales;
    private readonly CollectionFacts _receipts;
    private readonly SaleAdjustment? _saleAdjustment;
    private readonly ReceiptAdjustment? _receiptAdjustment;

    internal CreditReader(CommissionMeasure measure, Func<SalesLine, ScopeSubject>? subject)
    {
        foreach (var kind in measure.Kinds)
            _kinds |= 1 << (int)kind;

        _window = measure.Window;
        _hasWindow = _window != DateSpan.Always;
        _isOfSales = measure.Rule.Stage is not null;
        if (_isOfSales)
            _sales = new SalesFacts(measure.Rule, subject);
        else
            _receipts = new CollectionFacts(measure.Rule, subject);
        if (measure.MarginPart is not null || measure.HasPriceCoefficient)
            _saleAdjustment = new SaleAdjustment(measure, _sales);
        if (measure.TaxRates is not null || measure.Lateness is not null)
            _receiptAdjustment = new ReceiptAdjustment(measure, _receipts);
    }

    internal SaleAdjustment? SaleAdjustment => _saleAdjustment;

    /// <summary>How a receipt that is known to count comes to its amount.</summary>
    internal void StepsOf(CollectionLine fact, CollectionLine? original, ReceiptPart? part, out ReceiptSteps steps)
    {
        if (_receiptAdjustment is not null)
        {
            _receiptAdjustment.Count(fact, original, part, out steps);
            return;
        }

        steps = default;
        steps.On = _receipts.Day(original ?? fact);
        _receipts.TryValue(fact, part is null ? fact.Amount : part.Amount, steps.On, ParameterName, out steps.Value);
    }

    /// <summary>Whether credits of a kind count at all, so that a run can pass over the others at once.</summary>
    internal bool Counts(CreditKind kind) => (_kinds & (1 << (int)kind)) != 0;

    /// <summary>What a credit counts for before its share; the amount is meaningful when it is counted.</summary>
    internal CreditStatus Read(SalesCredit credit, out decimal amount) =>
        credit.Sale is { } sale ? Read(sale, credit.Original, credit.Kind, out amount)
            : Read(credit.Receipt!, credit.OriginalReceipt, credit.ReceiptPart, credit.Kind, out amount);

    /// <summary>What a sale counts for before the share of it that is credited.</summary>
    internal CreditStatus Read(SalesLine fact, SalesLine? original, CreditKind kind, out decimal amount)
    {
        amount = 0m;
        return !Counts(kind) ? CreditStatus.OtherKind
            : !_isOfSales || !_sales.IsCounted(fact) ? CreditStatus.OtherFact
            : ReadCounted(fact, original, original ?? fact, out amount);
    }

    /// <summary>The same of a sale whose stage and capacity are known to count, for a run that has looked at them once for all.</summary>
    internal CreditStatus ReadCounted(SalesLine fact, SalesLine? original, SalesLine reference, out decimal amount)
    {
        amount = 0m;
        if (_hasWindow && !_window.Contains(reference.Date))
            return CreditStatus.OutsideWindow;
        if (!_sales.IsInScope(reference))
            return CreditStatus.OutsideScope;
        if (_saleAdjustment is not null)
            return ReadAdjusted(fact, original, reference.Date, out amount);

        return _sales.TryValue(fact, reference.Date, ParameterName, out amount) ? CreditStatus.Counted : _sales.WhyUnknown(fact);
    }

    /// <summary>What a receipt counts for before the share of it that is credited.</summary>
    internal CreditStatus Read(
        CollectionLine fact, CollectionLine? original, ReceiptPart? part, CreditKind kind, out decimal amount)
    {
        amount = 0m;
        return !Counts(kind) ? CreditStatus.OtherKind
            : _isOfSales ? CreditStatus.OtherFact
            : ReadCounted(fact, original, original ?? fact, part, out amount);
    }

    /// <summary>The same of a receipt whose capacity is known to count.</summary>
    internal CreditStatus ReadCounted(
        CollectionLine fact, CollectionLine? original, CollectionLine reference, ReceiptPart? part, out decimal amount)
    {
        amount = 0m;
        if (!_receipts.IsCounted(fact))
            return CreditStatus.OtherFact;
        if (_hasWindow && !_window.Contains(_receipts.Day(reference)))
            return CreditStatus.OutsideWindow;
        if (_receipts.IsInScope(reference, part?.Line) is not { } isInScope)
            return CreditStatus.NoInvoiceLine;
        if (!isInScope)
            return CreditStatus.OutsideScope;
        if (_receiptAdjustment is not null)
        {
            var status = _receiptAdjustment.Count(fact, original, part, out var steps);
            amount = steps.Counted;
            return status;
        }

        return _receipts.TryValue(fact, part is null ? fact.Amount : part.Amount, _receipts.Day(reference), ParameterName, out amount)
            ? CreditStatus.Counted : CreditStatus.NoExchangeRate;
    }

    private CreditStatus ReadAdjusted(SalesLine fact, SalesLine? original, LocalDate on, out decimal amount)
    {
        CreditStatus status;
        if (original is not null)
        {
            status = _saleAdjustment!.Count(fact, original, on, out ReturnSteps back);
            amount = back.Counted;
            return status;
        }

        status = _saleAdjustment!.Count(fact, on, out SaleSteps steps);
        amount = steps.Counted;
        return status;
    }
}
