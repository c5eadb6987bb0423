using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Pricing;

/// <content>Which figures are judged at all.</content>
public sealed partial class PriceAuthority
{
    /// <summary>Whether any table is over a figure.</summary>
    internal bool IsOver(string name) => Tables().Any(table => table.IsOver(name));

    /// <summary>The general tables, and those of their own.</summary>
    private IEnumerable<Authority> Tables()
    {
        IEnumerable<Authority> tables = _byListAmount is { } steps ? steps.Values : [_first];
        return _scopes is { } scopes ? tables.Concat(scopes.Entries.Select(entry => entry.Value)) : tables;
    }
}
