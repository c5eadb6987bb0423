using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Why a rule answers as it does: a stable code, and the figures that make it so.</summary>
/// <remarks>
/// <para>
/// The code is for programs: a caller switches on it, translates it, counts it; it never changes its meaning. The figures are for people:
/// over the limit by how much, late by how many days. In the library's own reasons the first part of the code says what they are of
/// (<c>scope</c>, <c>approval</c>, <c>exchange</c>), and the day that was asked for is called <c>on</c>. A rule that refuses gives every
/// reason it has, not the first it meets.
/// </para>
/// <para>
/// Equality is by code and by figures in their order. The default value has no code: it prints as an empty text, and <see cref="Code"/>
/// says what is wrong.
/// </para>
/// </remarks>
public readonly struct Reason : IEquatable<Reason>
{
    private readonly string? _code;
    private readonly NamedFigure[]? _figures;

    /// <summary>Creates a reason.</summary>
    /// <param name="code">
    /// Lower-case words of ASCII letters and digits, joined by hyphens, in parts joined by points: <c>over-limit</c>,
    /// <c>credit.over-limit</c>.
    /// </param>
    /// <param name="figures">Figures with names, each name once.</param>
    /// <exception cref="ArgumentNullException"><paramref name="code"/>, <paramref name="figures"/> or a name is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="code"/> has another form, or a name is empty, has outer white space or comes twice.
    /// </exception>
    public Reason(string code, params (string Name, Figure Value)[] figures)
    {
        Guard.Against.Null(code);
        Guard.Against.Null(figures);
        Guard.Against.NameTwice(figures.Select(figure => Identifier.Checked(figure.Name, nameof(figures))), nameof(figures));
        _code = IsCode(code) ? code
            : throw Guards.Invalid(
                nameof(code), "'" + code + "'", "must be lower-case words of letters and digits with hyphens and points between");
        _figures = Array.ConvertAll(figures, figure => new NamedFigure(figure.Name, figure.Value));
    }

    /// <summary>The stable code.</summary>
    /// <exception cref="InvalidOperationException">This is the default value, which holds no code.</exception>
    public string Code => Identifier.Required(_code, nameof(Reason));

    /// <summary>The figures, in the order given.</summary>
    public IReadOnlyList<NamedFigure> Figures => Array.AsReadOnly(_figures ?? []);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A reason.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they are equal.</returns>
    public static bool operator ==(Reason left, Reason right) => left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A reason.</param>
    /// <param name="right">Another.</param>
    /// <returns>Whether they differ.</returns>
    public static bool operator !=(Reason left, Reason right) => !left.Equals(right);

    /// <summary>The figure of a name.</summary>
    /// <param name="name">The name; case counts.</param>
    /// <returns>The figure, or null when the reason has none of that name.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    public Figure? Find(string name)
    {
        Guard.Against.Null(name);
        foreach (var figure in _figures ?? [])
        {
            if (string.Equals(figure.Name, name, StringComparison.Ordinal))
                return figure.Value;
        }

        return null;
    }

    /// <summary>Whether the other has the same code and the same figures in the same order.</summary>
    /// <param name="other">The reason to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(Reason other) =>
        string.Equals(_code, other._code, StringComparison.Ordinal) && (_figures ?? []).SequenceEqual(other._figures ?? []);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => obj is Reason other && Equals(other);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        (_figures ?? []).Aggregate(
            _code is null ? 0 : StringComparer.Ordinal.GetHashCode(_code), (hash, figure) => Hash.Combine(hash, figure.GetHashCode()));

    /// <summary>Code and figures: <c>over-limit (excess CNY 157850.00, limit CNY 384000.00)</c>.</summary>
    /// <returns>The text, the same in every culture; empty for the default value.</returns>
    public override string ToString() =>
        _code + (_figures is { Length: > 0 } ? " (" + string.Join(", ", _figures.Select(figure => figure.ToString())) + ")" : "");

    /// <summary>
    /// The same reason, seen from a rule that contains the one it came from: of <c>scope.not-in-customers</c>,
    /// <c>approval.not-in-customers</c>.
    /// </summary>
    internal Reason Within(string context) =>
        new(Code.Remove(0, Code.IndexOf('.')).Insert(0, context), Array.ConvertAll(_figures ?? [], figure => (figure.Name, figure.Value)));

    private static bool IsCode(string code)
    {
        var isWordOpen = false;
        foreach (var character in code)
        {
            var isJoint = character is '-' or '.';
            if ((isJoint && !isWordOpen) || !(isJoint || character is (>= 'a' and <= 'z') or (>= '0' and <= '9')))
                return false;

            isWordOpen = !isJoint;
        }

        return isWordOpen;
    }
}
