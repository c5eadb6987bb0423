using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class Actuals<TOwner>
{
    /// <summary>The attainment of quotas by what is each owner's own.</summary>
    /// <param name="quotas">A quota an owner, each owner once.</param>
    /// <returns>
    /// An attainment for everybody with a quota or a fact of their own: who has sold nothing has an actual of zero, who has no quota has
    /// no attainment.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="quotas"/> or an owner is null.</exception>
    /// <exception cref="ArgumentException">
    /// An owner comes twice, or a quota is the default value or of another measure, tax basis, unit or currency than the rule.
    /// </exception>
    public Attainments<TOwner> Against(IEnumerable<(TOwner Owner, Measured Quota)> quotas) => Against(quotas, Of, _own);

    /// <summary>The attainment of phased quotas on a day by what is each owner's own: all three figures.</summary>
    /// <param name="quotas">A quota with its phasing an owner, each owner once, all of one period.</param>
    /// <param name="elapsed">
    /// How much of the period of the quotas has gone by. Its day is the day to which they are phased and the last day of these sums: see
    /// <see cref="ElapsedTime.SpanToDate"/>.
    /// </param>
    /// <returns>An attainment for everybody with a quota or a fact of their own.</returns>
    /// <exception cref="ArgumentNullException">An argument, an owner or a quota is null.</exception>
    /// <exception cref="ArgumentException">
    /// An owner comes twice; a quota is of another measure, tax basis, unit or currency than the rule; <paramref name="elapsed"/> is of
    /// another period than a quota; or these sums are not of the days of that period to the day, no more and no fewer.
    /// </exception>
    public Attainments<TOwner> Against(IEnumerable<(TOwner Owner, PhasedQuota Quota)> quotas, ElapsedTime elapsed) =>
        Against(quotas, elapsed, Of, _own);

    /// <summary>
    /// The attainment of phased quotas on a day by what is each owner's own, where each has their own days: who started in March, who is on
    /// leave, and the others, in one table.
    /// </summary>
    /// <param name="quotas">
    /// An owner, each once; their quota with its phasing, a <see cref="ProratedQuota.ToPhasedQuota"/> say; and how much of its period has
    /// gone by for them, with the days held (<see cref="ElapsedTime.Within"/>) where these are fewer. All are of one day.
    /// </param>
    /// <returns>
    /// An attainment for everybody with a quota or a fact of their own. All facts of an owner count, those of days before the quota
    /// began too, which somebody has who came from another place: sum these by other quotas.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="quotas"/>, an owner, a quota or a time is null.</exception>
    /// <exception cref="ArgumentException">
    /// An owner comes twice; a quota is of another measure, tax basis, unit or currency than the rule; a time is of another period than
    /// the quota or of another day than the others; or these sums are not of the days from the first of all the periods to the day, or to
    /// the last of all the periods where that is earlier.
    /// </exception>
    public Attainments<TOwner> Against(IEnumerable<(TOwner Owner, PhasedQuota Quota, ElapsedTime Elapsed)> quotas) =>
        Against(quotas, Of, _own);

    /// <summary>The attainment of quotas by what each owner has with everybody below.</summary>
    /// <param name="quotas">A quota an owner, each owner once: of a manager that of the whole team.</param>
    /// <returns>An attainment for everybody with a quota or a fact of their team.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quotas"/> or an owner is null.</exception>
    /// <exception cref="ArgumentException">
    /// An owner comes twice, or a quota is the default value or of another measure, tax basis, unit or currency than the rule.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The crediting has no hierarchy, so that the team of a manager is not known; it is given one by
    /// <see cref="Crediting{TOwner}.RolledUpThrough(PlanTree{TOwner})"/> and its kin.
    /// </exception>
    public Attainments<TOwner> TeamsAgainst(IEnumerable<(TOwner Owner, Measured Quota)> quotas) =>
        Against(Guard.Against.Null(quotas), OfTeam, RolledUp());

    /// <summary>
    /// The attainment of phased quotas on a day by what each owner has with everybody below, where each has their own days: of a manager
    /// those of the team, of who started in March those since.
    /// </summary>
    /// <param name="quotas">
    /// An owner, each once; their quota with its phasing, of a manager that of the whole team; and how much of its period has gone by for
    /// them. All are of one day.
    /// </param>
    /// <returns>An attainment for everybody with a quota or a fact of their team; all facts of a team count.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quotas"/>, an owner, a quota or a time is null.</exception>
    /// <exception cref="ArgumentException">
    /// An owner comes twice; a quota is of another measure, tax basis, unit or currency than the rule; a time is of another period than
    /// the quota or of another day than the others; or these sums are not of the days from the first of all the periods to the day, or to
    /// the last of all the periods where that is earlier.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The crediting has no hierarchy, so that the team of a manager is not known; it is given one by
    /// <see cref="Crediting{TOwner}.RolledUpThrough(PlanTree{TOwner})"/> and its kin.
    /// </exception>
    public Attainments<TOwner> TeamsAgainst(IEnumerable<(TOwner Owner, PhasedQuota Quota, ElapsedTime Elapsed)> quotas) =>
        Against(Guard.Against.Null(quotas), OfTeam, RolledUp());

    /// <summary>The attainment of phased quotas on a day by what each owner has with everybody below: all three figures.</summary>
    /// <param name="quotas">A quota with its phasing an owner, each owner once, all of one period.</param>
    /// <param name="elapsed">
    /// How much of the period of the quotas has gone by. Its day is the day to which they are phased and the last day of these sums: see
    /// <see cref="ElapsedTime.SpanToDate"/>.
    /// </param>
    /// <returns>An attainment for everybody with a quota or a fact of their team.</returns>
    /// <exception cref="ArgumentNullException">An argument, an owner or a quota is null.</exception>
    /// <exception cref="ArgumentException">
    /// An owner comes twice; a quota is of another measure, tax basis, unit or currency than the rule; <paramref name="elapsed"/> is of
    /// another period than a quota; or these sums are not of the days of that period to the day, no more and no fewer.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The crediting has no hierarchy, so that the team of a manager is not known; it is given one by
    /// <see cref="Crediting{TOwner}.RolledUpThrough(PlanTree{TOwner})"/> and its kin.
    /// </exception>
    public Attainments<TOwner> TeamsAgainst(IEnumerable<(TOwner Owner, PhasedQuota Quota)> quotas, ElapsedTime elapsed) =>
        Against(Guard.Against.Null(quotas), Guard.Against.Null(elapsed), OfTeam, RolledUp());

    /// <summary>Who has facts and no quota is in the table too.</summary>
    private static Attainments<TOwner> WithTheRest(Dictionary<TOwner, Attainment> given, Dictionary<TOwner, ActualSum> sums)
    {
        foreach (var owner in sums.Keys.Where(owner => !given.ContainsKey(owner)))
            given[owner] = sums[owner].Against(quota: null);

        return new Attainments<TOwner>(given);
    }

    private static Dictionary<TOwner, T> OncePerOwner<T>(IEnumerable<(TOwner Owner, T Quota)> quotas)
    {
        var given = new Dictionary<TOwner, T>();
        foreach (var (owner, quota) in Guard.Against.Null(quotas))
        {
            if (given.ContainsKey(Guard.Against.Null(owner, nameof(quotas))))
                throw Guards.Invalid(nameof(quotas), InvariantText.Any(owner), "must have each owner once");

            given[owner] = quota;
        }

        return given;
    }

    private Attainments<TOwner> Against(
        IEnumerable<(TOwner Owner, Measured Quota)> quotas, Func<TOwner, ActualSum> actualOf, Dictionary<TOwner, ActualSum> sums)
    {
        (TOwner Owner, Measured Quota)[] copy = [.. Guard.Against.Null(quotas)];
        Array.ForEach(copy, each => MeasuredArgument.Given(each.Quota, nameof(quotas)));
        Array.ForEach(copy, each => MeasuredArgument.MustGoTogether(_none.Known, each.Quota, nameof(quotas)));
        var given = OncePerOwner(copy);

        return WithTheRest(given.ToDictionary(each => each.Key, each => actualOf(each.Key).Against(each.Value)), sums);
    }

    private Attainments<TOwner> Against(
        IEnumerable<(TOwner Owner, PhasedQuota Quota)> quotas, ElapsedTime elapsed, Func<TOwner, ActualSum> actualOf,
        Dictionary<TOwner, ActualSum> sums)
    {
        (TOwner Owner, PhasedQuota Quota)[] copy = [.. Guard.Against.Null(quotas)];
        Guard.Against.Null(elapsed);
        Array.ForEach(copy, each => Guard.Against.Null(each.Quota, nameof(quotas)));
        var given = OncePerOwner(copy);
        foreach (var quota in given.Values)
            MeasuredArgument.MustGoTogether(_none.Known, quota.Total, nameof(quotas));

        var attainments = given.ToDictionary(each => each.Key, each => actualOf(each.Key).Against(each.Value, elapsed));
        MustBeToDate(elapsed);
        return WithTheRest(attainments, sums);
    }

    private Attainments<TOwner> Against(
        IEnumerable<(TOwner Owner, PhasedQuota Quota, ElapsedTime Elapsed)> quotas, Func<TOwner, ActualSum> actualOf,
        Dictionary<TOwner, ActualSum> sums)
    {
        (TOwner Owner, PhasedQuota Quota, ElapsedTime Elapsed)[] copy = [.. Guard.Against.Null(quotas)];
        foreach (var (_, quota, elapsed) in copy)
        {
            Guard.Against.Null(quota, nameof(quotas));
            Guard.Against.Null(elapsed, nameof(quotas));
            MeasuredArgument.MustGoTogether(_none.Known, quota.Total, nameof(quotas));
        }

        var given = OncePerOwner(copy.Select(each => (each.Owner, (each.Quota, each.Elapsed))));
        foreach (var (_, quota, elapsed) in copy)
        {
            if (elapsed.Span != quota.Phasing.Periods.Span)
            {
                throw Guards.Invalid(
                    nameof(quotas), elapsed.ToString(), "must be of the period of the quota, " + quota.Phasing.Periods.Span);
            }

            if (elapsed.AsOf != copy[0].Elapsed.AsOf)
            {
                throw Guards.Invalid(
                    nameof(quotas), InvariantText.Date(elapsed.AsOf),
                    "must be of the day of the others, " + InvariantText.Date(copy[0].Elapsed.AsOf));
            }
        }

        MustBeToDate(Array.ConvertAll(copy, each => each.Elapsed));
        return WithTheRest(
            given.ToDictionary(each => each.Key, each => actualOf(each.Key).Against(each.Value.Quota, each.Value.Elapsed)), sums);
    }

    // From the first day of all the periods through the day: then every time to date is within, and nothing later.
    private void MustBeToDate(ElapsedTime[] times)
    {
        DateSpan[] gone = [.. times.Select(time => time.SpanToDate).OfType<DateSpan>()];
        if (gone.Length == 0 && times.Length > 0)
            MustBeToDate(times[0]);
        if (gone.Length > 0 && new DateSpan(gone.Min(span => span.Start), gone.Max(span => span.End)) is var all && all != Span)
            throw Guards.Invalid("quotas", all.ToString(), "must have gone by to the last of the days that counted, " + Span);
    }

    private Dictionary<TOwner, ActualSum> RolledUp() =>
        Crediting.Hierarchy is not null ? _teams
            : throw new InvalidOperationException(
                "'" + Crediting + "' has no hierarchy, so the team of a manager is not known; add one by RolledUpThrough, or set own sums "
                + "against own quotas.");

    // With facts of other days the quota of one day would be set against the sales of another.
    private void MustBeToDate(ElapsedTime elapsed, string parameterName = "elapsed")
    {
        if (elapsed.SpanToDate != Span)
        {
            throw Guards.Invalid(
                parameterName, elapsed.SpanToDate is { } gone ? gone.ToString() : "no day of " + elapsed.Span,
                "must have gone by to the last of the days that counted, " + Span);
        }
    }
}
