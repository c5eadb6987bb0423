using System;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>
/// Which lines count by the terms of an agreement, whoever its parties are, and what is summed of them, by which periods: what many
/// agreements have alike, whatever their steps give.
/// </summary>
internal sealed class LineTerms : IEquatable<LineTerms>
{
    private readonly Stage _stage;
    private readonly bool _byService;

    // A bit for each price kind: those that count in any quantity, and those that do only where goods move.
    private readonly int _kinds;
    private readonly int _kindsOfGoods;

    internal LineTerms(RebateAgreement agreement, FiscalPeriodKind[] grains, SumKey[] slots, LocalDate? firstOfBase)
    {
        _stage = agreement.Stage;
        _byService = agreement.DateBasis == RebateDateBasis.ServiceDate;
        foreach (var kind in agreement.PriceKinds)
        {
            if (agreement.CountsCreditNotes && kind != PriceKind.RebateFunded)
                _kinds |= 1 << (int)kind;
            else
                _kindsOfGoods |= 1 << (int)kind;
        }

        Currency = agreement.Currency;
        Calendar = agreement.Calendar;
        Scope = agreement.Scope;
        IsOfEverything = Scope == Scope.Everything;
        Grains = grains;
        Slots = slots;
        HasBase = agreement.Rebates.Any(rebate => rebate.HasBase);
        First = agreement.Span.Start is { } start ? DayNumber.Packed(start) : int.MinValue;
        Last = agreement.Span.End is { } end ? DayNumber.Packed(end) : int.MaxValue;
        FirstOfBase = firstOfBase is { } day ? DayNumber.Packed(day) : First;
    }

    internal Currency Currency { get; }

    internal FiscalCalendar Calendar { get; }

    internal Scope Scope { get; }

    internal bool IsOfEverything { get; }

    /// <summary>The kinds of periods by which is summed.</summary>
    internal FiscalPeriodKind[] Grains { get; }

    /// <summary>What is summed of each period.</summary>
    internal SumKey[] Slots { get; }

    internal bool HasBase { get; }

    /// <summary>How many tables of sums there are: one for each grain, and another for what was sold before.</summary>
    internal int Tables => Grains.Length * (HasBase ? 2 : 1);

    /// <summary>The first and the last day that counts, packed.</summary>
    internal int First { get; }

    internal int Last { get; }

    /// <summary>The first day of the base periods that lie before the agreement, packed.</summary>
    internal int FirstOfBase { get; }

    public bool Equals(LineTerms? other) =>
        ReferenceEquals(this, other)
        || (other is not null && _stage == other._stage && _byService == other._byService && _kinds == other._kinds
            && _kindsOfGoods == other._kindsOfGoods && First == other.First && Last == other.Last && FirstOfBase == other.FirstOfBase
            && HasBase == other.HasBase && Currency == other.Currency && Calendar == other.Calendar && Scope == other.Scope
            && Grains.SequenceEqual(other.Grains) && Slots.SequenceEqual(other.Slots));

    public override bool Equals(object? obj) => Equals(obj as LineTerms);

    public override int GetHashCode() =>
        Slots.Aggregate(
            Hash.Combine(First, Last, _kinds, (int)_stage), (hash, slot) => Hash.Combine(hash, slot.GetHashCode()));

    internal LocalDate DayOf(SalesLine line) => _byService && line.ServiceDate is { } served ? served : line.Date;

    /// <summary>Whether a line counts by its stage and by what it is of.</summary>
    internal bool Counts(SalesLine line)
    {
        if (line.Stage != _stage)
            return false;

        var kind = 1 << (int)line.PriceKind;
        return (_kinds & kind) != 0 || ((_kindsOfGoods & kind) != 0 && !line.Quantity.IsZero);
    }
}
