namespace SalesDomain;

/// <summary>The kinds of periods that a <see cref="FiscalCalendar"/> divides all days into, each without a gap.</summary>
public enum FiscalPeriodKind
{
    /// <summary>The fiscal year (财年).</summary>
    Year,

    /// <summary>Two to a year, six fiscal months each.</summary>
    Half,

    /// <summary>Four to a year, three fiscal months each.</summary>
    Quarter,

    /// <summary>Twelve to a year.</summary>
    Month,

    /// <summary>Three to a fiscal month (旬): its days 1 to 10, 11 to 20, and 21 to the end; 36 to a year.</summary>
    TenDays,

    /// <summary>Seven days; 52 or 53 to a year.</summary>
    Week,
}
