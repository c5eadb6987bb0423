using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <content>Which figures are judged at all.</content>
public sealed partial class PriceAuthority
{
    /// <summary>Whether any table is over a figure.</summary>
    internal bool IsOver(string name)
    {
        IEnumerable<Authority> tables = _byListAmount is { } steps ? steps.Values : [_first];
        return tables.Any(table => table.IsOver(name)) || (_scopes?.Entries.Any(entry => entry.Value.IsOver(name)) ?? false);
    }
}
