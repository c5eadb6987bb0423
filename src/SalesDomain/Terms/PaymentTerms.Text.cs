using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

public sealed partial class PaymentTerms
{
    internal const string NetText = "n/";
    internal const string FromText = "from";

    private static readonly string[] s_conventions =
        ["unadjusted", "following", "modified-following", "preceding", "modified-preceding"];

    private static readonly string[] s_baselines = ["invoice", "delivery", "receipt", "acceptance", "invoice-receipt", "order"];

    /// <summary>The canonical text: <c>2/10 1/20 n/60</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var parts = _discounts.Select(rung => rung.ToString()).ToList();
        parts.AddRange(_due is { } due ? [NetText + due] : _parts.Select(part => part.Text(withBaseline: Baseline is null)));
        if (Convention != BusinessDayConvention.Unadjusted)
            parts.Add(s_conventions[(int)Convention]);
        if (Baseline is { } baseline and not TermsBaseline.Invoice)
            parts.Add(FromText + " " + BaselineText(baseline));

        return string.Join(" ", parts);
    }

    /// <summary>Reads the canonical text of terms.</summary>
    /// <param name="text">
    /// Discounts (<c>2/10</c>: percent, slash, rule) and <c>n/</c> with the rule of the whole, or shares with their rules and the discounts
    /// of each after it (<c>30%/0 70%/60 2/10</c>), as <see cref="DueRule.Parse"/> reads rules; then <c>following</c> or another
    /// convention, and <c>from delivery</c> or another baseline. Where instalments count from different days, each says its own:
    /// <c>30%/0 from order 70%/60 from delivery following</c>. A rule alone, <c>EOM+30</c>, is read as <c>n/EOM+30</c>.
    /// </param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">
    /// The text has another form or says what terms cannot say. The message names the cause where it is one of these: a character that is
    /// not expected; of steps without a joint, as <c>30 EOM</c>, both spellings; what instalments total, where that is not 100 %; a
    /// discount that is not below the one before it, does not run longer, or runs after the day when all is due.
    /// </exception>
    public static PaymentTerms Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var terms) ? terms : throw InvariantText.NotA(
            "payment terms such as '2/10 n/30'" + TermsHint.On(text), text);
    }

    /// <summary>Reads the canonical text of terms, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="value">The terms, or null.</param>
    /// <returns>Whether the text is one of terms.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PaymentTerms? value)
    {
        value = text is null ? null : TermsText.Read(text);
        return value is not null;
    }

    /// <summary>
    /// The terms in words: <c>2% off if paid within 10 days; due by the end of the month, plus 30 days; counted from the invoice</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public string Describe()
    {
        List<string> parts = _due is { } due ? [.. Offers(_discounts), "due " + due.Describe()] : [.. _parts.Select(Described)];
        if (Convention != BusinessDayConvention.Unadjusted)
            parts.Add("moved to a working day (" + s_conventions[(int)Convention] + ")");
        if (Baseline is { } baseline)
            parts.Add(CountedFrom(baseline));

        return string.Join("; ", parts);
    }

    /// <summary>The word for a day that is counted from: <c>invoice-receipt</c>.</summary>
    internal static string BaselineText(TermsBaseline baseline) => s_baselines[(int)baseline];

    internal static TermsBaseline? ReadBaseline(string text) => Read(s_baselines, text) is var at and >= 0 ? (TermsBaseline)at : null;

    internal static BusinessDayConvention? ReadConvention(string text) =>
        Read(s_conventions, text) is var at and >= 0 ? (BusinessDayConvention)at : null;

    private static int Read(string[] texts, string text) => Array.IndexOf(texts, text);

    private static IEnumerable<string> Offers(CashDiscountRung[] discounts) =>
        discounts.Select(rung => rung.Discount + " off if paid " + rung.Until.Describe());

    private static string CountedFrom(TermsBaseline baseline) => "counted from the " + BaselineText(baseline).Replace('-', ' ');

    private string Described(PaymentInstalment part) =>
        string.Join(
            ", ",
            new[] { part.Share + " due " + part.Due.Describe() }.Concat(Offers(part.Terms._discounts))
                .Concat(Baseline is null ? [CountedFrom(part.Terms.Baseline!.Value)] : []));
}
