using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>Makes the entries of an alert ledger.</summary>
public static class AlertEntry
{
    /// <summary>The figure entered a status that raises an alert.</summary>
    /// <typeparam name="TOwner">The type of the owner.</typeparam>
    /// <param name="subject">What is watched.</param>
    /// <param name="on">The day.</param>
    /// <param name="status">The status entered: red.</param>
    /// <param name="figures">What it was read from: the gap, the attainment, the actual; each name once, possibly none.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/>, <paramref name="status"/> or <paramref name="figures"/> is
    /// null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="status"/> is blank, a name is blank or comes twice, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    public static AlertEntry<TOwner> Raised<TOwner>(
        AlertSubject<TOwner> subject, LocalDate on, string status, params NamedFigure[] figures)
        where TOwner : notnull =>
        new(AlertEntryKind.Raised, subject, on, status, action: null, figures);

    /// <inheritdoc cref="Raised{TOwner}(AlertSubject{TOwner}, LocalDate, string, NamedFigure[])"/>
    public static AlertEntry<TOwner> Raised<TOwner>(
        AlertSubject<TOwner> subject, LocalDate on, string status, IEnumerable<NamedFigure> figures)
        where TOwner : notnull =>
        new(AlertEntryKind.Raised, subject, on, status, action: null, figures);

    /// <summary>An action was agreed for the open alert about a subject; a further one takes the place of the one before.</summary>
    /// <typeparam name="TOwner">The type of the owner.</typeparam>
    /// <param name="subject">What is watched.</param>
    /// <param name="on">The day on which it was agreed.</param>
    /// <param name="action">Who does what by when, and the day of the re-check.</param>
    /// <returns>The entry.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="subject"/> or <paramref name="action"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="on"/> is not of the ISO calendar.</exception>
    /// <exception cref="ArgumentOutOfRangeException">The re-check of <paramref name="action"/> is before <paramref name="on"/>.</exception>
    public static AlertEntry<TOwner> ActionPlanned<TOwner>(AlertSubject<TOwner> subject, LocalDate on, AlertAction action)
        where TOwner : notnull =>
        new(AlertEntryKind.ActionPlanned, subject, on, status: null, Guard.Against.Null(action), []);

    /// <summary>The re-check showed that the figure has improved: the open alert is closed.</summary>
    /// <typeparam name="TOwner">The type of the owner.</typeparam>
    /// <param name="subject">What is watched.</param>
    /// <param name="on">The day of the re-check.</param>
    /// <param name="status">The status found: green.</param>
    /// <param name="figures">What it was read from; each name once, possibly none.</param>
    /// <returns>The entry.</returns>
    /// <inheritdoc cref="Raised{TOwner}(AlertSubject{TOwner}, LocalDate, string, NamedFigure[])" path="/exception"/>
    public static AlertEntry<TOwner> Improved<TOwner>(
        AlertSubject<TOwner> subject, LocalDate on, string status, params NamedFigure[] figures)
        where TOwner : notnull =>
        new(AlertEntryKind.Improved, subject, on, status, action: null, figures);

    /// <inheritdoc cref="Improved{TOwner}(AlertSubject{TOwner}, LocalDate, string, NamedFigure[])"/>
    public static AlertEntry<TOwner> Improved<TOwner>(
        AlertSubject<TOwner> subject, LocalDate on, string status, IEnumerable<NamedFigure> figures)
        where TOwner : notnull =>
        new(AlertEntryKind.Improved, subject, on, status, action: null, figures);

    /// <summary>The re-check showed no improvement: the open alert is closed, and one that is a level higher is raised.</summary>
    /// <typeparam name="TOwner">The type of the owner.</typeparam>
    /// <param name="subject">What is watched.</param>
    /// <param name="on">The day of the re-check.</param>
    /// <param name="status">The status found: red.</param>
    /// <param name="figures">What it was read from; each name once, possibly none.</param>
    /// <returns>The entry.</returns>
    /// <inheritdoc cref="Raised{TOwner}(AlertSubject{TOwner}, LocalDate, string, NamedFigure[])" path="/exception"/>
    public static AlertEntry<TOwner> NotImproved<TOwner>(
        AlertSubject<TOwner> subject, LocalDate on, string status, params NamedFigure[] figures)
        where TOwner : notnull =>
        new(AlertEntryKind.NotImproved, subject, on, status, action: null, figures);

    /// <inheritdoc cref="NotImproved{TOwner}(AlertSubject{TOwner}, LocalDate, string, NamedFigure[])"/>
    public static AlertEntry<TOwner> NotImproved<TOwner>(
        AlertSubject<TOwner> subject, LocalDate on, string status, IEnumerable<NamedFigure> figures)
        where TOwner : notnull =>
        new(AlertEntryKind.NotImproved, subject, on, status, action: null, figures);

    /// <summary>
    /// The figure is back in a status that raises no alert: the open alert is closed, if nobody has agreed an action yet.
    /// </summary>
    /// <typeparam name="TOwner">The type of the owner.</typeparam>
    /// <param name="subject">What is watched.</param>
    /// <param name="on">The day.</param>
    /// <param name="status">The status found: green.</param>
    /// <param name="figures">What it was read from; each name once, possibly none.</param>
    /// <returns>The entry.</returns>
    /// <inheritdoc cref="Raised{TOwner}(AlertSubject{TOwner}, LocalDate, string, NamedFigure[])" path="/exception"/>
    public static AlertEntry<TOwner> Recovered<TOwner>(
        AlertSubject<TOwner> subject, LocalDate on, string status, params NamedFigure[] figures)
        where TOwner : notnull =>
        new(AlertEntryKind.Recovered, subject, on, status, action: null, figures);

    /// <inheritdoc cref="Recovered{TOwner}(AlertSubject{TOwner}, LocalDate, string, NamedFigure[])"/>
    public static AlertEntry<TOwner> Recovered<TOwner>(
        AlertSubject<TOwner> subject, LocalDate on, string status, IEnumerable<NamedFigure> figures)
        where TOwner : notnull =>
        new(AlertEntryKind.Recovered, subject, on, status, action: null, figures);
}
