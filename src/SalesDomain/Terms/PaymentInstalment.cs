using System.Linq;

namespace SalesDomain.Terms;

/// <summary>One part of an invoice, and its terms: when it is due, from which day that is counted, and its discounts.</summary>
/// <remarks>
/// Made by <see cref="PaymentTerms.InInstalments(System.ValueTuple{Percentage, PaymentTerms}[])"/>. Immutable. Equality is by share and
/// terms.
/// </remarks>
public sealed record PaymentInstalment
{
    internal PaymentInstalment(Percentage share, PaymentTerms terms)
    {
        Share = share;
        Terms = terms;
    }

    /// <summary>The share of the invoice, above 0 % and at most 100 %.</summary>
    public Percentage Share { get; }

    /// <summary>The terms of this part; they are in one amount.</summary>
    public PaymentTerms Terms { get; }

    /// <summary>When it is due.</summary>
    public DueRule Due => Terms.DueOfAll;

    /// <summary>Share, rule and discounts, and from which day unless it is the invoice's: <c>60%/30 2/10 from delivery</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Text(Terms.Baseline != TermsBaseline.Invoice);

    internal string Text(bool withBaseline) =>
        string.Join(" ", new[] { Share + "/" + Due }.Concat(Terms.Discounts.Select(rung => rung.ToString())))
        + (withBaseline ? " " + PaymentTerms.FromText + " " + PaymentTerms.BaselineText(Terms.Baseline!.Value) : "");
}
