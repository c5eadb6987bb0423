using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>
/// What holds on the day of a quotation and not as long as the quotation: prices, costs, floors, discounts, tax rates, terms, approvals.
/// </summary>
internal sealed partial class QuoteEnds
{
    private readonly Quotation _quotation;
    private readonly Dictionary<ScopeTable<Percentage>, LocalDate[]> _changes = [];

    internal QuoteEnds(Quotation quotation) => _quotation = quotation;

    private LocalDate Until => _quotation.ValidUntil;

    /// <summary>The tax rate of a line, and the rates of its discounts that come out of a table.</summary>
    internal IEnumerable<Reason> Of(QuotedLine line, QuoteSteps steps)
    {
        if (_quotation.Request.Date >= Until)
            yield break;

        if (Ending(_quotation.Rules.TaxRates, steps.Subject, steps.Rate.Value) is var (end, then))
        {
            yield return new Reason(
                "pricing.quote-tax-rate-ends", steps.Number, ("until", end), ("valid until", Until), ("rate", steps.Rate.Value),
                ("rate then", then));
        }

        foreach (var reason in OfFigures(line, steps))
            yield return reason;

        foreach (var deduction in line.Discounted?.Deductions ?? [])
        {
            if (deduction.Discount.RateTable is { } table && deduction.Rate is { } rate
                && Ending(table, line.Discounted!.Line.Subject, rate) is var (last, rateThen))
            {
                yield return new Reason(
                    "pricing.quote-discount-ends", ("discount", deduction.Discount.Name), ("until", last), ("valid until", Until),
                    ("amount", deduction.Amount), steps.Number, ("rate", rate), ("rate then", rateThen));
            }
        }
    }

    /// <summary>The terms, who may approve, the discounts that were given, and the approvals on file that count.</summary>
    internal IEnumerable<Reason> OfDocument()
    {
        foreach (var reason in new[] { OfTerms(), OfRole() })
        {
            if (reason is { } told)
                yield return told;
        }

        foreach (var total in _quotation.Discounted?.Deductions ?? [])
        {
            if (total.Discount.Period.End is { } end && end < Until && !total.Amount.IsZero)
            {
                yield return new Reason(
                    "pricing.quote-discount-ends", ("discount", total.Discount.Name), ("until", end), ("valid until", Until),
                    ("amount", total.Amount));
            }
        }

        foreach (var approval in Counted())
        {
            if (approval.Validity.End is { } end && end < Until)
            {
                yield return new Reason(
                    "pricing.quote-approval-ends", ("approval", approval.Id.ToString()), ("until", end), ("valid until", Until),
                    ("role", approval.GrantedBy.ToString()));
            }
        }
    }

    private IEnumerable<Approval> Counted()
    {
        if (_quotation.Approval is not { } decided)
            return [];

        var parts = decided.OfTheDay is { } day ? decided.Parts.Concat(day.Parts) : decided.Parts;
        return parts.SelectMany(part => part.Decision.Approvals).Select(check => check.Approval).Distinct();
    }

    /// <summary>The last day of a rate, where that is before the end of the quotation, and what the rate is on the day after.</summary>
    private (LocalDate Last, Figure Then)? Ending(ScopeTable<Percentage> table, ScopeSubject subject, Percentage rate)
    {
        if (!_changes.TryGetValue(table, out var days))
            _changes.Add(table, days = Changes(table.Entries.Select(entry => entry.Span)));

        foreach (var day in days)
        {
            var then = table.Resolve(subject, day);
            if (!then.HasValue || then.Value != rate)
                return (day.PlusDays(-1), then.HasValue ? then.Value : Figure.Absent);
        }

        return null;
    }

    /// <summary>The days of the quotation on which a span begins, or has ended, in their order.</summary>
    private LocalDate[] Changes(IEnumerable<DateSpan> spans)
    {
        var days = new SortedSet<LocalDate>();
        foreach (var span in spans)
        {
            if (span.Start is { } start && start > _quotation.Request.Date && start <= Until)
                days.Add(start);
            if (span.End is { } end && end >= _quotation.Request.Date && end < Until)
                days.Add(end.PlusDays(1));
        }

        return [.. days];
    }
}
