using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;

namespace SalesDomain.Tests.Pricing;

/// <summary>What holds for every book and every quantity.</summary>
public sealed class PriceLaws
{
    private static readonly Scope[] s_scopes =
    [
        Scope.Everything.Only(Dealer), Scope.Everything.Only(Dealers), Scope.Everything.Only(Shop), Scope.Everything,
        Scope.Everything.Only(new CustomerId("D-2")),
    ];

    private static readonly UnitConversions s_units =
        UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m));

    [Property]
    public void The_order_in_which_lists_and_records_come_does_not_change_the_answer(int[] seeds, int pieces, bool isLowest)
    {
        var lists = Lists(seeds);
        var (book, turned) = (BookOf([.. lists]), BookOf([.. Enumerable.Reverse(lists)]));
        if (isLowest)
            (book, turned) = (book.TakingLowest(), turned.TakingLowest());

        Assert.Equal(book, turned);
        Assert.Equal(book.ToString(), turned.ToString());
        var (price, other) = (book.Ask(pieces), turned.Ask(pieces));
        Assert.Equal(price.HasPrice, other.HasPrice);
        Assert.Equal(price.Winner, other.Winner);
        Assert.Equal(price.Losers(), other.Losers());

        (ProductId, ItemPrice)[] records = [.. seeds.Distinct().Select(seed => (new ProductId("P" + seed), Record(seed)))];
        Assert.Equal(PriceListVersion.Of(records), PriceListVersion.Of(records.Reverse()));
    }

    [Property]
    public void The_first_list_with_a_price_is_that_of_a_search_by_hand(int[] seeds, int pieces)
    {
        var lists = Lists(seeds);

        var price = BookOf([.. lists]).Ask(pieces);

        var byHand = lists.Where(list => list.Scope.Matches(Known))
            .OrderBy(list => Array.IndexOf(s_scopes, list.Scope)).ThenByDescending(list => list.Precedence)
            .FirstOrDefault(list => HasPrice(list, pieces));
        Assert.Equal(byHand, price.Winner);
        Assert.Equal(lists.Count(list => list.Scope.Matches(Known)), price.Losers().Count + (price.HasPrice ? 1 : 0));
        Assert.Equal(lists.Count(list => !list.Scope.Matches(Known)), price.NotApplicable().Count);
    }

    [Property]
    public void Every_explanation_verifies_and_explains_the_amount(int[] seeds, int quantity, bool inCases, bool isLowest)
    {
        var book = BookOf([.. Lists(seeds)]).With(PricedProduct.Of(Widget, s_units));
        var asked = new Quantity(quantity, inCases ? UnitOfMeasure.Case : UnitOfMeasure.Piece);
        var price = (isLowest ? book.TakingLowest() : book).Ask(asked);

        var explanation = price.Explain();

        Assert.Empty(explanation.Verify());
        Assert.Equal(price.HasPrice ? price.Amount : Figure.Absent, explanation.Value);
    }

    [Property]
    public void Graduated_more_never_costs_less_in_total(PositiveInt first, PositiveInt second, byte one, byte more, byte price, byte last)
    {
        var steps = Breaks((0m, price), (first.Get, last), (first.Get + second.Get, price / 2m));
        var book = BookOf(ListOf("graduated", ItemPrice.Of(steps).Graduated()));

        Assert.True(book.Ask(one).Amount <= book.Ask((decimal)one + more).Amount);
        Assert.Null(book.Ask(one).Inversion(Quantity.Pieces(1m)));
    }

    [Property]
    public void Graduated_by_a_formula_and_in_cases_more_never_costs_less(
        PositiveInt first, PositiveInt second, NonNegativeInt asked, PositiveInt more, byte price, byte next, byte last, byte less)
    {
        var steps = Breaks((0m, price / 10m), (first.Get, next / 10m), (first.Get + second.Get, last / 10m));
        var formula = PriceFormula.Of("graduated").Less(Percent(less % 101)).Rounded(Rounding.ToStep(0.05m, RoundingMode.HalfEven))
            .Plus(Cny(0.01m));
        var book = BookOf(
                ListOf("graduated", ItemPrice.Of(steps).Graduated()),
                Always("formula", PriceListVersion.Empty.WithFormula(formula)).WithPrecedence(1))
            .With(PricedProduct.Of(Widget, s_units));
        foreach (var unit in new[] { UnitOfMeasure.Piece, UnitOfMeasure.Case })
        {
            var (fewer, larger) = (new Quantity(asked.Get, unit), new Quantity(asked.Get + more.Get, unit));

            Assert.Equal("formula", book.Ask(larger).Winner!.Name);
            Assert.True(book.Ask(fewer).Amount <= book.Ask(larger).Amount);
            Assert.True(book.Ask(-fewer).Amount >= book.Ask(-larger).Amount);
        }
    }

    [Property]
    public void All_units_a_larger_quantity_that_costs_less_is_told(
        PositiveInt first, PositiveInt second, byte price, byte next, byte last)
    {
        var (at, then) = (1 + (first.Get % 20), 1 + (first.Get % 20) + 1 + (second.Get % 20));
        var book = BookOf(ListOf("all units", ItemPrice.Of(Breaks((0m, price), (at, next), (then, last)))));

        for (var pieces = 0; pieces <= then; pieces++)
        {
            var amount = book.Ask(pieces).Amount;
            var least = Enumerable.Range(pieces, then - pieces + 1).Select(larger => book.Ask(larger).Amount).Min();

            var told = book.Ask(pieces).Inversion(Quantity.Pieces(1m));

            Assert.Equal(least < amount ? least : (Money?)null, told?.Amount);
        }
    }

    [Property]
    public void A_chain_of_formulas_is_what_the_hand_computes(PositiveInt listed, byte less, byte more, byte margin, short surcharge)
    {
        var (price, off, on, kept) = (listed.Get / 100m, less % 101, more, margin % 100);
        var extra = Math.Abs(surcharge) / 100m;
        var step = Rounding.ToStep(0.05m, RoundingMode.Up);
        var book = BookOf(
            ListOf("base", ItemPrice.Of(Cny(price))),
            Formula("less", PriceFormula.Of("base").Less(Percent(off)).Rounded(step)).WithPrecedence(1),
            Formula("more", PriceFormula.Of("less").MarkedUp(Percent(on)).Plus(Cny(extra))).WithPrecedence(2),
            Formula("kept", PriceFormula.Of("more").AtMargin(Percent(kept)).Rounded(Rounding.Commercial)).WithPrecedence(3));

        var afterLess = Math.Ceiling(price * (100 - off) / 100m / 0.05m) * 0.05m;
        var afterMore = (afterLess * (100 + on) / 100m) + extra;
        var byHand = decimal.Round(afterMore / (1m - (kept / 100m)), 2, MidpointRounding.AwayFromZero);

        var resolved = book.Ask(3m);
        Assert.Equal(Cny(byHand), resolved.UnitPrice);
        Assert.Equal(Cny(byHand * 3m), resolved.Amount);
        Assert.Empty(resolved.Explain().Verify());
    }

    private static PriceList Formula(string name, PriceFormula formula) => Always(name, PriceListVersion.Empty.WithFormula(formula));

    /// <summary>A list for each seed, no two of one precedence; some without widgets, some with breaks or prices per hundred.</summary>
    private static List<PriceList> Lists(int[] seeds) =>
        [
            .. seeds.Take(12).Select((seed, i) => Always("L" + i, Version(seed)).For(s_scopes[Positive(seed / 7, s_scopes.Length)])
                .WithPrecedence(i)),
        ];

    private static PriceListVersion Version(int seed) =>
        PriceListVersion.Empty.With(Positive(seed, 4) == 0 ? Screw : Widget, Record(seed));

    private static ItemPrice Record(int seed)
    {
        var price = Positive(seed, 1_000) / 100m;
        return Positive(seed, 5) switch
        {
            0 => ItemPrice.Of(Cny(price)),
            1 => ItemPrice.Of(Cny(price), Quantity.Pieces(100m)),
            2 => ItemPrice.Of(Breaks((2m, price), (10m, price / 2m))),
            3 => ItemPrice.Of(Breaks((0m, price), (10m, price / 2m))).Graduated(),
            _ => ItemPrice.ByValue(StepSchedule.From((Cny(0m), Cny(price)), (Cny(50m), Cny(price / 2m))), Quantity.Pieces(10m)),
        };
    }

    private static bool HasPrice(PriceList list, int pieces) =>
        list.Versions.At(Day).ItemsOf(Widget)
            .Any(record => record.Breaks is not { } breaks || breaks.TryPriceAt(Quantity.Pieces(pieces), out _));

    private static int Positive(int seed, int below) => (int)(Math.Abs((long)seed) % below);
}
