namespace SalesDomain.Organization;

/// <summary>How the scores of several interviewers on one criterion become one.</summary>
public enum InterviewAveraging
{
    /// <summary>The mean of all.</summary>
    Mean,

    /// <summary>The mean without the highest and the lowest, from three interviewers on; of two, the mean.</summary>
    MeanWithoutExtremes,
}
