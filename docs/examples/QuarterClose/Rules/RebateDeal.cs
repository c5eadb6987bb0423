using SalesDomain;
using SalesDomain.Rebates;

namespace QuarterClose.Rules;

/// <summary>A rebate agreement of one rebate, with whom by name, and how it is paid out.</summary>
public sealed record RebateDeal(string Partner, RebateAgreement Agreement, RebatePayoutTerms Payout)
{
    public Rebate Rebate => Agreement.Rebates[0];

    /// <summary>The calculation period, which is all of the agreement.</summary>
    public FiscalPeriod Period => Agreement.Calendar.PeriodOf(Agreement.Span.Start!.Value, Rebate.Period);

    public override string ToString() => Agreement.Id + " " + Partner;
}
