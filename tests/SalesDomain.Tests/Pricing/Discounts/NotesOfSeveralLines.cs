using System;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>A return note of several lines is one credit, which says by line what it is of.</summary>
public sealed class NotesOfSeveralLines
{
    private static readonly ScopeTable<Percentage> s_rates = ScopeTable.MostSpecific(
        AccessSequence.Of(ScopeDimensions.Product, ScopeDimensions.None),
        ScopeEntry.Of("standard", Scope.Everything, Percent(13)), ScopeEntry.Of("reduced", Only("P-2"), Percent(9)));

    // 600 at 13 %, 400 at 9 %, less 100 from 1,000: when line 1 comes back, 540.00 of it less 40.00 that line 2 costs more.
    [Fact]
    public void A_credit_is_split_by_line_and_rate()
    {
        var credit = ReturnedDocument.Of(Spring(Line(1, 600m), Line(2, 400m))).Credit(1, Quantity.Pieces(1));

        Assert.Equal(["line 1: 1 PCE, CNY 540.00", "line 2: CNY -40.00"], credit.Lines.Select(line => line.ToString()));
        Assert.Equal(Cny(500m), credit.Amount);
        Assert.Equal(
            ["CNY 540.00 + 13% CNY 70.20 = CNY 610.20", "CNY -40.00 + 9% CNY -3.60 = CNY -43.60"],
            credit.Lines.Select(line => line.Split(s_rates, Rounding.Commercial)!.ToString()));
        Assert.Equal(Cny(566.60m), Total(credit.Lines.Select(line => line.Split(s_rates, Rounding.Commercial)!.Gross)));
        Assert.Equal(credit.Lines[1].Split(s_rates, Rounding.Commercial), credit.Lines[1].Split(Percent(9), Rounding.Commercial));
        Assert.All(credit.Lines, line => Assert.True(line.Explain().IsVerified, line.Explain().ToString()));
    }

