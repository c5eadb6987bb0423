using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using SalesDomain.Terms;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>An offer: its lines with prices, discounts and tax, its totals, terms and warnings, and what could not be priced.</summary>
/// <remarks>
/// Σ net, Σ tax and Σ gross of the lines are those of the document, and net + tax = gross, to the cent. Nothing of it depends on the order
/// in which lines were given. A line without a price is in no total, and <see cref="IsComplete"/> says so. Warnings, reasons and the
/// explanation are worked out when they are read. Immutable; equality is by reference.
/// </remarks>
public sealed partial class Quotation
{
    private static readonly PaymentTerms s_atOnce = PaymentTerms.Net(0);

    private readonly QuotedLine[] _lines;
    private readonly UnpricedLine[] _unpriced;
    private readonly TaxTotal[] _taxes;
    private readonly QuoteSteps[] _sold;
    private readonly FreeGoodsProposal[] _proposed;
    private readonly Lazy<QuoteBreaks> _breaks;
    private readonly Lazy<QuoteTaking> _taking;

    // Prices without floors are worked out only for who asks for them.
    private readonly Lazy<FloorRelease?> _release;

    internal Quotation(QuotationRules rules, QuoteRequest request, PriceCase[] ordersOfTheDay)
    {
        Rules = rules;
        Request = request;
        Nothing = Money.Zero(request.Currency);
        ValidUntil = request.ValidUntil ?? LastDay(request.Date, rules.ValidDays);
        var counting = new QuoteCounting(rules, request);
        QuoteSteps[] steps = [.. Enumerable.Range(0, request.Lines.Count).Select(i => QuoteSteps.Of(rules, request, counting, i))];
        _sold = [.. steps.Where(line => line.IsSold)];
        Discounted = _sold.Length == 0 ? null
            : Discounting(
                rules, request, Floored(rules, request, Priced(rules, request, _sold.Select(line => line.ToPricedLine()))));
        _breaks = new Lazy<QuoteBreaks>(() => new QuoteBreaks(this, steps, counting));
        _taking = new Lazy<QuoteTaking>(() => new QuoteTaking(this));
        _proposed = Discounted is null || rules.FreeGoods.Count == 0 ? []
            : [.. FreeGoodsPromotion.OfferAll(Discounted, rules.FreeGoods)];

        var place = 0;
        _lines =
        [
            .. steps.Where(line => line.IsQuoted)
                .Select(line => new QuotedLine(this, line, line.Line.IsReturn ? null : Discounted!.Lines[place++])),
        ];
        Waterfall = Discounted is null ? null : WaterfallOf(Discounted, [.. _lines.Select(line => line.Waterfall)]);
        if (rules.Authority is { } authority && Discounted is not null)
        {
            Case = CaseOf(Discounted, Waterfall);
            Approval = authority.Decide(Case, ordersOfTheDay).With([.. request.Approvals]);
        }

        _release = new Lazy<FloorRelease?>(() => Released(ordersOfTheDay));
        _unpriced = [.. steps.Where(line => !line.IsQuoted).Select(line => new UnpricedLine(line))];
        _taxes =
        [
            .. _lines.GroupBy(line => line.TaxRate).OrderBy(group => group.Key)
                .Select(group => new TaxTotal(group.Key, request.Currency, group)),
        ];
        Net = Money.Sum(request.Currency, _taxes.Select(total => total.Net));
        Tax = Money.Sum(request.Currency, _taxes.Select(total => total.Tax));
        Gross = Net + Tax;
        if (_lines.Length > 0 && rules.Terms is not null && rules.Terms.TryAt(request.Subject, request.Date, out var terms))
        {
            var baseline = request.Baseline ?? request.Date;
            Payment = Gross.IsNegative ? s_atOnce.Schedule(Gross, baseline)
                : rules.Calendar is { } calendar ? terms.Schedule(Gross, baseline, calendar) : terms.Schedule(Gross, baseline);
        }
    }

