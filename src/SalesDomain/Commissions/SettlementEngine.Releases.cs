using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What was held back is released by a figure, or with the payee who leaves, and set off then against what is owed.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<HoldbackStep> _released = [];
    private readonly HashSet<HoldbackRelease> _releasedOnLeaving = [];

    private void Release()
    {
        if (_state.Releases.Length == 0 && _run.Releases.Length == 0 && !_hasLeft)
            return;

        // Of who came back, what was done on leaving is an amount, and what is held since goes by the rules of who stays.
        var releases = _state.Releases.Select(release => _hasLeft ? release : release.OfWhoStays()).ToList();
        var held = Held();
        foreach (var figure in _run.Releases)
        {
            ReleaseBy(figure, releases);
            TellHeldTogether(figure, held);
        }

        var done = new Dictionary<HoldbackRelease, decimal>();
        if (_hasLeft)
            ReleaseOfLeaver(releases, held);
        else
            releases.FindAll(release => release.OnLeaving is not null).ForEach(release => done.Add(release, TakeOf(release, held)));

        // What goes over from one release to another that is better leaves the one before it comes to the other.
        foreach (var (release, amount) in releases
            .Select(release => (
                Release: release, Held: held.Where(each => ReferenceEquals(ReleaseOf(each, releases), release)).Sum(each => each.Held)))
            .OrderBy(each => each.Held * each.Release.Part.Fraction < each.Release.Released ? 0 : 1).ToList())
            Release(release, amount, done.TryGetValue(release, out var onLeaving) ? onLeaving : 0m);
    }

    /// <summary>What was released or forfeited on leaving, as far as it is held yet, is taken out of what is held.</summary>
    private static decimal TakeOf(HoldbackRelease release, List<HeldPart> held)
    {
        var taken = 0m;
        for (var i = 0; i < held.Count; i++)
        {
            if (!Holds(release, held[i]))
                continue;

            var part = Math.Min(held[i].Held, release.OnLeaving!.Held - taken);
            held[i] = new HeldPart(held[i].Book, held[i].Component, held[i].Held - part);
            taken += part;
        }

        return taken;
    }

    // A figure of one component does not say what of the others is released, where all were held together.
    private void TellHeldTogether(HoldbackFigure figure, List<HeldPart> held)
    {
        var together = figure.Component is null ? 0m
            : held.Where(each => each.Component is null && figure.Span.Contains(each.Book.Period)).Sum(each => each.Held);
        if (together != 0m)
        {
            _reasons.Add(
                new Reason(
                    "commission.held-together", ("component", figure.Component!), ("span", figure.Span.ToString()),
                    ("held", In(together))));
        }
    }

    /// <summary>What is held, by measurement period and by components that are held by themselves, in the order of time.</summary>
    private List<HeldPart> Held()
    {
        List<HeldPart> held = [];
        foreach (var book in _state.Books.Values.Where(book => book.Held != 0m).OrderBy(book => book.Period.Start)
            .ThenBy(book => book.Period.End))
        {
            held.Add(new HeldPart(book, null, book.HeldTogether));
            if (book.Parts is not null)
            {
                held.AddRange(
                    book.Parts.OrderBy(part => part.Key, StringComparer.Ordinal)
                        .Select(part => new HeldPart(book, part.Key, part.Value.Held)));
            }
        }

        return held;
    }

    private HoldbackRule? RuleOf(string? component)
    {
        var rules = _rules.HoldbackRules;
        return component is not null ? _rules.HoldbackFor(component) : rules.Length == 1 ? rules[0] : null;
    }

    private Percentage PartBy(HoldbackRule? rule, Percentage figure, DateSpan span, string? component)
    {
        if (rule is not { Release: { } schedule })
        {
            throw Guards.Invalid(
                Rules, figure + " for " + span,
                (component is not null ? "must hold back " + component + " by itself, with a schedule that releases by this figure"
                    : _rules.HoldbackRules.Length > 1 ? "must have one holdback for a figure that names no component"
                    : "must have a holdback with a schedule that releases by this figure")
                + ", unless the run states the part that is released");
        }

        return schedule.TryAt(figure, Run, out var part) ? part
            : throw Guards.OutOfRange(
                Run, figure.ToString(), "must have a holdback figure for " + span + " that is on the schedule " + schedule);
    }

    private void ReleaseBy(HoldbackFigure given, List<HoldbackRelease> releases)
    {
        var (span, component, figure, isPart) = given;
        var rule = RuleOf(component);
        var part = isPart ? figure : PartBy(rule, figure, span, component);
        var at = releases.FindIndex(each => each.Span == span && string.Equals(each.Component, component, StringComparison.Ordinal));
        if (at >= 0 && part < releases[at].Part)
        {
            _reasons.Add(
                new Reason("commission.release-kept", ("span", span.ToString()), ("figure", figure), ("released", releases[at].Part)));
            return;
        }

        if (isPart)
        {
            // Stated by itself, and so of all that is held, what was forfeited on leaving with it.
            for (var i = 0; i < releases.Count; i++)
            {
                if (!_hasLeft && span.Contains(releases[i].Span)
                    && (component is null || string.Equals(releases[i].Component, component, StringComparison.Ordinal)))
                    releases[i] = releases[i].GivenBack();
            }
        }

        var before = at < 0 ? null : releases[at];
        var next = new HoldbackRelease(
            span, component, part, rule is { ForfeitsRest: true } || before is { ForfeitsRest: true }, before?.Released ?? 0m,
            before?.Forfeited ?? 0m, before?.OnLeaving, before is { IsGivenBack: true });
        if (at < 0)
            releases.Add(next);
        else
            releases[at] = next;
    }

    /// <summary>
    /// What becomes of what is held of a leaver: by the rule that names the component. What no rule names, say because it was held together
    /// before there were several, goes by the rules where they all say the same, and otherwise it is kept.
    /// </summary>
    private HoldbackOnLeaving LeavingOf(string? component)
    {
        var rules = _rules.HoldbackRules;
        var named = component is null ? null : _rules.HoldbackFor(component);
        return named?.Leaving
            ?? (rules.Length > 0 && Array.TrueForAll(rules, rule => rule.Leaving == rules[0].Leaving) ? rules[0].Leaving
                : HoldbackOnLeaving.Kept);
    }

    private void ReleaseOfLeaver(List<HoldbackRelease> releases, List<HeldPart> held)
    {
        foreach (var each in held)
        {
            var leaving = LeavingOf(each.Component);
            if (leaving is not (HoldbackOnLeaving.PaidOut or HoldbackOnLeaving.Forfeited))
                continue;

            // A release that holds what goes by another rule too stays as it is, and this has one of its own.
            var isPaid = leaving == HoldbackOnLeaving.PaidOut;
            var release = ReleaseOf(each, releases);
            var isOfOne = release is not null && held.TrueForAll(
                other => LeavingOf(other.Component) == leaving || !ReferenceEquals(ReleaseOf(other, releases), release));
            var component = _rules.HoldbackRules.Length == 1 ? null : each.Component;
            var next = new HoldbackRelease(
                isOfOne ? release!.Span : each.Book.Period, isOfOne ? release!.Component : component,
                isPaid ? Percentage.OneHundred : release?.Part ?? Percentage.Zero, !isPaid || (isOfOne && release!.ForfeitsRest),
                isOfOne ? release!.Released : 0m, isOfOne ? release!.Forfeited : 0m);
            _releasedOnLeaving.Add(next);
            if (isOfOne)
                releases[releases.IndexOf(release!)] = next;
            else
                releases.Add(next);
        }
    }

    // Of the best that holds it, and of two that are equal the one of its component, then the first: nothing is released twice, and a
    // better one of more takes over what an earlier one released.
    private static HoldbackRelease? ReleaseOf(HeldPart held, List<HoldbackRelease> releases)
    {
        HoldbackRelease? best = null;
        foreach (var each in releases)
        {
            if (Holds(each, held)
                && (best is null || each.Part > best.Part
                    || (each.Part == best.Part && each.Component is not null && best.Component is null)))
                best = each;
        }

        return best;
    }

    private static bool Holds(HoldbackRelease release, HeldPart held) =>
        release.Span.Contains(held.Book.Period)
        && (release.Component is null || string.Equals(release.Component, held.Component, StringComparison.Ordinal));

    /// <summary>What is held goes by the part; what leaving did stays, and falls with what it was done to.</summary>
    private void Release(HoldbackRelease release, decimal held, decimal onLeaving)
    {
        var releasedThen = onLeaving == 0m ? 0m
            : Rounded(onLeaving * release.OnLeaving!.Released / release.OnLeaving.Held);
        var toDate = ShareOf(In(held), release.Part);
        var rounded = toDate.Rounded.Amount;

        // What was set off against debts of a leaver is not there any more.
        var most = _state.Total(CommissionEntryKind.DebitSetOff) + _state.Total(CommissionEntryKind.DrawSetOff) == 0m ? (decimal?)null
            : release.Released + AtLeastZero(Movements.HeldBack.Of(_state.Totals));
        var released = most is { } left ? Math.Min(rounded + releasedThen, left) : rounded + releasedThen;
        var forfeited = (release.ForfeitsRest ? held - rounded : 0m) + onLeaving - releasedThen;
        if (most is not null)
        {
            forfeited = Math.Min(
                forfeited, release.Forfeited + AtLeastZero(Movements.HeldBack.Of(_state.Totals) - (released - release.Released)));
        }

        var detail = new CommissionEntry.Detail
        {
            Period = release.Span,
            Component = release.Component,
            Rate = release.Part,
            Reasons = _releasedOnLeaving.Contains(release) ? [new Reason(CommissionEntry.OnLeaving, ("on", _before.LeftOn!.Value))] : null,
        };
        _released.Add(
            new HoldbackStep(
                release.Span, release.Component, toDate, In(release.Released - releasedThen), In(released - release.Released),
                most is { } room ? In(room - releasedThen) : null));
        _steps.Released += released - release.Released;
        _steps.Forfeited += forfeited - release.Forfeited;

        // What was forfeited on leaving is given back as a whole, and the rest of all is forfeited by itself: leaving is over.
        var kept = release.IsGivenBack ? 0m : release.Forfeited;
        PostIfAny(CommissionEntryKind.HoldbackForfeited, kept - release.Forfeited, detail);
        PostIfAny(CommissionEntryKind.HoldbackReleased, released - release.Released, detail);
        PostIfAny(CommissionEntryKind.HoldbackForfeited, forfeited - kept, detail);
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
        if (!isSetOff && Movements.HeldBack.Of(_state.Totals) >= 0m && before == 0m)
            return;

        var debit = Movements.Debit.Of(_state.Totals) + debitBefore;
        s.HasSetOff = true;
        s.SetOffBefore = before;
        s.SetOffRoom = RoomToSetOff() + before;
        s.SetOffDebts = debit + Movements.DrawOwed.Of(_state.Totals) + drawBefore;
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
        var all = Movements.HeldBack.Of(_state.Totals);
        var rules = _rules.HoldbackRules;
        if (Array.TrueForAll(rules, rule => rule.Leaving == HoldbackOnLeaving.SetOff) || rules.Length < 2)
            return all;

        List<HoldbackRelease> releases = [.. _state.Releases];
        var held = Held().Where(each => LeavingOf(each.Component) == HoldbackOnLeaving.SetOff).ToList();
        var gone = releases.Where(each => each.Component is not null && LeavingOf(each.Component) == HoldbackOnLeaving.SetOff)
            .Sum(each => each.Released + each.Forfeited)
            + held.Select(each => (each.Held, Release: ReleaseOf(each, releases))).Where(each => each.Release is { Component: null })
                .Sum(each => each.Release!.ForfeitsRest ? each.Held : Rounded(each.Held * each.Release.Part.Fraction));
        var setOff = _state.Total(CommissionEntryKind.DebitSetOff) + _state.Total(CommissionEntryKind.DrawSetOff);
        return Math.Min(all, held.Sum(each => each.Held) - gone - setOff);
    }
}
