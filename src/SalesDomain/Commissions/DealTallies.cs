using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>The running sums of one deal, one for each measure of the plan.</summary>
internal sealed class DealTallies(LocalDate on, int measures)
{
    /// <summary>The day of its first fact.</summary>
    internal LocalDate On { get; private set; } = on;

    internal CountedTally[] Sums { get; } = new CountedTally[measures];

    internal bool Counts(int place) => place >= 0 && Sums[place].Count > 0;

    internal void Begin(LocalDate day) => On = LocalDate.Min(On, day);

    internal void Add(DealTallies other)
    {
        for (var i = 0; i < Sums.Length; i++)
            Sums[i].Add(other.Sums[i]);
    }
}
