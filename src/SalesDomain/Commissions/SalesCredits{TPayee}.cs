using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>Who is credited with what of given facts, and what nobody is credited with.</summary>
/// <typeparam name="TPayee">The type of those who are credited.</typeparam>
/// <remarks>
/// <para>
/// Of every fact, direct credits, unassigned and over-assigned are exactly the whole. Overlays and roll-ups are beside it and are no part
/// of any total of the company. The order of the facts given does not matter; credits stand in that of facts: date, document, line.
/// </para>
/// <para>
/// Made by <see cref="CreditRules{TPayee}"/>. It keeps the facts. Immutable; equality is by rules, credits and what is credited to nobody.
/// </para>
/// </remarks>
public sealed class SalesCredits<TPayee> : IEquatable<SalesCredits<TPayee>>
    where TPayee : notnull
{
    private readonly CreditKnowledge _known;
    private readonly CreditedFacts _facts;
    private readonly CreditEntry<TPayee>[] _entries;
    private readonly Dictionary<TPayee, List<SalesCredit>> _ofPayees = [];
    private readonly TPayee[] _payees;
    private readonly LineId[] _withoutOriginal;
    private readonly Reason[] _reasons;

    private SalesCredits(CreditRules<TPayee> rules, CreditKnowledge known, CreditedFacts facts)
    {
        Rules = rules;
        _known = known;
        _facts = facts;
        var entries = new CreditEntries<TPayee>(rules, known, facts);
        (_entries, _withoutOriginal, _reasons) = (entries.All, entries.WithoutOriginal, entries.Reasons);
        foreach (var (payee, credit) in All())
        {
            if (!_ofPayees.TryGetValue(payee, out var credits))
                _ofPayees.Add(payee, credits = []);

            credits.Add(credit);
        }

        _payees = Sorted.Owners(_ofPayees.Keys);
    }

    /// <summary>The rules by which the facts were credited.</summary>
    public CreditRules<TPayee> Rules { get; }

    /// <summary>Everybody with a credit of any kind, in their own order where their type has one.</summary>
    public IReadOnlyList<TPayee> Payees => Array.AsReadOnly(_payees);

    /// <summary>All credits in the order of the facts; of one fact direct ones, overlays, roll-ups.</summary>
    public IReadOnlyList<(TPayee Payee, SalesCredit Credit)> Credits => Array.AsReadOnly(All().ToArray());

    /// <summary>What is credited to nobody, in the order of the facts: no holder, the rest of less than 100 %, a receipt without its
    /// sale.</summary>
    public IReadOnlyList<UncreditedShare> Unassigned => Array.AsReadOnly(Uncredited(isOverAssigned: false));

    /// <summary>What is held to more than 100 % on the day, and is credited to nobody until that is put right.</summary>
    public IReadOnlyList<UncreditedShare> OverAssigned => Array.AsReadOnly(Uncredited(isOverAssigned: true));

    /// <summary>
    /// Returns, and receipts taken back, whose original is not named or not among the facts, in order; they are credited by themselves.
    /// </summary>
    public IReadOnlyList<LineId> ReturnsWithoutOriginal => Array.AsReadOnly(_withoutOriginal);

    /// <summary>
    /// What a reader has to know, each with the number of facts: <c>credit.unassigned</c>, <c>credit.over-assigned</c>,
    /// <c>credit.overlay-over-assigned</c> (an overlay that nobody got), <c>credit.return-without-original</c>,
    /// <c>credit.receipt-without-sale</c>, <c>credit.customer-status-unknown</c> and <c>credit.discount-unknown</c> (a rule asked for it in
    /// vain and did not hold).
    /// </summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Credits.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(SalesCredits<TPayee>? left, SalesCredits<TPayee>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Credits.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(SalesCredits<TPayee>? left, SalesCredits<TPayee>? right) => !(left == right);

    /// <summary>The credits of one payee, in the order of the facts.</summary>
    /// <param name="payee">The payee.</param>
    /// <returns>The credits; none for one who has none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="payee"/> is null.</exception>
    public IReadOnlyList<SalesCredit> Of(TPayee payee) =>
        _ofPayees.TryGetValue(Guard.Against.Null(payee), out var credits) ? credits.AsReadOnly() : [];

    /// <summary>The credits over the facts of two parts: of two files, of two threads.</summary>
    /// <param name="other">Credits by the same rules and knowledge, of other facts.</param>
    /// <returns>What the rules give over all facts: a return in one part follows its sale in the other.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="other"/> is null.</exception>
    /// <exception cref="ArgumentException">Rules or knowledge differ, or a fact is in both.</exception>
    public SalesCredits<TPayee> Merge(SalesCredits<TPayee> other)
    {
        Guard.Against.Null(other);
        return Rules == other.Rules && _known == other._known
            ? new SalesCredits<TPayee>(
                Rules, _known,
                new CreditedFacts(
                    _facts.Lines.Concat(other._facts.Lines), _facts.Receipts.Concat(other._facts.Receipts), nameof(other), nameof(other)))
            : throw Guards.Invalid(nameof(other), "'" + other.Rules + "'", "must have the same rules and knowledge");
    }

    /// <summary>
    /// What the facts come to, and how much of it is credited in which way: the check that nothing is lost or counted twice.
    /// </summary>
    /// <param name="rule">What counts of a fact: measure, stage, scope, currency.</param>
    /// <param name="span">The days that count.</param>
    /// <returns>The totals; direct, unassigned and over-assigned are all of it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">A fact, or a cost, is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    /// <exception cref="InvalidOperationException">
    /// The rule counts new customers, or its scope speaks of what no fact states and nobody said.
    /// </exception>
    public CreditTotals TotalsOf(ActualRule rule, DateSpan span) =>
        CreditTotals.Create(Guard.Against.Null(rule), span, _entries, _known);

    /// <summary>How a payee came to a credit: which rule won, which others hold as well, and how its share follows.</summary>
    /// <param name="payee">The payee.</param>
    /// <param name="credit">One of their credits.</param>
    /// <returns>The explanation, whose figure is the share of the credit.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="credit"/> is none of the payee's.</exception>
    public Explanation Explain(TPayee payee, SalesCredit credit)
    {
        Guard.Against.Null(payee);
        Guard.Against.Null(credit);
        var entry = Array.Find(
            _entries, each => Array.Exists(
                each.Credits, one => one.Credit == credit && EqualityComparer<TPayee>.Default.Equals(one.Payee, payee)));
        return entry is null
            ? throw Guards.Invalid(nameof(credit), credit.ToString(), "must be one of the credits of " + InvariantText.Any(payee))
            : new CreditProof<TPayee>(Rules, _known, payee).Explain(entry, credit);
    }

    /// <summary>Whether the other has the same rules, credits and shares of nobody.</summary>
    /// <param name="other">The credits to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(SalesCredits<TPayee>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && Rules == other.Rules && All().SequenceEqual(other.All())
            && _entries.SelectMany(entry => entry.Uncredited).SequenceEqual(other._entries.SelectMany(entry => entry.Uncredited)));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as SalesCredits<TPayee>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Rules.GetHashCode(), _entries.Length, _payees.Length);

    /// <summary>The credits, a line each, and what is credited to nobody.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() =>
        string.Concat(All().Select(each => InvariantText.Any(each.Payee) + ": " + each.Credit + "\n"))
        + string.Concat(_entries.SelectMany(entry => entry.Uncredited).Select(each => "nobody: " + each + "\n"));

    internal static SalesCredits<TPayee> Create(CreditRules<TPayee> rules, CreditKnowledge known, CreditedFacts facts) =>
        new(rules, known, facts);

    private IEnumerable<(TPayee Payee, SalesCredit Credit)> All() => _entries.SelectMany(entry => entry.Credits);

    private UncreditedShare[] Uncredited(bool isOverAssigned) =>
        [.. _entries.SelectMany(entry => entry.Uncredited).Where(each => each.IsOverAssigned == isOverAssigned)];
}
