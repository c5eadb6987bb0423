using System.Linq;
using NodaTime;

namespace SalesDomain.Internal;

/// <summary>The places of a node's parents on all days there are, for look-ups: a timeline without its gaps and ends to look at.</summary>
internal sealed class ParentTable
{
    // The first days of all stretches but the first, which has an open start.
    private readonly LocalDate[] _starts;
    private readonly int[] _parents;

    internal ParentTable(Timeline<int> parents)
    {
        var slices = parents.Slices(DateSpan.Always);
        _starts = [.. slices.Skip(1).Select(slice => slice.Span.Start!.Value)];
        _parents = [.. slices.Select(slice => slice.HasValue ? slice.Value : HierarchyLinks.Nowhere)];
    }

    internal int At(LocalDate on) => _parents[SortedDays.LastBy(_starts, on) + 1];
}
