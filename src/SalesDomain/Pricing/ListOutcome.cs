namespace SalesDomain.Pricing;

/// <summary>Whether a list gives a price for what was asked, and if not, for want of what.</summary>
internal enum ListOutcome
{
    Priced,
    NoItem,
    NoBase,
    NoBreak,
    UnknownUnit,
    NoRate,
    NoCost,
    BelowZero,
}
