using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class Actuals<TOwner>
{
    /// <summary>The attainment of every node of a tree of quotas by what it has with everybody below.</summary>
    /// <param name="quotas">The tree. The teams are those of the crediting, on the day of each fact or on the day it names.</param>
    /// <returns>An attainment for every node, and for everybody with a fact of their team; it explains its quota by the tree.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quotas"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// The quotas are of another measure, tax basis, unit or currency than the rule.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The crediting has no hierarchy, so that the team of a manager is not known; it is given one by
    /// <see cref="Crediting{TOwner}.RolledUpThrough(PlanTree{TOwner})"/> and its kin.
    /// </exception>
    public Attainments<TOwner> TeamsAgainst(QuotaTree<TOwner> quotas)
    {
        Guard.Against.Null(quotas);
        var teams = RolledUp();
        return WithTheRest(
            quotas.Tree.Nodes.ToDictionary(node => node, node => quotas.AttainmentOf(node, OfTeam(node), nameof(quotas))), teams);
    }

    /// <summary>The attainment of every node of a phased tree on a day by what it has with everybody below: all three figures.</summary>
    /// <param name="quotas">The tree in its periods. The teams are those of the crediting.</param>
    /// <param name="elapsed">
    /// How much of the period of the quotas has gone by. Its day is the day to which they are phased and the last day of these sums: see
    /// <see cref="ElapsedTime.SpanToDate"/>.
    /// </param>
    /// <returns>
    /// An attainment for every node, and for everybody with a fact of their team. The quota to date of a node is what its leaves are phased
    /// to; where they sum to more than the node's own quota, for a hedge, it is their share to date of that quota.
    /// </returns>
    /// <remarks>
    /// The time elapsed is the same for all nodes, whatever their phasing: <see cref="Attainment.PointsAheadOfTime"/> of who joined in July
    /// would be against the whole year. Where nodes have fewer days, say so by the other overload.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The quotas are of another measure, tax basis, unit or currency than the rule; <paramref name="elapsed"/> is of another period than
    /// they are; or these sums are not of the days of that period to the day, no more and no fewer.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The crediting has no hierarchy, so that the team of a manager is not known; it is given one by
    /// <see cref="Crediting{TOwner}.RolledUpThrough(PlanTree{TOwner})"/> and its kin.
    /// </exception>
    public Attainments<TOwner> TeamsAgainst(PhasedQuotaTree<TOwner> quotas, ElapsedTime elapsed)
    {
        Guard.Against.Null(quotas);
        Guard.Against.Null(elapsed);
        return TeamsAgainst(quotas, _ => elapsed, nameof(elapsed));
    }

    /// <summary>
    /// The attainment of every node of a phased tree on a day by what it has with everybody below, where nodes have their own days: who
    /// joined in July, who is on leave, and the others.
    /// </summary>
    /// <param name="quotas">The tree in its periods. The teams are those of the crediting.</param>
    /// <param name="elapsedOf">
    /// How much of the period of the quotas has gone by for a node, with the days held (<see cref="ElapsedTime.Within"/>) where these are
    /// fewer; asked once for each. All are of one day. Of a manager it is mostly that of the whole period.
    /// </param>
    /// <returns>
    /// An attainment for every node, and for everybody with a fact of their team, as by one time for all but for
    /// <see cref="Attainment.PointsAheadOfTime"/>: what is due to date follows from the phasings and the day.
    /// </returns>
    /// <remarks>
    /// The days held are asked for and not taken from the phasing, because a period without a weight may be held as well: the season of a
    /// region has months in which nothing is due.
    /// </remarks>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// The quotas are of another measure, tax basis, unit or currency than the rule; <paramref name="elapsedOf"/> gives null, a time of
    /// another period than theirs, or one of another day than the others; or these sums are not of the days of that period to the day, no
    /// more and no fewer.
    /// </exception>
    /// <exception cref="InvalidOperationException">
    /// The crediting has no hierarchy, so that the team of a manager is not known; it is given one by
    /// <see cref="Crediting{TOwner}.RolledUpThrough(PlanTree{TOwner})"/> and its kin.
    /// </exception>
    public Attainments<TOwner> TeamsAgainst(PhasedQuotaTree<TOwner> quotas, Func<TOwner, ElapsedTime> elapsedOf)
    {
        Guard.Against.Null(quotas);
        Guard.Against.Null(elapsedOf);
        return TeamsAgainst(quotas, elapsedOf, nameof(elapsedOf));
    }

    private Attainments<TOwner> TeamsAgainst(PhasedQuotaTree<TOwner> quotas, Func<TOwner, ElapsedTime> elapsedOf, string parameterName)
    {
        var teams = RolledUp();
        var attainments = new Dictionary<TOwner, Attainment>();
        ElapsedTime? first = null;
        foreach (var node in quotas.Quotas.Tree.Nodes)
        {
            var elapsed = elapsedOf(node) ?? throw Guards.Invalid(parameterName, InvariantText.Any(node), "must give every node a time");
            first ??= elapsed;
            attainments[node] = quotas.AttainmentOf(node, OfTeam(node), elapsed, nameof(quotas), parameterName);
            if (elapsed.AsOf != first.AsOf)
            {
                throw Guards.Invalid(
                    parameterName, InvariantText.Date(elapsed.AsOf), "must be of the day of the others, " + InvariantText.Date(first.AsOf));
            }
        }

        // All are of one period and day, so one stands for them.
        MustBeToDate(first!, parameterName);
        return WithTheRest(attainments, teams);
    }
}
