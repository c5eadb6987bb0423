using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>A discount as it meets a document: whether it is open, for which lines, and what counts for each.</summary>
internal sealed class DiscountTurn
{
    internal DiscountTurn(StagedDiscount staged, bool[] inScope)
    {
        Staged = staged;
        InScope = inScope;
    }

    internal StagedDiscount Staged { get; }

    internal Discount Discount => Staged.Discount;

    /// <summary>The lines in its scope that it may come upon: no free goods, no returns, no price kinds that it leaves out.</summary>
    internal bool[] InScope { get; }

    /// <summary>The lines that count for it.</summary>
    internal bool[] Counting { get; set; } = [];

    /// <summary>What counts in other units than that of the steps.</summary>
    internal List<CountedUnit> Converted { get; } = [];

    internal bool IsOpen { get; set; }

    /// <summary>The code that opens it; null where it asks for none.</summary>
    internal string? Code { get; set; }

    /// <summary>The quantity that counts for each line; null where none does.</summary>
    internal decimal[]? Quantities { get; set; }

    /// <summary>The amount that counts for each line; null where none does.</summary>
    internal decimal[]? Amounts { get; set; }

    /// <summary>The base of each line when the amounts were added up; null where none were.</summary>
    internal decimal[]? AmountsOfLines { get; set; }

    /// <summary>What is measured against a minimum amount.</summary>
    internal decimal Measured { get; set; }

    /// <summary>How many lines of the document are companions.</summary>
    internal int Companions { get; set; }
}
