using System;
using System.Collections.Generic;
using System.Globalization;
using System.Linq;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using Xunit;
using static SalesDomain.Tests.Cases.Notation;
using static SalesDomain.Tests.Pricing.Discounts.DiscountSample;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>
/// Works any discounts of any lines a second time, one line at a time with plain decimals and without stages, and compares every deduction.
/// Numbers are shared by discounts of disjoint products; bases, minimums, kinds, units, returns and roundings are drawn by chance.
/// </summary>
public sealed class SecondEngine
{
    private static readonly string[] s_products = ["A", "B", "C"];
    private static readonly UnitConversions s_units =
        UnitConversions.Of(UnitOfMeasure.Piece).With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(12));

    private sealed record Taken(
        Discount Discount, string[] Products, decimal Value, decimal? Least, decimal? LeastAmount, bool IsOfDocument, bool IsStepped,
        string? After, bool IsIncluding);

    [Property(MaxTest = 500)]
    public void Every_deduction_is_the_same(int seed)
    {
        var chance = new Random(seed);
        var rounding = Any(
            Rounding.Commercial, Rounding.Bankers, Rounding.ToStep(0.05m, RoundingMode.Up), Rounding.ToStep(1m, RoundingMode.Down));
        var lines = Enumerable.Range(1, chance.Next(1, 7)).Select(AnyLine).ToArray();
        var discounts = new List<Taken>();
        for (var sequence = 1; sequence < chance.Next(2, 6); sequence++)
        {
            foreach (var products in Any<string[][]>([["A"], ["B", "C"]], [["A", "B"]], [s_products], [["C"], ["A"], ["B"]]))
                discounts.Add(AnyDiscount(sequence, products));
        }

        var given = DiscountSchedule.Of(rounding, discounts.Select(each => each.Discount).OrderBy(_ => chance.Next()))
            .Apply(Order([.. lines.OrderBy(_ => chance.Next())]));

        Assert.Equal(Worked(lines, discounts, rounding), given.Lines.SelectMany(line =>
            line.Deductions.Select(each => line.Line.Number + " " + each.Discount.Name + " " + Text(each.Amount.Amount))));
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());

        T Any<T>(params T[] values) => values[chance.Next(values.Length)];

        PricedLine AnyLine(int number)
        {
            var subject = Subject(Any(s_products)).With(
                Any(PriceKind.Standard, PriceKind.Standard, PriceKind.Consignment, PriceKind.Special, PriceKind.Free));
            var quantity = new Quantity(Any(1m, 1m, 1m, -1m, 0.5m) * chance.Next(1, 30), Any(UnitOfMeasure.Piece, UnitOfMeasure.Case));
            var line = PricedLine.Of(number, subject, quantity, Cny(chance.Next(0, 20_000) / 100m));
            line = chance.Next(3) > 0 ? line.WithUnits(s_units) : line;
            return chance.Next(3) > 0 ? line : line.WithFloor(Cny(chance.Next(0, 20_000) / 100m));
        }

        Taken AnyDiscount(int sequence, string[] products)
        {
            var (name, value, kind) = ("d" + sequence + products[0], chance.Next(1, 100) / 2m, chance.Next(4));
            var discount = kind switch
            {
                0 => Discount.Percent(name, Percent(value)),
                1 => Discount.Percent(name, ByPieces((10m, value))),
                2 => Discount.PerUnit(name, Cny(value), UnitOfMeasure.Piece),
                _ => Discount.FixedPrice(name, Cny(value), UnitOfMeasure.Piece),
            };
            discount = discount.At(sequence).For(Only(products));
            decimal? least = chance.Next(4) == 0 ? chance.Next(1, 60) : null;
            decimal? leastAmount = chance.Next(4) == 0 ? chance.Next(1, 3000) : null;
            var isOfDocument = chance.Next(2) == 0;
            var isIncluding = chance.Next(3) == 0;
            var after = kind < 2 && chance.Next(3) == 0 ? discounts.LastOrDefault(each => each.Discount.Sequence < sequence) : null;
            discount = least is { } pieces ? discount.FromQuantity(Quantity.Pieces(pieces)).Counting(BreakBasis.MixGroup) : discount;
            discount = kind == 1 ? discount.Counting(BreakBasis.MixGroup) : discount;
            discount = leastAmount is not { } amount ? discount
                : isOfDocument ? discount.FromDocumentAmount(Cny(amount)) : discount.FromAmount(Cny(amount));
            discount = isIncluding ? discount.Including(PriceKind.Special) : discount;
            discount = after is null ? discount : discount.On(DiscountBase.After(after.Discount.Name));
            return new Taken(
                discount, products, value, least, leastAmount, isOfDocument, kind == 1, after?.Discount.Name, isIncluding);
        }
    }

    private static string Text(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);

    private static List<string> Worked(PricedLine[] lines, List<Taken> discounts, Rounding rounding)
    {
        decimal Rounded(decimal amount) => Cny(amount).Round(rounding).Amount;
        var unit = rounding == Rounding.Commercial || rounding == Rounding.Bankers ? 0.01m : Rounded(1.01m) == 1.05m ? 0.05m : 1m;
        var running = lines.Select(line => Rounded(line.Amount.Amount)).ToArray();
        var list = running.ToArray();
        var after = new Dictionary<int, decimal[]>();
        var said = lines.Select(_ => new List<string>()).ToArray();
        foreach (var stage in discounts.GroupBy(each => each.Discount.Sequence).OrderBy(each => each.Key))
        {
            var before = running.ToArray();
            foreach (var each in stage)
            {
                bool Is(int i) => IsSold(i) && each.Products.Contains(lines[i].Subject.Product!.Value.Code)
                    && (each.IsIncluding || lines[i].Subject.PriceKind != PriceKind.Special);
                var all = Enumerable.Range(0, lines.Length).ToArray();
                var counted = all.Where(i => Is(i) && Pieces(i) is not null).Sum(i => Pieces(i)!.Value);
                if (each.LeastAmount > all.Where(i => each.IsOfDocument ? IsSold(i) : Is(i)).Sum(i => before[i]))
                    continue;

                foreach (var i in all.Where(Is))
                {
                    var isByQuantity = each.Discount.Rate is null || each.Least is not null;
                    if ((isByQuantity && Pieces(i) is null) || each.Least > counted || (each.IsStepped && counted < 10m))
                        continue;

                    var @base = each.After is not { } name ? running[i]
                        : after[discounts.Single(other => other.Discount.Name == name).Discount.Sequence][i];
                    var asked = each.Discount.Kind == DiscountKind.Percent ? Rounded(@base * each.Value / 100m)
                        : each.Discount.Kind == DiscountKind.PerUnit ? Rounded(each.Value * Pieces(i)!.Value)
                        : running[i] - Rounded(each.Value * Pieces(i)!.Value);
                    if (each.Discount.Kind == DiscountKind.FixedPrice && Rounded(each.Value * Pieces(i)!.Value) > list[i])
                        continue;

                    var floor = decimal.Ceiling((lines[i].Floor?.Amount ?? 0m) * lines[i].Quantity.Amount / unit) * unit;
                    var taken = Math.Min(asked, Math.Max(0m, running[i] - floor));
                    running[i] -= taken;
                    said[i].Add(lines[i].Number + " " + each.Discount.Name + " " + Text(taken));
                }
            }

            after[stage.Key] = running.ToArray();
        }

        return [.. said.SelectMany(each => each)];

        bool IsSold(int i) => !lines[i].IsFree && !lines[i].IsReturn;

        decimal? Pieces(int i) =>
            lines[i].Quantity.Unit == UnitOfMeasure.Piece ? lines[i].Quantity.Amount
                : lines[i].Units is null ? null : lines[i].Quantity.Amount * 12m;
    }
}
