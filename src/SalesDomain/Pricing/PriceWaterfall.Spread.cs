using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>What many lines cost together, spread over them.</content>
public sealed partial class PriceWaterfall
{
    /// <summary>A cost of many lines together, such as the freight of a shipment, spread over them by what is invoiced.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="total">The amount, a multiple of the unit in which it is spread.</param>
    /// <param name="lines">
    /// The lines, in the currency of the amount; at least one, and none invoiced below zero. Free goods are invoiced at nothing and bear
    /// nothing: where they shall, give weights.
    /// </param>
    /// <param name="by">How the cents are spread.</param>
    /// <returns>The lines, each with its part off invoice; the parts sum to <paramref name="total"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is empty, there is no line, nothing is invoiced of any, or <paramref name="total"/> is no multiple of the
    /// unit and no line takes the rest.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A line is invoiced below zero, or the line that takes the rest does not exist.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A line is in another currency.</exception>
    public static IReadOnlyList<PriceWaterfall> Spread(
        string name, Money total, IReadOnlyList<PriceWaterfall> lines, Apportionment by)
    {
        Identifier.Checked(name);
        var copy = Spreading(total, lines);
        foreach (var line in copy)
        {
            if (line.InvoiceNet.IsNegative)
                throw Guards.OutOfRange(nameof(lines), line.InvoiceNet.ToString(), "must not be invoiced below zero; give weights");
        }

        return Array.TrueForAll(copy, line => line.InvoiceNet.IsZero) && !total.IsZero
            ? throw Guards.Invalid(nameof(lines), total.ToString(), "must have something invoiced to spread by, or weights")
            : Spread(name, total, copy, Array.ConvertAll(copy, line => line.InvoiceNet.Amount), by);
    }

    /// <summary>A cost of many lines together spread over them by weights: kilograms, cubic metres, pieces, pallets.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="total">The amount, a multiple of the unit in which it is spread.</param>
    /// <param name="lines">The lines, in the currency of the amount, at least one: free goods and goods that come back as well.</param>
    /// <param name="weights">One for each line, in their order, zero or more; only their ratio counts.</param>
    /// <param name="by">How the cents are spread.</param>
    /// <returns>The lines, each with its part off invoice; the parts sum to <paramref name="total"/>.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="name"/> is empty, there is no line, there are more or fewer weights than lines, all weights are zero, or
    /// <paramref name="total"/> is no multiple of the unit and no line takes the rest.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A weight is negative, or the line that takes the rest does not exist.</exception>
    /// <exception cref="CurrencyMismatchException">A line is in another currency.</exception>
    public static IReadOnlyList<PriceWaterfall> Spread(
        string name, Money total, IReadOnlyList<PriceWaterfall> lines, IReadOnlyList<decimal> weights, Apportionment by)
    {
        Identifier.Checked(name);
        var copy = Spreading(total, lines);
        decimal[] given = [.. Guard.Against.Null(weights)];
        if (given.Length != copy.Length)
        {
            throw Guards.Invalid(
                nameof(weights), InvariantText.Number(given.Length),
                "must be one for each of " + InvariantText.Number(copy.Length) + " lines");
        }

        return Spread(name, total, copy, given, by);
    }

    private static PriceWaterfall[] Spreading(Money total, IReadOnlyList<PriceWaterfall> lines)
    {
        var copy = Guard.Against.Nothing(lines, "there is nothing to spread over");
        foreach (var line in copy)
        {
            if (Guard.Against.Null(line, nameof(lines)).List.Currency != total.Currency)
                throw new CurrencyMismatchException(total.Currency, line.List.Currency, nameof(lines));
        }

        return copy;
    }

    private static ReadOnlyCollection<PriceWaterfall> Spread(
        string name, Money total, PriceWaterfall[] lines, decimal[] weights, Apportionment by)
    {
        var parts = Guard.Against.Null(by).Split(total, weights);
        return Array.AsReadOnly([.. lines.Select((line, i) => line.With(WaterfallDeduction.OffInvoice(name, parts[i])))]);
    }
}
