namespace SalesDomain.Commissions;

/// <summary>The figures of what the payee bears of one uncollectible amount.</summary>
internal sealed class LossStep
{
    internal string Name { get; set; } = "";

    /// <summary>Whether an earlier entry is reversed, so that nothing is computed.</summary>
    internal bool IsReversal { get; set; }

    internal Percentage Share { get; set; }

    internal Money Of { get; set; }

    internal Money Exact { get; set; }

    internal Money Rounded { get; set; }

    /// <summary>The cap of one amount; null where there is none.</summary>
    internal Money? Cap { get; set; }

    /// <summary>What was borne of it, and what another gave back and nothing else took; null where it is borne the first time.</summary>
    internal Money? Most { get; set; }

    /// <summary>By span the limit, what is borne of other amounts in it, and what that leaves.</summary>
    internal (DateSpan Span, Money Limit, Money Otherwise, Money Left, Money Room)[] Limits { get; set; } = [];

    internal Money Bounded { get; set; }

    internal Money Before { get; set; }

    internal Money ToDate { get; set; }

    /// <summary>Negative, as it is entered.</summary>
    internal Money Difference { get; set; }
}
