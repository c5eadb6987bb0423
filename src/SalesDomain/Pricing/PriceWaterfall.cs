using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// What is left of the list price: less what is on the invoice the invoice net, less what comes after it the pocket, less the cost the
/// pocket margin. Of one line, or of many summed.
/// </summary>
/// <remarks>
/// All amounts are without tax, and the parts add up exactly: list − on invoice = invoice net, − off invoice = pocket, − cost = pocket
/// margin, of each line and of their sum. Amounts of a return are negative, and take back what the sale had. Source: M. Marn, R. Rosiello,
/// "Managing price, gaining profit", Harvard Business Review, September 1992. Immutable. Equality is by list, deductions in their order,
/// and cost.
/// </remarks>
public sealed partial class PriceWaterfall : IEquatable<PriceWaterfall>
{
    private readonly WaterfallDeduction[] _deductions;
    private readonly int _lines;

    // Where list amount and cost come from, of a line after its discounts; null where they are facts.
    private readonly WaterfallSource? _source;

    private PriceWaterfall(Money list, WaterfallDeduction[] deductions, Money? cost, int lines = 1, WaterfallSource? source = null)
    {
        List = list;
        _deductions = deductions;
        Cost = cost;
        _lines = lines;
        _source = source;
        var (on, off) = (0m, 0m);
        foreach (var each in deductions)
        {
            if (each.Stage == WaterfallStage.OnInvoice)
                on += each.Amount.Amount;
            else
                off += each.Amount.Amount;
        }

        OnInvoice = list.With(on);
        OffInvoice = list.With(off);
        InvoiceNet = list - OnInvoice;
        Pocket = InvoiceNet - OffInvoice;
        PocketMargin = cost is { } known ? Pocket - known : null;
    }

    /// <summary>Quantity at list price, without tax.</summary>
    public Money List { get; }

    /// <summary>
    /// The deductions: those on the invoice first, else in the order given, or in that of the rules of a schedule. Of a sum each stands
    /// where it stands earliest in any of its parts, by name where two stand there, so that the order of the parts changes nothing.
    /// </summary>
    public IReadOnlyList<WaterfallDeduction> Deductions => Array.AsReadOnly(_deductions);

    /// <summary>All that is taken off on the invoice.</summary>
    public Money OnInvoice { get; }

    /// <summary>What is invoiced, without tax.</summary>
    public Money InvoiceNet { get; }

    /// <summary>All that is taken off after the invoice.</summary>
    public Money OffInvoice { get; }

    /// <summary>What is left in the pocket: the pocket price, of one unit or of the whole quantity as the list amount is.</summary>
    public Money Pocket { get; }

    /// <summary>What the goods cost; null where it is not known.</summary>
    public Money? Cost { get; }

    /// <summary>Pocket less cost; null where the cost is not known.</summary>
    public Money? PocketMargin { get; }

    /// <summary>Pocket margin ÷ pocket, to 28 digits; null where the cost is not known, or the pocket is zero or less.</summary>
    /// <remarks>
    /// Of a pocket below zero a loss would be a gain: −60 of −10 are 600 %. The pocket of a return is below zero as well: what it takes
    /// back is said by its amounts, and by the rate of a sum in which its sale is.
    /// </remarks>
    public Percentage? PocketMarginRate => Pocket.IsPositive && PocketMargin is { } margin ? Percentage.Ratio(margin, Pocket) : null;

