using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>The running sums of one product, and the orders of it while it was new.</summary>
internal sealed class NewProductTally
{
    private readonly LocalDate _launched;
    private readonly LocalDate _lastNew;
    private readonly Dictionary<DocumentId, NewProductOrder>? _orders;

    /// <summary>Of a product without a launch day.</summary>
    internal NewProductTally()
    {
    }

    internal NewProductTally(DateSpan newDays, bool canBeNew)
    {
        NewDays = newDays;
        _launched = newDays.Start!.Value;
        _lastNew = newDays.End!.Value;
        _orders = canBeNew ? [] : null;
    }

    /// <summary>Null without a launch day.</summary>
    internal DateSpan? NewDays { get; }

    internal FactSum New { get; } = new(1m);

    /// <summary>What is not new, or not known to be.</summary>
    internal FactSum Other { get; } = new(1m);

    /// <summary>What of the new was sold before the launch.</summary>
    internal FactSum BeforeLaunch { get; } = new(1m);

    internal IEnumerable<KeyValuePair<DocumentId, NewProductOrder>> Orders => _orders ?? [];

    internal void Add(SalesLine fact, SalesLine reference, LocalDate on, decimal amount, bool isKnown)
    {
        if (_orders is null || on > _lastNew)
        {
            Other.Add(amount, isKnown);

            // A return of later days may still undo an order of new ones.
            if (_orders is not null && DocumentOf(fact, reference) is var returned && returned != fact.Id.Document)
                OrderOf(returned).Add(fact, isOwn: false);
            return;
        }

        New.Add(amount, isKnown);
        if (on < _launched)
            BeforeLaunch.Add(amount, isKnown);

        var document = DocumentOf(fact, reference);
        OrderOf(document).Add(fact, document == fact.Id.Document);
    }

    private static DocumentId DocumentOf(SalesLine fact, SalesLine reference) =>
        ReferenceEquals(fact, reference) ? (fact.Original ?? fact.Id).Document : reference.Id.Document;

    private NewProductOrder OrderOf(DocumentId document)
    {
        if (!_orders!.TryGetValue(document, out var order))
            _orders.Add(document, order = new NewProductOrder());

        return order;
    }
}
