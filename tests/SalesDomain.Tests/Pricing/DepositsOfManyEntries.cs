#if NET
using System;
using System.Globalization;
using System.Linq;
using NodaTime;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

/// <summary>A ledger that is written day by day over years costs what its entries do, and not their square.</summary>
public sealed class DepositsOfManyEntries
{
    private static readonly LocalDate s_since = new(2024, 1, 1);

    [Fact]
    public void Twenty_thousand_entries_one_by_one_do_not_cost_the_square()
    {
        // 20,000 of them take 68 MB. Bytes, since they do not depend on the machine.
        _ = BytesOf(10);
        var (few, many) = (BytesOf(2_000), BytesOf(20_000));

        Assert.InRange(many, few, 15 * few);
        Assert.InRange(many, 0, 120_000_000);
    }

    private static long BytesOf(int count)
    {
        // Not in the order of their days, so that each has to find its place.
        DepositEntry[] entries =
        [
            .. Enumerable.Range(0, count).Select(i => DepositEntry.PaidIn(
                new DocumentId("E-" + i.ToString(CultureInfo.InvariantCulture)), s_since.PlusDays(7 * i % 730), Cny(10m))),
        ];
        var before = GC.GetAllocatedBytesForCurrentThread();
        var ledger = entries.Aggregate(
            DepositLedger.Of(new CustomerId("D-1"), s_since, Cny(100m), topUpDays: 15), (known, entry) => known.Record(entry));
        var bytes = GC.GetAllocatedBytesForCurrentThread() - before;
        Assert.Equal(Cny(10m * count), ledger.On(s_since.PlusDays(730)).Balance);
        Assert.Equal(count, ledger.Entries.Count);
        return bytes;
    }
}
#endif
