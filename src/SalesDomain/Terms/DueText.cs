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

    /// <summary>The steps of a text, or null where it is none.</summary>
    internal static DueStep[]? Read(IReadOnlyList<string> words)
    {
        var steps = new List<DueStep>();
        for (var at = 0; at < words.Count;)
        {
            if (ReadStep(words, ref at) is not { } step)
                return null;

            steps.Add(step);
        }

        return steps.Count is >= 1 and <= DueRule.MostSteps ? [.. steps] : null;
    }

    /// <summary>A whole number in ASCII digits without leading zeros, or null.</summary>
    internal static int? Number(string text, int atLeast, int atMost) =>
        int.TryParse(text, NumberStyles.None, CultureInfo.InvariantCulture, out var number) && number >= atLeast && number <= atMost
            && (text.Length == 1 || text[0] != '0')
            ? number : null;

    private static DueStep? ReadStep(IReadOnlyList<string> words, ref int at)
    {
        var word = words[at++];
        if (word == EndOfMonth)
            return new DueStep(DueStepKind.EndOfMonth, 0);
        if (word == Day)
            return at < words.Count && ReadDays(words[at++]) is { } days ? new DueStep(DueStepKind.FirstOf, days) : null;
        if (word.EndsWith(Months, StringComparison.Ordinal))
        {
            return Number(word.Substring(0, word.Length - 1), 1, DueStep.MostMonths) is { } months
                ? new DueStep(DueStepKind.Months, months) : null;
        }

        if (at < words.Count && words[at].StartsWith(Prox, StringComparison.Ordinal))
            return ReadProx(word, words, ref at);

        return Number(word, 0, DueStep.MostDays) is { } number ? new DueStep(DueStepKind.Days, number) : null;
    }

    private static DueStep? ReadProx(string word, IReadOnlyList<string> words, ref int at)
    {
        var prox = words[at++].Substring(Prox.Length);
        var months = prox.Length == 0 ? 1 : Number(prox, 2, DueRule.MostMonthsAfter);
        var cutOff = at < words.Count && words[at].StartsWith(CutOff, StringComparison.Ordinal)
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
