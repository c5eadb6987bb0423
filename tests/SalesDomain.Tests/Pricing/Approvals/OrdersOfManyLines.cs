using System;
using System.Linq;
using SalesDomain.Pricing;
using SalesDomain.Tests.Pricing.Discounts;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Approvals.ApprovalSample;

namespace SalesDomain.Tests.Pricing.Approvals;

public sealed class OrdersOfManyLines
{
    [Fact]
    public void Each_line_is_judged_by_the_general_table_and_its_own()
    {
        var approval = Decided(4_000, 1_000);

        Assert.Equal(1_001, approval.Parts.Count);
        Assert.Equal(Enumerable.Range(0, 4_000), approval.Lines.Select(line => line.Line.Line.Number));
        Assert.All(approval.Lines, line =>
        {
            var category = line.Line.Line.Subject.ProductCategory!.Value.Code;
            Assert.Equal([null, category], line.Parts.Select(part => part.Table));
            Assert.All(line.Parts, part => Assert.Same(line.Line, Assert.Single(part.Lines)));
        });
        Assert.Same(approval.Lines, approval.Lines);
    }

    [Fact]
    public void A_line_that_only_its_own_table_judges_has_that_part_alone()
    {
        var tables = Tables(2);
        var order = Priced(Off(8), Line(1, 0), Line(2, 5), Line(3, 1));
        var approval = PriceAuthority.Of(ByDiscount).WithScopesApart(tables).Decide(Of("SO-1", order));

        Assert.Equal(
            [["C-0"], [null], ["C-1"]], approval.Lines.Select(line => line.Parts.Select(part => part.Table).ToArray()));
    }

    [Fact]
    public void Costs_are_found_by_the_numbers_of_their_lines()
    {
        var order = Priced(Off(0), [.. Enumerable.Range(0, 4_000).Select(i => Line((7 * i) + 3, i % 10))]);
        var costs = order.Lines.Select(line => (line.Line.Number, Cny(line.Line.Number))).Reverse().ToArray();
        var approval = PriceAuthority.Of(ByMargin).Decide(Of("SO-1", order).WithCosts(costs));

        Assert.All(approval.Lines, line => Assert.Equal(Cny(line.Line.Line.Number), line.Parts[0].Cost));
        Assert.Equal("costs", Assert.Throws<ArgumentException>(() => Of("SO-1", order).WithCosts((4, Cny(1)))).ParamName);
    }

#if NET
    [Fact]
    public void A_line_costs_the_same_among_ten_times_as_many_lines_and_tables()
    {
        // Bytes, since they do not depend on the machine: asking each table about each line took some for every answer.
        _ = BytesOf(Decided(10, 2));
        var (few, many) = (BytesOf(Decided(400, 100)), BytesOf(Decided(4_000, 1_000)));

        Assert.InRange(many, 5 * few, 15 * few);
    }

    private static long BytesOf(PriceApproval approval)
    {
        var before = GC.GetAllocatedBytesForCurrentThread();
        _ = approval.Lines;
        return GC.GetAllocatedBytesForCurrentThread() - before;
    }
#endif

    private static PriceApproval Decided(int lines, int tables) =>
        PriceAuthority.Of(ByDiscount).WithScopes(Tables(tables)).Decide(
            Of("SO-1", Priced(Off(8), [.. Enumerable.Range(0, lines).Select(i => Line(i, i % tables))])));

    private static ScopeTable<Authority> Tables(int count) =>
        ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.ProductCategory),
            [.. Enumerable.Range(0, count).Select(i => ScopeEntry.Of(Category(i), DiscountSample.OnlyCategory(Category(i)), ByDiscount))]);

    private static PricedLine Line(int number, int category) => DiscountSample.Line(number, 100m, 1m, "P", Category(category));

    private static string Category(int number) => "C-" + number.ToString(System.Globalization.CultureInfo.InvariantCulture);
}
