using System;
using System.Globalization;
using System.Linq;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Pricing.Discounts;

/// <summary>Works any discounts of any lines a second time, plainly, and compares every deduction, every total and every reason.</summary>
[Properties(Arbitrary = [typeof(AnyDiscounts)])]
public sealed class SecondEngine
{
    [Property(MaxTest = 500)]
    public void Every_deduction_and_every_reason_is_the_same(AnyDiscounts any)
    {
        var given = any.Given;
        var plain = PlainDiscounts.Work(any.Schedule, any.Document, "A");

        Assert.Equal(
            plain.Deductions.OrderBy(each => each.Line)
                .Select(each => each.Line + " " + each.Discount + ": " + Text(each.Given) + " of " + Text(each.Asked)),
            given.Lines.SelectMany(line => line.Deductions.Select(each =>
                line.Line.Number + " " + each.Discount.Name + ": " + Text(each.Amount.Amount) + " of " + Text(each.Asked.Amount))));
        Assert.Equal(
            plain.Totals.Select(each => each.Discount + ": " + Text(each.Given) + " of " + Text(each.Asked)),
            given.Deductions.Where(each => each.Discount.IsOfOrder)
                .Select(each => each.Discount.Name + ": " + Text(each.Amount.Amount) + " of " + Text(each.Asked.Amount)));
        Assert.Equal(
            plain.Reasons.OrderBy(each => each, StringComparer.Ordinal),
            given.Reasons.Select(each => each.ToString()).OrderBy(each => each, StringComparer.Ordinal));
        Assert.True(given.Explain().IsVerified, given.Explain().ToString());
    }

    private static string Text(decimal amount) => amount.ToString("0.####", CultureInfo.InvariantCulture);
}