    [Fact]
    public void Tax_in_the_prices_is_split_out_of_them()
    {
        var sold = Schedule().Apply(
            PricedDocument.Of(Currency.CNY, TaxBasis.WithTax, Day, Line(1, 113m, 2m), Line(2, 109m)));
        var line = ReturnedDocument.Of(sold).Credit(1, Quantity.Pieces(1)).Lines.Single();

        Assert.Equal("CNY 100.00 + 13% CNY 13.00 = CNY 113.00", line.Split(s_rates, Rounding.Commercial)!.ToString());
        Assert.Null(line.Split(ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product), ScopeEntry.Of("reduced", Only("P-2"), Percent(9))), Rounding.Commercial));
        Assert.Throws<ArgumentOutOfRangeException>("taxRate", () => line.Split(Percent(-1), Rounding.Commercial));
        Assert.Throws<ArgumentOutOfRangeException>("taxRates", () => line.Split(ScopeTable.MostSpecific(
            AccessSequence.Of(ScopeDimensions.Product), ScopeEntry.Of("wrong", Only("P-1"), Percent(-1))), Rounding.Commercial));
    }

    // 100 + 250 + 850 less 300 from 1,000 is 900; without lines 1 and 2 it is 850.
    [Fact]
    public void Its_lines_are_credited_together()
    {
        var sale = ReturnedDocument.Of(
            Schedule(Discount.OfOrder("spring", Cny(300m)).FromAmount(Cny(1000m)))
                .Apply(Order(Line(1, 100m), Line(2, 250m), Line(3, 850m))));
        var note = sale.Credit((2, Quantity.Pieces(1)), (1, Quantity.Pieces(1)));

        Assert.Equal("line 1: 1 PCE, line 2: 1 PCE, CNY 50.00", note.ToString());
        Assert.Equal([Cny(75m), Cny(187.50m), Cny(-212.50m)], note.Lines.Select(line => line.Amount));

        // One after the other line 1 brings the 75.00 that were paid for it, which nobody asks back.
        var one = sale.Credit(1, Quantity.Pieces(1));
        var two = one.After.Credit(2, Quantity.Pieces(1));
        Assert.Equal((Cny(75m), Cny(0m)), (one.Amount, two.Amount));
        Assert.Equal("line 2: 1 PCE, CNY 0.00", two.Lines.Single().ToString());
        Assert.True(two.Lines.Single().Explain().IsVerified, two.Lines.Single().Explain().ToString());
        Assert.Equal(one.After.CreditedOf(3), two.After.CreditedOf(3));

        // What is due in the end comes with the last, and by line it is then what it would have been.
        var all = two.After.Credit(3, Quantity.Pieces(1));
        Assert.Equal(Cny(825m), all.Amount);
        Assert.Equal(sale.Sold.Nets(), new[] { 1, 2, 3 }.Select(number => all.After.CreditedOf(number).Amount));
    }

    [Fact]
    public void A_line_above_what_is_open_refuses_all_of_it()
    {
        var sale = ReturnedDocument.Of(Spring(Line(1, 600m), Line(2, 400m), Line(3, 1m)));
        var note = sale.Credit((3, Quantity.Pieces(2)), (2, Quantity.Pieces(1)), (1, Quantity.Pieces(3)));

        Assert.True(note.IsRefused);
        Assert.Same(sale, note.After);
        Assert.Equal(
            ["pricing.return-above-sold (line 1, returned 3 PCE, open 1 PCE)",
                "pricing.return-above-sold (line 3, returned 2 PCE, open 1 PCE)"],
            note.Reasons.Select(reason => reason.ToString()));
        Assert.Equal([Cny(0m), Cny(0m), Cny(0m)], note.Lines.Select(line => line.Amount));
        Assert.All(note.Lines, line => Assert.Equal(Figure.Absent, line.Explain().Value));
    }

    [Fact]
    public void What_makes_no_sense_is_refused()
    {
        var sold = Spring(Line(1, 600m), Line(2, 400m), Line(4, 1m, -1m));
        var sale = ReturnedDocument.Of(sold);
        var one = Quantity.Pieces(1);

        Assert.Throws<ArgumentException>("lines", () => sale.Credit());
        Assert.Throws<ArgumentException>("lines", () => sale.Credit((1, one), (1, one)));
        Assert.Throws<ArgumentOutOfRangeException>("lines", () => sale.Credit((1, one), (3, one)));
        Assert.Throws<ArgumentOutOfRangeException>("lines", () => sale.Credit((1, one), (4, one)));
        Assert.Throws<ArgumentOutOfRangeException>("lines", () => sale.Credit((1, one), (2, Quantity.Pieces(0))));
        Assert.Throws<UnitMismatchException>("lines", () => sale.Credit((1, new Quantity(1m, UnitOfMeasure.Case))));
        Assert.Throws<ArgumentOutOfRangeException>("recorded", () => ReturnedDocument.Of(sold, (3, one, Cny(0m))));
        Assert.Throws<ArgumentOutOfRangeException>(
            "recorded", () => ReturnedDocument.Of(sold, (1, one, Cny(540m)), (1, one, Cny(0m))));
        Assert.Throws<ArgumentOutOfRangeException>("recorded", () => ReturnedDocument.Of(sold, (1, -one, Cny(0m))));
        Assert.Throws<ArgumentOutOfRangeException>("recorded", () => ReturnedDocument.Of(sold, (1, one, Cny(-0.01m))));
        Assert.Throws<CurrencyMismatchException>(() => ReturnedDocument.Of(sold, (1, one, Usd(540m))));
        Assert.Throws<UnitMismatchException>(
            "recorded", () => ReturnedDocument.Of(sold, (1, new Quantity(1m, UnitOfMeasure.Case), Cny(540m))));
    }

    [Property(MaxTest = 300)]
    public void The_order_of_its_lines_decides_nothing_and_its_rows_rebuild_the_document(
        (byte Cents, byte Sold, byte First, byte Second)[] rows, PositiveInt seed, bool isGraduated)
    {
        if (rows.Length == 0)
            return;

        rows = [.. rows.Take(8)];
        var steps = Discount.Percent("steps", ByPieces((5m, 7m), (9m, 11m))).Counting(BreakBasis.MixGroup).At(10);
        var sold = Schedule(
                isGraduated ? steps.Graduated() : steps,
                Discount.OfOrder("spring", Cny(1 + (seed.Get % 9))).FromAmount(Cny(1 + (seed.Get % 40))).At(90))
            .Apply(Order([.. rows.Select((row, i) => Line(i, (row.Cents + 1) / 7m, (row.Sold % 12) + 1))]));
        var sale = ReturnedDocument.Of(sold);
        var recorded = Array.Empty<(int Line, Quantity Returned, Money Credited)>();
        foreach (var part in new Func<(byte Cents, byte Sold, byte First, byte Second), int>[]
        {
            row => row.First % ((row.Sold % 12) + 2), row => row.Second % ((row.Sold % 12) + 2 - (row.First % ((row.Sold % 12) + 2))),
        })
        {
            var note = rows.Select((row, i) => (Line: i, Returned: Quantity.Pieces(part(row)))).Where(line => line.Returned.IsPositive)
                .ToArray();
            if (note.Length == 0)
                continue;

            var credit = sale.Credit(note);
            var shuffled = sale.Credit([.. note.OrderBy(line => (line.Line + 1) * seed.Get % 997)]);
            Assert.Equal(credit.ToString(), shuffled.ToString());
            Assert.Equal(credit.Lines.Select(line => line.ToString()), shuffled.Lines.Select(line => line.ToString()));
            Assert.False(credit.IsRefused || credit.Amount.IsNegative);
            Assert.Equal(credit.Amount, Total(credit.Lines.Select(line => line.Amount)));
            Assert.True(credit.Explain().IsVerified, credit.Explain().ToString());
            Assert.All(credit.Lines, line => Assert.True(line.Explain().IsVerified, line.Explain().ToString()));

            recorded = [.. credit.Lines.Select(line => (line.Number, line.Returned, line.Amount)), .. recorded];
            var again = ReturnedDocument.Of(sold, recorded);
            Assert.Equal(credit.After.ToString(), again.ToString());
            Assert.Equal(credit.After.Due, again.Due);
            Assert.All(sold.Lines, line =>
            {
                Assert.Equal(credit.After.CreditedOf(line.Line.Number), again.CreditedOf(line.Line.Number));
                Assert.Equal(credit.After.ReturnedOf(line.Line.Number), again.ReturnedOf(line.Line.Number));
            });
            sale = credit.After;
        }

        // The rest in one note: to the cent what was paid, of each line too.
        var rest = rows.Select((row, i) => (i, Quantity.Pieces((row.Sold % 12) + 1) - sale.ReturnedOf(i)))
            .Where(line => line.Item2.IsPositive).ToArray();
        if (rest.Length > 0)
            sale = sale.Credit(rest).After;

        Assert.Equal(sold.Net, sale.Credited);
        Assert.Equal(sold.Nets(), sold.Lines.Select(line => sale.CreditedOf(line.Line.Number).Amount));
    }

    private static DiscountedDocument Spring(params PricedLine[] lines) =>
        Schedule(Discount.OfOrder("spring", Cny(100m)).FromAmount(Cny(1000m))).Apply(Order(lines));

    private static Money Total(System.Collections.Generic.IEnumerable<Money> amounts) => Money.Sum(Currency.CNY, amounts);
}
