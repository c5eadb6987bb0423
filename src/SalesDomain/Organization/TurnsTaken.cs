using System.Collections.Generic;

namespace SalesDomain.Organization;

/// <summary>How many customers have each turn of a frequency; the next goes to the turn that fewest have, the first of such.</summary>
internal sealed class TurnsTaken
{
    private readonly int _periods;
    private readonly Dictionary<int, int> _customers = [];

    // Every turn before this one is had by more customers than the level, every other by as many at least.
    private int _turn;
    private int _level;

    internal TurnsTaken(int periods) => _periods = periods;

    /// <summary>Counts a turn that is kept; all of them are, before one is taken.</summary>
    internal void Keep(int turn) => Count(turn % _periods);

    internal int Take()
    {
        while (_customers.TryGetValue(_turn, out var count) && count > _level)
        {
            _turn++;
            if (_turn == _periods)
                (_turn, _level) = (0, _level + 1);
        }

        Count(_turn);
        return _turn;
    }

    private void Count(int turn) => _customers[turn] = _customers.TryGetValue(turn, out var count) ? count + 1 : 1;
}
