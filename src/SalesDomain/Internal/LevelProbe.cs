using System;

namespace SalesDomain.Internal;

/// <summary>A level set against bounds of its own type.</summary>
/// <typeparam name="TLevel">The type of the level.</typeparam>
internal readonly struct LevelProbe<TLevel> : IProbe<TLevel>
    where TLevel : IComparable<TLevel>
{
    private readonly TLevel _level;
    private readonly string _parameterName;

    internal LevelProbe(TLevel level, string parameterName)
    {
        _level = level;
        _parameterName = parameterName;
    }

    public int CompareTo(TLevel bound) => Levels.Compare(_level, bound, _parameterName);
}
