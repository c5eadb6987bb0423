namespace SalesDomain;

/// <summary>How the thirteen weeks of a quarter are dealt to its three months.</summary>
public enum WeekPattern
{
    /// <summary>4-4-5: the last month of the quarter has five weeks.</summary>
    FourFourFive,

    /// <summary>4-5-4: the middle month has five weeks; the calendar of the National Retail Federation.</summary>
    FourFiveFour,

    /// <summary>5-4-4: the first month has five weeks.</summary>
    FiveFourFour,
}
