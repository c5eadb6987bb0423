namespace SalesDomain.Organization;

/// <summary>Neighbouring periods under one rule: the periods of the cycle gone by before and through them, and the calls due by
/// then.</summary>
internal readonly struct CallRun
{
    internal CallRun(VisitRule rule, long before, long through)
    {
        Rule = rule;
        Before = before;
        Through = through;
    }

    internal VisitRule Rule { get; }

    internal long Before { get; }

    internal long Through { get; }

    internal long Calls => Due(Through) - Due(Before);

    internal long Due(long periods) => Rule.Frequency.DueThrough(periods);

    internal decimal Product(long periods) => (decimal)Rule.Frequency.Calls * periods;

    internal decimal Exact(long periods) => Product(periods) / Rule.Frequency.Periods;
}
