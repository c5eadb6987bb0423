using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>The running sums of one payee: one for each measure of the plan and, where it pays deal by deal, for each deal.</summary>
internal sealed class PayeeTallies
{
    private readonly CompiledPlan _plan;
    private readonly CountedTally[] _sums;
    private readonly Dictionary<DocumentId, DealTallies>? _deals;

    internal PayeeTallies(CompiledPlan plan)
    {
        _plan = plan;
        _sums = new CountedTally[plan.Readers.Length];
        _deals = plan.HasDeals ? [] : null;
    }

    internal void Add(SalesLine sale, SalesLine? original, Percentage share, CreditKind kind)
    {
        var reference = original ?? sale;
        if (!_plan.Counts(reference.Date))
            return;

        var factor = new ShareFactor(share);
        var readers = _plan.Readers;
        for (var i = 0; i < readers.Length; i++)
        {
            if (readers[i] is not { } reader)
                continue;

            var status = reader.Read(sale, original, kind, out var amount);
            if (status == CreditStatus.Counted)
                Count(i, reference, amount, factor);
            else if (status.IsUnknown())
                CountUnknown(i, SalesCredit.DealOf(reference), reference.Date, sale.Id, status);
        }
    }

    internal void Add(CollectionLine receipt, CollectionLine? original, Percentage share, CreditKind kind)
    {
        var reference = original ?? receipt;
        var factor = new ShareFactor(share);
        var readers = _plan.Readers;
        for (var i = 0; i < readers.Length; i++)
        {
            if (readers[i] is not { } reader)
                continue;

            var status = reader.Read(receipt, original, kind, out var amount);
            if (status == CreditStatus.Counted)
                Count(i, reference, amount, factor);
            else if (status.IsUnknown())
                CountUnknown(i, SalesCredit.DealOf(reference), reference.Date, receipt.Id, status);
        }
    }

    internal void Add(PayeeTallies other)
    {
        for (var i = 0; i < _sums.Length; i++)
            _sums[i].Add(other._sums[i]);
        foreach (var deal in other._deals ?? [])
            DealOf(deal.Key, deal.Value.On).Add(deal.Value);
    }

    /// <summary>The figures by component; what is given elsewhere is added to them.</summary>
    internal CommissionFigures ToFigures(KeptCredits? credits)
    {
        var figures = new SortedDictionary<string, ComponentFigures>(StringComparer.Ordinal);
        for (var i = 0; i < _plan.Plan.Components.Count; i++)
        {
            var component = _plan.Plan.Components[i];
            if (_plan.BaseOf(i) < 0)
                continue;

            var paidOn = SumOf(_sums, _plan.BaseOf(i));
            var achieved = _plan.LevelOf(i) < 0 ? null : _plan.LevelOf(i) == _plan.BaseOf(i) ? paidOn : SumOf(_sums, _plan.LevelOf(i));
            figures[component.Name] = new ComponentFigures(
                achieved?.Value, paidOn.Value, component.Accumulation == CommissionAccumulation.PerDeal ? DealsOf(i) : null, achieved,
                paidOn, credits);
        }

        return new CommissionFigures(figures);
    }

    private CreditSum SumOf(CountedTally[] sums, int place) => new(_plan.MeasureAt(place), sums[place]);

    private DealFigures[] DealsOf(int component) =>
    [
        .. _deals!.Where(deal => deal.Value.Counts(_plan.BaseOf(component)) || deal.Value.Counts(_plan.LevelOf(component)))
            .OrderBy(deal => deal.Value.On).ThenBy(deal => deal.Key)
            .Select(deal => new DealFigures(
                deal.Key, deal.Value.On, SumOf(deal.Value.Sums, _plan.LevelOf(component)).Value,
                SumOf(deal.Value.Sums, _plan.BaseOf(component)).Value)),
    ];

    private void Count(int place, SalesLine reference, decimal amount, in ShareFactor share)
    {
        _sums[place].Add(amount, share);
        if (_deals is not null)
            DealOf(SalesCredit.DealOf(reference), reference.Date).Sums[place].Add(amount, share);
    }

    private void Count(int place, CollectionLine reference, decimal amount, in ShareFactor share)
    {
        _sums[place].Add(amount, share);
        if (_deals is not null)
            DealOf(SalesCredit.DealOf(reference), reference.Date).Sums[place].Add(amount, share);
    }

    private void CountUnknown(int place, DocumentId deal, LocalDate on, LineId line, CreditStatus status)
    {
        _sums[place].AddUnknown(line, status);
        if (_deals is not null)
            DealOf(deal, on).Sums[place].AddUnknown(line, status);
    }

    private DealTallies DealOf(DocumentId document, LocalDate on)
    {
        if (!_deals!.TryGetValue(document, out var deal))
            _deals[document] = deal = new DealTallies(on, _sums.Length);
        deal.Begin(on);
        return deal;
    }
}
