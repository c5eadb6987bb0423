using Ardalis.GuardClauses;

namespace SalesDomain.Internal;

/// <summary>The days of the year of a basis that has one length for every year.</summary>
internal static class YearOfDays
{
    private const int BankYear = 360;
    private const int Year = 365;

    internal static int Of(DayCountBasis basis) => basis == DayCountBasis.Actual360 ? BankYear : Year;

    internal static DayCountBasis Checked(DayCountBasis basis, string parameterName = "basis") =>
        Guard.Against.Undefined(basis, parameterName) != DayCountBasis.ActualActual ? basis
            : throw Guards.OutOfRange(parameterName, basis.ToString(), "must be of a year of 360 or 365 days");
}
