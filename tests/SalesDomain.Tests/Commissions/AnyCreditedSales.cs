using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Commissions;

namespace SalesDomain.Tests.Commissions;

/// <summary>Sales of a quarter and after it, some taken back, and who is credited with which share in which capacity.</summary>
public sealed record AnyCreditedSales(IReadOnlyList<(string Payee, SalesCredit Credit)> Credits)
{
    public static Arbitrary<AnyCreditedSales> Sales() => Any().ToArbitrary();

    internal IEnumerable<SalesCredit> Of(string payee) =>
        Credits.Where(each => each.Payee == payee).Select(each => each.Credit);

    internal static SalesLine Sale(int number, LocalDate date, decimal net, SalesLine? original = null) =>
        Builder(number, date, net, original).Build();

    internal static SalesLineBuilder Builder(int number, LocalDate date, decimal net, SalesLine? original = null) => new()
    {
        Stage = Stage.Invoiced,
        Document = new DocumentId((original is null ? "SO-" : "CN-") + Measure.Count("n").Of(number).Value),
        Line = 1,
        Date = date,
        Customer = new CustomerId("C-1"),
        Product = new ProductId("P-1"),
        Quantity = Quantity.Pieces(decimal.Truncate(net / 100m)),
        NetAmount = new Money(net, Currency.CNY),
        Tax = Money.Zero(Currency.CNY),
        Original = original?.Id,
    };

    private static Gen<AnyCreditedSales> Any() =>
        from count in Gen.Choose(0, 12)
        from cents in Gen.Frequency((1, Gen.Elements(0, 10_000_000, 1)), (5, Gen.Choose(1, 8_000_000))).ArrayOf(count)
        from days in Gen.Choose(0, 100).ArrayOf(count)
        from shares in Gen.Elements(100m, 100m, 60m, 33.33m, 12.5m).ArrayOf(count)
        from backs in Gen.Elements(0, 0, 0, 1, 2, 3).ArrayOf(count)
        select new AnyCreditedSales(
            [.. Enumerable.Range(0, count).SelectMany(i => Credited(i, cents[i] / 100m, days[i], shares[i], backs[i]))]);

    private static IEnumerable<(string Payee, SalesCredit Credit)> Credited(int number, decimal net, int day, decimal share, int back)
    {
        var sale = Sale(number, new LocalDate(2026, 1, 1).PlusDays(day), net);
        foreach (var credit in Shared(sale, share, original: null))
            yield return credit;

        // Back: not at all, the half, all, or all and sold again.
        if (back > 0 && net > 0m)
        {
            var returned = Sale(number, sale.Date.PlusDays(10), -(back == 1 ? decimal.Truncate(net * 50m) / 100m : net), sale);
            if (!returned.NetAmount.IsZero)
            {
                foreach (var credit in Shared(returned, share, sale))
                    yield return credit;
            }
        }
    }

    private static IEnumerable<(string Payee, SalesCredit Credit)> Shared(SalesLine line, decimal share, SalesLine? original)
    {
        yield return ("A", Credit(line, Percentage.FromPercent(share), CreditKind.Direct, original));
        if (share < 100m)
            yield return ("B", Credit(line, Percentage.FromPercent(100m - share), CreditKind.Direct, original));
        yield return ("M", Credit(line, Percentage.OneHundred, CreditKind.RollUp, original));
    }

    private static SalesCredit Credit(SalesLine line, Percentage share, CreditKind kind, SalesLine? original)
    {
        var credit = SalesCredit.Of(line, share, kind, "own");
        return original is null ? credit : credit.Following(original);
    }
}
