namespace SalesDomain.Terms;

/// <summary>One part of an invoice, and when it is due.</summary>
/// <remarks>Made by <see cref="PaymentTerms.InInstalments"/>. Immutable. Equality is by share and rule.</remarks>
public sealed record PaymentInstalment
{
    internal PaymentInstalment(Percentage share, DueRule due)
    {
        Share = share;
        Due = due;
    }

    /// <summary>The share of the invoice, above 0 % and at most 100 %.</summary>
    public Percentage Share { get; }

    /// <summary>When it is due.</summary>
    public DueRule Due { get; }

    /// <summary>Share and rule: <c>30%/60 EOM</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Share + "/" + Due;
}
