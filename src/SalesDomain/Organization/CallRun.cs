namespace SalesDomain.Organization;

/// <summary>Neighbouring periods under one rule: the periods of the cycle gone by before and through them, and the calls due by
/// then; a part of a period is a run of its own.</summary>
internal readonly struct CallRun
{
    internal CallRun(VisitRule rule, long before, long through, PartAsked? part = null)
    {
        Rule = rule;
        Before = before;
        Through = through;
        Part = part;
    }

    internal VisitRule Rule { get; }

    internal long Before { get; }

    internal long Through { get; }

    /// <summary>The part of the calls that is asked, or null for all of them.</summary>
    internal PartAsked? Part { get; }

    internal long Whole => Due(Through) - Due(Before);

    internal long Calls => Part?.Amount ?? Whole;

    internal long Due(long periods) => Rule.Frequency.DueThrough(periods);

    internal decimal Product(long periods) => (decimal)Rule.Frequency.Calls * periods;

    internal decimal Exact(long periods) => Product(periods) / Rule.Frequency.Periods;
}
