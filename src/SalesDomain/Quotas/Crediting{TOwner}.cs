using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;
using SalesDomain.Organization;

namespace SalesDomain.Quotas;

/// <summary>To whom a fact counts: to what it names itself, or through dated assignments to whoever holds that.</summary>
/// <typeparam name="TOwner">The type of those who are credited: a salesperson, a position, a territory.</typeparam>
/// <remarks>
/// <para>
/// There are two views. <b>As sold</b>: to whoever held the customer on the day of the fact, which is what is paid on; a transfer leaves
/// what was sold before where it was. <b>As assigned</b> on a chosen day: everything to whoever holds the customer then, so that this
/// year and last year are alike (同口径). Both come to the same total.
/// </para>
/// <para>
/// Shares of assignments apply. What is held to less than 100 % is, as to the rest, credited to nobody; what is held to more than 100 % is
/// not credited at all, because it is not for a program to say whose it is. Both are shown apart and never dropped. A fact counts once to
/// each owner and once at each level above, whatever the shares of those below.
/// </para>
/// <para>Immutable. Equality is by the way from fact to owner, the view and the hierarchy.</para>
/// </remarks>
public sealed class Crediting<TOwner> : IEquatable<Crediting<TOwner>>
    where TOwner : notnull
{
    private readonly CreditPath<TOwner> _path;

    internal Crediting(
        CreditPath<TOwner> path, LocalDate? assignedOn = null, Hierarchy<TOwner>? hierarchy = null, LocalDate? rolledUpOn = null)
    {
        _path = path;
        AssignedOn = assignedOn;
        Hierarchy = hierarchy;
        RolledUpOn = rolledUpOn;
    }

    /// <summary>The day whose assignments hold for all facts; null when each fact has those of its own day.</summary>
    public LocalDate? AssignedOn { get; }

    /// <summary>The hierarchy through which facts count to those above their owners, or null for none.</summary>
    public Hierarchy<TOwner>? Hierarchy { get; }

    /// <summary>The day whose hierarchy holds for all facts; null when it is that of the assignments.</summary>
    public LocalDate? RolledUpOn { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A crediting.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Crediting<TOwner>? left, Crediting<TOwner>? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A crediting.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Crediting<TOwner>? left, Crediting<TOwner>? right) => !(left == right);

    /// <summary>To whoever holds what a fact counts to by this: <c>Crediting.ByCustomer.Through(accounts)</c>.</summary>
    /// <typeparam name="THolder">The type of the holders.</typeparam>
    /// <param name="assignments">Who holds what, and when; several in turn lead from customer to territory and on to position.</param>
    /// <returns>The crediting of the holders, in the same view.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="assignments"/> is null.</exception>
    /// <exception cref="InvalidOperationException">This is rolled up already: the hierarchy comes last.</exception>
    public Crediting<THolder> Through<THolder>(Assignments<TOwner, THolder> assignments)
        where THolder : notnull
    {
        Guard.Against.Null(assignments);
        return Hierarchy is null ? new Crediting<THolder>(_path.Through(assignments), AssignedOn)
            : throw new InvalidOperationException("'" + this + "' is rolled up already; the hierarchy comes after the assignments.");
    }

    /// <summary>As sold: each fact to whoever held it on its own day. So it is unless another day was chosen.</summary>
    /// <returns>The changed copy.</returns>
    public Crediting<TOwner> AsSold() => new(_path, assignedOn: null, Hierarchy, RolledUpOn);

    /// <summary>As assigned on a day: every fact to whoever holds it then (同口径), and through the hierarchy of then.</summary>
    /// <param name="day">The day, mostly today.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="day"/> is not of the ISO calendar.</exception>
    public Crediting<TOwner> AsAssignedOn(LocalDate day) => new(_path, Guard.Against.OtherCalendar(day), Hierarchy, RolledUpOn);

    /// <summary>Facts count to those above their owners too, by the hierarchy of the day whose assignments hold.</summary>
    /// <param name="hierarchy">Who is above whom, and when.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hierarchy"/> is null.</exception>
    public Crediting<TOwner> RolledUpThrough(Hierarchy<TOwner> hierarchy) => new(_path, AssignedOn, Guard.Against.Null(hierarchy));

    /// <summary>Facts count to those above their owners too, along a tree of a plan, which holds on every day.</summary>
    /// <param name="tree">The tree, mostly that of the quotas the sums are to be set against.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="tree"/> is null.</exception>
    public Crediting<TOwner> RolledUpThrough(PlanTree<TOwner> tree) => RolledUpThrough(Guard.Against.Null(tree).ToHierarchy());

    /// <summary>
    /// Facts count to those above their owners too, by the hierarchy of one day: last year's sales under today's managers.
    /// </summary>
    /// <param name="hierarchy">Who is above whom, and when.</param>
    /// <param name="on">The day whose hierarchy holds for all facts.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="hierarchy"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    public Crediting<TOwner> RolledUpThrough(Hierarchy<TOwner> hierarchy, LocalDate on) =>
        new(_path, AssignedOn, Guard.Against.Null(hierarchy), Guard.Against.OtherCalendar(on));

    /// <summary>Whether the other credits in the same way.</summary>
    /// <param name="other">The crediting to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Crediting<TOwner>? other) =>
        ReferenceEquals(this, other)
        || (other is not null && AssignedOn == other.AssignedOn && RolledUpOn == other.RolledUpOn && Hierarchy == other.Hierarchy
            && _path.IsSameAs(other._path));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Crediting<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(_path.Name), AssignedOn.GetHashCode(), RolledUpOn.GetHashCode());

    /// <summary>The way, the view and whether it is rolled up: <c>by customer, through assignments, as sold</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        _path.Name + (AssignedOn is { } day ? ", as assigned on " + InvariantText.Date(day) : ", as sold")
        + (Hierarchy is null ? "" : ", rolled up") + (RolledUpOn is { } on ? " as of " + InvariantText.Date(on) : "");

    internal CreditTable<SalesLine, TRow> TableOfSales<TRow>(Func<CreditShare<TOwner>, TRow> row)
        where TRow : class =>
        _path.TableOfSales(this, row);

    internal CreditTable<CollectionLine, TRow>? TableOfReceipts<TRow>(Func<CreditShare<TOwner>, TRow> row)
        where TRow : class =>
        _path.TableOfReceipts(this, row);

    internal CreditBook<SalesLine> BookOfSales(CreditSheet<TOwner> sheet, PlanTally<SalesLine, TOwner>? plan = null) =>
        _path.BookOfSales(this, sheet, plan);

    internal CreditBook<CollectionLine> BookOfReceipts(
        CreditSheet<TOwner> sheet, PlanTally<CollectionLine, TOwner>? plan = null) =>
        _path.BookOfReceipts(this, sheet, plan)
        ?? throw Guards.Invalid(
            "crediting", _path.Name, "must begin with what a receipt states: salesperson, customer, channel or territory");

    internal CreditBook<NewCustomerOutcome> BookOfAccounts(CreditSheet<TOwner> sheet) =>
        _path.BookOfAccounts(this, sheet)
        ?? throw Guards.Invalid("crediting", _path.Name, "must begin with the customer, which is all that is known of a new one");
}
