namespace SalesDomain;

/// <summary>What kind of value a <see cref="Figure"/> holds.</summary>
public enum FigureKind
{
    /// <summary>No value: no attainment where the quota is 0, no price, no limit. Absent is not zero.</summary>
    Absent,

    /// <summary>A plain number.</summary>
    Number,

    /// <summary>An amount of money.</summary>
    Money,

    /// <summary>A percentage.</summary>
    Percentage,

    /// <summary>A quantity.</summary>
    Quantity,

    /// <summary>A day.</summary>
    Date,

    /// <summary>Yes or no: the answer of a comparison.</summary>
    Truth,

    /// <summary>A word: a grade, a code, the name of a price list.</summary>
    Text,
}
