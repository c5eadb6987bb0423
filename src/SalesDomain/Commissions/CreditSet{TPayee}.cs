using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

/// <summary>
/// All credits of facts that are credited in the same way: by one direct rule and the same overlays, with what rolls up, by the days
/// between which those above stay the same. Made when a fact first asks for it.
/// </summary>
internal sealed class CreditSet<TPayee>
    where TPayee : notnull
{
    private readonly CreditRollUp<TPayee>? _rollUp;

    // The direct one first, then the overlays.
    private readonly CreditHolders<TPayee>[] _sources;
    private readonly LocalDate[] _from;
    private readonly PayeeShare<TPayee>[]?[] _shares;
    private List<CreditSet<TPayee>>? _longer;

    internal CreditSet(CreditRollUp<TPayee>? rollUp, params CreditHolders<TPayee>[] sources)
    {
        _rollUp = rollUp;
        _sources = sources;
        _from = DaysOf(rollUp, Below(rollUp, sources));
        _shares = new PayeeShare<TPayee>[_from.Length][];
    }

    internal CreditHolders<TPayee> Direct => _sources[0];

    internal IReadOnlyList<CreditHolders<TPayee>> Sources => _sources;

    /// <summary>The set with one overlay more; the same object each time.</summary>
    internal CreditSet<TPayee> With(CreditHolders<TPayee> overlay)
    {
        _longer ??= [];
        foreach (var set in _longer)
        {
            if (ReferenceEquals(set._sources[_sources.Length], overlay))
                return set;
        }

        var longer = new CreditSet<TPayee>(_rollUp, [.. _sources, overlay]);
        _longer.Add(longer);
        return longer;
    }

    /// <summary>The credits of a fact of a day: direct, overlays, then what rolls up.</summary>
    internal PayeeShare<TPayee>[] At(LocalDate on)
    {
        var place = _from.Length == 1 ? 0 : SortedDays.LastBy(_from, on);
        return _shares[place] ??= [.. SharesFrom(_from[place])];
    }

    /// <summary>Whose credits count to a manager on a day, and what they come to together.</summary>
    internal (TeamShare<TPayee>[] Members, decimal Share) TeamOf(TPayee manager, LocalDate on)
    {
        TeamShare<TPayee>[] members = [.. RolledUp(on).Where(each => EqualityComparer<TPayee>.Default.Equals(each.Manager, manager))];
        return (members, members.Sum(member => member.Counted));
    }

    private static IEnumerable<CreditHolders<TPayee>> Below(CreditRollUp<TPayee>? rollUp, CreditHolders<TPayee>[] sources) =>
        rollUp is null ? [] : rollUp.IncludesOverlays ? sources : sources.Take(1);

    private static LocalDate[] DaysOf(CreditRollUp<TPayee>? rollUp, IEnumerable<CreditHolders<TPayee>> sources)
    {
        var days = new SortedSet<LocalDate> { LocalDate.MinIsoValue };
        if (rollUp is not null)
            TeamDays.Add(rollUp.Hierarchy, [.. sources.SelectMany(source => source.Shares).Select(each => each.Payee)], days);

        return [.. days];
    }

    private IEnumerable<PayeeShare<TPayee>> SharesFrom(LocalDate day)
    {
        for (var i = 0; i < _sources.Length; i++)
        {
            foreach (var (payee, share) in _sources[i].Shares)
            {
                if (share > 0m)
                    yield return Share(payee, share, i == 0 ? CreditKind.Direct : CreditKind.Overlay, _sources[i].Rule);
            }
        }

        var teams = new List<(TPayee Manager, decimal Share)>();
        foreach (var member in RolledUp(day))
        {
            var place = teams.FindIndex(each => EqualityComparer<TPayee>.Default.Equals(each.Manager, member.Manager));
            if (place < 0)
                teams.Add((member.Manager, member.Counted));
            else
                teams[place] = (member.Manager, teams[place].Share + member.Counted);
        }

        // With overlays the team may be credited with more than there is.
        foreach (var (manager, share) in teams)
            yield return Share(manager, Math.Min(share, 1m), CreditKind.RollUp, CreditRollUp<TPayee>.Name);
    }

    private IEnumerable<TeamShare<TPayee>> RolledUp(LocalDate day)
    {
        foreach (var source in Below(_rollUp, _sources))
        {
            foreach (var (member, share) in source.Shares)
            {
                var above = _rollUp!.Hierarchy.AncestorsOf(member, day);
                for (var level = 0; level < above.Count; level++)
                {
                    if (share > 0m && _rollUp.TryShareAt(level, out var levelShare))
                        yield return new TeamShare<TPayee>(above[level], member, source, share, level + 1, levelShare);
                }
            }
        }
    }

    private static PayeeShare<TPayee> Share(TPayee payee, decimal share, CreditKind kind, string rule) =>
        new(payee, Percentage.FromFraction(share), kind, rule);
}
