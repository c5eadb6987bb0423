namespace SalesDomain.Quotas;

/// <summary>The amounts of a quota through the end of each of its periods.</summary>
internal readonly struct RunningTotals
{
    private readonly decimal[] _amounts;

    internal RunningTotals(decimal[] amounts) => _amounts = amounts;

    internal int Count => _amounts.Length;

    internal decimal Through(int index) => _amounts[index];

    internal decimal Before(int index) => index == 0 ? 0m : _amounts[index - 1];

    internal decimal Part(int index) => Through(index) - Before(index);

    /// <summary>Those kept of earlier ones, and the periods to come above the last kept.</summary>
    internal RunningTotals Continued(int kept, decimal[] toCome)
    {
        var amounts = new decimal[_amounts.Length];
        for (var i = 0; i < amounts.Length; i++)
            amounts[i] = i < kept ? _amounts[i] : _amounts[kept - 1] + toCome[i - kept];

        return new RunningTotals(amounts);
    }

    /// <summary>The figures to a day within a period.</summary>
    internal StepsToDate To(PlaceInPeriods place) => new(Before(place.Index), Through(place.Index), place);
}
