namespace SalesDomain.Pricing;

/// <summary>Every figure on the way from a case to what is owed, taken and shared.</summary>
internal readonly struct DiversionSteps
{
    /// <summary>What was found × the amount a unit.</summary>
    internal Money ExactByUnit { get; init; }

    /// <summary>The same of the cases of the occurrence before this one, and how many of them have such an amount.</summary>
    internal Money ExactBefore { get; init; }

    internal int CountBefore { get; init; }

    internal Money ExactTogether { get; init; }

    internal Money Before { get; init; }

    internal Money Together { get; init; }

    /// <summary>Together − before: so that what is rounded of several cases is what is rounded of one.</summary>
    internal Money ByUnit { get; init; }

    internal Money ExactOfRebate { get; init; }

    internal Money ShareOfRebate { get; init; }

    internal Money LeftOfRebate { get; init; }

    internal Money OfRebate { get; init; }

    internal Money ExactOfDeposit { get; init; }

    internal Money OfDeposit { get; init; }

    internal Money Owed { get; init; }

    internal Money Taken { get; init; }

    internal Money Rest { get; init; }

    internal Money ExactShare { get; init; }

    internal Money Share { get; init; }

    internal Money Left { get; init; }
}
