using System;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>One step of a <see cref="PriceWaterfall"/>: what is taken off under a name.</summary>
/// <remarks>Immutable. Equality is by name, stage and amount.</remarks>
public sealed class WaterfallDeduction : IEquatable<WaterfallDeduction>
{
    private const int Nowhere = -1;

    // Of a line by a schedule; null for the caller's own, and for a sum.
    private readonly WaterfallSource? _source;
    private readonly int _count;

    private WaterfallDeduction(
        string name, WaterfallStage stage, Money amount, int place, int count = 1, WaterfallSource? source = null)
    {
        Name = name;
        Stage = stage;
        Amount = amount;
        Place = place;
        _count = count;
        _source = source;
    }

    /// <summary>What it is called: "dealer discount", "expected rebate".</summary>
    public string Name { get; }

    /// <summary>Whether it is on the invoice.</summary>
    public WaterfallStage Stage { get; }

    /// <summary>
    /// How much is taken off, without tax; negative for what is added, as a surcharge is, and for the deduction of a return, which gives it
    /// back.
    /// </summary>
    public Money Amount { get; }

    /// <summary>Where it stands among those of a waterfall, whatever others are there.</summary>
    internal int Place { get; }

    /// <summary>Whether it stands anywhere: not before it is in a waterfall.</summary>
    internal bool IsPlaced => Place != Nowhere;

    /// <summary>Of how many lines it is the sum.</summary>
    internal int Count => _count;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A deduction.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(WaterfallDeduction? left, WaterfallDeduction? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A deduction.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(WaterfallDeduction? left, WaterfallDeduction? right) => !(left == right);

    /// <summary>A deduction between list price and invoice.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="amount">How much is taken off; negative for what is added.</param>
    /// <returns>The deduction.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or has spaces around it.</exception>
    public static WaterfallDeduction OnInvoice(string name, Money amount) =>
        new(Identifier.Checked(name), WaterfallStage.OnInvoice, amount, Nowhere);

    /// <summary>A deduction between invoice and pocket.</summary>
    /// <param name="name">What it is called.</param>
    /// <param name="amount">How much is taken off; negative for what is added.</param>
    /// <returns>The deduction.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, or has spaces around it.</exception>
    public static WaterfallDeduction OffInvoice(string name, Money amount) =>
        new(Identifier.Checked(name), WaterfallStage.OffInvoice, amount, Nowhere);

    /// <summary>Where the amount comes from: a rule, the lines that were summed, or the caller.</summary>
    /// <returns>The explanation.</returns>
    public Explanation Explain() =>
        _source is { } source ? source.Schedule.Explain(this, source)
            : _count > 1 ? FactSum(Name, Amount, _count) : Fact(Name, Amount);

    internal bool IsUnder(WaterfallDeduction other) => Stage == other.Stage && string.Equals(Name, other.Name, StringComparison.Ordinal);

    /// <summary>
    /// What a schedule takes off a line, placed: where the rule stands, or on the invoice where the price kind or the discount does.
    /// </summary>
    internal static WaterfallDeduction Of(WaterfallSource source, string name, WaterfallStage stage, Money amount, int place) =>
        new(name, stage, amount, place, 1, source);

    internal WaterfallDeduction At(int place) => new(Name, Stage, Amount, place, _count, _source);

    /// <summary>The sum of so many of its name and stage.</summary>
    internal WaterfallDeduction Summed(Money amount, int place, int count) => new(Name, Stage, amount, place, count);

    /// <summary>Whether the other has the same name, stage and amount.</summary>
    /// <param name="other">The deduction to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(WaterfallDeduction? other) => other is not null && IsUnder(other) && Amount == other.Amount;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WaterfallDeduction);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), (int)Stage, Amount.GetHashCode());

    /// <summary>Name, amount and stage: <c>expected rebate CNY 30.00, off invoice</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + " " + Amount + (Stage == WaterfallStage.OnInvoice ? ", on invoice" : ", off invoice");
}
