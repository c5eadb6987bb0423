using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>The lines of one stage of a deal, in all and by the line of the order, with what they come to without tax.</summary>
internal sealed class StageLines(DealLine[] all, Func<IEnumerable<DealLine>, StageSum> sum)
{
    private Dictionary<LineId, DealLine[]>? _ofLines;
    private StageSum? _sum;

    internal DealLine[] All => all;

    /// <summary>Whether all lines say which line of the order they are of.</summary>
    internal bool IsNamed { get; } = Array.TrueForAll(all, line => line.OrderLine is not null);

    /// <summary>Of a line of the order, or of the deal.</summary>
    internal DealLine[] Of(LineId? orderLine)
    {
        if (orderLine is not { } id || all.Length == 0)
            return all;

        _ofLines ??= all.Where(line => line.OrderLine is not null).GroupBy(line => line.OrderLine!.Value)
            .ToDictionary(of => of.Key, of => of.ToArray());
        return _ofLines.TryGetValue(id, out var lines) ? lines : [];
    }

    /// <summary>What they come to, of a line of the order or of the deal.</summary>
    internal StageSum SumOf(LineId? orderLine) => orderLine is null ? _sum ??= sum(all) : sum(Of(orderLine));
}
