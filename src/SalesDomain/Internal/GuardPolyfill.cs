#if !NET8_0_OR_GREATER
using System;
using System.Runtime.CompilerServices;

// The names and call sites of the Ardalis.GuardClauses package, which the net8.0 assembly uses. That package carries no strong
// name, and a signed plug-in host on .NET Framework refuses an assembly with an unsigned reference.
namespace Ardalis.GuardClauses;

internal interface IGuardClause;

internal sealed class Guard : IGuardClause
{
    private Guard()
    {
    }

    public static IGuardClause Against { get; } = new Guard();
}

internal static class GuardClauseExtensions
{
    // Like the package's, for keys of any type too: a value type is never null.
    public static T Null<T>(this IGuardClause guardClause, T? input, [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        _ = guardClause;
        return input ?? throw new ArgumentNullException(parameterName);
    }

    public static string NullOrWhiteSpace(
        this IGuardClause guardClause, string? input, [CallerArgumentExpression(nameof(input))] string? parameterName = null)
    {
        guardClause.Null(input, parameterName);
        return string.IsNullOrWhiteSpace(input)
            ? throw new ArgumentException($"{parameterName} must not be empty or white space.", parameterName)
            : input!;
    }
}
#endif
