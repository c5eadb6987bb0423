namespace SalesDomain.Terms;

/// <summary>What one step of a <see cref="DueRule"/> does to a day.</summary>
internal enum DueStepKind
{
    Days,
    Months,
    EndOfMonth,
    FirstOf,
    DayOfMonth,
}
