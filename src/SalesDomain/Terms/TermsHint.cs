namespace SalesDomain.Terms;

/// <summary>What is wrong with a text that is none of payment terms, where that can be said.</summary>
internal static class TermsHint
{
    /// <summary>The cause after a colon; empty where it is none of those that are looked for.</summary>
    internal static string On(string text)
    {
        if (Unexpected(text) is >= 0 and var at)
        {
            var before = text.Substring(0, at);
            return ": '" + text[at] + "' is not expected" + (at == 0 ? "" : " after '" + before + "'");
        }

        var hint = DueText.HintOn(text);
        if (hint.Length > 0)
            return hint;

        _ = TermsText.Read(text, out var wrong);
        return wrong.Length == 0 ? "" : ": " + wrong;
    }

    // A comma stands between the days of 'day 10,20' alone.
    private static int Unexpected(string text)
    {
        for (var i = 0; i < text.Length; i++)
        {
            if (text[i] == ',' ? !IsBetweenDays(text, i) : !IsOfTerms(text[i]))
                return i;
        }

        return -1;
    }

    private static bool IsOfTerms(char character) =>
        character is (>= '0' and <= '9') or (>= 'a' and <= 'z') or (>= 'A' and <= 'Z')
            or ' ' or '/' or '%' or '.' or '+' or '-' or ':';

    private static bool IsBetweenDays(string text, int at)
    {
        var word = at;
        while (word > 0 && text[word - 1] is ',' or (>= '0' and <= '9'))
            word--;

        return word < at && at + 1 < text.Length && text[at + 1] is >= '0' and <= '9'
            && text.Substring(0, word).EndsWith(DueText.Day + " ", System.StringComparison.Ordinal);
    }
}
