using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

/// <summary>One line of any order: its price and floor, what is taken off it, its cost, and of which of three orders it is.</summary>
public sealed record AnyOrderLine(int Pieces, int Cents, int Percent, int Floor, int Cost, bool IsFree, int Order);

/// <summary>
/// Any orders of one customer and day, whose lines have each a discount of its own, so that an order can be split at will.
/// </summary>
public sealed record AnyOrders(AnyOrderLine[] Lines, int Shuffle)
{
    private static readonly (string Name, Func<decimal, AuthorityLimit> Limit, decimal[] Bounds)[] s_columns =
    [
        (PriceAuthority.Discount, AtMost, [5m, 10m, 20m]),
        (PriceAuthority.DiscountAmount, amount => AuthorityLimit.AtMost(Cny(amount)), [50m, 500m, 5_000m]),
        (PriceAuthority.Margin, least => AuthorityLimit.AtLeast(Percent(least)), [20m, 15m, 0m]),
        (PriceAuthority.BelowFloor, AtMost, [0m, 2m, 10m]),
    ];

    internal static readonly PriceAuthority ByTwo = PriceAuthority.Of(TaxBasis.WithoutTax, Table(2));
    internal static readonly PriceAuthority ByAll = PriceAuthority.Of(TaxBasis.WithoutTax, Table(4));

    /// <summary>Narrower for orders from 1,000 up; and for two products a table of their own, in place of the general one.</summary>
    internal static readonly PriceAuthority ByScope = PriceAuthority
        .ByListAmount(TaxBasis.WithoutTax, StepSchedule.From((Cny(0), Table(4)), (Cny(1_000), Table(2))))
        .WithScopesApart(ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product), ScopeEntry.Of("own", DiscountSample.Only("P-1", "P-3"), Table(3))));

    public static Arbitrary<AnyOrders> Any() =>
        (from lines in AnyLine().NonEmptyListOf()
         from shuffle in Gen.Choose(1, 996)
         select new AnyOrders([.. lines.Take(8)], shuffle)).ToArbitrary();

    public override string ToString() => string.Join("\n", Lines.Select(line => line.ToString()));

    /// <summary>All lines as one order.</summary>
    internal PriceCase Whole(int more = 0) => Case("whole", _ => true, more)!;

    /// <summary>The lines of each order that has any.</summary>
    internal PriceCase[] Orders(int moreOnFirst = 0) =>
    [
        .. Enumerable.Range(0, 3).Select(number => Case("SO-" + Text(number), line => line.Order == number, number == 0 ? moreOnFirst : 0))
            .OfType<PriceCase>(),
    ];

    internal PriceCase[] Shuffled() =>
        [.. new AnyOrders(Lines, Shuffle).Orders().OrderBy(order => (order.Id.Code[3] - '0' + 1) * Shuffle % 997)];

    /// <summary>The document of some lines before discounts, in any order of them.</summary>
    internal PricedDocument Document(Func<AnyOrderLine, bool> isOf) =>
        PricedDocument.Of(
            Currency.CNY, TaxBasis.WithoutTax, DiscountSample.Day,
            Lines.Select((line, i) => (Line: line, Number: i)).Where(each => isOf(each.Line))
                .OrderBy(each => (each.Number + 1) * Shuffle % 997).Select(each => Priced(each.Line, each.Number)));

    internal DiscountSchedule Schedule(int more = 0) => DiscountSample.Schedule(
        [.. Lines.Select((line, i) => Discount.Percent("D-" + Text(i), Percent(Math.Min(100, line.Percent + more)))
            .At(i).For(DiscountSample.Only("P-" + Text(i))))]);

    private static Authority Table(int columns)
    {
        var used = s_columns.Take(columns).ToArray();
        var table = Authority.Over([.. used.Select(column => column.Name)]);
        RoleId[] roles = [Salesperson, Manager, Director];
        for (var rank = 0; rank < roles.Length; rank++)
            table = table.With(roles[rank], [.. used.Select(column => (column.Name, column.Limit(column.Bounds[rank])))]);

        return table;
    }

    private static Gen<AnyOrderLine> AnyLine() =>
        from pieces in Gen.Choose(1, 40)
        from cents in Gen.Frequency((1, Gen.Constant(0)), (8, Gen.Choose(1, 5_000)))
        from percent in Gen.Choose(0, 25)
        from floor in Gen.Choose(0, 105)
        from cost in Gen.Choose(0, 95)
        from isFree in Gen.Frequency((9, Gen.Constant(false)), (1, Gen.Constant(true)))
        from order in Gen.Choose(0, 2)
        select new AnyOrderLine(pieces, cents, percent, floor, cost, isFree, order);

    private static PricedLine Priced(AnyOrderLine line, int number)
    {
        var price = line.Cents / 100m;
        if (line.IsFree)
            return DiscountSample.Free(number, price, line.Pieces, "P-" + Text(number));

        var priced = DiscountSample.Line(number, price, line.Pieces, "P-" + Text(number));
        return line.Floor < 60 ? priced : priced.WithFloor(Cny(price * line.Floor / 100m));
    }

    private static string Text(int number) => number.ToString(CultureInfo.InvariantCulture);

    private PriceCase? Case(string id, Func<AnyOrderLine, bool> isOf, int more)
    {
        if (!Lines.Any(isOf))
            return null;

        // Costs are of the list amount; one in ten is not known.
        IEnumerable<(int, Money)> costs = Lines.Select((line, i) => (Line: line, Number: i))
            .Where(each => isOf(each.Line) && each.Line.Cost < 90)
            .Select(each => (each.Number, Cny(each.Line.Pieces * each.Line.Cents * each.Line.Cost / 10_000m)));
        return Of(id, Schedule(more).Apply(Document(isOf))).WithCosts([.. costs]);
    }
}
