using System;
using System.Linq;

namespace QuarterClose;

/// <summary>Something is wrong with what was given; the message is the one line that the user sees.</summary>
public sealed class InputException(string message) : Exception(OneLine(message))
{
    // A bad value is quoted as it was found, and may hold anything.
    private static string OneLine(string message) => string.Concat(message.Select(letter => char.IsControl(letter) ? ' ' : letter));
}
