namespace SalesDomain.Quotas;

/// <summary>In which period a day lies, and how much of that period has gone by at its end.</summary>
internal readonly struct PlaceInPeriods
{
    private const int Before = -1;
    private const int After = -2;

    private readonly bool _isLastDay;

    internal PlaceInPeriods(int index, int elapsed, int length, bool isLastDay)
    {
        Index = index;
        Elapsed = elapsed;
        Length = length;
        _isLastDay = isLastDay;
    }

    internal int Index { get; }

    /// <summary>Days gone by, or working days.</summary>
    internal int Elapsed { get; }

    /// <summary>All days of the period, or all working days.</summary>
    internal int Length { get; }

    internal bool IsOutside => Index < 0;

    internal bool IsAfter => Index == After;

    /// <summary>Nothing of the period is left: the last working day may come before the last day.</summary>
    internal bool IsWhole => _isLastDay || Elapsed == Length;

    internal static PlaceInPeriods Outside(bool isAfter) => new(isAfter ? After : Before, 0, 0, isLastDay: false);
}
