using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>How a price of the record becomes the price asked for, and what part of the quantity it is for.</summary>
internal sealed class PartTrace(Quantity part, Money recorded)
{
    internal Quantity Part { get; } = part;

    /// <summary>The price in the record.</summary>
    internal Money Recorded { get; } = recorded;

    /// <summary>The formulas, the one next to the record first.</summary>
    internal List<FormulaTrace> Formulas { get; } = [];

    /// <summary>The price of the list into the currency asked for.</summary>
    internal Conversion Conversion { get; set; }

    /// <summary>The price in the currency asked for, rounded where the book rounds what it converts.</summary>
    internal Money Price { get; set; }

    /// <summary>Price × part.</summary>
    internal Money Extended { get; set; }

    /// <summary>Price × part ÷ the units it is for.</summary>
    internal Money Amount { get; set; }
}
