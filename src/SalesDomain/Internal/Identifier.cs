using System;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;

namespace SalesDomain.Internal;

/// <summary>What all identifiers share; a struct cannot inherit it.</summary>
internal static class Identifier
{
    internal static string Checked(string code, [CallerArgumentExpression(nameof(code))] string? parameterName = null)
    {
        Guard.Against.NullOrWhiteSpace(code, parameterName);
        return HasOuterSpace(code) ? throw Guards.Invalid(parameterName, "'" + code + "'", "must not begin or end with white space") : code;
    }

    /// <summary>Refuses the default value of an identifier.</summary>
    internal static T Given<T>(T identifier, [CallerArgumentExpression(nameof(identifier))] string? parameterName = null)
        where T : struct, IEquatable<T> =>
        identifier.Equals(default) ? throw Guards.Invalid(parameterName, "it is the default " + typeof(T).Name, "must hold a code")
            : identifier;

    /// <summary>Refuses the default value of an identifier that may be missing: missing is null.</summary>
    internal static T? GivenOrNull<T>(T? identifier, string parameterName)
        where T : struct, IEquatable<T> =>
        identifier is { } given ? Given(given, parameterName) : null;

    internal static string Parsed(string text, string typeName)
    {
        Guard.Against.Null(text);
        return IsCode(text) ? text : throw InvariantText.NotA("a " + typeName, text);
    }

    internal static bool IsCode(string text) => text.Length > 0 && !HasOuterSpace(text);

    internal static string Required(string? code, string typeName) =>
        code
            ?? throw new InvalidOperationException(
                "This " + typeName + " is the default value and holds no code; create it with new " + typeName + "(code).");

    private static bool HasOuterSpace(string text) => char.IsWhiteSpace(text[0]) || char.IsWhiteSpace(text[text.Length - 1]);
}
