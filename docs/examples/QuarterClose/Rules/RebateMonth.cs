using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Rebates;

namespace QuarterClose.Rules;

/// <summary>An agreement at the end of a month: what is earned to date, what is accrued for it, and what lies ahead.</summary>
public sealed class RebateMonth
{
    internal RebateMonth(
        FiscalPeriod month, RebateResult result, Money sold, Money toDate, IReadOnlyList<RebatePosting> postings, RebateMonth? before)
    {
        (Month, Result, Sold, SoldToDate, Postings) = (month, result, sold, toDate, postings);
        Accrued = Money.Sum(Currency.USD, postings.Select(posting => posting.Accrued));
        AccruedToDate = RebateBalances.Sum(Currency.USD, postings.Select(posting => posting.Account.Balances)).Accrued;
        NearMiss = RebateNearMiss.Of(result);
        Projection = RebateProjection.ByRunRate(result, month.End);
        IsStepReached = result.Reached is not null && result.Reached != before?.Result.Reached;
    }

    public FiscalPeriod Month { get; }

    public string Name => NamedSpan.Month(Month.Start);

    /// <summary>Of the period to the end of the month.</summary>
    public RebateResult Result { get; }

    /// <summary>What was sold in the month.</summary>
    public Money Sold { get; }

    public Money SoldToDate { get; }

    /// <summary>One a customer, in the order of the members.</summary>
    public IReadOnlyList<RebatePosting> Postings { get; }

    public Money Accrued { get; }

    /// <summary>What is accrued of what was sold in the month; null where nothing was.</summary>
    public Percentage? AccruedOfSold => Percentage.Ratio(Accrued, Sold);

    public Money AccruedToDate { get; }

    /// <summary>Whether another step is reached than the month before: what was sold before is caught up.</summary>
    public bool IsStepReached { get; }

    /// <summary>Null above the last step.</summary>
    public RebateNearMiss? NearMiss { get; }

    /// <summary>What the period comes to at the pace so far.</summary>
    public RebateProjection? Projection { get; }
}
