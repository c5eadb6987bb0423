using System;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>Makes ledgers of quotas.</summary>
public static class QuotaLedger
{
    /// <summary>The quotas of a period as they were first set.</summary>
    /// <typeparam name="TOwner">The type of the owners.</typeparam>
    /// <param name="recorded">The day on which they were recorded, say that of their publication.</param>
    /// <param name="period">The period they are for, with both ends.</param>
    /// <param name="quotas">The owners, each once, with their quotas, all of one measure; 0 for somebody who has none yet.</param>
    /// <returns>The ledger, in which nothing has changed yet.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="quotas"/> or an owner is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A quota is negative.</exception>
    /// <exception cref="ArgumentException">
    /// There is none; an owner comes twice; measure, tax basis, unit or currency differ; a quota is the default value, which measures
    /// nothing; <paramref name="period"/> has an open end; or <paramref name="recorded"/> is not of the ISO calendar.
    /// </exception>
    public static QuotaLedger<TOwner> Of<TOwner>(LocalDate recorded, DateSpan period, params (TOwner Owner, Measured Quota)[] quotas)
        where TOwner : notnull =>
        QuotaLedger<TOwner>.Create(recorded, period, quotas);
}
