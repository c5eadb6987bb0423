using System;
using System.ComponentModel;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>The unit a quantity is counted in: pieces, cases, kilograms, or any unit of the caller's own by its code.</summary>
/// <remarks>
/// The codes of weights, volumes, areas and hours are those of UN/ECE Recommendation 20; PCE, CS and PAL are the short codes of the trade,
/// and any other set of codes can be used in their place by <see cref="FromCode"/>. A unit carries no conversion: how many pieces are in a
/// case depends on the product, and stands in its <see cref="UnitConversions"/>. Equality is by code, ordinal and case-sensitive. The text
/// is the code and round-trips through <see cref="Parse"/>.
/// </remarks>
[TypeConverter(typeof(TextConverter<UnitOfMeasure>))]
public sealed class UnitOfMeasure : IEquatable<UnitOfMeasure>
{
    private UnitOfMeasure(string code) => Code = code;

    /// <summary>Piece, PCE: the unit of <c>default(Quantity)</c>.</summary>
    public static UnitOfMeasure Piece { get; } = new("PCE");

    /// <summary>Case, CS.</summary>
    public static UnitOfMeasure Case { get; } = new("CS");

    /// <summary>Pallet, PAL.</summary>
    public static UnitOfMeasure Pallet { get; } = new("PAL");

    /// <summary>Kilogram, KGM.</summary>
    public static UnitOfMeasure Kilogram { get; } = new("KGM");

    /// <summary>Litre, LTR.</summary>
    public static UnitOfMeasure Litre { get; } = new("LTR");

    /// <summary>Square metre, MTK: display space, shop signs.</summary>
    public static UnitOfMeasure SquareMetre { get; } = new("MTK");

    /// <summary>Cubic metre, MTQ: load planning.</summary>
    public static UnitOfMeasure CubicMetre { get; } = new("MTQ");

    /// <summary>Hour, HUR.</summary>
    public static UnitOfMeasure Hour { get; } = new("HUR");

    /// <summary>The code.</summary>
    public string Code { get; }

    /// <summary>The unit with a code of the caller's own.</summary>
    /// <param name="code">The code: not empty, no white space in it.</param>
    /// <returns>The unit, equal to every other with this code.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is empty or has white space in it.</exception>
    public static UnitOfMeasure FromCode(string code)
    {
        Guard.Against.NullOrWhiteSpace(code);
        return IsCode(code) ? new UnitOfMeasure(code)
            : throw Guards.Invalid(nameof(code), "'" + code + "'", "must have no white space in it");
    }

    /// <summary>Reads the text of a unit, its code.</summary>
    /// <param name="text">The code.</param>
    /// <returns>The unit.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException">The text is no code.</exception>
    public static UnitOfMeasure Parse(string text)
    {
        Guard.Against.Null(text);
        return IsCode(text) ? new UnitOfMeasure(text) : throw InvariantText.NotA("a unit of measure", text);
    }

    /// <summary>Whether both are the same unit.</summary>
    /// <param name="left">The first unit.</param>
    /// <param name="right">The second unit.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(UnitOfMeasure? left, UnitOfMeasure? right) =>
        ReferenceEquals(left, right) || (left is not null && left.Equals(right));

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">The first unit.</param>
    /// <param name="right">The second unit.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(UnitOfMeasure? left, UnitOfMeasure? right) => !(left == right);

    /// <summary>Whether the other has the same code.</summary>
    /// <param name="other">The unit to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(UnitOfMeasure? other) => other is not null && string.Equals(Code, other.Code, StringComparison.Ordinal);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as UnitOfMeasure);

    /// <inheritdoc/>
    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(Code);

    /// <summary>The code.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => Code;

    internal static bool IsCode(string text)
    {
        foreach (var letter in text)
        {
            if (char.IsWhiteSpace(letter))
                return false;
        }

        return text.Length > 0;
    }
}
