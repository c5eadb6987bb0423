using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>A decision above the usual, put on record: who granted it and when, for what, how far, and for which days.</summary>
/// <remarks>
/// <para>
/// <see cref="ForDocument">For one document</see> it can be used only there; <see cref="Standing">standing</see>, it covers whatever is in
/// its scope while it is valid. Every limit of an approval is a condition: a discount of at most 13 % at a margin of at least 12 % is
/// nothing without that margin. What it does not name it does not approve.
/// </para>
/// <para>
/// What is limited as a sum (500 pieces in all) is checked with the sum to date, this sale included; the approval itself keeps no account.
/// </para>
/// <para>Immutable: <see cref="With"/> returns a changed copy. Equality is by all values, limits in any order.</para>
/// </remarks>
public sealed class Approval : IEquatable<Approval>
{
    // In ordinal order of the names.
    private readonly (string Name, AuthorityLimit Limit)[] _limits;

    private Approval(
        DocumentId id, RoleId grantedBy, LocalDate granted, DateSpan validity, DocumentId? document, Scope scope,
        (string, AuthorityLimit)[] limits)
    {
        Id = id;
        GrantedBy = grantedBy;
        Granted = granted;
        Validity = validity;
        Document = document;
        Scope = scope;
        _limits = limits;
    }

    /// <summary>The number under which the approval is on file.</summary>
    public DocumentId Id { get; }

    /// <summary>The role that granted it.</summary>
    public RoleId GrantedBy { get; }

    /// <summary>The day on which it was granted.</summary>
    public LocalDate Granted { get; }

    /// <summary>The days on which it may be used, both ends included; an open end does not expire.</summary>
    public DateSpan Validity { get; }

    /// <summary>The one document it is for, or null when it is standing.</summary>
    public DocumentId? Document { get; }

    /// <summary>What it is for; everything, when all of its document is meant.</summary>
    public Scope Scope { get; }

    /// <summary>The names of the figures it limits, in ordinal order.</summary>
    public IReadOnlyList<string> Names => Array.AsReadOnly(Array.ConvertAll(_limits, limit => limit.Name));

    /// <summary>True when it is valid on days before it was granted: somebody went ahead and asked afterwards.</summary>
    public bool IsRetroactive => !(Validity.Start >= Granted);

    /// <summary>An approval for one document and no other.</summary>
    /// <param name="id">The number under which it is on file.</param>
    /// <param name="grantedBy">The role that granted it.</param>
    /// <param name="granted">The day on which it was granted.</param>
    /// <param name="validity">
    /// The days on which it may be used. <c>default</c> is <see cref="DateSpan.Always"/>: such an approval holds for days long before it
    /// was granted, and never expires.
    /// </param>
    /// <param name="document">The document, say the order.</param>
    /// <param name="scope">What of the document is meant, say one product; null for all of it.</param>
    /// <returns>The approval, without limits yet: it approves no figure.</returns>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/>, <paramref name="grantedBy"/> or <paramref name="document"/> is the default value, or the day of granting is
    /// not of the ISO calendar.
    /// </exception>
    public static Approval ForDocument(
        DocumentId id, RoleId grantedBy, LocalDate granted, DateSpan validity, DocumentId document, Scope? scope = null) =>
        new(
            Identifier.Given(id), Identifier.Given(grantedBy), Guard.Against.OtherCalendar(granted), validity, Identifier.Given(document),
            scope ?? Scope.Everything, []);

