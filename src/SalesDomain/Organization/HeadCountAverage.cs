namespace SalesDomain.Organization;

/// <summary>Over which days a head count is averaged. The three differ, and reports that compare turnover use one.</summary>
public enum HeadCountAverage
{
    /// <summary>Over every day of the span: the exact average. The last day of an employment is a day of it.</summary>
    ByDay,

    /// <summary>
    /// Over the closes of the calendar months that end in the span: whoever leaves on the last day of a month is not counted in it. See
    /// <see cref="HeadCount.AtCloseOf"/>.
    /// </summary>
    ByMonthEnds,

    /// <summary>Of the close of the day before the span and that of its last day: (opening + closing) ÷ 2.</summary>
    OpeningAndClosing,
}
