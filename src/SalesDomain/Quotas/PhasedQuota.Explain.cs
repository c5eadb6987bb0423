using System;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

public sealed partial class PhasedQuota
{
    /// <summary>How the part of a period came about: the difference of two running totals, each rounded once.</summary>
    /// <param name="index">The place of the period, from 0.</param>
    /// <returns>The explanation, whose figure is the part.</returns>
    /// <exception cref="ArgumentOutOfRangeException">There is no period at that place.</exception>
    public Explanation Explain(int index) =>
        Node(
            "part of " + Phasing.Periods[index], Amount(_running.Part(index)), Operation.Difference,
            Through(index), index == 0 ? Constant("before the first period", Amount(0m)) : Through(PeriodIndex.Before(index)));

    /// <summary>How the amount phased to a day came about.</summary>
    /// <param name="date">The last day that counts.</param>
    /// <returns>The explanation, whose figure is that of <see cref="QuotaToDate"/>.</returns>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public Explanation Explain(LocalDate date)
    {
        if (_terms is { } terms)
            return terms.Explain("to " + InvariantText.Date(date), date);

        var place = Phasing.PlaceOf(date);
        if (place.IsOutside)
            return place.IsAfter ? Fact("quota", Total.Value) : Constant("before the first period", Amount(0m));
        if (place.Index < _publishedPeriods)
            return _published!.Explain(date);
        if (place.IsWhole)
            return Through(place.Index);

        var steps = _running.To(place);
        var soFar = Node(
            "of " + Phasing.Periods[place.Index] + " so far", Amount(steps.SoFar), Operation.Ratio,
            Node(
                "part × days", Amount(steps.PartTimesDays), Operation.Product, Explain(place.Index), Fact("days gone by", place.Elapsed)),
            Fact("days", place.Length));
        return place.Index == 0 ? soFar
            : Node("to " + InvariantText.Date(date), Amount(steps.ToDate), Operation.Sum, Through(PeriodIndex.Before(place.Index)), soFar);
    }

    private Explanation Through(int index)
    {
        if (index < _publishedPeriods)
            return _published!.Through(index);
        if (_terms is { } terms)
            return terms.Explain(Name(index), Phasing.Periods[index].End!.Value);

        var rest = _published is null ? Fact("quota", Total.Value)
            : Node(
                "left for the periods to come", _rest.Value, Operation.Difference,
                Fact("quota", Total.Value), _published.Through(LastPublished));
        var at = PeriodIndex.Since(_publishedPeriods, index);
        var ofRest = _weights.IsComplete(at) ? rest : Rounded(index, at, rest);
        return _published is null ? ofRest
            : Node(Name(index), Amount(_running.Through(index)), Operation.Sum, _published.Through(LastPublished), ofRest);
    }

    private int LastPublished => PeriodIndex.Before(_publishedPeriods);

    private Explanation Rounded(int index, int at, Explanation of) =>
        Node(
            Name(index), Amount(_ofRest[at]), Operation.Round(Rounding),
            Node(
                "exact", Amount(_weights.Exact(_rest.Amount, at)), Operation.Product, of,
                Node(
                    "share", PlanAmounts.Factor(Total, _weights.ShareThrough(at)), Operation.Ratio,
                    Constant("weights through it", _weights.WeightThrough(at)), Constant("all weights", _weights.TotalWeight))));

    private string Name(int index) => "through " + InvariantText.Date(Phasing.Periods[index].End!.Value);

    private Figure Amount(decimal amount) => Total.With(amount).Value;
}
