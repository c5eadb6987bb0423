using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>What a plan takes from the commission for money that came in late, with the figures between.</summary>
/// <remarks>
/// Charges are summed exactly, bounded by the share of what is earned that the plan names, and rounded once, by the rounding of the plan.
/// A part by receipt is the difference of running totals, so that parts sum to the whole. Part of a <see cref="CommissionResult"/>.
/// Equality is by reference.
/// </remarks>
public sealed partial class FundsDeduction
{
    /// <summary>The name under which an account, a holdback and a statement know it.</summary>
    internal const string Name = "cost of funds";

    private readonly CommissionResult _result;
    private readonly FundsCharge[] _charges;
    private readonly Money _earned;
    private readonly decimal _product;
    private readonly decimal _year = 1m;
    private readonly decimal _exact;
    private readonly decimal? _share;
    private readonly decimal? _limit;
    private readonly decimal _bounded;

    internal FundsDeduction(CommissionResult result, Money earned)
    {
        _result = result;
        _earned = earned;
        _charges = Array.FindAll(
            result.Figures.StatedCharges ?? [], charge => charge.Credit is null || result.Period.Contains(charge.PaidOn));
        if (!IsStated || Array.Exists(_charges, charge => charge.Value is null))
            return;

        foreach (var charge in _charges)
        {
            _product += charge.Product;
            _year = charge.Year;
        }

        _exact = _bounded = _product / _year;
        if (result.Plan.CostOfFundsCap is { } cap && _exact > 0m)
        {
            if (!result.AreComponentsKnown)
            {
                IsWaiting = true;
                return;
            }

            _share = earned.Amount * cap.Fraction;
            _limit = Math.Max(0m, _share.Value);
            _bounded = Math.Min(_exact, _limit.Value);
        }

        Amount = In(_bounded).Round(Rounding);
    }

    /// <summary>What is charged in the measurement period, by day and line.</summary>
    public IReadOnlyList<FundsCharge> Charges => Array.AsReadOnly(_charges);

    /// <summary>What all charges come to, exact; null where one is not known, or nothing is stated.</summary>
    public Money? Charged => Amount is null && !IsWaiting ? null : In(_exact);

    /// <summary>The most that is taken, exact; null where the plan names no share, and where nothing is charged.</summary>
    public Money? Limit => _limit is { } limit ? In(limit) : null;

    /// <summary>
    /// What is taken to date, rounded; negative where more was given back than charged, as of a cheque that came back in a later period.
    /// Null where it is not known: a receipt has no due date, nobody stated charges, or it is at most a share of what is not known yet.
    /// </summary>
    public Money? Amount { get; }

    /// <summary>
    /// Why it is what it is: <c>commission.funds-limited</c> with what is charged and the limit; <c>commission.figure-missing</c> where no
    /// charges were stated; <c>commission.unknown-charges</c> and the reason of each; <c>commission.share-of-unknown</c> where it is at
    /// most a share of what is not known yet.
    /// </summary>
    public IReadOnlyList<Reason> Reasons
    {
        get
        {
            var name = ("component", (Figure)Name);
            var reasons = new List<Reason>();
            if (!IsStated)
                reasons.Add(new Reason(RateSteps.FigureMissing, name, ("figure", Name)));
            else if (IsWaiting)
                reasons.Add(new Reason("commission.share-of-unknown", name, ("charged", In(_exact))));
            else if (Amount is null)
                reasons.AddRange([new Reason("commission.unknown-charges", name), .. _charges.SelectMany(charge => charge.Reasons)]);
            else if (IsLimited)
                reasons.Add(new Reason("commission.funds-limited", name, ("charged", In(_exact)), ("limit", In(_limit!.Value))));

            return reasons.AsReadOnly();
        }
    }

    /// <summary>What is taken: <c>cost of funds: CNY 423.75</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + ": " + (Amount?.ToString() ?? "not known");

    private bool IsStated =>
        _result.Figures.StatedCharges is not null || _result.Plan.UnstatedFigures == UnstatedFigure.PaysNothing;

    private bool IsWaiting { get; }

    private bool IsLimited => _limit < _exact;

    // What is given back mirrors what was taken.
    private Rounding Rounding => _result.Plan.Rounding.For(_bounded);

    /// <summary>What is taken to date as an account settles it: less than nothing, by receipt where that is asked for.</summary>
    internal void AddEarnings(bool byCredit, List<CommissionEarning> earnings)
    {
        var period = _result.Period;
        if (Amount is not { } amount)
        {
            earnings.Add(Unknown(period));
            return;
        }

        var rest = amount;
        foreach (var line in byCredit ? Lines() : [])
        {
            rest -= line.Amount;
            if (line.Amount.IsZero)
                continue;

            var earning = Earning(period, -line.Amount).With(line.Id, line.On)
                .WithBase(Measure.Collections.Of(In(line.Charges.Sum(charge => charge.Amount.Amount * charge.Share.Fraction))));
            earnings.Add(line.Charges[0].Credit!.Follows is { } original ? earning.Following(original) : earning);
        }

        if (!rest.IsZero)
            earnings.Add(Earning(period, -rest));
    }

    /// <summary>
    /// Where lines are earned with their progress, all of it when the measurement period of the result is over; afterwards what has come to
    /// be known since an account was closed.
    /// </summary>
    internal void AddScheduled(DateSpan during, EnteredBefore? entered, List<CommissionEarning> earnings)
    {
        if (Amount is { } amount)
        {
            if (Rest(amount).In(during, entered, _ => [.. Reasons]) is { } earning)
                earnings.Add(earning.Of(_result.Plan.Version));
        }
        else if (entered is null ? during.Contains(_result.Period.End!.Value) : !(during.End < _result.Period.End))
        {
            earnings.Add(Unknown(during));
        }
    }

    /// <summary>What is behind an amount that was earned so within a period; null where it is not of this.</summary>
    internal ScheduledPart? PartOf(DateSpan during, Money earned, (Money Entered, Money ByFacts)? entered) =>
        Amount is not { } amount || earned.Currency != amount.Currency ? null
            : Rest(amount).PartOf(during, earned, entered, (_, name) => ExplainTaken(name, amount));

    private ScheduledRest Rest(Money amount) =>
        new(new EarningKey(_result.Plan.Name, Name, null), _result.Period, -amount, least: null, []);

    private CommissionEarning Unknown(DateSpan period) =>
        CommissionEarning.Unknown(_result.Plan.Name, Name, period, _result.Plan.Currency, [.. Reasons]).WithRatedIn(_result.Period)
            .Of(_result.Plan.Version);

    private CommissionEarning Earning(DateSpan period, Money amount) =>
        CommissionEarning.Of(_result.Plan.Name, Name, period, amount).Of(_result.Plan.Version).Because([.. Reasons]);

    /// <summary>What each credited line has of it, in the order of facts.</summary>
    private List<FundsLine> Lines()
    {
        var lines = new List<FundsLine>();
        var (product, before) = (0m, 0m);
        foreach (var line in _charges.Where(charge => charge.Credit is not null).GroupBy(charge => charge.Credit!.Line))
        {
            product += line.Sum(charge => charge.Product);
            var exact = IsLimited ? _bounded * product / _product : product / _year;
            var after = In(exact).Round(_result.Plan.Rounding.For(exact)).Amount;
            var share = IsLimited ? product / _product : 0m;
            lines.Add(new FundsLine(line.Key, [.. line], In(after - before), before, after, exact, product, share));
            before = after;
        }

        return lines;
    }

    private Money In(decimal amount) => new(amount, _result.Plan.Currency);
}
