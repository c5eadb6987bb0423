namespace SalesDomain;

/// <summary>Where a date goes that falls on a day without work: the business day conventions of payment and interest contracts.</summary>
/// <remarks>
/// Following, Modified Following and Preceding are the Business Day Conventions of the ISDA definitions; Unadjusted and Modified Preceding
/// are names the market has added. <see cref="WorkCalendar.Roll"/> applies them. A working day stays where it is under each of them.
/// </remarks>
public enum BusinessDayConvention
{
    /// <summary>The date stays, working day or not.</summary>
    Unadjusted,

    /// <summary>To the first working day after.</summary>
    Following,

    /// <summary>To the first working day after, unless that is in another month: then to the last one before.</summary>
    ModifiedFollowing,

    /// <summary>To the last working day before.</summary>
    Preceding,

    /// <summary>To the last working day before, unless that is in another month: then to the first one after.</summary>
    ModifiedPreceding,
}
