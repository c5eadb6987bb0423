using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>What is sold of every product, by whether it is new on the day.</summary>
internal sealed class NewProductBook : CreditBook<SalesLine>
{
    private readonly Dictionary<ProductId, NewProductTally> _tallies = [];
    private readonly LocalDate? _first;

    internal NewProductBook(LocalDate? first) => _first = first;

    /// <summary>The products by their codes.</summary>
    internal IEnumerable<KeyValuePair<ProductId, NewProductTally>> Products => _tallies.OrderBy(tally => tally.Key);

    internal bool TryLaunch(ProductId product, DateSpan newDays)
    {
        if (_tallies.ContainsKey(product))
            return false;

        _tallies.Add(product, new NewProductTally(newDays, !(newDays.End < _first)));
        return true;
    }

    internal override void Add(SalesLine fact, SalesLine reference, LocalDate on, decimal amount, bool isKnown)
    {
        if (!_tallies.TryGetValue(reference.Product, out var tally))
            _tallies.Add(reference.Product, tally = new NewProductTally());

        tally.Add(fact, reference, on, amount, isKnown);
    }
}
