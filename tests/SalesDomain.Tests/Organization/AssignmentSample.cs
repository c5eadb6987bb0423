using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Tests.Dates;

namespace SalesDomain.Tests.Organization;

/// <summary>Assignments made by random changes, and the same day by day: of each subject the holders with their shares.</summary>
internal sealed class AssignmentSample
{
    private static readonly Percentage[] s_shares = [Percentage.OneHundred, Percentage.FromPercent(50), Percentage.FromPercent(30)];

    private readonly List<string> _changes = [];

    private AssignmentSample((int Kind, string Subject, string Holder, string Other, DateSpan Span, Percentage Share)[] changes)
    {
        foreach (var day in Days)
            Model[day] = [];
        foreach (var change in changes)
            Change(change.Kind, change.Subject, change.Holder, change.Other, change.Span, change.Share);
    }

    internal static LocalDate[] Days => TimelineSample.Days;

    internal static string[] Subjects { get; } = ["C-1", "C-2", "C-3"];

    internal static string[] Holders { get; } = ["Li", "Wu", "He"];

    internal static Arbitrary<AssignmentSample> Any { get; } =
        (from count in Gen.Choose(0, 14)
         from changes in (from kind in Gen.Choose(0, 9)
                          from subject in Gen.Elements(Subjects)
                          from holder in Gen.Elements(Holders)
                          from other in Gen.Elements(Holders)
                          from span in TimelineSample.Span
                          from share in Gen.Elements(s_shares)
                          select (kind, subject, holder, other, span, share)).ArrayOf(count)
         select new AssignmentSample(changes)).ToArbitrary();

    internal Assignments<string, string> Assignments { get; private set; } = SalesDomain.Organization.Assignments.Empty<string, string>();

    internal Dictionary<LocalDate, Dictionary<(string Subject, string Holder), Percentage>> Model { get; } = [];

    /// <summary>A change was refused exactly when it would have given a holder one subject twice on a day, or wiped out a later
    /// assignment.</summary>
    internal bool RefusalsWereRight { get; private set; } = true;

    public override string ToString() => string.Join(", ", _changes);

    internal IEnumerable<(string Holder, Percentage Share)> HoldersOf(string subject, LocalDate day) =>
        Model[day].Where(pair => pair.Key.Subject == subject).Select(pair => (pair.Key.Holder, pair.Value));

    private void Change(int kind, string subject, string holder, string other, DateSpan span, Percentage share)
    {
        var days = Days.Where(span.Contains).ToArray();
        switch (kind)
        {
            case 0:
                Try("without " + subject + " " + span, () => Assignments.Without(subject, span), true, () => Clear(days, subject));
                break;
            case 1:
                Try(
                    subject + " only to " + holder + " " + span, () => Assignments.Override(subject, holder, span), true,
                    () => Only(days, subject, holder));
                break;
            case 2 when span.Start is { } from:
                Try(
                    subject + " moves to " + holder + " from " + from, () => Assignments.Move(subject, holder, from),
                    Assignments.HistoryOf(subject).All(each => !(each.Span.Start > from)),
                    () => Only([.. Days.Where(day => day >= from)], subject, holder));
                break;
            case 3 when span.Start is { } from:
                var after = Days.Where(day => day >= from).ToArray();
                Try(
                    holder + " hands over to " + other + " from " + from, () => Assignments.HandOver(holder, other, from),
                    holder == other
                        || after.All(
                            day =>
                                Subjects.All(each => !(Model[day].ContainsKey((each, holder)) && Model[day].ContainsKey((each, other))))),
                    () => HandOver(after, holder, other));
                break;
            case 4 when span.Start is { } from:
                Try(
                    holder + " leaves on " + from, () => Assignments.Release(holder, from), true,
                    () => Release([.. Days.Where(day => day >= from)], holder));
                break;
            default:
                Try(
                    subject + " to " + holder + " " + span + " " + share,
                    () => Assignments.With(Assignment.Of(subject, holder, span, share)),
                    days.All(day => !Model[day].ContainsKey((subject, holder))), () => Put(days, subject, holder, share));
                break;
        }
    }

    private void Try(string change, Func<Assignments<string, string>> make, bool isRight, Action put)
    {
        _changes.Add(change);
        try
        {
            Assignments = make();
            RefusalsWereRight &= isRight;
            put();
        }
        catch (ArgumentException)
        {
            RefusalsWereRight &= !isRight;
        }
    }

    private void Clear(LocalDate[] days, string subject)
    {
        foreach (var day in days)
        {
            foreach (var holder in Holders)
                Model[day].Remove((subject, holder));
        }
    }

    private void Only(LocalDate[] days, string subject, string holder)
    {
        Clear(days, subject);
        Put(days, subject, holder, Percentage.OneHundred);
    }

    private void Put(LocalDate[] days, string subject, string holder, Percentage share)
    {
        foreach (var day in days)
            Model[day].Add((subject, holder), share);
    }

    private void Release(LocalDate[] days, string holder)
    {
        foreach (var day in days)
        {
            foreach (var subject in Subjects)
                Model[day].Remove((subject, holder));
        }
    }

    private void HandOver(LocalDate[] days, string holder, string other)
    {
        foreach (var day in days)
        {
            foreach (var subject in Subjects.Where(each => Model[day].ContainsKey((each, holder))))
            {
                var share = Model[day][(subject, holder)];
                Model[day].Remove((subject, holder));
                Model[day].Add((subject, other), share);
            }
        }
    }
}
