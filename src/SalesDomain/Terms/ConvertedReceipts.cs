using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>Receipts of several instruments as one amount of cash: what collection (回款) is worth.</summary>
/// <remarks>Made by <see cref="CashEquivalence.Convert"/>. Immutable. Equality is by reference.</remarks>
public sealed class ConvertedReceipts
{
    private readonly ConvertedReceipt[] _lines;

    internal ConvertedReceipts(Currency currency, ConvertedReceipt[] lines)
    {
        _lines = lines;
        Amount = Money.Sum(currency, lines.Select(line => line.Receipt.Amount));
        Cash = Money.Sum(currency, lines.Select(line => line.Equivalent.Cash));
        Share = Percentage.Ratio(Cash, Amount);
    }

    /// <summary>The receipts, in the order given.</summary>
    public IReadOnlyList<ConvertedReceipt> Lines => Array.AsReadOnly(_lines);

    /// <summary>What was received, on the face of it.</summary>
    public Money Amount { get; }

    /// <summary>What it is worth in cash.</summary>
    public Money Cash { get; }

    /// <summary>Cash ÷ amount; null where nothing was received.</summary>
    public Percentage? Share { get; }

    /// <summary>Where the cash comes from.</summary>
    /// <returns>The explanation, whose figure is <see cref="Cash"/>.</returns>
    public Explanation Explain() =>
        _lines.Length == 0 ? Fact("no receipts", Cash)
            : Node("cash", Cash, Operation.Sum, [.. _lines.Select(line => line.Explain())]);

    /// <summary>Amount and cash: <c>CNY 800000.00 is CNY 792700.00 in cash</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Amount + " is " + Cash + " in cash";
}
