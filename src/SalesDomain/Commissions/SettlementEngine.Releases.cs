using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What was held back is released by a figure, or with the payee who leaves, and set off then against what is owed.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<HoldbackStep> _released = [];

    private void Release()
    {
        if (_state.Releases.Length == 0 && _run.HoldbackFigures.Count == 0 && !_hasLeft)
            return;

        List<HoldbackRelease> releases = [.. _state.Releases];
        foreach (var (span, component, figure) in _run.HoldbackFigures)
            ReleaseBy(figure, span, component, releases);

        var held = Held();
        if (_hasLeft)
        {
            foreach (var rule in _rules.HoldbackRules)
            {
                if (rule.Leaving is HoldbackOnLeaving.PaidOut or HoldbackOnLeaving.Forfeited)
                    ReleaseOfLeaver(rule, releases, held);
            }
        }

        foreach (var release in releases)
            Release(release, held.Where(each => ReferenceEquals(ReleaseOf(each, releases), release)).Sum(each => each.Held));
    }

    /// <summary>What is held, by measurement period and by components that are held by themselves, in the order of time.</summary>
    private List<(PeriodBook Book, string? Component, decimal Held)> Held()
    {
        var held = new List<(PeriodBook, string?, decimal)>();
        foreach (var book in _state.Books.Values.Where(book => book.Held != 0m).OrderBy(book => book.Period.Start)
            .ThenBy(book => book.Period.End))
        {
            held.Add((book, null, book.HeldTogether));
            if (book.Parts is not null)
            {
                held.AddRange(
                    book.Parts.OrderBy(part => part.Key, StringComparer.Ordinal)
                        .Select(part => (book, (string?)part.Key, part.Value.Held)));
            }
        }

        return held;
    }

    private HoldbackRule RuleOf(Percentage figure, DateSpan span, string? component)
    {
        var rules = _rules.HoldbackRules;
        var rule = component is not null ? _rules.HoldbackFor(component) : rules.Length == 1 ? rules[0] : null;
        return rule is { Release: not null } ? rule
            : throw Guards.Invalid(
                Rules, figure + " for " + span,
                component is not null ? "must hold back " + component + " by itself, with a schedule that releases by this figure"
                    : rules.Length > 1 ? "must have one holdback for a figure that names no component"
                    : "must have a holdback with a schedule that releases by this figure");
    }

    private void ReleaseBy(Percentage figure, DateSpan span, string? component, List<HoldbackRelease> releases)
    {
        var rule = RuleOf(figure, span, component);
        if (!rule.Release!.TryAt(figure, Run, out var part))
        {
            throw Guards.OutOfRange(
                Run, figure.ToString(), "must have a holdback figure for " + span + " that is on the schedule " + rule.Release);
        }

        var at = releases.FindIndex(each => each.Span == span && string.Equals(each.Component, component, StringComparison.Ordinal));
        var before = at < 0 ? null : releases[at];
        if (before is not null && part < before.Part)
        {
            _reasons.Add(
                new Reason("commission.release-kept", ("span", span.ToString()), ("figure", figure), ("released", before.Part)));
            return;
        }

        var next = new HoldbackRelease(
            span, component, part, rule.ForfeitsRest || before is { ForfeitsRest: true }, before?.Released ?? 0m, before?.Forfeited ?? 0m);
        if (at < 0)
            releases.Add(next);
        else
            releases[at] = next;
    }

    /// <summary>The one rule decides about all that is held, one of several about its components.</summary>
    private void ReleaseOfLeaver(
        HoldbackRule rule, List<HoldbackRelease> releases, List<(PeriodBook Book, string? Component, decimal Held)> held)
    {
        var isPaid = rule.Leaving == HoldbackOnLeaving.PaidOut;
        foreach (var each in held.Where(each => IsUnder(rule, each.Component) && ReleaseOf(each, releases) is null).ToList())
        {
            if (ReleaseOf(each, releases) is null)
            {
                var component = _rules.HoldbackRules.Length == 1 ? null : each.Component;
                releases.Add(new HoldbackRelease(each.Book.Period, component, Percentage.Zero, forfeitsRest: false, 0m, 0m));
            }
        }

        for (var i = 0; i < releases.Count; i++)
        {
            var each = releases[i];
            if (IsUnder(rule, each.Component))
            {
                releases[i] = new HoldbackRelease(
                    each.Span, each.Component, isPaid ? Percentage.OneHundred : each.Part, !isPaid || each.ForfeitsRest, each.Released,
                    each.Forfeited);
            }
        }
    }

    private bool IsUnder(HoldbackRule rule, string? component) =>
        _rules.HoldbackRules.Length == 1 || (component is not null && rule.Names(component));

    // Of the first that holds it: nothing is released twice.
    private static HoldbackRelease? ReleaseOf(
        (PeriodBook Book, string? Component, decimal Held) held, List<HoldbackRelease> releases) =>
        releases.Find(
            each => each.Span.Contains(held.Book.Period)
                && (each.Component is null || string.Equals(each.Component, held.Component, StringComparison.Ordinal)));

    private void Release(HoldbackRelease release, decimal held)
    {
        var exact = held * release.Part.Fraction;
        var rounded = Rounded(exact);

        // What was set off against debts of a leaver is not there any more.
        var most = _state.Total(CommissionEntryKind.DebitSetOff) + _state.Total(CommissionEntryKind.DrawSetOff) == 0m ? (decimal?)null
            : release.Released + AtLeastZero(Movements.Held(_state.Totals));
        var released = most is { } left ? Math.Min(rounded, left) : rounded;
        var forfeited = release.ForfeitsRest ? held - rounded : 0m;
        if (most is not null)
        {
            forfeited = Math.Min(
                forfeited, release.Forfeited + AtLeastZero(Movements.Held(_state.Totals) - (released - release.Released)));
        }

        var detail = new CommissionEntry.Detail { Period = release.Span, Component = release.Component, Rate = release.Part };
        _released.Add(
            new HoldbackStep(
                release.Component is null ? release.Span.ToString() : Named(release.Component, null, release.Span), release.Part, In(held),
                In(exact), In(rounded), In(release.Released), In(released - release.Released), most is { } room ? In(room) : null));
        _steps.Released += released - release.Released;
        _steps.Forfeited += forfeited - release.Forfeited;
        PostIfAny(CommissionEntryKind.HoldbackReleased, released - release.Released, detail);
        PostIfAny(CommissionEntryKind.HoldbackForfeited, forfeited - release.Forfeited, detail);
    }

    /// <summary>
    /// Of a leaver, what is still held against what is still owed, to date in the payout period; where what was held falls below what was
    /// set off, it is owed again.
    /// </summary>
    private void SetOffHeld()
    {
        var s = _steps;
        var (debitBefore, drawBefore) = (_state.InPeriod(CommissionEntryKind.DebitSetOff), _state.InPeriod(CommissionEntryKind.DrawSetOff));
        var before = debitBefore + drawBefore;
        var isSetOff = _hasLeft && Array.Exists(_rules.HoldbackRules, rule => rule.Leaving == HoldbackOnLeaving.SetOff);
        if (!isSetOff && Movements.Held(_state.Totals) >= 0m && before == 0m)
            return;

        var debit = Movements.Debit(_state.Totals) + debitBefore;
        s.HasSetOff = true;
        s.SetOffBefore = before;
        s.SetOffRoom = RoomToSetOff() + before;
        s.SetOffDebts = debit + Movements.Owed(_state.Totals) + drawBefore;
        s.SetOffMost = isSetOff ? s.SetOffDebts : Math.Min(before, s.SetOffDebts);
        s.SetOffToDate = Math.Min(s.SetOffRoom, s.SetOffMost);
        s.SetOffHeld = s.SetOffToDate - before;
        var ofDebit = Math.Min(s.SetOffToDate, debit);
        PostIfAny(CommissionEntryKind.DebitSetOff, ofDebit - debitBefore);
        PostIfAny(CommissionEntryKind.DrawSetOff, s.SetOffToDate - ofDebit - drawBefore);
    }

    /// <summary>What is held under the rules that set off, and neither released nor forfeited nor set off.</summary>
    private decimal RoomToSetOff()
    {
        var all = Movements.Held(_state.Totals);
        if (_rules.HoldbackRules.Length < 2)
            return all;

        bool IsSetOff(string? component) =>
            component is not null && _rules.HoldbackFor(component) is { Leaving: HoldbackOnLeaving.SetOff };
        var held = Held().Where(each => IsSetOff(each.Component)).Sum(each => each.Held);
        var gone = _state.Releases.Where(each => IsSetOff(each.Component)).Sum(each => each.Released + each.Forfeited);
        var setOff = _state.Total(CommissionEntryKind.DebitSetOff) + _state.Total(CommissionEntryKind.DrawSetOff);
        return Math.Min(all, held - gone - setOff);
    }
}
