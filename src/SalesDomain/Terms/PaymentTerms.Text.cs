using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

public sealed partial class PaymentTerms
{
    private const string NetText = "n/";
    private const string FromText = "from";

    private static readonly string[] s_conventions =
        ["unadjusted", "following", "modified-following", "preceding", "modified-preceding"];

    private static readonly string[] s_baselines = ["invoice", "delivery", "receipt", "acceptance", "invoice-receipt", "order"];

    /// <summary>The canonical text: <c>2/10 1/20 n/60</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var parts = _discounts.Select(rung => rung.ToString()).ToList();
        parts.AddRange(
            _instalments.Length == 1 ? [NetText + _instalments[0].Due] : _instalments.Select(instalment => instalment.ToString()));
        if (Convention != BusinessDayConvention.Unadjusted)
            parts.Add(s_conventions[(int)Convention]);
        if (Baseline != TermsBaseline.Invoice)
            parts.Add(FromText + " " + s_baselines[(int)Baseline]);

        return string.Join(" ", parts);
    }

    /// <summary>Reads the canonical text of terms.</summary>
    /// <param name="text">
    /// Discounts (<c>2/10</c>: percent, slash, rule) and <c>n/</c> with the rule of the whole, or shares with their rules (<c>30%/0
    /// 70%/60</c>), as <see cref="DueRule.Parse"/> reads rules; then <c>following</c> or another convention, and <c>from delivery</c> or
    /// another baseline. A rule alone, <c>EOM 30</c>, is read as <c>n/EOM 30</c>.
    /// </param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form or says what terms cannot say.</exception>
    public static PaymentTerms Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var terms) ? terms : throw InvariantText.NotA("payment terms such as '2/10 n/30'", text);
    }

    /// <summary>Reads the canonical text of terms, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="value">The terms, or null.</param>
    /// <returns>Whether the text is one of terms.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out PaymentTerms? value)
    {
        value = text is null ? null : Read([.. text.Split(' ')]);
        return value is not null;
    }

    /// <summary>The terms in words: <c>2% off if paid within 10 days; due within 30 days; counted from the invoice</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public string Describe()
    {
        var parts = _discounts.Select(rung => rung.Discount + " off if paid within " + rung.Until.Describe()).ToList();
        parts.AddRange(
            _instalments.Select(
                instalment => (_instalments.Length == 1 ? "" : instalment.Share + " ") + "due within " + instalment.Due.Describe()));
        if (Convention != BusinessDayConvention.Unadjusted)
            parts.Add("moved to a working day (" + s_conventions[(int)Convention] + ")");

        parts.Add("counted from the " + s_baselines[(int)Baseline].Replace('-', ' '));
        return string.Join("; ", parts);
    }

    private static PaymentTerms? Read(List<string> words)
    {
        var baseline = TakeBaseline(words);
        var convention = TakeConvention(words);
        if (baseline is null || convention is null || words.Count == 0)
            return null;

        if (words[0].IndexOf('/') < 0)
            words[0] = NetText + words[0];

        // A word with a slash begins a part; the words up to the next one are the steps of its rule.
        var (discounts, shares) = (new List<(Percentage Share, DueRule Due)>(), new List<(Percentage Share, DueRule Due)>());
        DueRule? net = null;
        for (var at = 0; at < words.Count;)
        {
            var next = at + 1;
            while (next < words.Count && words[next].IndexOf('/') < 0)
                next++;

            var slash = words[at].IndexOf('/') + 1;
            var head = words[at].Substring(0, slash);
            List<string> steps = [words[at].Substring(slash), .. words.GetRange(at + 1, next - at - 1)];
            if (net is not null || DueRule.Read(steps) is not { } rule)
                return null;

            if (head == NetText)
                net = rule;
            else if (!TryReadPart(head.Substring(0, head.Length - 1), rule, discounts, shares))
                return null;

            at = next;
        }

        return Built(net, discounts, shares)?.WithConvention(convention.Value).WithBaseline(baseline.Value);
    }

    private static bool TryReadPart(
        string number, DueRule rule, List<(Percentage Share, DueRule Due)> discounts, List<(Percentage Share, DueRule Due)> shares)
    {
        if (InvariantText.TryParseNumber(number, out var percent) && number[0] is >= '0' and <= '9')
        {
            discounts.Add((Percentage.FromPercent(percent), rule));
            return true;
        }

        if (!Percentage.TryParse(number, out var share) || number[0] is < '0' or > '9')
            return false;

        shares.Add((share, rule));
        return true;
    }

    private static PaymentTerms? Built(
        DueRule? net, List<(Percentage Share, DueRule Due)> discounts, List<(Percentage Share, DueRule Due)> shares)
    {
        if (net is null == (shares.Count == 0) || (shares.Count > 0 && discounts.Count > 0) || shares.Count == 1)
            return null;

        try
        {
            return net is null ? InInstalments([.. shares])
                : discounts.Aggregate(Of(net), (terms, rung) => terms.WithDiscount(rung.Share, rung.Due));
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private static TermsBaseline? TakeBaseline(List<string> words)
    {
        var at = words.Count - 2;
        if (at < 0 || words[at] != FromText)
            return TermsBaseline.Invoice;

        var baseline = Array.IndexOf(s_baselines, words[at + 1]);
        words.RemoveRange(at, 2);
        return baseline > 0 ? (TermsBaseline)baseline : null;
    }

    private static BusinessDayConvention? TakeConvention(List<string> words)
    {
        var convention = words.Count == 0 ? 0 : Array.IndexOf(s_conventions, words[words.Count - 1]);
        if (convention > 0)
            words.RemoveAt(words.Count - 1);

        // What is not said stays; the word for staying is not said.
        return convention != 0 ? (BusinessDayConvention)Math.Max(0, convention) : null;
    }
}
