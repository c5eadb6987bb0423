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
        foreach (var place in _plan.PlacesOf(sale.Stage, kind))
        {
            // What most credits come to, without a call; the rest is told apart below.
            var status = readers[place]!.ReadCounted(sale, original, reference, out var amount);
            if (status == CreditStatus.Counted)
                _sums[place].Add(amount, factor);
            if (_deals is not null || status.IsUnknown())
                TakeBeside(place, status, amount, factor, sale.Id, SalesCredit.DealOf(reference), reference.Date);
        }
    }

    internal void Add(CollectionLine receipt, CollectionLine? original, ReceiptPart? part, Percentage share, CreditKind kind)
    {
        var reference = original ?? receipt;
        var factor = new ShareFactor(share);
        foreach (var place in _plan.PlacesOf(kind))
        {
            var status = _plan.Readers[place]!.ReadCounted(receipt, original, reference, part, out var amount);
            if (status == CreditStatus.Counted)
                _sums[place].Add(amount, factor);
            if (_deals is not null || status.IsUnknown())
                TakeBeside(place, status, amount, factor, receipt.Id, SalesCredit.DealOf(reference, part), reference.Date);
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
        return new CommissionFigures(_plan.Summed.ConvertAll(component =>
        {
            var paidOn = SumOf(_sums, _plan.BaseOf(component));
            var level = _plan.LevelOf(component);
            var achieved = level < 0 ? null : level == _plan.BaseOf(component) ? paidOn : SumOf(_sums, level);
            return new ComponentFigures(
                achieved?.Value, paidOn.Value, _plan.IsPaidByDeal(component) ? DealsOf(component) : null, achieved, paidOn, credits);
        }));
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

    /// <summary>Beside the sum: that a value is not known, and the deal where deals are told apart.</summary>
    private void TakeBeside(
        int place, CreditStatus status, decimal amount, in ShareFactor share, LineId line, DocumentId deal, LocalDate on)
    {
        if (status == CreditStatus.Counted)
        {
            DealOf(deal, on).Sums[place].Add(amount, share);
        }
        else if (status.IsUnknown())
        {
            _sums[place].AddUnknown(line, status);
            if (_deals is not null)
                DealOf(deal, on).Sums[place].AddUnknown(line, status);
        }
    }

    private DealTallies DealOf(DocumentId document, LocalDate on)
    {
        if (!_deals!.TryGetValue(document, out var deal))
            _deals[document] = deal = new DealTallies(on, _sums.Length);
        deal.Begin(on);
        return deal;
    }
}
