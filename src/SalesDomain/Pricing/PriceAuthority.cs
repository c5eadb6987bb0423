using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Who may approve the prices of an offer or order: for each role its limits on what the discounts come to in the end.</summary>
/// <remarks>
/// <para>
/// Built on an <see cref="Authority"/> over one or more of five figures, by the names that stand here as constants. They are those of the
/// lines that are sold, after all discounts, with free goods at list; returned lines are left out, since they are priced as they were sold.
/// So 8 % and then 5 % are 12.6 %, and with one free in eleven 20.55 %. At its limit a figure is within it.
/// </para>
/// <para>
/// At its limit a percentage is also what is beyond it by rounding alone: of <see cref="Discount"/> and <see cref="BelowFloor"/> by no
/// more than the deductions were rounded up, of the margins by that and what list amounts were rounded down, each by half the
/// smallest unit at most. The figures stay what they are, and <c>pricing.approval-within-rounding</c> says where that decides. Amounts are
/// kept to the cent.
/// </para>
/// <para>
/// Limits that differ by order value are chosen by the list amount: by the net amount, a larger discount could make an order small enough
/// for wider limits. Amounts are with tax or without, as is said when the authority is made. The orders of one customer and day are also
/// judged together, as if they were one order.
/// </para>
/// <para>
/// Immutable: <c>With…</c> returns a changed copy. Equality is by tables, and whether own tables stand beside the general one or in its
/// place.
/// </para>
/// </remarks>
public sealed partial class PriceAuthority : IEquatable<PriceAuthority>
{
    /// <summary>
    /// 1 − net ÷ list of what is sold and has a list price: at most a percentage. Zero where the list amount is. A line at a price that was
    /// agreed for what no list has (<see cref="QuoteLine.AtPrice"/>) is in neither, as its list price would be what somebody states. A line
    /// above its list price is in both at that.
    /// </summary>
    public const string Discount = "discount";

    /// <summary>What is taken off in all, list − net of what has a list price, of no line below nothing: at most an amount.</summary>
    public const string DiscountAmount = "discount amount";

    /// <summary>(Net − cost) ÷ net: at least a percentage. Absent where a cost is not known, or nothing is left to pay.</summary>
    public const string Margin = "margin";

    /// <summary>
    /// (Pocket − cost) ÷ pocket, by the price waterfalls of the lines: at least a percentage. Absent where one is not known, or the pocket
    /// is not above zero: what is lost on it is beyond any percentage.
    /// </summary>
    public const string PocketMargin = "pocket margin";

    /// <summary>
    /// 1 − net ÷ floor of the line that is furthest below its floor, or of all lines of a product that has free goods, these at its floor:
    /// at most a percentage. Zero where none is below.
    /// </summary>
    public const string BelowFloor = "below floor";

    private static readonly string[] s_names = [Discount, DiscountAmount, Margin, PocketMargin, BelowFloor];

    private readonly StepSchedule<Money, Authority>? _byListAmount;
    private readonly Authority _first;
    private readonly ScopeTable<Authority>? _scopes;
    private readonly bool _isApart;
    private readonly Currency[] _currencies;

    private PriceAuthority(
        TaxBasis? taxBasis, StepSchedule<Money, Authority>? byListAmount, Authority first, ScopeTable<Authority>? scopes, bool isApart,
        string parameterName)
    {
        TaxBasis = taxBasis;
        _byListAmount = byListAmount;
        _first = first;
        _scopes = scopes;
        _isApart = isApart;
        _currencies = CheckedTables(parameterName);
    }

    /// <summary>Whether its amounts have tax in them, and so the documents that it judges; null where it has percentages only.</summary>
    public TaxBasis? TaxBasis { get; }

