using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>What the lines of an invoice come to on a day, less what credit notes have taken back of them so far.</summary>
internal sealed class InvoiceDues
{
    private readonly List<(LocalDate From, decimal[] Due)> _dues = [];
    private readonly decimal[] _first;

    internal InvoiceDues(List<(SalesLine Line, Money Weight)> lines, CreditedFacts facts)
    {
        _first = [.. lines.Select(line => line.Weight.Amount)];
        var due = _first;
        foreach (var day in facts.CreditNotesOf(lines[0].Line.Id.Document).GroupBy(note => note.Date).OrderBy(day => day.Key))
        {
            due = [.. due];
            foreach (var note in day)
            {
                var at = lines.FindIndex(line => line.Line.Id == facts.OriginalOf(note, out _).Id);
                if (at >= 0 && note.Currency == lines[at].Weight.Currency)
                    due[at] += note.GrossAmount.Amount;
            }

            _dues.Add((day.Key, due));
        }
    }

    /// <summary>Whether a credit note counts by then.</summary>
    internal bool IsCredited(decimal[] due) => !ReferenceEquals(due, _first);

    /// <summary>
    /// Of the lines in their order. Where nothing is left to pay, or of a line less than nothing, what is paid all the same goes by what
    /// was due before.
    /// </summary>
    internal decimal[] On(LocalDate day)
    {
        for (var i = _dues.Count - 1; i >= 0; i--)
        {
            var (from, due) = _dues[i];
            if (from <= day && due.All(amount => amount >= 0m) && due.Any(amount => amount > 0m))
                return due;
        }

        return _first;
    }
}
