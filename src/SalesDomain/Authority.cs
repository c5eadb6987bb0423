using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// Who may decide how much: for each role of one line of command a limit on each figure, and so the lowest role that may decide a case.
/// </summary>
/// <remarks>
/// <para>
/// A table as firms write it (delegation of authority): the figures are its columns, the roles its rows, each higher than the one before. A
/// higher role has nowhere a narrower limit, which is checked when the row is added; so whoever may decide, all above him may. Sales and
/// finance are two lines of command and two tables.
/// </para>
/// <para>
/// A case states every figure of the table. What it has none of it states as its zero (a discount of 0 %); a figure that nobody knows is
/// <see cref="Figure.Absent"/>, and only a role without limit may decide on it. A figure left out is refused: a check that was forgotten
/// must not pass.
/// </para>
/// <para>
/// The table judges the figures it is given. Give it those of the whole: the discount of the document after all discounts and free goods,
/// not each on its own, or two that are small get round a limit together.
/// </para>
/// <para>Immutable: <see cref="With"/> returns a longer copy. Equality is by names, roles and limits in their order.</para>
/// </remarks>
public sealed partial class Authority : IEquatable<Authority>
{
    private readonly string[] _names;
    private readonly RoleId[] _roles;

    // A row for each role.
    private readonly AuthorityLimit[][] _limits;

    // Of each column the first bound, by which the kind and unit of its figures is known; absent where nobody has a limit.
    private readonly Figure[] _bounds;

    private Authority(string[] names, RoleId[] roles, AuthorityLimit[][] limits)
    {
        _names = names;
        _roles = roles;
        _limits = limits;
        _bounds = Array.ConvertAll(names, _ => Figure.Absent);
        foreach (var row in limits)
        {
            for (var column = 0; column < row.Length; column++)
                _bounds[column] = _bounds[column].Kind == FigureKind.Absent ? row[column].Bound : _bounds[column];
        }
    }

    /// <summary>The names of the figures on which is decided, in the order given.</summary>
    public IReadOnlyList<string> Names => Array.AsReadOnly(_names);

    /// <summary>The roles, from the lowest to the highest.</summary>
    public IReadOnlyList<RoleId> Roles => Array.AsReadOnly(_roles);

    /// <summary>A table without roles yet: nobody may decide.</summary>
    /// <param name="names">The names of the figures on which is decided, each once: discount, payment days, margin.</param>
    /// <returns>The table.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="names"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">There is no name, or one is empty, has outer white space or comes twice.</exception>
    public static Authority Over(params string[] names)
    {
        var copy = Guard.Against.Nothing(names, "an authority is over at least one figure");
        foreach (var name in copy)
            Identifier.Checked(name, nameof(names));

        Guard.Against.NameTwice(copy, nameof(names));
        return new Authority(copy, [], []);
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A table.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Authority? left, Authority? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A table.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Authority? left, Authority? right) => !(left == right);

    /// <summary>The table with one more role, above those it has.</summary>
    /// <param name="role">The role.</param>
    /// <param name="limits">
    /// Its limit on every figure of the table by its name, in any order: none narrower than that of the role below, all of a column in one
    /// direction and unit.
    /// </param>
    /// <returns>The longer copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="limits"/>, a name or a limit is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="role"/> is the default value or in the table already; a name is missing, comes twice or is unknown; or a limit is
    /// narrower than that of the role below, or of another direction, kind, currency or unit than the rest of its column.
    /// </exception>
    public Authority With(RoleId role, params (string Name, AuthorityLimit Limit)[] limits)
    {
        (string Name, AuthorityLimit Limit)[] copy = [.. Guard.Against.Null(limits)];
        foreach (var (name, limit) in copy)
        {
            Guard.Against.Null(name, nameof(limits));
            Guard.Against.Null(limit, nameof(limits));
        }

        if (Rank(Identifier.Given(role)) >= 0)
            throw Guards.Invalid(nameof(role), role.ToString(), "must be in the table once");

        var row = new AuthorityLimit?[_names.Length];
        foreach (var (name, limit) in copy)
        {
            var column = Array.IndexOf(_names, name);
            if (column < 0)
                throw Guards.Invalid(nameof(limits), "'" + name + "'", "must be on figures of this authority");
            if (row[column] is not null)
                throw Guards.Invalid(nameof(limits), "'" + name + "'", "must have each name once");

            RequireWider(column, limit);
            row[column] = limit;
        }

        var missing = Array.IndexOf(row, null);
        return missing < 0 ? new Authority(_names, [.. _roles, role], [.. _limits, [.. row.OfType<AuthorityLimit>()]])
            : throw Guards.Invalid(nameof(limits), "'" + _names[missing] + "' is missing", "must be on all figures of this authority");
    }