    /// <summary>What it was quoted by.</summary>
    public QuotationRules Rules { get; }

    /// <summary>What was asked for.</summary>
    public QuoteRequest Request { get; }

    /// <summary>The lines that have a price, by their numbers.</summary>
    public IReadOnlyList<QuotedLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>The lines that have none, by their numbers; they are in no total.</summary>
    public IReadOnlyList<UnpricedLine> Unpriced => Array.AsReadOnly(_unpriced);

    /// <summary>Whether every line has a price, so that the totals are those of all that was asked for.</summary>
    public bool IsComplete => _unpriced.Length == 0;

    /// <summary>
    /// What is sold after its discounts, in the tax basis of the rules: list amounts, what each discount takes, why others do not, and the
    /// effective discount. Null where nothing is sold that has a price.
    /// </summary>
    public DiscountedDocument? Discounted { get; }

    /// <summary>
    /// What is left of the list price of what is sold, down to the pocket margin, without tax; null without a waterfall in the rules, and
    /// where nothing is sold that has a price.
    /// </summary>
    public DocumentWaterfall? Waterfall { get; }

    /// <summary>What is sold, as an authority judges it: for the other quotations of that day. Null without an authority.</summary>
    public PriceCase? Case { get; }

    /// <summary>
    /// Who may approve the prices, or nobody; null without an authority, and where nothing is sold that has a price. A line without a
    /// price is not judged.
    /// </summary>
    public PriceApproval? Approval { get; }

    /// <summary>The amount without tax of all lines that have a price, what comes back deducted.</summary>
    public Money Net { get; }

    /// <summary>Their tax.</summary>
    public Money Tax { get; }

    /// <summary>Their amount with tax.</summary>
    public Money Gross { get; }

    /// <summary>Net and tax by rate, the lowest rate first.</summary>
    public IReadOnlyList<TaxTotal> Taxes => Array.AsReadOnly(_taxes);

    /// <summary>The last day on which the quotation holds.</summary>
    public LocalDate ValidUntil { get; }

    /// <summary>
    /// When the gross amount is due by the terms of payment; null without terms, and where no line has a price. An amount below zero is no
    /// debt to be paid in parts: it is due whole on the first day, to be set off.
    /// </summary>
    public PaymentSchedule? Payment { get; }

    /// <summary>
    /// What should be looked at before the quotation goes out, line by line and then of the document; see
    /// <see cref="QuotedLine.Warnings"/>. Of the document: <c>pricing.quote-unknown-coupon</c>, of a coupon that took nothing off the
    /// reasons of those that ask for it (<see cref="DiscountedDocument.Reasons"/>),
    /// <c>pricing.quote-no-terms</c>, <c>pricing.quote-terms-end</c>, <c>pricing.quote-role-rises</c>, <c>pricing.quote-discount-ends</c>,
    /// <c>pricing.quote-approval-ends</c>, <c>pricing.quote-free-goods-missing</c>, <c>pricing.quote-free-goods-dearer</c>,
    /// <c>pricing.quote-free-goods-choice</c>, <c>pricing.quote-free-goods-too-many</c>.
    /// </summary>
    public IReadOnlyList<Reason> Warnings
    {
        get
        {
            var ends = new QuoteEnds(this);
            return Array.AsReadOnly(
                _lines.SelectMany(line => line.WarningsBeside(ends)).Concat(QuoteWarnings.OfDocument(this)).Concat(ends.OfDocument())
                    .Concat(QuoteFreeGoods.Warnings(this)).ToArray());
        }
    }

    /// <summary>How the gross total follows from the records of the price lists, the discounts and the tax rates.</summary>
    /// <returns>The explanation, whose figure is <see cref="Gross"/>.</returns>
    /// <remarks>
    /// What counts for a step of a discount over several lines is added up at the first of them, and stated at the others; so the
    /// explanation grows with the lines.
    /// </remarks>
    public Explanation Explain()
    {
        var counted = new CountedOnce();
        return _lines.Length == 0 ? Constant("no line has a price", Gross)
            : Node(
                "gross", Gross, Operation.Sum,
                Node("net", Net, Operation.Sum, [.. _lines.Select(line => line.ExplainNet(counted))]),
                Node("tax", Tax, Operation.Sum, [.. _taxes.Select(total => total.Explain())]));
    }

