using System;
using System.Diagnostics.CodeAnalysis;
using System.Globalization;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

public sealed partial class Rounding
{
    private const string MinorUnitText = "minor-unit";
    private const string DigitsText = "digits:";
    private const string StepText = "step:";
    private const string EndingText = "ending:";

    private static readonly (string Text, RoundingMode Mode)[] s_modes =
    [
        ("half-away", RoundingMode.HalfAwayFromZero),
        ("half-even", RoundingMode.HalfEven),
        ("up", RoundingMode.Up),
        ("down", RoundingMode.Down),
        ("ceiling", RoundingMode.Ceiling),
        ("floor", RoundingMode.Floor),
    ];

    /// <summary>The canonical text: target, space, mode.</summary>
    /// <returns>The text, for example <c>minor-unit half-away</c>.</returns>
    public override string ToString()
    {
        var target = _target switch
        {
            Target.MinorUnit => MinorUnitText,
            Target.Digits => DigitsText + InvariantText.Number(_digits),
            Target.Step => StepText + InvariantText.Number(_step),
            _ => EndingText + InvariantText.Number(_ending) + "/" + InvariantText.Number(_step),
        };

        return target + " " + Array.Find(s_modes, known => known.Mode == Mode).Text;
    }

    /// <summary>Reads the canonical text of a rounding.</summary>
    /// <param name="text">
    /// <c>minor-unit</c>, <c>digits:N</c>, <c>step:S</c> or <c>ending:E/S</c>, a space, and <c>half-away</c>, <c>half-even</c>, <c>up</c>,
    /// <c>down</c>, <c>ceiling</c> or <c>floor</c>.
    /// </param>
    /// <returns>The rounding.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form or a figure out of range.</exception>
    public static Rounding Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var rounding) ? rounding : throw InvariantText.NotA("a rounding such as 'step:0.05 half-away'", text);
    }

    /// <summary>Reads the canonical text of a rounding, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="value">The rounding, or null.</param>
    /// <returns>Whether the text is a rounding.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Rounding? value)
    {
        value = null;
        var parts = text?.Split(' ');
        if (parts is not { Length: 2 })
            return false;

        var modeAt = Array.FindIndex(s_modes, known => known.Text == parts[1]);
        value = modeAt >= 0 ? ParseTarget(parts[0], s_modes[modeAt].Mode) : null;
        return value is not null;
    }

    private static Rounding? ParseTarget(string target, RoundingMode mode)
    {
        if (target == MinorUnitText)
            return ToMinorUnit(mode);

        var colon = target.IndexOf(':') + 1;
        var figures = target.Substring(colon).Split('/');
        if (target.StartsWith(DigitsText, StringComparison.Ordinal))
        {
            return int.TryParse(figures[0], NumberStyles.None, CultureInfo.InvariantCulture, out var digits)
                && digits <= DecimalMath.MostDigits && figures.Length == 1
                ? ToDigits(digits, mode) : null;
        }

        if (!InvariantText.TryParseNumber(figures[figures.Length - 1], out var step) || step <= 0m)
            return null;
        if (target.StartsWith(StepText, StringComparison.Ordinal))
            return figures.Length == 1 ? ToStep(step, mode) : null;

        return target.StartsWith(EndingText, StringComparison.Ordinal) && figures.Length == 2
            && InvariantText.TryParseNumber(figures[0], out var ending) && ending > 0m && ending < step
            ? ToEnding(ending, step, mode) : null;
    }
}
