using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>Held to date less held before, and released to date less released before.</summary>
internal sealed partial class SettlementEngine
{
    private readonly List<HoldbackStep> _held = [];
    private readonly List<HoldbackStep> _released = [];

    private void HoldBack()
    {
        foreach (var period in _touched)
        {
            if (!_state.Books.TryGetValue(period, out var book))
                continue;

            // A closed period keeps the shares it was held with.
            var isClosed = IsClosed(period);
            var rule = _rules.Holdback;
            var together = isClosed ? book.Share : rule is { Components.Count: 0 } ? rule.Share : null;
            HoldBack(period, null, together, book.Earned, book.HeldTogether);
            foreach (var component in Parts(book, isClosed ? null : rule))
            {
                var share = isClosed ? book.Parts![component].Share
                    : rule is not null && rule.Components.Contains(component) ? rule.Share : null;
                HoldBack(period, component, share, book.EarnedOf(component), book.HeldOf(component));
            }
        }
    }

    /// <summary>The components that are held back by themselves now, or were before.</summary>
    private static List<string> Parts(PeriodBook book, HoldbackRule? rule)
    {
        List<string> parts = rule is null ? [] : [.. rule.Components];
        if (book.Parts is not null)
            parts.AddRange(book.Parts.Keys.Where(component => !parts.Contains(component)).OrderBy(each => each, StringComparer.Ordinal));

        return parts;
    }

    private void HoldBack(DateSpan period, string? component, Percentage? given, decimal amount, decimal before)
    {
        var share = given ?? Percentage.Zero;
        if (share.IsZero && before == 0m)
            return;

        var earned = AtLeastZero(amount);
        var exact = earned * share.Fraction;
        var toDate = Rounded(exact);
        _held.Add(
            new HoldbackStep(
                component is null ? period.ToString() : Named(component, null, period), share, In(earned), In(exact), In(toDate),
                In(before), In(toDate - before)));
        _steps.HeldBack += toDate - before;
        PostIfAny(
            CommissionEntryKind.HeldBack, toDate - before,
            new CommissionEntry.Detail { Period = period, Component = component, Rate = share });
    }

    private void Release()
    {
        if (_state.Releases.Length == 0 && _run.HoldbackFigures.Count == 0 && !_hasLeft)
            return;

        List<HoldbackRelease> releases = [.. _state.Releases];
        foreach (var (span, figure) in _run.HoldbackFigures)
            ReleaseBy(figure, span, releases);

        var books = _state.Books.Values.Where(book => book.Held != 0m).OrderBy(book => book.Period.Start).ThenBy(book => book.Period.End)
            .ToList();
        if (_hasLeft && _rules.Holdback is { } rule && rule.Leaving != HoldbackOnLeaving.Kept)
            ReleaseOfLeaver(rule, releases, books);

        foreach (var release in releases)
        {
            var held = books.Where(book => ReferenceEquals(ReleaseOf(book, releases), release)).Sum(book => book.Held);
            Release(release, held);
        }
    }

    private void ReleaseBy(Percentage figure, DateSpan span, List<HoldbackRelease> releases)
    {
        if (_rules.Holdback is not { Release: { } schedule } rule)
        {
            throw Guards.Invalid(
                "rules", figure + " for " + span, "must have a holdback with a schedule that releases by this figure");
        }

        if (!schedule.TryAt(figure, "run", out var part))
        {
            throw Guards.OutOfRange(
                "run", figure.ToString(), "must have a holdback figure for " + span + " that is on the schedule " + schedule);
        }

        var at = releases.FindIndex(each => each.Span == span);
        var before = at < 0 ? null : releases[at];
        if (before is not null && part < before.Part)
        {
            _reasons.Add(
                new Reason("commission.release-kept", ("span", span.ToString()), ("figure", figure), ("released", before.Part)));
            return;
        }

        var next = new HoldbackRelease(
            span, part, rule.ForfeitsRest || before is { ForfeitsRest: true }, before?.Released ?? 0m, before?.Forfeited ?? 0m);
        if (at < 0)
            releases.Add(next);
        else
            releases[at] = next;
    }

    private static void ReleaseOfLeaver(HoldbackRule rule, List<HoldbackRelease> releases, List<PeriodBook> books)
    {
        var isPaid = rule.Leaving == HoldbackOnLeaving.PaidOut;
        foreach (var book in books.Where(book => ReleaseOf(book, releases) is null).ToList())
            releases.Add(new HoldbackRelease(book.Period, Percentage.Zero, forfeitsRest: false, 0m, 0m));

        for (var i = 0; i < releases.Count; i++)
        {
            var each = releases[i];
            releases[i] = new HoldbackRelease(
                each.Span, isPaid ? Percentage.OneHundred : each.Part, !isPaid || each.ForfeitsRest, each.Released, each.Forfeited);
        }
    }

    // Of the first that holds it: no period is released twice.
    private static HoldbackRelease? ReleaseOf(PeriodBook book, List<HoldbackRelease> releases) =>
        releases.Find(each => each.Span.Contains(book.Period));

    private void Release(HoldbackRelease release, decimal held)
    {
        var exact = held * release.Part.Fraction;
        var released = Rounded(exact);
        var forfeited = release.ForfeitsRest ? held - released : 0m;
        var detail = new CommissionEntry.Detail { Period = release.Span, Rate = release.Part };
        _released.Add(
            new HoldbackStep(
                release.Span.ToString(), release.Part, In(held), In(exact), In(released), In(release.Released),
                In(released - release.Released)));
        _steps.Released += released - release.Released;
        _steps.Forfeited += forfeited - release.Forfeited;
        PostIfAny(CommissionEntryKind.HoldbackReleased, released - release.Released, detail);
        PostIfAny(CommissionEntryKind.HoldbackForfeited, forfeited - release.Forfeited, detail);
    }
}
