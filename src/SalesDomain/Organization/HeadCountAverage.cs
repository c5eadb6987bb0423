namespace SalesDomain.Organization;

/// <summary>Over which days a head count is averaged. The three differ, and reports that compare turnover use one.</summary>
public enum HeadCountAverage
{
    /// <summary>Over every day of the span: the exact average.</summary>
    ByDay,

    /// <summary>Over the last days of the calendar months that end in the span.</summary>
    ByMonthEnds,

    /// <summary>Of the day before the span and its last day: (opening + closing) ÷ 2.</summary>
    OpeningAndClosing,
}
