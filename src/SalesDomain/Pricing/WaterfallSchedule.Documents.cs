using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>The waterfall of what is offered or ordered: a document after its discounts.</content>
public sealed partial class WaterfallSchedule
{
    /// <summary>
    /// The waterfall of a line after its discounts: each is a deduction on the invoice under its name, and what comes after the invoice is
    /// by the rules, for what the line states.
    /// </summary>
    /// <param name="line">
    /// The line. Free goods are all on the invoice, as <c>free goods</c>; what comes back has its credit for list amount.
    /// </param>
    /// <param name="taxRate">
    /// The tax in percent of the amount without tax, zero or more: to bring prices with tax to without it, and to know what is paid with
    /// tax. Null where it is not known.
    /// </param>
    /// <param name="cost">
    /// What the whole quantity costs on the day of the sale, without tax and of the sign of the quantity; null where it is not known.
    /// </param>
    /// <returns>
    /// The waterfall; without one, and with the reason, where prices have tax in and the rate is not known, or the line was paid out of a
    /// rebate.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="taxRate"/> is negative, or <paramref name="cost"/> has the opposite sign of the quantity.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount per unit is in another currency than the line.</exception>
    public DiscountedLineWaterfall Evaluate(DiscountedLine line, Percentage? taxRate, Money? cost)
    {
        Guard.Against.Null(line);
        return Drawn(line, Split(line, taxRate, nameof(taxRate)), Given(line, cost, nameof(cost)), nameof(line));
    }

    /// <summary>The waterfall of a line after its discounts, at the cost of its product on the day of the document.</summary>
    /// <param name="line">The line; see <see cref="Evaluate(DiscountedLine, Percentage?, Money?)"/>.</param>
    /// <param name="taxRate">The tax in percent of the amount without tax, zero or more; null where it is not known.</param>
    /// <param name="costs">
    /// The book whose products have their dated costs (<see cref="PricedProduct.WithCost"/>), by which units and currencies convert; the
    /// cost of a line is rounded once, as deductions are.
    /// </param>
    /// <returns>
    /// The waterfall; without one, and with the reason, where prices have tax in and the rate is not known, or the line was paid out of a
    /// rebate.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> or <paramref name="costs"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxRate"/> is negative.</exception>
    /// <exception cref="CurrencyMismatchException">An amount per unit is in another currency than the line.</exception>
    public DiscountedLineWaterfall Evaluate(DiscountedLine line, Percentage? taxRate, PriceBook costs)
    {
        Guard.Against.Null(line);
        Guard.Against.Null(costs);
        return Drawn(line, Split(line, taxRate, nameof(taxRate)), WaterfallCost.Dated(line, costs, Rounding), nameof(line));
    }

    /// <summary>The waterfalls of the lines of a document after its discounts, and of all of them together.</summary>
    /// <param name="document">The document after all its discounts.</param>
    /// <param name="taxRate">
    /// The tax of a line in percent of the amount without tax, zero or more; null where it is not known. See
    /// <see cref="Evaluate(DiscountedLine, Percentage?, Money?)"/>.
    /// </param>
    /// <param name="cost">
    /// What the whole quantity of a line costs on the day of the sale, without tax and of the sign of the quantity; null where it is not
    /// known.
    /// </param>
    /// <returns>Each line, the sum of those that have a waterfall, and what was left out.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative, or a cost has the opposite sign of the quantity.</exception>
    /// <exception cref="CurrencyMismatchException">An amount per unit is in another currency than the document.</exception>
    public DocumentWaterfall Evaluate(
        DiscountedDocument document, Func<DiscountedLine, Percentage?> taxRate, Func<DiscountedLine, Money?> cost)
    {
        Guard.Against.Null(document);
        Guard.Against.Null(taxRate);
        Guard.Against.Null(cost);
        return Drawn(
            document,
            line => Drawn(
                line, Split(line, taxRate(line), nameof(taxRate)), Given(line, cost(line), nameof(cost)), nameof(document)));
    }

