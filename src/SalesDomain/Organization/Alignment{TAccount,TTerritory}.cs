using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>Which account is in which territory, and what the territories add up to: potential, sales and work.</summary>
/// <typeparam name="TAccount">The type of the accounts: <see cref="CustomerId"/>, a district, a postcode.</typeparam>
/// <typeparam name="TTerritory">The type of the territories: <see cref="TerritoryId"/>, a salesperson.</typeparam>
/// <remarks>
/// <para>
/// Every account is in one territory. Moving accounts gives a new alignment with the same totals; <see cref="ChangeTo"/> compares two.
/// Which accounts to move is a judgement: the library shows what a move does.
/// </para>
/// <para>Immutable; made by <see cref="Alignment"/>. Equality is by accounts, their weights and territories, in any order; a territory
/// without an account counts.</para>
/// </remarks>
public sealed class Alignment<TAccount, TTerritory> : IEquatable<Alignment<TAccount, TTerritory>>
    where TAccount : notnull
    where TTerritory : notnull
{
    // Shared by all alignments that come of one by moves.
    private readonly AccountProfile<TAccount>[] _accounts;
    private readonly Dictionary<TAccount, int> _indexes;
    private readonly TTerritory[] _territories;
    private readonly Dictionary<TTerritory, int> _numbers;

    private readonly int[] _placed;
    private readonly TerritoryTotals<TTerritory>[] _totals;

    internal Alignment(
        AccountProfile<TAccount>[] accounts, Dictionary<TAccount, int> indexes, TTerritory[] territories,
        Dictionary<TTerritory, int> numbers, int[] placed)
        : this(accounts, indexes, territories, numbers, placed, SumsOf(accounts, placed, territories.Length))
    {
    }

    private Alignment(
        AccountProfile<TAccount>[] accounts, Dictionary<TAccount, int> indexes, TTerritory[] territories,
        Dictionary<TTerritory, int> numbers, int[] placed, TerritorySums[] sums)
    {
        (_accounts, _indexes) = (accounts, indexes);
        (_territories, _numbers) = (territories, numbers);
        _placed = placed;

        var scale = new AlignmentScale(accounts[0].Potential, accounts[0].Sales);
        var all = sums.Aggregate(default(TerritorySums), (sum, next) => sum.Plus(next));
        _totals = [.. sums.Select((each, i) => new TerritoryTotals<TTerritory>(territories[i], scale, each, all, territories.Length))];
        Sums = all;
        Scale = scale;
    }

    /// <summary>The accounts, in the order given.</summary>
    public IReadOnlyList<AccountProfile<TAccount>> Accounts => Array.AsReadOnly(_accounts);

    /// <summary>The totals of every territory.</summary>
    public IReadOnlyList<TerritoryTotals<TTerritory>> Territories => Array.AsReadOnly(_totals);

    /// <summary>What all accounts could buy.</summary>
    public Measured Potential => Scale.Potential(Sums.Potential);

    /// <summary>What all accounts do buy.</summary>
    public Measured Sales => Scale.Sales(Sums.Sales);

    /// <summary>How many calls all accounts ask for.</summary>
    public decimal Calls => Sums.Calls;

    /// <summary>How many minutes all accounts ask for.</summary>
    public decimal Minutes => Sums.Minutes;

    internal TerritorySums Sums { get; }

    internal AlignmentScale Scale { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">An alignment.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(Alignment<TAccount, TTerritory>? left, Alignment<TAccount, TTerritory>? right) =>
        left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">An alignment.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(Alignment<TAccount, TTerritory>? left, Alignment<TAccount, TTerritory>? right) => !(left == right);

    /// <summary>The territory of an account, if the account is in the alignment.</summary>
    /// <param name="account">The account.</param>
    /// <param name="territory">Its territory, or the default of its type.</param>
    /// <returns>False when the account is not in the alignment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="account"/> is null.</exception>
    public bool TryTerritoryOf(TAccount account, [MaybeNullWhen(false)] out TTerritory territory)
    {
        var isKnown = _indexes.TryGetValue(Guard.Against.Null(account), out var index);
        territory = isKnown ? _territories[_placed[index]] : default;
        return isKnown;
    }

    /// <summary>The accounts of a territory, in the order given.</summary>
    /// <param name="territory">The territory.</param>
    /// <returns>Its accounts; none for a territory without any.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="territory"/> is null.</exception>
    /// <exception cref="ArgumentException">The territory is not in the alignment.</exception>
    public IReadOnlyList<AccountProfile<TAccount>> AccountsOf(TTerritory territory)
    {
        var number = NumberOf(Guard.Against.Null(territory), nameof(territory));
        return Array.AsReadOnly(_accounts.Where((_, i) => _placed[i] == number).ToArray());
    }

    /// <summary>The totals of a territory, if it is in the alignment.</summary>
    /// <param name="territory">The territory.</param>
    /// <param name="totals">Its totals, or null.</param>
    /// <returns>False when the territory is not in the alignment.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="territory"/> is null.</exception>
    public bool TryTotalsOf(TTerritory territory, [NotNullWhen(true)] out TerritoryTotals<TTerritory>? totals)
    {
        totals = _numbers.TryGetValue(Guard.Against.Null(territory), out var number) ? _totals[number] : null;
        return totals is not null;
    }

    /// <summary>The same with one territory more, which has no account yet: a new position.</summary>
    /// <param name="territory">The territory.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="territory"/> is null.</exception>
    /// <exception cref="ArgumentException">The territory is there already.</exception>
    public Alignment<TAccount, TTerritory> WithTerritory(TTerritory territory)
    {
        if (_numbers.ContainsKey(Guard.Against.Null(territory)))
            throw Guards.Invalid(nameof(territory), InvariantText.Any(territory), "is in the alignment already");

        var numbers = new Dictionary<TTerritory, int>(_numbers) { [territory] = _numbers.Count };
        return new Alignment<TAccount, TTerritory>(_accounts, _indexes, [.. _territories, territory], numbers, _placed);
    }

    /// <summary>The same with one territory less, which has no account any more: a position that is given up.</summary>
    /// <param name="territory">The territory.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="territory"/> is null.</exception>
    /// <exception cref="ArgumentException">The territory is not in the alignment, or has accounts: move them first, so that it is said
    /// where they go.</exception>
    public Alignment<TAccount, TTerritory> WithoutTerritory(TTerritory territory)
    {
        var number = NumberOf(Guard.Against.Null(territory), nameof(territory));
        if (Array.IndexOf(_placed, number) is >= 0 and var account)
        {
            throw Guards.Invalid(
                nameof(territory), InvariantText.Any(territory) + " with " + InvariantText.Any(_accounts[account].Account),
                "must have no account; move those it has first");
        }

        TTerritory[] territories = [.. _territories.Where((_, i) => i != number)];
        return new Alignment<TAccount, TTerritory>(
            _accounts, _indexes, territories, Alignment.NumbersOf(territories),
            Array.ConvertAll(_placed, each => each > number ? each - 1 : each));
    }

    /// <summary>The same with one account moved.</summary>
    /// <param name="account">The account.</param>
    /// <param name="to">The territory it is in from now on; to stay where it is changes nothing.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">The account or the territory is not in the alignment.</exception>
    public Alignment<TAccount, TTerritory> Move(TAccount account, TTerritory to)
    {
        Guard.Against.Null(account);
        Guard.Against.Null(to);
        return Moved([(IndexOf(account, nameof(account)), NumberOf(to, nameof(to)))]);
    }

    /// <summary>The same with several accounts moved.</summary>
    /// <param name="moves">Each account once, with the territory it is in from now on.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="moves"/>, an account or a territory is null.</exception>
    /// <exception cref="ArgumentException">An account or a territory is not in the alignment, or an account comes twice.</exception>
    public Alignment<TAccount, TTerritory> Move(IEnumerable<(TAccount Account, TTerritory To)> moves)
    {
        var copy = Guard.Against.Null(moves).ToArray();
        if (Array.Exists(copy, move => move.Account is null || move.To is null))
            throw new ArgumentNullException(nameof(moves));

        var moved = new HashSet<int>();
        return Moved(Array.ConvertAll(copy, move =>
        {
            var index = IndexOf(move.Account, nameof(moves));
            return moved.Add(index) ? (index, NumberOf(move.To, nameof(moves)))
                : throw Guards.Invalid(nameof(moves), InvariantText.Any(move.Account), "must move each account once");
        }));
    }

    /// <summary>How evenly the territories share something.</summary>
    /// <param name="by">What they share.</param>
    /// <param name="tolerance">How far from the mean still is in balance, in percent of the mean, 0 % or more; the bound itself is.</param>
    /// <returns>The balance.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="by"/> is not defined, or <paramref name="tolerance"/> is
    /// negative.</exception>
    public AlignmentBalance<TTerritory> Balance(AlignmentMeasure by, Percentage tolerance)
    {
        Guard.Against.Undefined(by);
        return tolerance >= Percentage.Zero ? new AlignmentBalance<TTerritory>(by, tolerance, _totals, Sums, Scale)
            : throw Guards.OutOfRange(nameof(tolerance), tolerance.ToString(), "must not be negative");
    }

    /// <summary>What changes from this alignment to another of the same accounts: who moves, and how much changes hands.</summary>
    /// <param name="after">The other alignment; its accounts weigh the same, its territories may be others.</param>
    /// <returns>The change.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="after"/> is null.</exception>
    /// <exception cref="ArgumentException">The other alignment has other accounts, or they weigh otherwise.</exception>
    public AlignmentChange<TAccount, TTerritory> ChangeTo(Alignment<TAccount, TTerritory> after)
    {
        Guard.Against.Null(after);
        return after._accounts.Length == _accounts.Length && Array.TrueForAll(_accounts, after.Has)
            ? new AlignmentChange<TAccount, TTerritory>(this, after)
            : throw Guards.Invalid(
                nameof(after), InvariantText.Number(after._accounts.Length) + " accounts",
                "must have the same accounts with the same weights");
    }

    /// <summary>Whether the other has the same accounts in the same territories, in any order.</summary>
    /// <param name="other">The alignment to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Alignment<TAccount, TTerritory>? other)
    {
        if (ReferenceEquals(this, other))
            return true;
        if (other is null || other._accounts.Length != _accounts.Length || other._territories.Length != _territories.Length
            || !Array.TrueForAll(_territories, other._numbers.ContainsKey))
            return false;

        return Array.TrueForAll(_accounts, each =>
            other.Has(each) && TryTerritoryOf(each.Account, out var here) && other.TryTerritoryOf(each.Account, out var there)
            && EqualityComparer<TTerritory>.Default.Equals(here, there));
    }

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as Alignment<TAccount, TTerritory>);

    /// <inheritdoc/>
    public override int GetHashCode()
    {
        // A sum, since the order is no part of it.
        var hash = _territories.Length;
        for (var i = 0; i < _accounts.Length; i++)
            hash = unchecked(hash + Hash.Combine(_accounts[i].GetHashCode(), _territories[_placed[i]].GetHashCode()));

        return hash;
    }

    /// <summary>A line for each territory.</summary>
    /// <returns>The text, the same in every culture, lines ended by a line feed.</returns>
    public override string ToString() => string.Concat(_totals.Select(each => each + "\n"));

    private static TerritorySums[] SumsOf(AccountProfile<TAccount>[] accounts, int[] placed, int territories)
    {
        var sums = new TerritorySums[territories];
        for (var i = 0; i < accounts.Length; i++)
            sums[placed[i]] = sums[placed[i]].Plus(TerritorySums.Of(accounts[i]));

        return sums;
    }

    private Alignment<TAccount, TTerritory> Moved((int Account, int To)[] moves)
    {
        var placed = (int[])_placed.Clone();
        var sums = Array.ConvertAll(_totals, each => each.Sums);
        foreach (var (account, to) in moves)
        {
            var own = TerritorySums.Of(_accounts[account]);
            sums[placed[account]] = sums[placed[account]].Less(own);
            sums[to] = sums[to].Plus(own);
            placed[account] = to;
        }

        return new Alignment<TAccount, TTerritory>(_accounts, _indexes, _territories, _numbers, placed, sums);
    }

    private bool Has(AccountProfile<TAccount> profile) =>
        _indexes.TryGetValue(profile.Account, out var index) && _accounts[index] == profile;

    private int IndexOf(TAccount account, string parameterName) =>
        _indexes.TryGetValue(account, out var index) ? index
            : throw Guards.Invalid(parameterName, InvariantText.Any(account), "must be of an account in the alignment");

    private int NumberOf(TTerritory territory, string parameterName) =>
        _numbers.TryGetValue(territory, out var number) ? number
            : throw Guards.Invalid(parameterName, InvariantText.Any(territory), "must be of a territory in the alignment");
}