    /// <summary>The limit of a role on a figure.</summary>
    /// <param name="role">The role.</param>
    /// <param name="name">The name of the figure.</param>
    /// <returns>The limit, or null when the role is not in the table and has no authority at all.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is not among <see cref="Names"/>.</exception>
    public AuthorityLimit? LimitOf(RoleId role, string name)
    {
        var column = Array.IndexOf(_names, Guard.Against.Null(name));
        if (column < 0)
            throw Guards.Invalid(nameof(name), "'" + name + "'", "must be a figure of this authority");

        var rank = Rank(role);
        return rank < 0 ? null : _limits[rank][column];
    }

    /// <summary>Whether a role may decide a case itself; a role that is not in the table may not.</summary>
    /// <param name="role">The role.</param>
    /// <param name="figures">Every figure of the table by its name, in any order.</param>
    /// <returns>Whether it may; <see cref="Decide(ValueTuple{string, Figure}[])"/> says why not.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figures"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">
    /// A name is missing, comes twice or is unknown, or a figure is of another kind, currency or unit than its limits.
    /// </exception>
    public bool MayDecide(RoleId role, params (string Name, Figure Value)[] figures)
    {
        Guard.Against.Null(figures);
        var rank = Rank(role);
        var isWithin = rank >= 0;
        for (var column = 0; column < _names.Length; column++)
        {
            ref readonly var value = ref Given(column, figures);
            isWithin = isWithin && _limits[rank][column].Holds(value);
        }

        RequireNoMore(figures);
        return isWithin;
    }

    /// <summary>The lowest role that may decide a case, and why those below it may not.</summary>
    /// <param name="figures">Every figure of the table by its name, in any order.</param>
    /// <returns>The decision: a role or nobody, with the reasons.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figures"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">
    /// A name is missing, comes twice or is unknown, or a figure is of another kind, currency or unit than its limits.
    /// </exception>
    public AuthorityDecision Decide(params (string Name, Figure Value)[] figures) => Decided(null, figures);

    /// <summary>The lowest role that may decide a case, and why those below it may not, on record with its document.</summary>
    /// <param name="document">The document of the case, say the order: approvals checked for another do not count for it.</param>
    /// <param name="figures">Every figure of the table by its name, in any order.</param>
    /// <returns>The decision: a role or nobody, with the reasons.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figures"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="document"/> is the default value; a name is missing, comes twice or is unknown; or a figure is of another kind,
    /// currency or unit than its limits.
    /// </exception>
    public AuthorityDecision Decide(DocumentId document, params (string Name, Figure Value)[] figures) =>
        Decided(Identifier.Given(document), figures);

    /// <summary>Why an approval goes further than the role that granted it may decide.</summary>
    /// <param name="approval">The approval; of its figures those count that this table is over.</param>
    /// <returns>
    /// The reasons, with the approved limit as the value; empty when the role may grant it. Their codes are
    /// those of <see cref="AuthorityDecision"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="approval"/> is null.</exception>
    /// <exception cref="ArgumentException">A limit of the approval is of another side, kind, currency or unit than the table.</exception>
    public IReadOnlyList<Reason> ReasonsAgainst(Approval approval) =>
        ReasonsAgainstGranter(Guard.Against.Null(approval), nameof(approval));

