namespace SalesDomain.Rebates;

/// <summary>Every figure on the way from a sale of a contract to what is granted of it.</summary>
internal readonly struct ShipAndDebitSteps
{
    internal ShipAndDebitSteps(
        Quantity sold, Quantity? left, Quantity units, Money listed, Money? shared, Money paid, Money bought, Money resold, Money margin,
        Money exact, Money due, Money granted)
    {
        Sold = sold;
        Left = left;
        Units = units;
        Listed = listed;
        Shared = shared;
        Paid = paid;
        Bought = bought;
        Resold = resold;
        Margin = margin;
        Exact = exact;
        Due = due;
        Granted = granted;
    }

    /// <summary>What was sold, in the unit of the prices.</summary>
    internal Quantity Sold { get; }

    /// <summary>What the cap leaves; null without one.</summary>
    internal Quantity? Left { get; }

    internal Quantity Units { get; }

    /// <summary>The units at the acquisition price.</summary>
    internal Money Listed { get; }

    /// <summary>The cost of the sale × the units granted.</summary>
    internal Money? Shared { get; }

    internal Money Paid { get; }

    internal Money Bought { get; }

    /// <summary>The units at the contract price.</summary>
    internal Money Resold { get; }

    internal Money Margin { get; }

    internal Money Exact { get; }

    internal Money Due { get; }

    internal Money Granted { get; }

    /// <summary>Of a line of which nothing is granted.</summary>
    internal static ShipAndDebitSteps None(Money zero, UnitOfMeasure unit) =>
        new(
            Quantity.Zero(unit), null, Quantity.Zero(unit), zero, null, zero, zero, zero, zero, zero, zero, zero);
}
