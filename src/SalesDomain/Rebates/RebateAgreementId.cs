using System;
using System.ComponentModel;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>The caller's own code of a rebate agreement: the number of the contract.</summary>
/// <remarks>
/// Equality and order are ordinal and case-sensitive. The default value holds no code: it prints as an empty text, and
/// <see cref="Code"/> says what is wrong. The text is the code itself and round-trips through <see cref="Parse"/>.
/// </remarks>
[TypeConverter(typeof(TextConverter<RebateAgreementId>))]
public readonly record struct RebateAgreementId : IComparable<RebateAgreementId>, IComparable
{
    private readonly string? _code;

    /// <summary>Creates the identifier.</summary>
    /// <param name="code">The code: not empty, no white space at either end.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="code"/> is empty or begins or ends with white space.</exception>
    public RebateAgreementId(string code) => _code = Identifier.Checked(code);

    /// <summary>The caller's code.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which holds no code.</exception>
    public string Code => Identifier.Required(_code, nameof(RebateAgreementId));

    /// <summary>Reads an identifier from its text, the code itself.</summary>
    /// <param name="text">The code.</param>
    /// <returns>The identifier.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="text"/> is null.</exception>
    /// <exception cref="FormatException"><paramref name="text"/> is no code.</exception>
    public static RebateAgreementId Parse(string text) => new(Identifier.Parsed(text, nameof(RebateAgreementId)));

    /// <summary>Compares ordinally; the default value comes first.</summary>
    /// <param name="other">The identifier to compare with.</param>
    /// <returns>Negative, zero or positive as this identifier comes before, at or after the other.</returns>
    public int CompareTo(RebateAgreementId other) => string.CompareOrdinal(_code, other._code);

    int IComparable.CompareTo(object? obj) => ObjectComparison.With(this, obj);

    /// <summary>The code, or an empty text for the default value.</summary>
    /// <returns>The code.</returns>
    public override string ToString() => _code ?? "";
}
