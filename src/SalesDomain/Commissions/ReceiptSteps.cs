using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>What a receipt counts for, figure by figure.</summary>
internal struct ReceiptSteps
{
    /// <summary>With tax, in the currency of the rule.</summary>
    internal decimal Value;

    internal Percentage? TaxRate;

    /// <summary>100 % and the rate.</summary>
    internal Percentage TaxFactor;

    /// <summary>Without tax before it is rounded.</summary>
    internal decimal ExactWithoutTax;

    /// <summary>Rounded, or the value itself where no tax is taken out of each.</summary>
    internal decimal WithoutTax;

    /// <summary>The day it counts on: that of the receipt that is taken back, where it takes one back.</summary>
    internal LocalDate On;

    internal LocalDate? Due;

    internal int DaysLate;

    internal Percentage Factor;

    internal decimal Counted;
}
