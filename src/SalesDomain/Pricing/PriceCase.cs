using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// An offer or order whose prices somebody has to approve: the document after its discounts, whose it is, and what it costs.
/// </summary>
/// <remarks>
/// <para>
/// Costs and waterfalls are facts of the day of the sale, looked up by the caller. A cost is of the whole quantity of its line, and has tax
/// in it where the prices have. What is not stated is not known, which is not zero.
/// </para>
/// <para>Immutable: <c>With…</c> returns a changed copy. Equality is by reference.</para>
/// </remarks>
public sealed class PriceCase
{
    private readonly Money?[] _costs;
    private readonly PriceWaterfall?[] _waterfalls;
    private readonly Approval[] _approvals;

    private PriceCase(
        DocumentId id, CustomerId customer, DiscountedDocument document, Money?[] costs, PriceWaterfall?[] waterfalls,
        Approval[] approvals)
    {
        _approvals = approvals;
        Id = id;
        Customer = customer;
        Document = document;
        _costs = costs;
        _waterfalls = waterfalls;
        var sold = new List<CaseLine>(document.Lines.Count);
        foreach (var line in document.Lines)
        {
            if (!line.Line.IsReturn)
                sold.Add(new CaseLine(this, line, SubjectOf(line.Line, customer), costs[line.Index], waterfalls[line.Index]));
        }

        Sold = [.. sold];
    }

    /// <summary>The number of the offer or order.</summary>
    public DocumentId Id { get; }

    /// <summary>Whose orders of one day are looked at together.</summary>
    public CustomerId Customer { get; }

    /// <summary>The document after its discounts.</summary>
    public DiscountedDocument Document { get; }

    /// <summary>The day of the document, by which tables are looked up and orders are put together.</summary>
    public LocalDate Date => Document.Document.Date;

    /// <summary>The approvals on file, each once, in the order given.</summary>
    public IReadOnlyList<Approval> Approvals => Array.AsReadOnly(_approvals);

    /// <summary>The lines that are not returns: what is decided on.</summary>
    internal CaseLine[] Sold { get; }

    internal TaxBasis TaxBasis => Document.Document.TaxBasis;

    internal Currency Currency => Document.Document.Currency;

    /// <summary>A case.</summary>
    /// <param name="id">The number of the offer or order.</param>
    /// <param name="customer">
    /// Whose it is; of customers that buy as one, the one that stands for all. A line whose subject states no customer is taken to be his.
    /// </param>
    /// <param name="document">The document after all its discounts.</param>
    /// <returns>The case, without costs.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="id"/> or <paramref name="customer"/> is the default value.</exception>
    public static PriceCase Of(DocumentId id, CustomerId customer, DiscountedDocument document)
    {
        Identifier.Given(id);
        Identifier.Given(customer);
        var count = Guard.Against.Null(document).Lines.Count;
        return new PriceCase(id, customer, document, new Money?[count], new PriceWaterfall?[count], []);
    }

    /// <summary>The case with what lines cost at its date, from which the margin follows: (net − cost) ÷ net.</summary>
    /// <param name="taxBasis">Whether the costs have tax in them: as the prices of the document have.</param>
    /// <param name="costs">
    /// The number of a line and the cost of its whole quantity, free goods too; lines not named keep the cost they have, or none. That of
    /// a returned line counts for nothing.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="costs"/> is null.</exception>
    /// <exception cref="ArgumentException">A line is not in the document, or comes twice.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// A cost has the opposite sign of its quantity, or <paramref name="taxBasis"/> is not defined.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A cost has another currency than the document.</exception>
    /// <exception cref="TaxBasisMismatchException">The prices of the document are on the other basis.</exception>
    public PriceCase WithCosts(TaxBasis taxBasis, params (int Line, Money Cost)[] costs)
    {
        Guard.Against.Null(costs);
        return Guard.Against.Undefined(taxBasis) == Document.Document.TaxBasis ? WithCosts(costs)
            : throw new TaxBasisMismatchException(Document.Document.TaxBasis, taxBasis, nameof(taxBasis));
    }

    /// <summary>The same with costs that are known to be on the basis of the document.</summary>
    internal PriceCase WithCosts(params (int Line, Money Cost)[] costs)
    {
        Guard.Against.Null(costs);
        var copy = (Money?[])_costs.Clone();
        var indices = Indices();
        var seen = new HashSet<int>();
        foreach (var (number, cost) in costs)
        {
            var index = IndexOf(number, indices, seen, nameof(costs));
            RequireCurrency(number, cost.Currency, nameof(costs));
            if (Document.Lines[index].Line.IsReturn ? cost.IsPositive : cost.IsNegative)
            {
                throw Guards.OutOfRange(
                    nameof(costs), Name(number) + ": " + cost, "must not have the opposite sign of the quantity");
            }

            copy[index] = cost;
        }

        return new PriceCase(Id, Customer, Document, copy, _waterfalls, _approvals);
    }

