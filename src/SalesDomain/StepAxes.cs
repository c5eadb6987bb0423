using System;

namespace SalesDomain;

/// <summary>The axes of a <see cref="StepMatrix{TRow, TColumn, TValue}"/> on which a level lies outside the steps.</summary>
[Flags]
public enum StepAxes
{
    /// <summary>Both levels lie in a step: there is a value.</summary>
    None = 0,

    /// <summary>The level of the rows lies outside.</summary>
    Row = 1,

    /// <summary>The level of the columns lies outside.</summary>
    Column = 2,

    /// <summary>Both levels lie outside.</summary>
    Both = Row | Column,
}
