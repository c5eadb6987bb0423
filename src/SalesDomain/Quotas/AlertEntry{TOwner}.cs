using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>An entry of an alert ledger: that a figure entered a status or came back, that an action was agreed, or what a
/// re-check showed.</summary>
/// <typeparam name="TOwner">The type of the owner.</typeparam>
/// <remarks>Made by <see cref="AlertEntry"/>. Equality is by all values.</remarks>
public sealed class AlertEntry<TOwner> : IEquatable<AlertEntry<TOwner>>
    where TOwner : notnull
{
    private readonly NamedFigure[] _figures;

    internal AlertEntry(
        AlertEntryKind kind, AlertSubject<TOwner> subject, LocalDate on, string? status, AlertAction? action,
        IEnumerable<NamedFigure> figures)
    {
        Kind = kind;
        Subject = Guard.Against.Null(subject);
        On = Guard.Against.OtherCalendar(on);
        Status = kind == AlertEntryKind.ActionPlanned ? null : Identifier.Checked(status!, nameof(status));
        Action = action;
        if (action?.Recheck < on)
        {
            throw Guards.OutOfRange(
                nameof(action), InvariantText.Date(action.Recheck), "must have a re-check on or after " + InvariantText.Date(on));
        }

        _figures = [.. Guard.Against.Null(figures)];
        for (var i = 0; i < _figures.Length; i++)
        {
            // A few figures, mostly one: compared in pairs.
            var name = Identifier.Checked(_figures[i].Name, nameof(figures));
            for (var j = 0; j < i; j++)
            {
                if (string.Equals(_figures[j].Name, name, StringComparison.Ordinal))
                    throw Guards.Invalid(nameof(figures), "'" + name + "'", "must have each name once");
            }
        }
    }

    /// <summary>Of a status that bands have named, and its value: nothing is to be checked.</summary>
    internal AlertEntry(AlertEntryKind kind, AlertSubject<TOwner> subject, StatusObservation observation)
    {
        Kind = kind;
        Subject = subject;
        On = observation.On;
        Status = observation.Status;
        _figures = [new NamedFigure("value", observation.Value)];
    }

    /// <summary>What the entry says.</summary>
    public AlertEntryKind Kind { get; }

    /// <summary>What is watched.</summary>
    public AlertSubject<TOwner> Subject { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>The status found, or null where an action was agreed.</summary>
    public string? Status { get; }

    /// <summary>The action that was agreed, or null for other entries.</summary>
    public AlertAction? Action { get; }

    /// <summary>What the status was read from.</summary>
    public IReadOnlyList<NamedFigure> Figures => Array.AsReadOnly(_figures);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An entry.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(AlertEntry<TOwner>? left, AlertEntry<TOwner>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An entry.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AlertEntry<TOwner>? left, AlertEntry<TOwner>? right) => !(left == right);

    /// <summary>Whether the other says the same.</summary>
    /// <param name="other">The entry to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AlertEntry<TOwner>? other) =>
        other is not null && Kind == other.Kind && On == other.On && Subject == other.Subject && Action == other.Action
        && string.Equals(Status, other.Status, StringComparison.Ordinal) && _figures.SequenceEqual(other._figures);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AlertEntry<TOwner>);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine((int)Kind, Subject.GetHashCode(), On.GetHashCode());

    /// <summary>
    /// Day, subject and what the entry says: <c>2026-01-31 S-1, revenue, without tax, 2026-01-01/2026-03-31: raised, red (gap -8)</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Date(On) + " " + Subject + ": "
        + Kind switch
        {
            AlertEntryKind.Raised => "raised, ",
            AlertEntryKind.ActionPlanned => "action, ",
            AlertEntryKind.Improved => "improved, ",
            AlertEntryKind.Recovered => "recovered, ",
            _ => "not improved, ",
        }
        + (Action?.ToString() ?? Status)
        + (_figures.Length == 0 ? "" : " (" + string.Join(", ", _figures.Select(figure => figure.ToString())) + ")");
}
