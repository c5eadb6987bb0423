using System;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>Where the lines of a customer go: to an agreement, as a member of it, on some days.</summary>
internal readonly struct MemberPlace
{
    internal MemberPlace(int agreement, int terms, int table, TurnoverPlan plan, int member)
    {
        var span = plan.Agreement.Parties.Members[member].Span;
        Agreement = agreement;
        Terms = terms;
        Table = table;
        Sum = plan.IsByMember ? member * plan.Terms.Slots.Length : 0;
        Width = plan.Width;
        First = Math.Max(plan.Terms.FirstOfBase, span.Start is { } start ? DayNumber.Packed(start) : int.MinValue);
        Last = Math.Min(plan.Terms.Last, span.End is { } end ? DayNumber.Packed(end) : int.MaxValue);
    }

    /// <summary>The number of the agreement in its book, and of its terms among those of the book.</summary>
    internal int Agreement { get; }

    internal int Terms { get; }

    /// <summary>The number of the first of its tables among those of the book.</summary>
    internal int Table { get; }

    /// <summary>Which sum of a period is the first of the member, and how many there are.</summary>
    internal int Sum { get; }

    internal int Width { get; }

    /// <summary>The first and the last day that may count, packed; base periods before the agreement included.</summary>
    internal int First { get; }

    internal int Last { get; }
}
