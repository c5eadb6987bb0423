using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>What an account knows of one measurement period.</summary>
internal sealed class PeriodBook
{
    private readonly Dictionary<string, int> _live;
    private readonly HashSet<(string Plan, string Component)> _components;
    private readonly object? _owner;

    internal PeriodBook(DateSpan period, object? owner = null)
    {
        _owner = owner;
        Period = period;
        Keys = [];
        _live = new Dictionary<string, int>(StringComparer.Ordinal);
        _components = [];
    }

    private PeriodBook(PeriodBook other, object owner)
    {
        _owner = owner;
        Period = other.Period;
        Keys = new Dictionary<EarningKey, EarningState>(other.Keys);
        _live = new Dictionary<string, int>(other._live, StringComparer.Ordinal);
        _components = [.. other._components];
        Earned = other.Earned;
        Held = other.Held;
        Share = other.Share;
        Parts = other.Parts is null ? null : new Dictionary<string, (decimal, Percentage?)>(other.Parts, StringComparer.Ordinal);
    }

    internal DateSpan Period { get; }

    internal Dictionary<EarningKey, EarningState> Keys { get; }

    /// <summary>The plans that have a key with an entry that is not undone.</summary>
    internal IEnumerable<string> LivePlans => _live.Where(pair => pair.Value > 0).Select(pair => pair.Key);

    /// <summary>Earned to date less what was taken back.</summary>
    internal decimal Earned { get; set; }

    /// <summary>Held to date, released or not.</summary>
    internal decimal Held { get; set; }

    /// <summary>The share it was held with, of all components together.</summary>
    internal Percentage? Share { get; set; }

    /// <summary>Of what is held, that of components by themselves and its share; null while there is none.</summary>
    internal Dictionary<string, (decimal Held, Percentage? Share)>? Parts { get; set; }

    /// <summary>Of what is held, that of all components together.</summary>
    internal decimal HeldTogether => Parts is null ? Held : Held - Parts.Values.Sum(part => part.Held);

    /// <summary>A copy for one state to change.</summary>
    internal PeriodBook Copy(object owner) => new(this, owner);

    /// <summary>What is entered of a key, or taken back.</summary>
    internal void Set(in EarningKey key, EarningState state)
    {
        Keys[key] = state;
        _components.Add((key.Plan, key.Component));
    }

    /// <summary>Whether something was ever entered of a component of a plan, undone or not.</summary>
    internal bool Has(string plan, string component) => _components.Contains((plan, component));

    /// <summary>Whether it was made for a state, which may change it, since no other has it.</summary>
    internal bool IsOf(object owner) => ReferenceEquals(_owner, owner);

    /// <summary>How many keys of a plan have an entry that is not undone.</summary>
    internal int LiveOf(string plan) => _live.TryGetValue(plan, out var live) ? live : 0;

    /// <summary>Whether another plan than this has a key with an entry that is not undone.</summary>
    internal bool HasOtherThan(string plan)
    {
        foreach (var pair in _live)
        {
            if (pair.Value > 0 && !string.Equals(pair.Key, plan, StringComparison.Ordinal))
                return true;
        }

        return false;
    }

    internal void Count(string plan, int more)
    {
        if (more != 0)
            _live[plan] = LiveOf(plan) + more;
    }

    /// <summary>The components of a plan of which an entry is not undone.</summary>
    internal HashSet<string> LiveComponents(string plan) =>
        new(
            Keys.Where(pair => pair.Value.Live.Length > 0 && string.Equals(pair.Key.Plan, plan, StringComparison.Ordinal))
                .Select(pair => pair.Key.Component),
            StringComparer.Ordinal);

    internal void Hold(string? component, decimal amount, Percentage? share)
    {
        Held += amount;
        if (component is null)
        {
            Share = share;
            return;
        }

        Parts ??= new Dictionary<string, (decimal, Percentage?)>(StringComparer.Ordinal);
        Parts[component] = (HeldOf(component) + amount, share);
    }

    internal decimal HeldOf(string component) => Parts is not null && Parts.TryGetValue(component, out var part) ? part.Held : 0m;

    /// <summary>Earned to date of one component, less what was taken back.</summary>
    internal decimal EarnedOf(string component) =>
        Keys.Where(pair => string.Equals(pair.Key.Component, component, StringComparison.Ordinal))
            .Sum(pair => pair.Value.Amount - pair.Value.ClawedAmount);
}
