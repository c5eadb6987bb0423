using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>Who is credited with how much of a sale, apart from what is paid for it.</summary>
/// <typeparam name="TPayee">
/// The type of those who are credited: a salesperson, a territory, a channel partner. Each view has rules of its own, and none scales
/// another.
/// </typeparam>
/// <remarks>
/// <para>
/// <b>Direct</b> is exactly one of these, the first that there is: the split of the document (or of the order that a later stage carries
/// out, or of the invoice that a receipt pays); the most specific rule by scope; the assignments. So the direct credits of a fact and what
/// nobody is credited with are always the whole fact, and no sale is credited by two rules. What is held to less than 100 % is unassigned
/// as to the rest; what is held to more is credited to nobody, and shown.
/// </para>
/// <para>
/// <b>Overlays</b> are beside that, every one that holds. Direct credits <b>roll up</b> to those above on the day of the fact.
/// </para>
/// <para>
/// A return is credited as the sale it takes back, by whose day, document, scope, discount and customer it goes, so that over both nobody
/// has anything. It leads there through other returns. Where the sale is not known, it goes by its own.
/// </para>
/// <para>Immutable; equality is by all rules.</para>
/// </remarks>
public sealed partial class CreditRules<TPayee> : IEquatable<CreditRules<TPayee>>
    where TPayee : notnull
{
    private readonly CreditRule<TPayee>[] _overlays;

    private CreditRules(
        Crediting<TPayee>? crediting, Dictionary<DocumentId, CreditSplit<TPayee>> deals, CreditRuleTable<TPayee>? table,
        CreditRule<TPayee>[] overlays, CreditRollUp<TPayee>? rollUp, ReceiptCrediting? receipts)
    {
        Crediting = crediting;
        Deals = deals;
        Table = table;
        _overlays = overlays;
        RollUp = rollUp;
        Receipts = receipts;
    }

    /// <summary>To whom a fact is credited that no split and no rule by scope takes; null for nobody.</summary>
    public Crediting<TPayee>? Crediting { get; }

    /// <summary>The direct rules by scope, strongest first.</summary>
    public IReadOnlyList<CreditRule<TPayee>> Rules => Array.AsReadOnly(Table?.Rules ?? []);

    /// <summary>In which order the levels of the direct rules are asked; null without rules by scope.</summary>
    public AccessSequence? Sequence => Table?.Sequence;

    /// <summary>The rules of extra credit, in the order given.</summary>
    public IReadOnlyList<CreditRule<TPayee>> Overlays => Array.AsReadOnly(_overlays);

    /// <summary>How credits count to those above; null where they do not.</summary>
    public CreditRollUp<TPayee>? RollUp { get; }

    /// <summary>To whom money that comes in is credited; null where that is not declared, and receipts are refused.</summary>
    public ReceiptCrediting? Receipts { get; }

    internal Dictionary<DocumentId, CreditSplit<TPayee>> Deals { get; }

    internal CreditRuleTable<TPayee>? Table { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Rules.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CreditRules<TPayee>? left, CreditRules<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Rules.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CreditRules<TPayee>? left, CreditRules<TPayee>? right) => !(left == right);

    /// <summary>The rules with splits of single documents: the deal team.</summary>
    /// <param name="splits">
    /// Each document once. A split of an order holds for its deliveries and invoices too, by <see cref="SalesLine.OrderLine"/>, unless
    /// these have their own.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="splits"/> or a split is null.</exception>
    /// <exception cref="ArgumentException">A document is the default value, or has a split already.</exception>
    public CreditRules<TPayee> WithSplits(params (DocumentId Deal, CreditSplit<TPayee> Split)[] splits)
    {
        Guard.Against.Null(splits);
        var deals = new Dictionary<DocumentId, CreditSplit<TPayee>>(Deals);
        foreach (var (deal, split) in splits)
        {
            Guard.Against.Null(split, nameof(splits));
            if (deals.ContainsKey(Identifier.Given(deal, nameof(splits))))
                throw Guards.Invalid(nameof(splits), deal.ToString(), "must give each document one split");

            deals.Add(deal, split);
        }

        return new CreditRules<TPayee>(Crediting, deals, Table, _overlays, RollUp, Receipts);
    }

    /// <summary>The split of a document.</summary>
    /// <param name="deal">The document.</param>
    /// <returns>The split, or null where it has none.</returns>
    /// <exception cref="ArgumentException"><paramref name="deal"/> is the default value.</exception>
    public CreditSplit<TPayee>? SplitOf(DocumentId deal) => Deals.TryGetValue(Identifier.Given(deal), out var split) ? split : null;

    /// <summary>The rules with direct rules by scope, in place of any before.</summary>
    /// <param name="sequence">Which level of scopes is asked first, second, and so on.</param>
    /// <param name="rules">The rules, in any order, all checked at once; each credits 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument or a rule is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two rules have one name, a rule credits another share than 100 %, its level is not in the sequence, or two of one level, precedence
    /// and number of limits could both hold for a line.
    /// </exception>
    public CreditRules<TPayee> WithRules(AccessSequence sequence, params CreditRule<TPayee>[] rules)
    {
        Guard.Against.Null(sequence);
        Guard.Against.Null(rules);
        var table = CreditRuleTable<TPayee>.Create(
            sequence, Array.ConvertAll(rules, rule => Guard.Against.Null(rule, nameof(rules))), nameof(rules));
        return new CreditRules<TPayee>(Crediting, Deals, table, _overlays, RollUp, Receipts);
    }

    /// <summary>The rules with extra credit more, beside the direct one: to a specialist, a partner manager, a launch team.</summary>
    /// <param name="overlays">The rules; each that holds for a line gives its credit. Precedence says nothing here.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="overlays"/> or a rule is null.</exception>
    /// <exception cref="ArgumentException">Two overlays have one name.</exception>
    public CreditRules<TPayee> WithOverlays(params CreditRule<TPayee>[] overlays)
    {
        Guard.Against.Null(overlays);
        CreditRule<TPayee>[] all = [.. _overlays, .. overlays];
        Array.ForEach(all, overlay => Guard.Against.Null(overlay, nameof(overlays)));
        Guard.Against.NameTwice(all.Select(overlay => overlay.Name), nameof(overlays));
        return new CreditRules<TPayee>(Crediting, Deals, Table, all, RollUp, Receipts);
    }

    /// <summary>The rules with a roll-up to managers.</summary>
    /// <param name="rollUp">Through which hierarchy, to which levels, with which shares.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rollUp"/> is null.</exception>
    public CreditRules<TPayee> WithRollUp(CreditRollUp<TPayee> rollUp) =>
        new(Crediting, Deals, Table, _overlays, Guard.Against.Null(rollUp), Receipts);

    /// <summary>The rules with a policy for money that comes in.</summary>
    /// <param name="receipts">To whom it is credited.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="receipts"/> is not defined.</exception>
    public CreditRules<TPayee> WithReceipts(ReceiptCrediting receipts) =>
        new(Crediting, Deals, Table, _overlays, RollUp, Guard.Against.Undefined(receipts));

    /// <summary>Whether the other credits by the same rules.</summary>
    /// <param name="other">The rules to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CreditRules<TPayee>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Crediting == other.Crediting && Receipts == other.Receipts && RollUp == other.RollUp
            && Sequence == other.Sequence && Rules.SequenceEqual(other.Rules) && _overlays.SequenceEqual(other._overlays)
            && Deals.Count == other.Deals.Count
            && Deals.All(deal => other.Deals.TryGetValue(deal.Key, out var split) && split == deal.Value));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CreditRules<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(
            Hash.Combine(Crediting?.GetHashCode() ?? 0, Deals.Count, Receipts is { } receipts ? (int)receipts + 1 : 0),
            Rules.Concat(_overlays).Aggregate(_overlays.Length, (hash, rule) => Hash.Combine(hash, rule.GetHashCode())));

    /// <summary>The rules, a line each, in the order in which they are asked.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        string.Concat(Deals.OrderBy(deal => deal.Key).Select(deal => CreditRun<TPayee>.NameOf(deal.Key) + ": " + deal.Value + "\n"))
        + string.Concat(Rules.Select(rule => rule + "\n"))
        + (Crediting is null ? "otherwise nobody" : "otherwise " + Crediting) + "\n"
        + string.Concat(_overlays.Select(overlay => "overlay " + overlay + "\n"))
        + (RollUp is null ? "" : RollUp + "\n")
        + (Receipts switch
        {
            ReceiptCrediting.OfReceipt => "receipts by their own day\n",
            ReceiptCrediting.OfSale => "receipts as the invoice they pay\n",
            _ => "",
        });

    internal static CreditRules<TPayee> Create(Crediting<TPayee>? crediting) =>
        new(crediting, [], table: null, [], rollUp: null, receipts: null);
}
