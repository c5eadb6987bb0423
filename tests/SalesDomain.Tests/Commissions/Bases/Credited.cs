using System;
using System.Globalization;
using System.Threading;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.Commissions.Bases;

/// <summary>Sales and receipts, and credits of them.</summary>
internal static class Credited
{
    internal static readonly LocalDate Day = new(2026, 3, 31);

    internal static readonly CommissionMeasure Revenue = Sales(Measure.Revenue);

    internal static readonly CommissionMeasure Collected = CommissionMeasure.Of(ActualRule.OfCollections(Currency.CNY));

    /// <summary>回款提成: in time 1.0, 1–30 days late 0.9, 31–60 0.7, 61–90 0.5, over 0.</summary>
    internal static readonly StepSchedule<int, Percentage> Lateness = StepSchedule.UpTo(
        (0, Percent(100)), (30, Percent(90)), (60, Percent(70)), (90, Percent(50))).ThenAbove(Percent(0));

    private static int s_next;

    /// <summary>
    /// Sales with and without cost and list amount, in every capacity, with shares of few and of 28 digits, and returns that follow one.
    /// </summary>
    internal static Arbitrary<SalesCredit[]> Any { get; } =
        Gen.ArrayOf(
            from cents in Gen.Choose(-200_000, 500_000)
            from list in Gen.Choose(1, 140)
            from cost in Gen.Choose(10, 120)
            from stated in Gen.Choose(0, 11)
            from share in Gen.Elements(1m, 1m, 0.6m, 0.3333m, 1m / 3m, 2m / 7m)
            from kind in Gen.Elements(CreditKind.Direct, CreditKind.Direct, CreditKind.Overlay, CreditKind.RollUp)
            from day in Gen.Choose(-20, 20)
            from pieces in Gen.Choose(1, 7)
            from taken in Gen.Choose(0, 9)
            select Credit(cents / 100m, list, cost, stated, share, kind, day, pieces, taken)).ToArbitrary();

    /// <summary>Receipts late and early, of known and unknown due date, and what takes some back.</summary>
    internal static Arbitrary<SalesCredit[]> AnyReceipts { get; } =
        Gen.ArrayOf(
            from cents in Gen.Choose(1, 5_000_000)
            from late in Gen.OneOf(Gen.Choose(-10, 100), Gen.Elements(0, 1, 30, 31, 60, 61, 90, 91))
            from share in Gen.Elements(1m, 1m, 0.25m, 1m / 3m)
            from kind in Gen.Choose(0, 9)
            select kind switch
            {
                0 => Of(Receipt(cents / 100m, null), share),
                1 => Back(Receipt(cents / 100m, late), share, cents % 3 == 0 ? 0.5m : 1m),
                _ => Of(Receipt(cents / 100m, late), share),
            }).ToArbitrary();

    internal static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

    internal static decimal Number(string text) => decimal.Parse(text, CultureInfo.InvariantCulture);

    internal static Money Cny(decimal amount) => new(amount, Currency.CNY);

    internal static CommissionMeasure Sales(Measure measure) =>
        CommissionMeasure.Of(ActualRule.OfSales(measure, Currency.CNY, Stage.Invoiced));

    internal static SalesLine Sale(
        decimal net, decimal? list = null, decimal? cost = null, decimal pieces = 1m, Action<SalesLineBuilder>? change = null)
    {
        var sign = net < 0m || list < 0m || cost < 0m ? -1m : 1m;
        var builder = new SalesLineBuilder
        {
            Stage = Stage.Invoiced,
            Document = Document("I"),
            Line = 1,
            Date = Day,
            Customer = new CustomerId("D"),
            Product = new ProductId("P"),
            Quantity = Quantity.Pieces(pieces * sign),
            ListAmount = list is { } standard ? Cny(standard) : null,
            NetAmount = Cny(net),
            Tax = Money.Zero(Currency.CNY),
            Cost = cost is { } spent ? Cny(spent) : null,
        };
        change?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>Goods of a sale that come back at the price they were sold at.</summary>
    internal static SalesLine Back(SalesLine sale, decimal pieces)
    {
        var part = -pieces / sale.Quantity.Amount;
        var back = sale.ToBuilder();
        back.Document = Document("CN");
        back.Date = sale.Date.PlusDays(40);
        back.Quantity = sale.Quantity * part;
        back.NetAmount = Part(sale.NetAmount);
        back.ListAmount = Part(sale.ListAmount);
        back.Cost = Part(sale.Cost);
        back.Original = sale.Id;
        return back.Build();

        Money? Part(Money? amount) => part == -1m ? -amount : (amount * part)?.Round(Rounding.Commercial);
    }

    internal static CollectionLine Receipt(decimal amount, int? daysLate, Action<CollectionLineBuilder>? change = null)
    {
        var builder = new CollectionLineBuilder
        {
            Document = Document("R"),
            Line = 1,
            Date = Day,
            Customer = new CustomerId("D"),
            Amount = Cny(amount),
            DueDate = daysLate is { } days ? Day.PlusDays(-days) : null,
        };
        change?.Invoke(builder);
        return builder.Build();
    }

    /// <summary>A cheque that is returned forty days after it was received.</summary>
    internal static CollectionLine Returned(CollectionLine receipt, decimal part = 1m)
    {
        var back = receipt.ToBuilder();
        back.Document = Document("RR");
        back.Date = receipt.Date.PlusDays(40);
        back.Amount = -receipt.Amount * part;
        back.Original = receipt.Id;
        return back.Build();
    }

    internal static SalesCredit Of(SalesLine sale, decimal share = 1m, CreditKind kind = CreditKind.Direct) =>
        SalesCredit.Of(sale, Percentage.FromFraction(share), kind, "own");

    internal static SalesCredit Of(CollectionLine receipt, decimal share = 1m, CreditKind kind = CreditKind.Direct) =>
        SalesCredit.Of(receipt, Percentage.FromFraction(share), kind, "own");

    internal static decimal Amount(this CreditSum sum) => sum.Value!.Value.Money.Amount;

    internal static decimal Counted(this CommissionMeasure measure, SalesCredit credit) => measure.Of(credit).Value!.Value.Money.Amount;

    private static SalesCredit Back(CollectionLine receipt, decimal share, decimal part) =>
        Of(Returned(receipt, part), share).Following(receipt);

    private static SalesCredit Credit(
        decimal net, int list, int cost, int stated, decimal share, CreditKind kind, int day, int pieces, int taken)
    {
        var sale = Sale(
            net, stated == 0 ? null : net * list / 100m, stated == 1 ? null : net * cost / 100m, pieces,
            line => line.Date = Day.PlusDays(day));
        return taken == 0 || taken > pieces || net <= 0m ? Of(sale, share, kind) : Of(Back(sale, taken), share, kind).Following(sale);
    }

    private static DocumentId Document(string kind) => new(kind + Interlocked.Increment(ref s_next).ToString(CultureInfo.InvariantCulture));
}
