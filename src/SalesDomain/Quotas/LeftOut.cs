using System.Collections.Generic;

namespace SalesDomain.Quotas;

/// <summary>How many facts were read and do not count, by why.</summary>
internal sealed class LeftOut
{
    internal int OtherKind { get; set; }

    internal int OutsideSpan { get; set; }

    internal int OutsideScope { get; set; }

    internal LeftOut Plus(LeftOut other) => new()
    {
        OtherKind = OtherKind + other.OtherKind,
        OutsideSpan = OutsideSpan + other.OutsideSpan,
        OutsideScope = OutsideScope + other.OutsideScope,
    };

    internal IEnumerable<Reason> Reasons(string otherKind)
    {
        var counts = new[]
        {
            (otherKind, OtherKind), ("actual.outside-period", OutsideSpan), ("actual.outside-scope", OutsideScope),
        };
        foreach (var (code, count) in counts)
        {
            if (count > 0)
                yield return new Reason(code, ("facts", count));
        }
    }
}
