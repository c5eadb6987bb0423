using System;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using Basis = SalesDomain.TaxBasis;

namespace SalesDomain;

public sealed partial class Measure
{
    private const string Joint = ", ";
    private const string CountText = "count";
    private const string InText = "in ";

    /// <summary>Reads the text of a measure.</summary>
    /// <param name="text">
    /// The name, a comma and a space, and <c>without tax</c>, <c>with tax</c>, <c>in</c> with the code of a unit, or <c>count</c>. The name
    /// of one of the
    /// library's own measures gives that measure.
    /// </param>
    /// <returns>The measure.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text has another form.</exception>
    public static Measure Parse(string text)
    {
        Guard.Against.Null(text);
        return TryParse(text, out var value) ? value
            : throw InvariantText.NotA("a measure such as 'revenue, without tax' or 'units, in PCE'", text);
    }

    /// <summary>Reads the text of a measure, if it is one.</summary>
    /// <param name="text">The text; null is none.</param>
    /// <param name="value">The measure, or null.</param>
    /// <returns>Whether the text is a measure.</returns>
    public static bool TryParse([NotNullWhen(true)] string? text, [NotNullWhen(true)] out Measure? value)
    {
        // The last joint: a name may have one in it, what follows it has not.
        var joint = text?.LastIndexOf(Joint, StringComparison.Ordinal) ?? -1;
        value = joint > 0 && Identifier.IsCode(text!.Substring(0, joint))
            ? Read(text.Substring(0, joint), text.Substring(joint + Joint.Length))
            : null;
        return value is not null;
    }

    /// <summary>Name and basis or unit: <c>revenue, without tax</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + Joint + (TaxBasis is { } basis ? Text(basis) : Unit is { } unit ? InText + unit.Code : CountText);

    internal static string Text(TaxBasis taxBasis) => taxBasis == Basis.WithTax ? "with tax" : "without tax";

    private static Measure? Read(string name, string rest)
    {
        if (rest == CountText)
            return new Measure(name, FigureKind.Number, null);
        if (rest == Text(Basis.WithoutTax))
            return new Measure(name, Basis.WithoutTax);
        if (rest == Text(Basis.WithTax))
            return new Measure(name, Basis.WithTax);

        return rest.StartsWith(InText, StringComparison.Ordinal) && UnitOfMeasure.IsCode(rest.Substring(InText.Length))
            ? new Measure(name, FigureKind.Quantity, UnitOfMeasure.FromCode(rest.Substring(InText.Length)))
            : null;
    }
}