    /// <summary>
    /// The waterfalls of the lines of a document after its discounts, at the tax rates and the costs of products on its day: in one step
    /// from what a customer is offered to what is left of it.
    /// </summary>
    /// <param name="document">The document after all its discounts.</param>
    /// <param name="taxRates">The tax by what a line states, in percent of the amount without tax.</param>
    /// <param name="costs">
    /// The book whose products have their dated costs (<see cref="PricedProduct.WithCost"/>), by which units and currencies convert; the
    /// cost of a line is rounded once, as deductions are.
    /// </param>
    /// <returns>Each line, the sum of those that have a waterfall, and what was left out.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A rate is negative.</exception>
    /// <exception cref="CurrencyMismatchException">An amount per unit is in another currency than the document.</exception>
    public DocumentWaterfall Evaluate(DiscountedDocument document, ScopeTable<Percentage> taxRates, PriceBook costs)
    {
        Guard.Against.Null(document);
        Guard.Against.Null(taxRates);
        Guard.Against.Null(costs);
        return Drawn(
            document,
            line =>
            {
                var rate = taxRates.TryAt(line.Line.Subject, document.Document.Date, out var known) ? known : (Percentage?)null;
                return Drawn(
                    line, Split(line, rate, nameof(taxRates)), WaterfallCost.Dated(line, costs, Rounding), nameof(document));
            });
    }

    /// <summary>
    /// The waterfall of a line whose tax is split already, as that of a quotation is, at the dated cost of its product: of the day of the
    /// document, or of another.
    /// </summary>
    internal DiscountedLineWaterfall EvaluateTaxed(DiscountedLine line, LineTax? split, PriceBook costs, LocalDate? costOn) =>
        Drawn(line, split, WaterfallCost.Dated(line, costs, Rounding, costOn), nameof(line));

    private static DocumentWaterfall Drawn(DiscountedDocument document, Func<DiscountedLine, DiscountedLineWaterfall> ofLine) =>
        new(document, [.. document.Lines.Select(ofLine)]);

    private static WaterfallCost Given(DiscountedLine line, Money? cost, string parameterName) =>
        cost is { } known && (line.Line.IsReturn ? known.IsPositive : known.IsNegative)
            ? throw Guards.OutOfRange(
                parameterName, line.Name + ": " + known, "must not have the opposite sign of the quantity " + line.Line.Quantity)
            : WaterfallCost.Given(line, cost);

    private LineTax? Split(DiscountedLine line, Percentage? rate, string parameterName) =>
        rate is not { } known ? null
            : known >= Percentage.Zero ? LineTax.Of(line.Owner.Document.TaxBasis, line.Net, known, Rounding)
            : throw Guards.OutOfRange(parameterName, line.Name + ": " + known, "must not be negative");

    private DiscountedLineWaterfall Drawn(DiscountedLine line, LineTax? split, in WaterfallCost cost, string parameterName)
    {
        if (line.Line.Subject.PriceKind == PriceKind.RebateFunded)
            return new DiscountedLineWaterfall(line, null, new Reason("pricing.rebate-funded", DiscountedSource.NameOf(line)));
        if (split is null && line.Owner.Document.TaxBasis == TaxBasis.WithTax)
            return new DiscountedLineWaterfall(line, null, new Reason("pricing.no-tax-rate", DiscountedSource.NameOf(line)));

        List<Reason>? reasons = null;
        var source = new DiscountedSource(this, line, split, cost);
        var offInvoice = new WaterfallDeduction[_rules.Length];
        var count = OffInvoice(source, null, line.Line.Subject, offInvoice, 0, parameterName, ref reasons);
        if (cost.Missing is { } missing)
            (reasons ??= []).Add(missing);

        return new DiscountedLineWaterfall(
            line, PriceWaterfall.Of(source, source.OnInvoice().Concat(offInvoice.Take(count))), reasons is null ? [] : [.. reasons]);
    }
}