    /// <summary>An approval for whatever is in a scope, as long as it is valid.</summary>
    /// <param name="id">The number under which it is on file.</param>
    /// <param name="grantedBy">The role that granted it.</param>
    /// <param name="granted">The day on which it was granted.</param>
    /// <param name="validity">
    /// The days on which it may be used. <c>default</c> is <see cref="DateSpan.Always"/>: such an approval holds for days long before it
    /// was granted, and never expires.
    /// </param>
    /// <param name="scope">What it is for: this customer, these products.</param>
    /// <returns>The approval, without limits yet: it approves no figure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> or <paramref name="grantedBy"/> is the default value, or the day of granting is not of the ISO calendar.
    /// </exception>
    public static Approval Standing(DocumentId id, RoleId grantedBy, LocalDate granted, DateSpan validity, Scope scope) =>
        new(
            Identifier.Given(id), Identifier.Given(grantedBy), Guard.Against.OtherCalendar(granted), validity, null,
            Guard.Against.Null(scope), []);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An approval.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Approval? left, Approval? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An approval.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Approval? left, Approval? right) => !(left == right);

    /// <summary>The approval with one more figure and how far it may go.</summary>
    /// <param name="name">The name of the figure, as the <see cref="Authority"/> has it: discount, margin, payment days.</param>
    /// <param name="limit">Its limit.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> or <paramref name="limit"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty, has outer white space or has a limit already.</exception>
    public Approval With(string name, AuthorityLimit limit)
    {
        Guard.Against.Null(limit);
        if (LimitOf(Identifier.Checked(name)) is { } known)
            throw Guards.Invalid(nameof(name), "'" + name + "' is " + known, "must be limited once");

        var limits = _limits.Append((name, limit)).OrderBy(each => each.Item1, StringComparer.Ordinal);
        return new Approval(Id, GrantedBy, Granted, Validity, Document, Scope, [.. limits]);
    }

    /// <summary>The limit of a figure.</summary>
    /// <param name="name">The name of the figure.</param>
    /// <returns>The limit, or null when the approval does not name the figure and so does not approve it.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public AuthorityLimit? LimitOf(string name)
    {
        Guard.Against.Null(name);
        return Array.Find(_limits, limit => string.Equals(limit.Name, name, StringComparison.Ordinal)).Limit;
    }

    /// <summary>Whether the approval covers a case: the right document, in scope, on a valid day, with every limit kept.</summary>
    /// <remarks>
    /// One subject is judged. For figures of several lines see <see cref="CheckLines"/>. Whatever the scope speaks of has to be stated,
    /// also where it only leaves some out: a customer that is in no group is said to be in none.
    /// </remarks>
    /// <param name="document">The document of the case.</param>
    /// <param name="subject">What is known of the sale.</param>
    /// <param name="on">The day of the case, say that of the order.</param>
    /// <param name="figures">
    /// The figures of the case by name. Those that the approval does not name are none of its business; one that it names and that is left
    /// out is not known, and not within its limit.
    /// </param>
    /// <returns>The check, with every reason against.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="figures"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="document"/> is the default value; <paramref name="on"/> is not of the ISO calendar; a name is empty, has outer white
    /// space or comes twice; or a figure is of another kind, currency or unit than its limit.
    /// </exception>
    public ApprovalCheck Check(DocumentId document, ScopeSubject subject, LocalDate on, params (string Name, Figure Value)[] figures) =>
        Checked(document, [subject], on, figures);

    /// <summary>
    /// Whether the approval covers a case of many lines, say the discount of a whole order: as <see cref="Check"/>, with every line in
    /// scope.
    /// </summary>
    /// <param name="document">The document of the case.</param>
    /// <param name="lines">
    /// What is known of each line that the figures are of. An approval for one product does not cover an order that has others.
    /// </param>
    /// <param name="on">The day of the case, say that of the order.</param>
    /// <param name="figures">The figures of the case by name, those of all lines together.</param>
    /// <returns>The check, with every reason against, each once.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/>, <paramref name="figures"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="document"/> is the default value; there are no lines; <paramref name="on"/> is not of the ISO calendar; a name is
    /// empty, has outer white space or comes twice; or a figure is of another kind, currency or unit than its limit.
    /// </exception>
    public ApprovalCheck CheckLines(
        DocumentId document, IEnumerable<ScopeSubject> lines, LocalDate on, params (string Name, Figure Value)[] figures) =>
        Checked(document, Guard.Against.Nothing(lines, "a case has at least one line"), on, figures);

    /// <summary>Whether the other is the same in every value.</summary>
    /// <param name="other">The approval to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Approval? other) =>
        other is not null && Id == other.Id && GrantedBy == other.GrantedBy && Granted == other.Granted && Validity == other.Validity
        && Document == other.Document && Scope == other.Scope && _limits.SequenceEqual(other._limits);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as Approval);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Id.GetHashCode(), Granted.GetHashCode(), Scope.GetHashCode(), _limits.Length);

    /// <summary>
    /// The approval in words: <c>A-17 by sales director on 2026-03-02, valid 2026-03-02/2026-03-31, for SO-1, everything: discount at most
    /// 13%</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Id + " by " + GrantedBy + " on " + InvariantText.Date(Granted) + ", valid " + Validity + ", for "
        + (Document is { } document ? document + ", " : "") + Scope
        + (_limits.Length == 0 ? "" : ": " + string.Join(", ", _limits.Select(limit => limit.Name + " " + limit.Limit)));

    private ApprovalCheck Checked(DocumentId document, ScopeSubject[] subjects, LocalDate on, (string Name, Figure Value)[] figures)
    {
        Guard.Against.Null(figures);
        Identifier.Given(document);
        Guard.Against.OtherCalendar(on);
        var known = new Dictionary<string, Figure>(StringComparer.Ordinal);
        foreach (var (name, value) in figures)
        {
            if (known.ContainsKey(Identifier.Checked(name, nameof(figures))))
                throw Guards.Invalid(nameof(figures), "'" + name + "'", "must have each name once");

            if (LimitOf(name) is { } limit)
                OrderedFigure.Required(value, limit.Bound, nameof(figures));
            known.Add(name, value);
        }

        NamedFigure[] named =
            [.. _limits.Select(limit => new NamedFigure(limit.Name, known.TryGetValue(limit.Name, out var value) ? value : Figure.Absent))];
        Reason?[] reasons =
        [
            Validity.Start > on ? new Reason("approval.not-yet-valid", ("on", on), ("valid from", Validity.Start.Value)) : null,
            Validity.End < on ? new Reason("approval.expired", ("on", on), ("valid until", Validity.End.Value)) : null,
            Document is { } own && own != document
                ? new Reason("approval.other-document", ("document", document.ToString()), ("approved", own.ToString())) : null,
            .. subjects.SelectMany(OutOfScope).Distinct().Select(reason => (Reason?)reason),
            .. named.Zip(_limits, (figure, limit) => LimitReason.Of("approval", figure, limit.Limit)),
        ];
        return new ApprovalCheck(this, document, subjects, on, named, [.. reasons.OfType<Reason>()]);
    }

    /// <summary>
    /// Why a subject is not in scope, or not known to be: what nobody looked up is in no set, so that it would pass where some are left
    /// out.
    /// </summary>
    private IEnumerable<Reason> OutOfScope(ScopeSubject subject)
    {
        // Where only some are in, a fact that is missing is a mismatch already.
        var open = Scope.Unstated(subject) & ~Scope.Dimensions;
        return Scope.Mismatches(subject).Select(mismatch => mismatch.Within("approval")).Concat(
            Dimension.All.Where(dimension => (open & dimension.Flag) != ScopeDimensions.None)
                .Select(dimension => new Reason("approval.not-stated", ("dimension", dimension.Singular))));
    }
}