    /// <summary>The roles, from the lowest to the highest; the same in all tables.</summary>
    public IReadOnlyList<RoleId> Roles => _first.Roles;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An authority.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PriceAuthority? left, PriceAuthority? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An authority.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PriceAuthority? left, PriceAuthority? right) => !(left == right);

    /// <summary>One table of percentages for every document, with tax or without.</summary>
    /// <param name="table">Roles and limits, over figures of the names that stand here.</param>
    /// <returns>The authority.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The table is over another figure, or has a limit of another side or kind, or an amount.
    /// </exception>
    public static PriceAuthority Of(Authority table) =>
        new(null, null, Guard.Against.Null(table), null, isApart: false, nameof(table));

    /// <summary>One table for every document, whose amounts are with tax or without.</summary>
    /// <param name="taxBasis">Whether its amounts have tax in them: only documents in this basis are judged.</param>
    /// <param name="table">Roles and limits, over figures of the names that stand here.</param>
    /// <returns>The authority.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="table"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxBasis"/> is not defined.</exception>
    /// <exception cref="ArgumentException">The table is over another figure, or has a limit of another side or kind.</exception>
    public static PriceAuthority Of(TaxBasis taxBasis, Authority table) =>
        new(Guard.Against.Undefined(taxBasis), null, Guard.Against.Null(table), null, isApart: false, nameof(table));

    /// <summary>Tables by order value: which holds is chosen by the list amount of the lines that it judges.</summary>
    /// <param name="taxBasis">Whether all amounts have tax in them: only documents in this basis are judged.</param>
    /// <param name="tables">For each list amount from zero up its table; all with the same roles in the same order.</param>
    /// <returns>The authority.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tables"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="taxBasis"/> is not defined.</exception>
    /// <exception cref="ArgumentException">
    /// An amount from zero up has no table; or a table has other roles than the first, is over another figure, or has a limit of another
    /// side or kind.
    /// </exception>
    public static PriceAuthority ByListAmount(TaxBasis taxBasis, StepSchedule<Money, Authority> tables)
    {
        Guard.Against.Undefined(taxBasis);
        Guard.Against.Null(tables);
        var currency = tables.Bounds[0].Currency;
        if (!tables.TryAt(Money.Zero(currency), out _) || !tables.TryAt(new Money(decimal.MaxValue, currency), out _))
            throw Guards.Invalid(nameof(tables), tables.ToString(), "must have a table for every amount from zero up");

        return new PriceAuthority(taxBasis, tables, tables.Values[0], null, isApart: false, nameof(tables));
    }

    /// <summary>The authority in which some lines are also judged by a table of their own.</summary>
    /// <param name="tables">
    /// Tables by scope. For a line the one holds that wins on the day of its document, and it judges the lines for which it holds together.
    /// The general table still judges the whole document, and whichever asks for the higher role wins: an own table can only be stricter.
    /// </param>
    /// <returns>The changed copy, with these own tables and no others.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tables"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A table has other roles, is over another figure, or has a limit of another side or kind, or an amount where the authority has not
    /// said its tax basis.
    /// </exception>
    public PriceAuthority WithScopes(ScopeTable<Authority> tables) =>
        new(TaxBasis, _byListAmount, _first, Guard.Against.Null(tables), isApart: false, nameof(tables));

    /// <summary>The authority in which some lines are judged by a table of their own, and not by the general one.</summary>
    /// <param name="tables">
    /// Tables by scope, as in <see cref="WithScopes(ScopeTable{Authority})"/>, but the general table judges only the lines for which none
    /// of these holds: an own table may be wider, say for goods to be cleared.
    /// </param>
    /// <returns>The changed copy, with these own tables and no others.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tables"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// A table has other roles, is over another figure, or has a limit of another side or kind, or an amount where the authority has not
    /// said its tax basis.
    /// </exception>
    public PriceAuthority WithScopesApart(ScopeTable<Authority> tables) =>
        new(TaxBasis, _byListAmount, _first, Guard.Against.Null(tables), isApart: true, nameof(tables));

    /// <summary>Who may approve a document by itself; its approvals on file are counted.</summary>
    /// <param name="document">The document.</param>
    /// <returns>The lowest role, or nobody, with the reasons.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="document"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">A limit is in another currency.</exception>
    /// <exception cref="TaxBasisMismatchException">The amounts of the authority are in another tax basis.</exception>
    /// <exception cref="OverflowException">
    /// A figure does not fit in a decimal: a cost of thousands on a pocket of next to nothing.
    /// </exception>
    public PriceApproval Decide(PriceCase document) => Decide(document, []);

    /// <summary>Who may approve a document, looked at together with the other orders of the day.</summary>
    /// <remarks>
    /// An order from which nothing is taken off, and which the lowest role may approve alone, splits nothing: it is not summed with others,
    /// nor sent up with them. So is one that was approved for itself (<see cref="PriceCase.WithApprovals"/>) by a role that may decide on
    /// it together with what is left of the day, from the highest granter down. Of one whose cost is not known where a table is over a
    /// margin the discount counts and the margin does not, and it is named; so is one in another currency or tax basis, which does not
    /// count.
    /// </remarks>
    /// <param name="document">The document.</param>
    /// <param name="others">
    /// Other documents, in any order; those of the same customer and day count. One with the number of <paramref name="document"/> is the
    /// same document, and stands aside for it.
    /// </param>
    /// <returns>
    /// The lowest role that may approve the document alone and the orders of the day together; or nobody, with the reasons.
    /// </returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="document"/>, <paramref name="others"/> or one of them is null.
    /// </exception>
    /// <exception cref="ArgumentException">Two of <paramref name="others"/> have one number.</exception>
    /// <exception cref="CurrencyMismatchException">A limit is in another currency.</exception>
    /// <exception cref="TaxBasisMismatchException">The amounts of the authority are in another tax basis.</exception>
    /// <exception cref="OverflowException">
    /// A figure does not fit in a decimal: a cost of thousands on a pocket of next to nothing.
    /// </exception>
    public PriceApproval Decide(PriceCase document, IEnumerable<PriceCase> others)
    {
        Guard.Against.Null(document);
        PriceCase[] copy = [.. Guard.Against.Null(others)];
        var ids = new HashSet<DocumentId>();
        foreach (var other in copy)
        {
            if (!ids.Add(Guard.Against.Null(other, nameof(others)).Id))
                throw Guards.Invalid(nameof(others), other.Id.ToString(), "must have each document once");
        }

        Require(document.Document.Document, nameof(document));
        PriceCase[] ofTheDay =
        [
            .. copy.Where(other => other.Id != document.Id && other.Customer == document.Customer && other.Date == document.Date)
                .OrderBy(other => other.Id.ToString(), StringComparer.Ordinal),
        ];
        return new PriceApproval(this, document, ofTheDay, [.. document.Approvals]);
    }

    /// <summary>Whether the other has the same tables.</summary>
    /// <param name="other">The authority to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PriceAuthority? other) =>
        other is not null && TaxBasis == other.TaxBasis && _isApart == other._isApart && _first == other._first
        && _byListAmount == other._byListAmount && _scopes == other._scopes;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as PriceAuthority);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(_first.GetHashCode(), _byListAmount?.GetHashCode() ?? 0, _scopes?.GetHashCode() ?? 0, _isApart ? 1 : 0);

    /// <summary>The tax basis of the amounts, the general table, or those by list amount, and then the own ones.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed where there are own tables.</returns>
    public override string ToString() =>
        (TaxBasis is { } basis ? "amounts " + Measure.Text(basis) + "; " : "")
        + (_byListAmount is { } tables ? "by list amount: " + tables : _first.ToString())
        + (_scopes is { } scopes ? (_isApart ? "\napart from these:\n" : "\nand:\n") + scopes : "");
}
