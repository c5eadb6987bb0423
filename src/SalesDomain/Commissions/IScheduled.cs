using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>Something that is earned to date, by the facts: a line with the progress of its deal, or what belongs to no line.</summary>
internal interface IScheduled
{
    /// <summary>The first day on which something of it can be earned.</summary>
    LocalDate Date { get; }

    /// <summary>The deal whose facts move it; null where it is of no line.</summary>
    DocumentId? Deal { get; }

    Money Nothing { get; }

    /// <summary>What an account knows it by in a measurement period.</summary>
    EarningKey KeyIn(DateSpan period);

    /// <summary>What is earned of it at the end of a day; null where that is not known, or nothing is there so far.</summary>
    Money? ToDate(LocalDate on, ref Reason? why);
}
