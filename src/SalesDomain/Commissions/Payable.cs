using System.Runtime.CompilerServices;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>Refuses amounts that cannot be paid, by the name of the parameter.</summary>
internal static class Payable
{
    /// <summary>Refuses what is finer than the currency pays; one without a minor unit pays anything.</summary>
    internal static Money Given(Money amount, [CallerArgumentExpression(nameof(amount))] string? parameterName = null) =>
        amount.Currency.MinorDigits is null || amount.IsInMinorUnits ? amount
            : throw Guards.Invalid(parameterName, amount.ToString(), "must be rounded to what its currency pays");

    /// <summary>Refuses a negative amount too.</summary>
    internal static Money NotNegative(Money amount, [CallerArgumentExpression(nameof(amount))] string? parameterName = null) =>
        amount.IsNegative ? throw Guards.OutOfRange(parameterName, amount.ToString(), "must not be negative")
            : Given(amount, parameterName);
}
