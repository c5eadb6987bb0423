using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>What the charges of one line have of a deduction: the running total with them less the one before.</summary>
internal sealed class FundsLine(
    LineId id, FundsCharge[] charges, Money amount, decimal before, decimal after, decimal exact, decimal product, decimal share)
{
    internal LineId Id { get; } = id;

    internal LocalDate On => Charges[0].Credit!.Date;

    internal FundsCharge[] Charges { get; } = charges;

    internal Money Amount { get; } = amount;

    internal decimal Before { get; } = before;

    internal decimal After { get; } = after;

    /// <summary>The running total before it is rounded.</summary>
    internal decimal Exact { get; } = exact;

    /// <summary>The running total for the days of one year.</summary>
    internal decimal Product { get; } = product;

    /// <summary>That, of all charges.</summary>
    internal decimal Share { get; } = share;
}
