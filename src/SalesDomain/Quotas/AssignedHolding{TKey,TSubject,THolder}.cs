using System.Collections.Generic;
using NodaTime;
using SalesDomain.Internal;
using SalesDomain.Organization;

namespace SalesDomain.Quotas;

/// <summary>Who holds the subject that a fact leads to, by assignments.</summary>
internal sealed class AssignedHolding<TKey, TSubject, THolder> : IHolding<TKey, THolder>
    where TSubject : notnull
    where THolder : notnull
{
    private readonly IHolding<TKey, TSubject> _subjects;
    private readonly Assignments<TSubject, THolder> _assignments;

    internal AssignedHolding(IHolding<TKey, TSubject> subjects, Assignments<TSubject, THolder> assignments)
    {
        _subjects = subjects;
        _assignments = assignments;
    }

    public void AddDays(TKey key, ISet<LocalDate> days)
    {
        _subjects.AddDays(key, days);
        foreach (var subject in SubjectsOf(key))
        {
            foreach (var assignment in _assignments.HistoryOf(subject))
                DaysOfChange.Add(assignment.Span, days);
        }
    }

    public void AddOwners(TKey key, ISet<THolder> owners)
    {
        foreach (var subject in SubjectsOf(key))
        {
            foreach (var assignment in _assignments.HistoryOf(subject))
                owners.Add(assignment.Holder);
        }
    }

    public bool TryHolders(TKey key, LocalDate on, decimal share, ICollection<(THolder Owner, decimal Share)> holders)
    {
        var subjects = new List<(TSubject Owner, decimal Share)>();
        var isWhole = _subjects.TryHolders(key, on, share, subjects);
        foreach (var (subject, part) in subjects)
        {
            var total = 0m;
            foreach (var assignment in _assignments.HoldersOf(subject, on))
            {
                total += assignment.Share.Fraction;
                holders.Add((assignment.Holder, part * assignment.Share.Fraction));
            }

            isWhole &= total <= 1m;
        }

        return isWhole;
    }

    public bool IsSameAs(IHolding<TKey, THolder> other) =>
        other is AssignedHolding<TKey, TSubject, THolder> same && _assignments == same._assignments && _subjects.IsSameAs(same._subjects);

    private HashSet<TSubject> SubjectsOf(TKey key)
    {
        var subjects = new HashSet<TSubject>();
        _subjects.AddOwners(key, subjects);
        return subjects;
    }
}
