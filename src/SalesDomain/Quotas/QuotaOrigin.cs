using System;

namespace SalesDomain.Quotas;

/// <summary>How a quota and its part to date came about, where that is known; explained when asked for.</summary>
internal sealed class QuotaOrigin
{
    internal QuotaOrigin(Func<Explanation>? whole = null, Func<Explanation>? toDate = null) => (Whole, ToDate) = (whole, toDate);

    internal Func<Explanation>? Whole { get; }

    internal Func<Explanation>? ToDate { get; }

    internal QuotaOrigin OfWhole => new(Whole);
}
