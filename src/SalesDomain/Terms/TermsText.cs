using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>Reads the text of terms, part by part: a word with a slash begins one.</summary>
internal sealed class TermsText
{
    private readonly bool _eachFrom;
    private readonly List<(Percentage Discount, DueRule Until)> _discounts = [];
    private readonly List<Part> _parts = [];
    private DueRule? _net;

    private TermsText(bool eachFrom) => _eachFrom = eachFrom;

    /// <summary>The terms, or null where the text is none.</summary>
    internal static PaymentTerms? Read(string text) => Read(text, out _);

    /// <summary>The terms, or null where the text is none; with what is wrong with its figures, where its parts are.</summary>
    internal static PaymentTerms? Read(string text, out string wrong)
    {
        wrong = "";
        List<string> words = [.. text.Split(' ')];

        // One 'from' is of all instalments; where they count from different days each has its own.
        var eachFrom = words.Count(word => word == PaymentTerms.FromText) > 1;
        var baseline = eachFrom ? TermsBaseline.Invoice : TakeBaseline(words);
        var convention = TakeConvention(words);
        if (baseline is not { } from || convention is not { } moved || words.Count == 0)
            return null;

        if (!IsHead(words[0]))
            words[0] = PaymentTerms.NetText + words[0];

        var read = new TermsText(eachFrom);
        if (!read.TakeParts(words))
            return null;

        if (read.Built() is not { } terms || (eachFrom && terms.Baseline is not null))
        {
            wrong = read.Wrong();
            return null;
        }

        return (eachFrom ? terms : terms.WithBaseline(from)).WithConvention(moved);
    }

    private static TermsBaseline? TakeBaseline(List<string> words)
    {
        var at = words.Count - 2;
        if (at < 0 || words[at] != PaymentTerms.FromText)
            return TermsBaseline.Invoice;

        var baseline = PaymentTerms.ReadBaseline(words[at + 1]);
        words.RemoveRange(at, 2);
        return baseline != TermsBaseline.Invoice ? baseline : null;
    }

    private static BusinessDayConvention? TakeConvention(List<string> words)
    {
        if (words.Count == 0 || PaymentTerms.ReadConvention(words[words.Count - 1]) is not { } convention)
            return BusinessDayConvention.Unadjusted;

        // What is not said stays; the word for staying is not said.
        words.RemoveAt(words.Count - 1);
        return convention != BusinessDayConvention.Unadjusted ? convention : null;
    }

    private static bool IsHead(string word) => word.Any(each => each == '/');

    private bool TakeParts(List<string> words)
    {
        for (var at = 0; at < words.Count;)
        {
            var next = words.FindIndex(at + 1, IsHead);
            next = next < 0 ? words.Count : next;
            if (!TryTake(words.GetRange(at, next - at)))
                return false;

            at = next;
        }

        return true;
    }

    private bool TryTake(List<string> words)
    {
        TermsBaseline? from = null;
        if (_eachFrom && words.Count > 2 && words[words.Count - 2] == PaymentTerms.FromText)
        {
            from = PaymentTerms.ReadBaseline(words[words.Count - 1]);
            words.RemoveRange(words.Count - 2, 2);
            if (from is null)
                return false;
        }

        var slash = words[0].IndexOf('/');
        var head = words[0].Substring(0, slash);
        words[0] = words[0].Substring(slash + 1);
        return _net is null && DueRule.Read(string.Join(" ", words)) is { } rule && TryAdd(head, rule)
            && (from is not { } baseline || TrySetBaseline(baseline));
    }

    private bool TryAdd(string head, DueRule rule)
    {
        if (head + "/" == PaymentTerms.NetText)
        {
            _net = rule;
            return _parts.Count == 0;
        }

        if (head.Length == 0 || head[0] is < '0' or > '9')
            return false;

        var last = _parts.LastOrDefault();
        if (InvariantText.TryParseNumber(head, out var percent) && InvariantText.Number(percent) == head)
        {
            // The discounts of an instalment follow it, and its 'from' follows them.
            (last?.Discounts ?? _discounts).Add((Percentage.FromPercent(percent), rule));
            return last?.From is null;
        }

        if (!Percentage.TryParse(head, out var share) || share.ToString() != head)
            return false;

        _parts.Add(new Part(share, rule));
        return true;
    }

    private bool TrySetBaseline(TermsBaseline baseline)
    {
        if (_parts.LastOrDefault() is not { From: null } last)
            return false;

        last.From = baseline;
        return true;
    }

    private PaymentTerms? Built()
    {
        if (_net is null == (_parts.Count == 0) || (_parts.Count > 0 && _discounts.Count > 0) || _parts.Count == 1
            || (_eachFrom && _parts.Exists(part => part.From is null)))
            return null;

        try
        {
            return _net is { } net ? Discounted(net, _discounts)
                : PaymentTerms.InInstalments(
                    [
                        .. _parts.Select(part => (
                            part.Share, Discounted(part.Due, part.Discounts).WithBaseline(part.From ?? TermsBaseline.Invoice))),
                    ]);
        }
        catch (ArgumentException)
        {
            return null;
        }
    }

    private string Wrong() =>
        _net is { } net ? _parts.Count == 0 ? WrongIn(_discounts, net, NameOfNet(net)) : ""
            : _parts.Count == 0 || _discounts.Count > 0 ? ""
            : TotalOf(_parts) is { } total && total != Percentage.OneHundred ? "its instalments total " + total + ", not 100%"
            : _parts.Select(part => WrongIn(part.Discounts, part.Due, part.Share + "/" + part.Due)).FirstOrDefault(each => each.Length > 0)
            ?? "";

    private static string NameOfNet(DueRule net) => PaymentTerms.NetText + net;

    private static Percentage TotalOf(List<Part> parts) => parts.Aggregate(Percentage.Zero, (total, part) => total + part.Share);

    // As the terms refuse them, one after the other.
    private static string WrongIn(List<(Percentage Discount, DueRule Until)> discounts, DueRule due, string dueText)
    {
        for (var i = 0; i < discounts.Count; i++)
        {
            var (discount, until) = discounts[i];
            var text = Quoted(discounts[i]);
            if (discount <= Percentage.Zero || discount >= Percentage.OneHundred)
                return "the discount of " + text + " is not between 0% and 100%";
            if (i > 0 && discount >= discounts[i - 1].Discount)
                return "the discount of " + text + " is not lower than that of " + Quoted(discounts[i - 1]) + " before it";
            if (i > 0 && until.NetDays <= discounts[i - 1].Until.NetDays)
                return "the discount of " + text + " does not run longer than that of " + Quoted(discounts[i - 1]) + " before it";
            if (until.NetDays > due.NetDays)
                return "the discount of " + text + " runs after '" + dueText + "', when all is due";
        }

        return "";
    }

    private static string Quoted((Percentage Discount, DueRule Until) rung) => "'" + new CashDiscountRung(rung.Discount, rung.Until) + "'";

    private static PaymentTerms Discounted(DueRule due, List<(Percentage Discount, DueRule Until)> discounts) =>
        discounts.Aggregate(PaymentTerms.Of(due), (terms, rung) => terms.WithDiscount(rung.Discount, rung.Until));

    private sealed class Part(Percentage share, DueRule due)
    {
        internal Percentage Share { get; } = share;

        internal DueRule Due { get; } = due;

        internal List<(Percentage Discount, DueRule Until)> Discounts { get; } = [];

        internal TermsBaseline? From { get; set; }
    }
}
