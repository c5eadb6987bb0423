namespace SalesDomain.Pricing;

/// <summary>Every figure on the way from a case to what is owed, taken and shared.</summary>
internal readonly struct DiversionSteps
{
    internal DiversionSteps(
        Money exactByUnit, Money byUnit, Money exactOfRebate, Money ofRebate, Money exactOfDeposit, Money ofDeposit, Money owed,
        Money taken, Money rest, Money exactShare, Money share, Money left)
    {
        ExactByUnit = exactByUnit;
        ByUnit = byUnit;
        ExactOfRebate = exactOfRebate;
        OfRebate = ofRebate;
        ExactOfDeposit = exactOfDeposit;
        OfDeposit = ofDeposit;
        Owed = owed;
        Taken = taken;
        Rest = rest;
        ExactShare = exactShare;
        Share = share;
        Left = left;
    }

    internal Money ExactByUnit { get; }

    internal Money ByUnit { get; }

    internal Money ExactOfRebate { get; }

    internal Money OfRebate { get; }

    internal Money ExactOfDeposit { get; }

    internal Money OfDeposit { get; }

    internal Money Owed { get; }

    internal Money Taken { get; }

    internal Money Rest { get; }

    internal Money ExactShare { get; }

    internal Money Share { get; }

    internal Money Left { get; }
}
