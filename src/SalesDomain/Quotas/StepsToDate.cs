namespace SalesDomain.Quotas;

/// <summary>The figures of a quota to a day within a period.</summary>
internal readonly struct StepsToDate
{
    // Multiplies first and divides last.
    internal StepsToDate(decimal before, decimal through, PlaceInPeriods place)
    {
        Part = through - before;
        PartTimesDays = Part * place.Elapsed;
        SoFar = place.IsWhole ? Part : PartTimesDays / place.Length;
        ToDate = place.IsWhole ? through : before + SoFar;
    }

    internal decimal Part { get; }

    internal decimal PartTimesDays { get; }

    internal decimal SoFar { get; }

    internal decimal ToDate { get; }
}
