namespace SalesDomain.Quotas;

/// <summary>Where a period ends if the rest of the season goes as this part has gone.</summary>
internal readonly struct PaceOfSeason
{
    private PaceOfSeason(decimal actual, decimal quota, decimal toDate)
    {
        // Multiplied first and divided last; the factor is for the explanation, where money is not multiplied by money.
        Factor = quota > 0m && toDate > 0m ? quota / toDate : null;
        Projection = Factor is null ? null : actual * quota / toDate;
    }

    internal decimal? Factor { get; }

    internal decimal? Projection { get; }

    internal static PaceOfSeason Of(decimal actual, decimal quota, decimal? toDate) =>
        toDate is { } part ? new PaceOfSeason(actual, quota, part) : default;
}
