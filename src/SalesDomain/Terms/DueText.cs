using System;
using System.Collections.Generic;
using System.Globalization;

namespace SalesDomain.Terms;

/// <summary>The words of a due rule's text, and its reading.</summary>
internal static class DueText
{
    internal const string Months = "M";
    internal const string EndOfMonth = "EOM";
    internal const string Day = "day";
    internal const string Prox = "prox";
    internal const string CutOff = "cut-off:";

    /// <summary>What stands between two steps; a space stands within one, as in <c>10 prox</c>.</summary>
    internal const string Joint = "+";

    /// <summary>The steps of a text, or null where it is none.</summary>
    internal static DueStep[]? Read(string text)
    {
        var steps = new List<DueStep>();
        foreach (var part in text.Split(Joint[0]))
        {
            var (words, at) = (part.Split(' '), 0);
            if (ReadStep(words, ref at) is not { } step || at != words.Length)
                return null;

            steps.Add(step);
        }

        return steps.Count is >= 1 and <= DueRule.MostSteps ? [.. steps] : null;
    }

    /// <summary>
    /// What to say of a text in which two steps stand without a joint: the two ways to write them, with what each means. American terms
    /// write <c>30 EOM</c> for what is <c>EOM+30</c>. Empty where there are no such two.
    /// </summary>
    internal static string HintOn(string text)
    {
        var pieces = text.Split('/');
        for (var i = 0; i < pieces.Length; i++)
        {
            // What stands before a slash is a percentage, and no step.
            var steps = i == pieces.Length - 1 ? pieces[i] : pieces[i].Substring(0, Math.Max(0, pieces[i].LastIndexOf(' ')));
            foreach (var part in steps.Split(Joint[0]))
            {
                if (Unjoined(part.Split(' ')) is var (first, second))
                    return ": steps are joined in the order in which they are taken, " + Both(first, second) + " or " + Both(second, first);
            }
        }

        return "";
    }

    /// <summary>A whole number in ASCII digits without leading zeros, or null.</summary>
    internal static int? Number(string text, int atLeast, int atMost) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= atLeast && number <= atMost
            && (text.Length == 1 || text[0] != '0')
            ? number : null;

    private static (DueStep First, DueStep Second)? Unjoined(string[] words)
    {
        for (var start = 0; start < words.Length; start++)
        {
            var at = start;
            if (ReadStep(words, ref at) is { } first && at < words.Length && ReadStep(words, ref at) is { } second)
                return (first, second);
        }

        return null;
    }

    private static string Both(DueStep first, DueStep second) =>
        "'" + first + Joint + second + "' (" + first.Describe(isFirst: true) + second.Describe(isFirst: false) + ")";

    private static DueStep? ReadStep(string[] words, ref int at)
    {
        var word = words[at++];
        if (word == EndOfMonth)
            return new DueStep(DueStepKind.EndOfMonth, 0);
        if (word == Day)
            return at < words.Length && ReadDays(words[at++]) is { } days ? new DueStep(DueStepKind.FirstOf, days) : null;
        if (word.EndsWith(Months, StringComparison.Ordinal))
        {
            return Number(word.Substring(0, word.Length - 1), 1, DueStep.MostMonths) is { } months
                ? new DueStep(DueStepKind.Months, months) : null;
        }

        if (at < words.Length && words[at].StartsWith(Prox, StringComparison.Ordinal))
            return ReadProx(word, words, ref at);

        return Number(word, 0, DueStep.MostDays) is { } number ? new DueStep(DueStepKind.Days, number) : null;
    }

    private static DueStep? ReadProx(string word, string[] words, ref int at)
    {
        var prox = words[at++].Substring(Prox.Length);
        var months = prox.Length == 0 ? 1 : Number(prox, 2, DueRule.MostMonthsAfter);
        var cutOff = at < words.Length && words[at].StartsWith(CutOff, StringComparison.Ordinal)
            ? Number(words[at++].Substring(CutOff.Length), 1, DueStep.LastDayOfMonth - 1) : DueStep.LastDayOfMonth;
        return Number(word, 1, DueStep.LastDayOfMonth) is { } day && months is { } after && cutOff is { } last
            ? new DueStep(DueStepKind.DayOfMonth, day, after, last) : null;
    }

    private static int? ReadDays(string text)
    {
        var (days, last) = (0, 0);
        foreach (var part in text.Split(','))
        {
            if (Number(part, last + 1, DueStep.LastDayOfMonth) is not { } day)
                return null;

            days |= 1 << (day - 1);
            last = day;
        }

        return days;
    }
}
