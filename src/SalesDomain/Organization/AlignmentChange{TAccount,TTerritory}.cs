using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>What changes between two alignments of the same accounts. Made by
/// <see cref="Alignment{TAccount, TTerritory}.ChangeTo"/>.</summary>
/// <typeparam name="TAccount">The type of the accounts.</typeparam>
/// <typeparam name="TTerritory">The type of the territories.</typeparam>
/// <remarks>
/// Immutable. Totals and balance before and after are those of <see cref="Before"/> and <see cref="After"/>. Disruption is what it costs:
/// the share of the accounts, their sales or potential that comes to other hands.
/// </remarks>
public sealed class AlignmentChange<TAccount, TTerritory>
    where TAccount : notnull
    where TTerritory : notnull
{
    private readonly AccountMove<TAccount, TTerritory>[] _moves;
    private readonly TerritorySums _moved;

    internal AlignmentChange(Alignment<TAccount, TTerritory> before, Alignment<TAccount, TTerritory> after)
    {
        (Before, After) = (before, after);
        _moves = [.. Moved(before, after)];
        _moved = _moves.Aggregate(default(TerritorySums), (sum, move) => sum.Plus(TerritorySums.Of(move.Account)));
    }

    /// <summary>The alignment before.</summary>
    public Alignment<TAccount, TTerritory> Before { get; }

    /// <summary>The alignment after.</summary>
    public Alignment<TAccount, TTerritory> After { get; }

    /// <summary>The accounts that change their territory, in the order of the alignment before.</summary>
    public IReadOnlyList<AccountMove<TAccount, TTerritory>> Moves => Array.AsReadOnly(_moves);

    /// <summary>The territories of either, with their totals before and after; null where one is not in that alignment.</summary>
    public IReadOnlyList<(TTerritory Territory, TerritoryTotals<TTerritory>? Before, TerritoryTotals<TTerritory>? After)> Territories =>
        Array.AsReadOnly(Before.Territories.Concat(After.Territories).Select(each => each.Territory).Distinct()
            .Select(each => (each, TotalsOf(Before, each), TotalsOf(After, each))).ToArray());

    /// <summary>What share changes hands.</summary>
    /// <param name="by">Of what: of accounts, sales, potential or work.</param>
    /// <returns>What is moved ÷ all, or null where all is zero.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is not defined.</exception>
    public Percentage? DisruptionBy(AlignmentMeasure by)
    {
        Guard.Against.Undefined(by);
        return Percentage.Ratio(_moved.By(by), Before.Sums.By(by));
    }

    /// <summary>The disruption as what is moved ÷ all.</summary>
    /// <param name="by">Of what: of accounts, sales, potential or work.</param>
    /// <returns>The tree; its root is what <see cref="DisruptionBy"/> gives, absent where that is null.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is not defined.</exception>
    public Explanation ExplainDisruption(AlignmentMeasure by)
    {
        var disruption = DisruptionBy(by);
        var name = AlignmentScale.Name(by);
        return Node("disruption by " + name, Figure.OrAbsent(disruption), Operation.Ratio,
            FactSum(name + " moved", Before.Scale.Figure(by, _moved.By(by)), _moves.Length),
            FactSum(name + " of all", Before.Scale.Figure(by, Before.Sums.By(by)), Before.Accounts.Count));
    }

    private static IEnumerable<AccountMove<TAccount, TTerritory>> Moved(
        Alignment<TAccount, TTerritory> before, Alignment<TAccount, TTerritory> after)
    {
        foreach (var profile in before.Accounts)
        {
            if (before.TryTerritoryOf(profile.Account, out var from) && after.TryTerritoryOf(profile.Account, out var to)
                && !EqualityComparer<TTerritory>.Default.Equals(from, to))
                yield return new AccountMove<TAccount, TTerritory>(profile, from, to);
        }
    }

    private static TerritoryTotals<TTerritory>? TotalsOf(Alignment<TAccount, TTerritory> alignment, TTerritory territory) =>
        alignment.TryTotalsOf(territory, out var totals) ? totals : null;
}
