namespace SalesDomain.Quotas;

/// <summary>Which share of some days is held, and the shares that come before it on them.</summary>
internal sealed class SharesOfDays
{
    internal SharesOfDays(Percentage held, Percentage before)
    {
        Held = held;
        Before = before;
        Through = before + held;
    }

    internal Percentage Held { get; }

    internal Percentage Before { get; }

    internal Percentage Through { get; }
}
