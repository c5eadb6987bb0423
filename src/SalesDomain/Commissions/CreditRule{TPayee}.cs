using System;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>For which sales somebody is credited, and who: by a split, or by who holds what the sale names.</summary>
/// <typeparam name="TPayee">The type of those who are credited.</typeparam>
/// <remarks>
/// <para>
/// Besides the scope and the days a rule may be limited to new or to existing customers and to a range of effective discount, 1 − net ÷
/// list. Whether a customer is new is a fact of the caller's; where it is not known, and where a line has no list amount or one of zero,
/// a limit is not met, and the outcome says how often.
/// </para>
/// <para>
/// Among the direct rules of <see cref="CreditRules{TPayee}"/> the most specific wins: the level of the scope first, by the declared
/// sequence; of one level the higher precedence; then the rule with more limits. Immutable; equality is by all values.
/// </para>
/// </remarks>
public sealed class CreditRule<TPayee> : IEquatable<CreditRule<TPayee>>
    where TPayee : notnull
{
    private CreditRule(string name, Scope scope, CreditSplit<TPayee>? split, Crediting<TPayee>? crediting)
    {
        Name = name;
        Scope = scope;
        Split = split;
        Crediting = crediting;
        Share = Percentage.OneHundred;
    }

    private CreditRule(CreditRule<TPayee> other)
        : this(other.Name, other.Scope, other.Split, other.Crediting) =>
        (Span, Precedence, OfNewCustomers, DiscountFrom, DiscountBelow, Share) =
        (other.Span, other.Precedence, other.OfNewCustomers, other.DiscountFrom, other.DiscountBelow, other.Share);

    /// <summary>What it goes by.</summary>
    public string Name { get; }

    /// <summary>For which sales it holds.</summary>
    public Scope Scope { get; }

    /// <summary>On which days of sale it holds, both ends included; always unless stated.</summary>
    public DateSpan Span { get; private init; }

    /// <summary>Of two rules of one level the one with the higher number wins; 0 unless stated.</summary>
    public int Precedence { get; private init; }

    /// <summary>True where it holds for new customers alone, false for existing ones alone, null for both.</summary>
    public bool? OfNewCustomers { get; private init; }

    /// <summary>The least effective discount, which is in; null for none.</summary>
    public Percentage? DiscountFrom { get; private init; }

    /// <summary>The effective discount from which on it holds no more; null for none.</summary>
    public Percentage? DiscountBelow { get; private init; }

    /// <summary>Who shares the sale; null where holders are credited.</summary>
    public CreditSplit<TPayee>? Split { get; }

    /// <summary>The way from a sale to its holders; null where a split is credited.</summary>
    public Crediting<TPayee>? Crediting { get; }

    /// <summary>How much of the sale is credited, of which split or holders have their shares; 100 % unless stated.</summary>
    public Percentage Share { get; private init; }

    internal int Limits => (OfNewCustomers is null ? 0 : 1) + (IsLimitedByDiscount ? 1 : 0);

    internal bool IsLimitedByDiscount => DiscountFrom is not null || DiscountBelow is not null;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CreditRule<TPayee>? left, CreditRule<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CreditRule<TPayee>? left, CreditRule<TPayee>? right) => !(left == right);

    /// <summary>The rule on other days.</summary>
    /// <param name="span">The days of sale, both ends included.</param>
    /// <returns>The changed copy.</returns>
    public CreditRule<TPayee> During(DateSpan span) => new(this) { Span = span };

    /// <summary>The rule with a precedence.</summary>
    /// <param name="precedence">The higher number wins among direct rules of one level.</param>
    /// <returns>The changed copy.</returns>
    public CreditRule<TPayee> WithPrecedence(int precedence) => new(this) { Precedence = precedence };

    /// <summary>The rule for sales to new customers alone, by what the caller says of the customer on the day.</summary>
    /// <returns>The changed copy.</returns>
    public CreditRule<TPayee> ForNewCustomers() => new(this) { OfNewCustomers = true };

    /// <summary>The rule for sales to existing customers alone, by what the caller says of the customer on the day.</summary>
    /// <returns>The changed copy.</returns>
    public CreditRule<TPayee> ForExistingCustomers() => new(this) { OfNewCustomers = false };

    /// <summary>The rule for lines in a range of effective discount (1 − net ÷ list).</summary>
    /// <param name="from">The least discount, which is in; null for none, so that a price above list is in.</param>
    /// <param name="below">The discount from which on it holds no more; null for none.</param>
    /// <returns>The changed copy; with neither bound it holds for every line, with a list amount or without.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="below"/> is not above <paramref name="from"/>.</exception>
    public CreditRule<TPayee> WithDiscount(Percentage? from, Percentage? below) =>
        from is { } least && below is { } bound && least >= bound
            ? throw Guards.OutOfRange(nameof(below), bound.ToString(), "must be above the bound from which it holds, " + least)
            : new(this) { DiscountFrom = from, DiscountBelow = below };

    /// <summary>The rule with a share of the sale, of which split or holders have theirs: 30 % to the specialist. For overlays.</summary>
    /// <param name="share">The share, above zero; more than the whole is allowed.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is not above zero.</exception>
    public CreditRule<TPayee> WithShare(Percentage share) =>
        share > Percentage.Zero ? new(this) { Share = share }
            : throw Guards.OutOfRange(nameof(share), share.ToString(), "must be above 0%");

    /// <summary>Whether the other is the same rule.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CreditRule<TPayee>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && string.Equals(Name, other.Name, StringComparison.Ordinal) && Scope == other.Scope && Span == other.Span
            && Precedence == other.Precedence && HasSameLimitsAs(other) && Split == other.Split && Crediting == other.Crediting
            && Share == other.Share);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CreditRule<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Scope.GetHashCode(), Span.GetHashCode(), Share.GetHashCode());

    /// <summary>
    /// The rule in words: <c>hunters: Lin 60%, Wu 40%; everything, 2026-01-01/.., new customers, discount from 10% below 20%</c>.
    /// </summary>
    /// <returns>The text, the same in every culture; what is not limited is not mentioned.</returns>
    public override string ToString() =>
        Name + ": " + (Share == Percentage.OneHundred ? "" : Share + " to ") + (Split?.ToString() ?? Crediting!.ToString()) + "; "
        + InvariantText.Listed(
            Scope.ToString(), Span == DateSpan.Always ? "" : Span.ToString(),
            OfNewCustomers is not { } isNew ? "" : isNew ? "new customers" : "existing customers",
            IsLimitedByDiscount ? DiscountText : "", Precedence == 0 ? "" : "precedence " + InvariantText.Number(Precedence));

    internal string DiscountText =>
        "discount" + (DiscountFrom is { } from ? " from " + from : "") + (DiscountBelow is { } below ? " below " + below : "");

    internal static CreditRule<TPayee> Create(string name, Scope scope, CreditSplit<TPayee>? split, Crediting<TPayee>? crediting) =>
        new(name, scope, split, crediting);

    internal bool HasSameLimitsAs(CreditRule<TPayee> other) =>
        OfNewCustomers == other.OfNewCustomers && DiscountFrom == other.DiscountFrom && DiscountBelow == other.DiscountBelow;

    /// <summary>Whether one line could be within the limits of both.</summary>
    internal bool CanMeetLimitsOf(CreditRule<TPayee> other) =>
        !(OfNewCustomers is not null && other.OfNewCustomers is not null && OfNewCustomers != other.OfNewCustomers)
        && !(DiscountFrom >= other.DiscountBelow) && !(other.DiscountFrom >= DiscountBelow);
}