    /// <summary>The case with the price waterfalls of lines, from which the pocket margin follows: (pocket − cost) ÷ pocket.</summary>
    /// <param name="waterfalls">
    /// The number of a line and its waterfall down to the cost, without tax: one whose invoice net is the net amount of the line. Lines not
    /// named keep the waterfall they have, or none.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="waterfalls"/> or a waterfall is null.</exception>
    /// <exception cref="ArgumentException">
    /// A line is not in the document, or comes twice, or what it costs is not what its waterfall invoices.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A waterfall has another currency than the document.</exception>
    /// <exception cref="TaxBasisMismatchException">The prices of the document have tax in them.</exception>
    public PriceCase WithWaterfalls(params (int Line, PriceWaterfall Waterfall)[] waterfalls)
    {
        Guard.Against.Null(waterfalls);
        Array.ForEach(waterfalls, drawn => Guard.Against.Null(drawn.Waterfall, nameof(waterfalls)));
        if (Document.Document.TaxBasis != SalesDomain.TaxBasis.WithoutTax)
            throw new TaxBasisMismatchException(Document.Document.TaxBasis, SalesDomain.TaxBasis.WithoutTax, nameof(waterfalls));

        var copy = (PriceWaterfall?[])_waterfalls.Clone();
        var indices = Indices();
        var seen = new HashSet<int>();
        foreach (var (number, waterfall) in waterfalls)
        {
            var index = IndexOf(number, indices, seen, nameof(waterfalls));
            RequireCurrency(number, waterfall.List.Currency, nameof(waterfalls));
            if (waterfall.InvoiceNet != Document.Lines[index].Net)
            {
                throw Guards.Invalid(
                    nameof(waterfalls), Name(number) + ": invoice net " + waterfall.InvoiceNet,
                    "must invoice the net amount of the line, " + Document.Lines[index].Net);
            }

            copy[index] = waterfall;
        }

        return new PriceCase(Id, Customer, Document, _costs, copy, _approvals);
    }

    /// <summary>The case with the price waterfalls of all its lines, by the tax with which they were drawn.</summary>
    /// <param name="waterfall">
    /// The waterfall of this very document. A line of which a deduction or the cost is missing has no waterfall here: its pocket margin is
    /// not known.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="waterfall"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="waterfall"/> is of another document.</exception>
    public PriceCase WithWaterfalls(DocumentWaterfall waterfall)
    {
        Guard.Against.Null(waterfall);
        if (waterfall.Document != Document)
        {
            throw Guards.Invalid(
                nameof(waterfall), "document " + waterfall.Document, "must be the waterfall of the document of the case, " + Document);
        }

        return new PriceCase(
            Id, Customer, Document, _costs, [.. waterfall.Lines.Select(line => line.Reasons.Count == 0 ? line.Waterfall : null)],
            _approvals);
    }

    /// <summary>The case with approvals on file.</summary>
    /// <remarks>
    /// They count where the case is decided. Of another order of the day they say that somebody has seen it, so that what was approved
    /// there is not asked again here.
    /// </remarks>
    /// <param name="approvals">The approvals, added to those that it has.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="approvals"/> or an approval is null.</exception>
    /// <exception cref="ArgumentException">A limit on a figure of prices is of another side or kind than a table of prices has.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the document.</exception>
    public PriceCase WithApprovals(params Approval[] approvals)
    {
        Approval[] copy = [.. Guard.Against.Null(approvals)];
        Array.ForEach(copy, approval => PriceAuthority.RequirePrices(approval, Currency, nameof(approvals)));
        return new PriceCase(Id, Customer, Document, _costs, _waterfalls, [.. _approvals.Concat(copy).Distinct()]);
    }

    /// <summary>Number, customer and prices: <c>SO-1 of C-1: CNY 10000.00, net CNY 8740.00, 12.6% off</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Id + " of " + Customer + ": " + Document;

    /// <summary>What a line states; the customer of the document where it states none.</summary>
    internal static ScopeSubject SubjectOf(PricedLine line, CustomerId customer) =>
        line.Subject.Customer is null ? line.Subject.With(customer) : line.Subject;

    private static string Name(int number) => "line " + InvariantText.Number(number);

    private static int IndexOf(int number, Dictionary<int, int> indices, HashSet<int> seen, string parameterName) =>
        !seen.Add(number) ? throw Guards.Invalid(parameterName, Name(number), "must have each line once")
            : indices.TryGetValue(number, out var index) ? index
            : throw Guards.Invalid(parameterName, Name(number), "must be of lines of the document");

    // By number: searched for line by line, a large document would cost the square of its lines.
    private Dictionary<int, int> Indices() => Document.Lines.ToDictionary(line => line.Line.Number, line => line.Index);

    private void RequireCurrency(int number, Currency currency, string parameterName)
    {
        if (currency != Currency)
            throw new CurrencyMismatchException(Currency, currency, Name(number), parameterName);
    }
}
