namespace SalesDomain.Pricing;

/// <summary>What the assignments and the trace say of a finding.</summary>
internal readonly struct DiversionFacts
{
    internal DiversionFacts(DiversionState state, CustomerId? injured, bool isLater, bool isOwn, bool isMeant, bool isPassive)
    {
        State = state;
        Injured = injured;
        IsLater = isLater;
        IsOwn = isOwn;
        IsMeant = isMeant;
        IsPassive = isPassive;
    }

    internal DiversionState State { get; }

    internal CustomerId? Injured { get; }

    internal bool IsLater { get; }

    internal bool IsOwn { get; }

    internal bool IsMeant { get; }

    internal bool IsPassive { get; }
}
