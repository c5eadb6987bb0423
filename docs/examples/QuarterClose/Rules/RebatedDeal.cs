using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Rebates;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>One agreement through the year: accrued at the tier reached at every month end, settled when the year is over.</summary>
public sealed class RebatedDeal
{
    private readonly Dictionary<string, Sale> _sales;
    private readonly SalesLine[] _lines;

    internal RebatedDeal(
        RebateDeal deal, IReadOnlyList<RebateMonth> months, IReadOnlyList<RebatedCustomer> customers, IEnumerable<Sale> sales)
    {
        (Deal, Months, Customers) = (deal, months, customers);
        _sales = sales.ToDictionary(sale => sale.Line.Id.ToString());
        _lines = [.. _sales.Values.Select(sale => sale.Line)];
        Balances = RebateBalances.Sum(Currency.USD, customers.Select(customer => customer.Balances));
        Proof = new RebateProof(this, null, Detail.Total);
    }

    public RebateDeal Deal { get; }

    public IReadOnlyList<RebateMonth> Months { get; }

    /// <summary>Who is paid, in the order of the members.</summary>
    public IReadOnlyList<RebatedCustomer> Customers { get; }

    /// <summary>Of all customers together.</summary>
    public RebateBalances Balances { get; }

    /// <summary>Of the whole period.</summary>
    public RebateResult Result => Months[^1].Result;

    /// <summary>Down to the last order line.</summary>
    public RebateProof Proof { get; }

    public bool IsClosed => Balances.IsClosed && Customers.All(customer => customer.IsClosed);

    /// <summary>What is earned, in sums of order lines; or of each line from unit price, quantity and discount.</summary>
    public Explanation ExplainEarned(Detail detail) =>
        detail == Detail.Lines ? ToPrices(Result.Explain(LinesTo(Months[^1]))) : Result.Explain();

    /// <summary>The share of one customer, likewise.</summary>
    public Explanation ExplainShare(RebateMonth month, CustomerId customer, Detail detail) =>
        detail == Detail.Lines ? ToPrices(month.Result.ExplainShare(customer, LinesTo(month))) : month.Result.ExplainShare(customer);

    /// <summary>That nothing is left: accrued less settled less written off, of every customer.</summary>
    public Explanation ExplainLeft(Detail? detail) =>
        Node(
            "left of " + Deal.Agreement.Id, Balances.Liability, Operation.Sum,
            [.. Customers.Select(customer => ExplainLeft(customer, detail))]);

    /// <summary>The same of one customer; without a detail each month as it was entered.</summary>
    public Explanation ExplainLeft(RebatedCustomer customer, Detail? detail)
    {
        Func<RebateMonth, CustomerId, Explanation>? share =
            detail is { } given ? (month, each) => ExplainShare(month, each, given) : null;
        return customer.ExplainLeft(Months, share);
    }

    // What is earned to date is of the lines to date.
    private IEnumerable<SalesLine> LinesTo(RebateMonth month) => _lines.Where(line => line.Date <= month.Month.End);

    private Explanation ToPrices(Explanation explanation) =>
        explanation.Expand(leaf =>
            leaf.Kind == ExplanationKind.Fact && _sales.TryGetValue(leaf.Name, out var sale) ? sale.Explain() : null);
}