    /// <summary>Whether the other has the same names, roles and limits in the same order.</summary>
    /// <param name="other">The table to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Authority? other) =>
        other is not null && _names.SequenceEqual(other._names) && _roles.SequenceEqual(other._roles)
        && _limits.Zip(other._limits, (row, otherRow) => row.SequenceEqual(otherRow)).All(isSame => isSame);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Authority);

    /// <inheritdoc/>
    public override int GetHashCode() => _limits.SelectMany(row => row).Aggregate(
        _names.Aggregate(_roles.Length, (hash, name) => Hash.Combine(hash, StringComparer.Ordinal.GetHashCode(name))),
        (hash, limit) => Hash.Combine(hash, limit.GetHashCode()));

    /// <summary>The rows in words: <c>over discount, payment days; salesperson: discount at most 5%, payment days at most 30</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "over " + string.Join(", ", _names)
        + string.Concat(_roles.Zip(_limits, (role, row) => "; " + role + ": " + Text(row)));

    private AuthorityDecision Decided(DocumentId? document, (string Name, Figure Value)[] figures)
    {
        Guard.Against.Null(figures);
        var copy = new NamedFigure[_names.Length];
        for (var column = 0; column < copy.Length; column++)
            copy[column] = new NamedFigure(_names[column], Given(column, figures));

        RequireNoMore(figures);
        return new AuthorityDecision(this, document, null, copy, [], []);
    }

    private string Text(AuthorityLimit[] row) => string.Join(", ", _names.Zip(row, (name, limit) => name + " " + limit));

    /// <summary>The figure of a column, which can stand anywhere and most often stands in its place.</summary>
    private ref readonly Figure Given(int column, (string Name, Figure Value)[] figures)
    {
        var name = _names[column];
        var at = column < figures.Length && string.Equals(figures[column].Name, name, StringComparison.Ordinal) ? column
            : figures.Length - 1;
        while (at >= 0 && !string.Equals(figures[at].Name, name, StringComparison.Ordinal))
            at--;

        if (at < 0)
        {
            throw Misnamed(figures)
                ?? Guards.Invalid(nameof(figures), "'" + name + "' is missing", "must be all figures of this authority");
        }

        OrderedFigure.Required(figures[at].Value, _bounds[column], nameof(figures));
        return ref figures[at].Value;
    }

    /// <summary>When every figure of the table was found, one more is unknown or comes twice.</summary>
    private void RequireNoMore((string Name, Figure Value)[] figures)
    {
        if (figures.Length > _names.Length)
        {
            throw Misnamed(figures)
                ?? Guards.Invalid(nameof(figures), InvariantText.Number(figures.Length) + " figures", "must have each name once");
        }
    }

    private ArgumentException? Misnamed((string Name, Figure Value)[] figures)
    {
        var at = Array.FindIndex(figures, figure => Array.IndexOf(_names, figure.Name) < 0);
        return at < 0 ? null
            : figures[at].Name is { } name ? Guards.Invalid(nameof(figures), "'" + name + "'", "must be figures of this authority")
            : new ArgumentNullException(nameof(figures));
    }

    private void RequireWider(int column, AuthorityLimit limit)
    {
        RequireComparable(column, limit, "limits");
        if (_limits.Length > 0 && _limits[_limits.Length - 1][column] is var below && !limit.Includes(below))
            throw Guards.Invalid("limits", _names[column] + " " + limit + " after " + below, "must not be narrower than those below");
    }

    private void RequireComparable(int column, AuthorityLimit limit, string parameterName)
    {
        OrderedFigure.Required(limit.Bound, _bounds[column], parameterName);
        foreach (var known in _limits.Select(row => row[column]).Where(known => !limit.IsOfSideOf(known)))
            throw Guards.Invalid(parameterName, _names[column] + " " + limit + " beside " + known, "must limit a figure from one side");
    }
}
