using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionFigures
{
    // Null where nobody said what late money costs, which is not nothing.
    private readonly FundsCharge[]? _charges;

    /// <summary>What late money costs, by day, line and amount; null where that is not stated.</summary>
    public IReadOnlyList<FundsCharge>? Charges => _charges is { } charges ? Array.AsReadOnly(charges) : null;

    /// <summary>With what late money costs, for a plan that takes it from the commission.</summary>
    /// <param name="charges">
    /// The charges, in any order: <see cref="CostOfFunds.Charges"/>. None says that nothing came in late. Those of credits outside the
    /// measurement period will not count.
    /// </param>
    /// <returns>The changed copy, in place of charges before.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="charges"/> or a charge is null.</exception>
    /// <exception cref="ArgumentException">
    /// A line, or a receipt for one invoiced line, is charged twice as credited in one capacity by one rule.
    /// </exception>
    public CommissionFigures WithCharges(IEnumerable<FundsCharge> charges)
    {
        FundsCharge[] copy = [.. Guard.Against.Null(charges)];
        Array.ForEach(copy, charge => Guard.Against.Null(charge, nameof(charges)));
        var seen = new HashSet<(LineId Line, LineId? InvoiceLine, CreditKind Kind, string Rule)>();
        foreach (var charge in copy)
        {
            if (charge.Credit is { } credit && !seen.Add((credit.Line, credit.InvoiceLine?.Id, credit.Kind, credit.Rule)))
                throw Guards.Invalid(nameof(charges), charge.ToString(), "must have each credit once");
        }

        return new CommissionFigures(_components, _figures, _standing, Ordered(copy));
    }

    internal FundsCharge[]? StatedCharges => _charges;

    /// <summary>
    /// The charges with those of more credits, in the capacities in which some are charged, or else direct ones; none where nothing is
    /// stated.
    /// </summary>
    private FundsCharge[]? ChargesWith(CostOfFunds? rule, IReadOnlyList<SalesCredit> more)
    {
        if (_charges is null || rule is null)
            return _charges;

        CreditKind[] kinds = [.. _charges.Where(charge => charge.Credit is not null).Select(charge => charge.Credit!.Kind).Distinct()];
        return Ordered(_charges.Concat(rule.Charges(more, kinds)));
    }

    private static FundsCharge[] Ordered(IEnumerable<FundsCharge> charges) =>
    [
        .. charges.OrderBy(charge => charge.Credit?.Date ?? charge.PaidOn).ThenBy(charge => charge.Credit is null)
            .ThenBy(charge => charge.Credit?.Line).ThenBy(charge => charge.Credit?.InvoiceLine?.Id).ThenBy(charge => charge.Credit?.Kind)
            .ThenBy(charge => charge.Credit?.Rule, StringComparer.Ordinal).ThenBy(charge => charge.Product)
            .ThenBy(charge => charge.Amount.Amount),
    ];

    private bool HasSameCharges(CommissionFigures other) =>
        _charges is null ? other._charges is null : other._charges is not null && _charges.SequenceEqual(other._charges);
}
