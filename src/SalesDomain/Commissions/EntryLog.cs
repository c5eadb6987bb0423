using System;

namespace SalesDomain.Commissions;

/// <summary>Entries in the order of record, of which a longer copy shares the beginning.</summary>
internal sealed class EntryLog
{
    private readonly EntryLog? _before;
    private readonly CommissionEntry[] _own;

    private EntryLog(EntryLog? before, CommissionEntry[] own)
    {
        _before = before;
        _own = own;
        Count = (before?.Count ?? 0) + own.Length;
    }

    internal static EntryLog Empty { get; } = new(null, []);

    internal int Count { get; }

    internal CommissionEntry? Last => _own.Length > 0 ? _own[_own.Length - 1] : _before?.Last;

    internal EntryLog With(CommissionEntry[] entries) => entries.Length == 0 ? this : new EntryLog(Count == 0 ? null : this, entries);

    internal CommissionEntry[] ToArray()
    {
        var all = new CommissionEntry[Count];
        var end = Count;
        for (var log = this; log is not null; log = log._before)
        {
            end -= log._own.Length;
            Array.Copy(log._own, 0, all, end, log._own.Length);
        }

        return all;
    }
}
