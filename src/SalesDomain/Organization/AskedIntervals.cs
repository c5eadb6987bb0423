using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>The intervals that are asked for without a gap up to a day.</summary>
internal sealed class AskedIntervals : IEquatable<AskedIntervals>
{
    private readonly (LocalDate Since, int Days)[] _asked;

    /// <param name="fromTheLast">Since when how many days are asked, the last first; none where no interval is asked for on the
    /// day.</param>
    /// <param name="start">The first day, where there was a gap before it; null from the start of the relation or of the policy.</param>
    internal AskedIntervals(IEnumerable<(LocalDate Since, int Days)> fromTheLast, LocalDate? start)
    {
        _asked = [.. fromTheLast.Reverse()];
        Start = start;
    }

    internal int Count => _asked.Length;

    internal LocalDate? Start { get; }

    internal Deadline Deadline(LocalDate from) => Organization.Deadline.Of(from, _asked);

    public bool Equals(AskedIntervals? other) => other is not null && Start == other.Start && _asked.SequenceEqual(other._asked);

    public override bool Equals(object? obj) => Equals(obj as AskedIntervals);

    public override int GetHashCode() => Hash.Combine(Start.GetHashCode(), Count);
}
