using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain;
using SalesDomain.Rebates;

namespace QuarterClose.Rules;

/// <summary>The rebates of a year: every agreement, accrued month by month and settled.</summary>
public sealed class RebatedYear
{
    private RebatedYear(RebateTerms terms, IReadOnlyList<RebatedDeal> deals) => (Terms, Deals) = (terms, deals);

    public RebateTerms Terms { get; }

    public IReadOnlyList<RebatedDeal> Deals { get; }

    /// <summary>Nothing is left of any agreement.</summary>
    public bool IsClosed => Deals.All(deal => deal.IsClosed);

    public bool IsVerified => IsClosed && Deals.All(deal => deal.Proof.IsVerified);

    /// <summary>An id of an agreement, or of a customer that is paid under one.</summary>
    public RebateProof ProofOf(string id, Detail detail)
    {
        foreach (var deal in Deals)
        {
            if (deal.Deal.Agreement.Id.Code == id)
                return new RebateProof(deal, null, detail);
            if (deal.Customers.FirstOrDefault(customer => customer.Id.Code == id) is { } customer)
                return new RebateProof(deal, customer, detail);
        }

        throw new InputException(
            $"--explain: '{id}' is neither an agreement nor a customer of one; known are "
            + string.Join(", ", Deals.Select(deal => deal.Deal.Agreement.Id.Code)
                .Concat(Deals.SelectMany(deal => deal.Customers).Select(customer => customer.Id.Code))) + ".");
    }

    /// <summary>Reads the lines of each month once and adds them to those before: what was sold before the year is a base period.</summary>
    public static RebatedYear Of(RebateTerms terms, IReadOnlyList<RebateDeal> deals, SalesData data)
    {
        var book = RebateBook.Of([.. deals.Select(deal => deal.Agreement)]);
        var months = terms.Year.Parts(FiscalPeriodKind.Month);
        var toDate = book.Turnovers(LinesIn(data, DateSpan.Until(terms.Year.Start.PlusDays(-1))));
        var turnovers = new List<(FiscalPeriod Month, RebateTurnovers Sold, RebateTurnovers ToDate)>();
        foreach (var month in months)
        {
            var sold = book.Turnovers(LinesIn(data, month.Span));
            toDate = toDate.Merge(sold);
            turnovers.Add((month, sold, toDate));
        }

        return new RebatedYear(terms, [.. deals.Select(deal => Run(terms, deal, data, turnovers))]);
    }

    private static RebatedDeal Run(
        RebateTerms terms, RebateDeal deal, SalesData data,
        IEnumerable<(FiscalPeriod Month, RebateTurnovers Sold, RebateTurnovers ToDate)> turnovers)
    {
        var id = deal.Agreement.Id;
        var accounts = new Dictionary<CustomerId, RebateAccount>();
        var months = new List<RebateMonth>();
        foreach (var (month, sold, toDate) in turnovers.Where(each => deal.Agreement.Span.Contains(each.Month.Start)))
        {
            var result = RebateStatement.Of(toDate.Of(id), RebateFigures.None, month.End).Results[0];
            var run = SettlementRun.Of(new DocumentId("J-" + id + "-" + NamedSpan.Month(month.Start)), month.End);
            var postings = new List<RebatePosting>();
            foreach (var customer in result.Shares.Select(share => share.Customer))
            {
                var account = accounts.GetValueOrDefault(customer) ?? RebateAccount.Of(id, customer, Currency.USD);
                postings.Add(account.Accrue([RebateEstimate.AtCurrentTier(RebateEntitlement.Of(result, customer))], run));
                accounts[customer] = postings[^1].Account;
            }

            months.Add(new RebateMonth(
                month, result, LevelOf(sold, deal), LevelOf(toDate, deal), postings, months.Count > 0 ? months[^1] : null));
        }

        var sales = data.Sales.Where(sale => deal.Agreement.Parties.Members.Any(member => member.Customer == sale.Line.Customer)).ToArray();
        return new RebatedDeal(
            deal, months, [.. accounts.Values.Select(account => Close(terms, deal, account, months[^1].Result, sales))], sales);
    }

    private static RebatedCustomer Close(
        RebateTerms terms, RebateDeal deal, RebateAccount account, RebateResult result, IEnumerable<Sale> sales)
    {
        RebateEntitlement[] earned = [RebateEntitlement.Of(result, account.Customer)];
        var settlement = account.SettleToDate(earned, deal.Payout, On("S-", terms.SettledOn));
        var again = settlement.Account.SettleToDate(earned, deal.Payout, On("S2-", terms.ClosedOn));
        var bought = sales.Where(sale => sale.Line.Customer == account.Customer && deal.Period.Contains(sale.Line.Date));
        return new RebatedCustomer(
            account.Customer, Money.Sum(Currency.USD, bought.Select(sale => sale.Line.NetAmount)), settlement, again,
            again.Account.WriteOffUnclaimed(earned, deal.Payout, On("W-", terms.ClosedOn)));

        SettlementRun On(string prefix, LocalDate day) =>
            SettlementRun.Of(new DocumentId(prefix + deal.Agreement.Id + "-" + account.Customer), day);
    }

    private static Money LevelOf(RebateTurnovers turnovers, RebateDeal deal) =>
        turnovers.Of(deal.Agreement.Id).LevelOf(deal.Rebate.Name, deal.Period)!.Value.Money;

    private static IEnumerable<SalesLine> LinesIn(SalesData data, DateSpan span) =>
        data.Sales.Select(sale => sale.Line).Where(line => span.Contains(line.Date));
}
