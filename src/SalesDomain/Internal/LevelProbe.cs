using System;

namespace SalesDomain.Internal;

/// <summary>A level set against bounds of its own type.</summary>
/// <typeparam name="TLevel">The type of the level.</typeparam>
internal readonly struct LevelProbe<TLevel> : IProbe<TLevel>
    where TLevel : IComparable<TLevel>
{
    private readonly TLevel _level;

    internal LevelProbe(TLevel level) => _level = level;

    // Only text, money and quantities need the care of Levels; for the others the compiler keeps the plain comparison alone.
    public int CompareTo(TLevel bound) =>
        typeof(TLevel) == typeof(string) || typeof(TLevel) == typeof(Money) || typeof(TLevel) == typeof(Quantity)
            ? Levels.Compare(_level, bound, "level")
            : _level.CompareTo(bound);
}