    /// <summary>Pocket ÷ list, to 28 digits: what of 100 of list arrives; null where the list amount is zero.</summary>
    public Percentage? PocketOfList => Percentage.Ratio(Pocket, List);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A waterfall.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PriceWaterfall? left, PriceWaterfall? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A waterfall.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PriceWaterfall? left, PriceWaterfall? right) => !(left == right);

    /// <summary>A waterfall from a list amount.</summary>
    /// <param name="list">The list amount, without tax; negative for a return.</param>
    /// <param name="deductions">What is taken off, each in the currency of the list amount; two of one name and stage are summed.</param>
    /// <returns>The waterfall.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deductions"/> or a deduction is null.</exception>
    /// <exception cref="CurrencyMismatchException">A deduction is in another currency.</exception>
    public static PriceWaterfall Of(Money list, params WaterfallDeduction[] deductions)
    {
        Guard.Against.Null(deductions);
        return new PriceWaterfall(list, Merged(list.Currency, [], deductions, 0), null);
    }

    /// <summary>The waterfall of many together: name by name and stage by stage.</summary>
    /// <param name="currency">Their currency.</param>
    /// <param name="waterfalls">The waterfalls; none gives zeros.</param>
    /// <returns>The sum; its cost is known where all costs are.</returns>
    /// <exception cref="ArgumentNullException">An argument or a waterfall is null.</exception>
    /// <exception cref="CurrencyMismatchException">One is in another currency.</exception>
    public static PriceWaterfall Sum(Currency currency, IEnumerable<PriceWaterfall> waterfalls)
    {
        Guard.Against.Null(currency);
        var deductions = new DeductionSums(currency, nameof(waterfalls));
        var (list, cost, lines) = (Money.Zero(currency), (Money?)Money.Zero(currency), 0);
        var source = (WaterfallSource?)null;
        foreach (var each in Guard.Against.Null(waterfalls))
        {
            Guard.Against.Null(each, nameof(waterfalls));
            if (each.List.Currency != currency)
                throw new CurrencyMismatchException(currency, each.List.Currency, nameof(waterfalls));

            list += each.List;
            cost = cost is { } sum && each.Cost is { } known ? sum + known : null;
            source = lines == 0 ? each._source : null;
            lines += each._lines;
            foreach (var deduction in each._deductions)
                deductions.Add(deduction);
        }

        return new PriceWaterfall(list, deductions.InOrder(), cost, lines, source);
    }

    /// <summary>The waterfall with further deductions.</summary>
    /// <param name="deductions">What else is taken off; one of a name and stage that is there is added to that.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="deductions"/> or a deduction is null.</exception>
    /// <exception cref="CurrencyMismatchException">A deduction is in another currency.</exception>
    public PriceWaterfall With(params WaterfallDeduction[] deductions)
    {
        Guard.Against.Null(deductions);
        var behind = _deductions.Aggregate(0, (place, each) => Math.Max(place, each.Place + 1));
        return new PriceWaterfall(List, Merged(List.Currency, _deductions, deductions, behind), Cost, _lines, _source);
    }

    /// <summary>The waterfall down to the pocket margin.</summary>
    /// <param name="cost">What the goods cost at the date of the sale, for the same quantity; negative for a return.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="CurrencyMismatchException"><paramref name="cost"/> is in another currency.</exception>
    public PriceWaterfall WithCost(Money cost) =>
        cost.Currency == List.Currency ? new PriceWaterfall(List, _deductions, cost, _lines, _source)
            : throw new CurrencyMismatchException(List.Currency, cost.Currency, nameof(cost));

    /// <summary>What is taken off under a name, on the invoice and after it.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The amount; zero where nothing is.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public Money DeductedUnder(string name)
    {
        Guard.Against.Null(name);
        return Money.Sum(
            List.Currency,
            _deductions.Where(each => string.Equals(each.Name, name, StringComparison.Ordinal)).Select(each => each.Amount));
    }

    /// <summary>Whether the other has the same list amount, deductions and cost.</summary>
    /// <param name="other">The waterfall to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceWaterfall? other) =>
        other is not null && List == other.List && Cost == other.Cost && _deductions.SequenceEqual(other._deductions);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PriceWaterfall);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(List.GetHashCode(), Pocket.GetHashCode(), Cost.GetHashCode());

    /// <summary>
    /// List, deductions, invoice net, pocket, cost and margin, each with its name, and the margin's rate to hundredths of a percent:
    /// <c>…, pocket CNY 836.16, cost CNY 600.00, margin CNY 236.16 (28.24%)</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "list " + List + Less(WaterfallStage.OnInvoice) + ", invoice net " + InvoiceNet + Less(WaterfallStage.OffInvoice)
        + ", pocket " + Pocket
        + (Cost is not { } cost ? ""
            : ", cost " + cost + ", margin " + PocketMargin!.Value + " (" + ShownRate.Of(PocketMarginRate) + ")");

    /// <summary>A waterfall of what is in order already: each name once a stage, placed, in the currency, on the invoice first.</summary>
    internal static PriceWaterfall InOrder(Money list, WaterfallDeduction[] deductions, Money? cost) => new(list, deductions, cost);

    /// <summary>The waterfall of a line after its discounts, of deductions that have their places.</summary>
    internal static PriceWaterfall Of(WaterfallSource source, IEnumerable<WaterfallDeduction> deductions)
    {
        var merged = new DeductionSums(source.List.Currency, nameof(deductions));
        foreach (var each in deductions)
            merged.Add(each);

        return new PriceWaterfall(source.List, merged.InOrder(), source.Cost, source: source);
    }

    private string Less(WaterfallStage stage) => string.Concat(
        _deductions.Where(each => each.Stage == stage).Select(each => ", less " + each.Name + " " + each.Amount));

    // Each name once a stage, on the invoice first; of rules, each has its place already.
    private static WaterfallDeduction[] Merged(
        Currency currency, WaterfallDeduction[] placed, WaterfallDeduction[] deductions, int first)
    {
        Array.ForEach(deductions, each => Guard.Against.Null(each, nameof(deductions)));
        var merged = new DeductionSums(currency, nameof(deductions));
        Array.ForEach(placed, merged.Add);
        for (var i = 0; i < deductions.Length; i++)
            merged.Add(deductions[i].IsPlaced ? deductions[i] : deductions[i].At(first + i));

        return merged.InOrder();
    }
}
