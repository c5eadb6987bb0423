namespace SalesDomain.Commissions;

/// <summary>The figures of what the payee bears of one uncollectible amount.</summary>
internal sealed class LossStep(string name, Money difference)
{
    internal string Name { get; } = name;

    /// <summary>Negative, as it is entered; positive where it is given back.</summary>
    internal Money Difference { get; } = difference;

    /// <summary>The share of it; null where an earlier entry is reversed, so that nothing is computed.</summary>
    internal RoundedShare? Share { get; init; }

    /// <summary>The cap of one amount; null where there is none.</summary>
    internal Money? Cap { get; init; }

    /// <summary>What was borne of it, and what another gave back and nothing else took; null where it is borne the first time.</summary>
    internal Money? Most { get; init; }

    internal LossRoom[] Limits { get; init; } = [];

    internal Money Bounded { get; init; }

    internal Money Before { get; init; }

    internal Money ToDate { get; init; }
}
