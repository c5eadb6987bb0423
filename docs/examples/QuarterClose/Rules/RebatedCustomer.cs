using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain;
using SalesDomain.Rebates;
using static SalesDomain.Explanation;

namespace QuarterClose.Rules;

/// <summary>The rebate account of one customer: accrued month by month, settled, and settled once more: nothing is left.</summary>
public sealed class RebatedCustomer
{
    internal RebatedCustomer(CustomerId id, Money bought, RebateSettlement settlement, RebateSettlement again, RebatePosting unclaimed) =>
        (Id, Bought, Settlement, Again, Unclaimed) = (id, bought, settlement, again, unclaimed);

    public CustomerId Id { get; }

    /// <summary>What it bought in the calculation period.</summary>
    public Money Bought { get; }

    public RebateSettlement Settlement { get; }

    /// <summary>The same settlement a second time.</summary>
    public RebateSettlement Again { get; }

    /// <summary>What was not claimed, written off at last.</summary>
    public RebatePosting Unclaimed { get; }

    public RebateAccount Account => Unclaimed.Account;

    public RebateBalances Balances => Account.Balances;

    /// <summary>Nothing is left, and nothing was found the second time.</summary>
    public bool IsClosed => Balances.IsClosed && Again.Entries.Count == 0 && Unclaimed.Entries.Count == 0;

    /// <summary>
    /// How what is left in the books follows from what was accrued in every month, settled and written off; with the months, down to what
    /// explains the share that was earned to date.
    /// </summary>
    public Explanation ExplainLeft(IReadOnlyList<RebateMonth> months, Func<RebateMonth, CustomerId, Explanation>? share)
    {
        var last = months[^1];
        return Node(
            "left with " + Id, Balances.Liability, Operation.Sum,
            Balances.Explain().Expand(leaf => leaf.Name switch
            {
                "accrued" => Node("accrued", Balances.Accrued, Operation.Sum, [.. months.Select(month => Accrued(month, share))]),
                "settled" when share is not null => Expanded(Settlement.Explain(), last, share),
                "written off" when share is not null => Node(
                    "written off", Balances.WrittenOff, Operation.Sum,
                    [.. Settlement.Lines.Select(line => Expanded(line.ExplainWrittenOff(), last, share))]),
                _ => null,
            }));
    }

    private Explanation Accrued(RebateMonth month, Func<RebateMonth, CustomerId, Explanation>? share)
    {
        var posting = month.Postings.Single(each => each.Account.Customer == Id);
        return share is null ? Fact("accrued in " + month.Name, posting.Accrued)
            : Node("accrued in " + month.Name, posting.Accrued, Operation.Sum, Expanded(posting.Explain(), month, share));
    }

    private Explanation Expanded(Explanation explanation, RebateMonth month, Func<RebateMonth, CustomerId, Explanation> share) =>
        explanation.Expand(leaf => leaf.Name == "earned to date" ? share(month, Id) : null);
}
