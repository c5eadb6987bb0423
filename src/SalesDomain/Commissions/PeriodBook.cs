using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>What an account knows of one measurement period.</summary>
internal sealed class PeriodBook
{
    internal PeriodBook(DateSpan period)
    {
        Period = period;
        Keys = [];
    }

    private PeriodBook(PeriodBook other)
    {
        Period = other.Period;
        Keys = new Dictionary<EarningKey, EarningState>(other.Keys);
        ClosedOn = other.ClosedOn;
        Rates = other.Rates is null ? null : new Dictionary<EarningKey, Conversion>(other.Rates);
        Live = other.Live;
        Earned = other.Earned;
        Held = other.Held;
        Share = other.Share;
    }

    internal DateSpan Period { get; }

    internal Dictionary<EarningKey, EarningState> Keys { get; }

    internal LocalDate? ClosedOn { get; set; }

    /// <summary>The first conversion of a component and line, whatever the version of its plan; null while there is none.</summary>
    internal Dictionary<EarningKey, Conversion>? Rates { get; set; }

    /// <summary>How many keys have an entry that is not undone.</summary>
    internal int Live { get; set; }

    /// <summary>Earned to date less what was taken back.</summary>
    internal decimal Earned { get; set; }

    /// <summary>Held to date, released or not.</summary>
    internal decimal Held { get; set; }

    /// <summary>The share it was held with.</summary>
    internal Percentage? Share { get; set; }

    internal PeriodBook Copy() => new(this);

    internal bool IsClosed(LocalDate recorded) => ClosedOn <= recorded;
}