    /// <summary>
    /// The totals: <c>CNY 920.00 + tax CNY 119.60 = CNY 1039.60, 1 line without a price</c>; with a waterfall also the pocket of what is
    /// sold, without what comes back, and its margin.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Net + " + tax " + Tax + " = " + Gross
        + (_unpriced.Length == 0 ? ""
            : ", " + InvariantText.Number(_unpriced.Length) + (_unpriced.Length == 1 ? " line" : " lines") + " without a price")
        + (Waterfall is not { } drawn ? ""
            : ", pocket of what is sold " + drawn.Total.Pocket + ", pocket margin " + ShownRate.Of(drawn.Total.PocketMarginRate));

    internal Money Nothing { get; }

    /// <summary>What larger quantities would cost.</summary>
    internal QuoteBreaks Breaks => _breaks.Value;

    /// <summary>Who would have to approve the prices at the costs of another day, without the other orders of the day.</summary>
    internal PriceApproval ApprovalAtCostsOf(LocalDate day) =>
        Rules.Authority!.Decide(CaseOf(Discounted!, WaterfallOf(Discounted!, day), day)).With([.. Request.Approvals]);

    /// <summary>What is sold before its discounts.</summary>
    internal static PricedDocument Priced(QuotationRules rules, QuoteRequest request, IEnumerable<PricedLine> lines)
    {
        var document = PricedDocument.Of(request.Currency, rules.Basis, request.Date, lines);
        return request.Document is { } id ? document.WithId(id) : document;
    }

    /// <summary>The same with floors that an approval on file lets prices go below.</summary>
    internal static PricedDocument Floored(QuotationRules rules, QuoteRequest request, PricedDocument document) =>
        rules.Authority is not { } authority || request.Approvals.Count == 0 ? document
            : authority.LiftFloors(request.Document!.Value, request.Subject.Customer!.Value, document, [.. request.Approvals]);

    private static DiscountedDocument Discounting(QuotationRules rules, QuoteRequest request, PricedDocument document) =>
        rules.Discounts.Apply(document, request.Coupons, request.History);

    private DocumentWaterfall? WaterfallOf(DiscountedDocument document, IEnumerable<DiscountedLineWaterfall?> lines) =>
        Rules.Waterfall is null ? null : new DocumentWaterfall(document, [.. lines.OfType<DiscountedLineWaterfall>()]);

    private DocumentWaterfall? WaterfallOf(DiscountedDocument document, LocalDate? costOn) =>
        WaterfallOf(
            document,
            document.Lines.Zip(_sold, (line, steps) => QuoteSteps.WaterfallOf(Rules, line, steps.SplitOf(Rules, line.Net), costOn)));

    private PriceCase CaseOf(DiscountedDocument document, DocumentWaterfall? waterfall, LocalDate? costOn = null)
    {
        var judged = PriceCase.Of(Request.Document!.Value, Request.Subject.Customer!.Value, document).WithCosts(Costs(costOn));
        return waterfall is null ? judged : judged.WithWaterfalls(waterfall);
    }

    private static LocalDate LastDay(LocalDate from, int days) =>
        Period.DaysBetween(from, LocalDate.MaxIsoValue) <= days ? LocalDate.MaxIsoValue : from.PlusDays(days);

    private (int Line, Money Cost)[] Costs(LocalDate? on) =>
    [
        .. _sold.Select(line => (line.Line.Number, Cost: line.CostIn(Rules, on))).Where(line => line.Cost is not null)
            .Select(line => (line.Number, line.Cost!.Value)),
    ];
}
