using System.Linq;
using FsCheck;
using FsCheck.Xunit;
using SalesDomain.Pricing;
using SalesDomain.Tests.Quotas;
using Xunit;
using static SalesDomain.Tests.Pricing.PriceListSample;
using static SalesDomain.Tests.Pricing.Quotations.QuotationSample;

namespace SalesDomain.Tests.Pricing.Quotations;

/// <summary>What holds for every quotation.</summary>
[Properties(Arbitrary = [typeof(AnyQuotation)])]
public sealed class LawsOfQuotations
{
    [Property(MaxTest = 200)]
    public void The_order_of_lines_changes_nothing(AnyQuotation any)
    {
        var (quoted, shuffled) = (any.Quoted, any.Rules.Quote(any.Shuffled));

        Assert.Equal(any.Request, any.Shuffled);
        Assert.Equal(quoted.ToString(), shuffled.ToString());
        Assert.Equal(quoted.Warnings, shuffled.Warnings);
        Assert.Equal(quoted.Unpriced.Select(line => line.ToString()), shuffled.Unpriced.Select(line => line.ToString()));
        Assert.Equal(quoted.Explain().ToString(), shuffled.Explain().ToString());
    }

    [Property(MaxTest = 200)]
    public void The_lines_sum_to_the_document_to_the_cent(AnyQuotation any)
    {
        var quoted = any.Quoted;

        Assert.Equal(quoted.Net, Money.Sum(Currency.CNY, quoted.Lines.Select(line => line.Net)));
        Assert.Equal(quoted.Tax, Money.Sum(Currency.CNY, quoted.Lines.Select(line => line.Tax)));
        Assert.Equal(quoted.Gross, Money.Sum(Currency.CNY, quoted.Lines.Select(line => line.Gross)));
        Assert.Equal(quoted.Gross, quoted.Net + quoted.Tax);
        Assert.Equal(quoted.Tax, Money.Sum(Currency.CNY, quoted.Taxes.Select(total => total.Tax)));
        Assert.True(quoted.Lines.All(line => line.Net.IsInMinorUnits && line.Tax.IsInMinorUnits));
        Assert.Equal(any.Lines.Length, quoted.Lines.Count + quoted.Unpriced.Count);
        Assert.Equal(quoted.Unpriced.Count == 0, quoted.IsComplete);
        Assert.All(quoted.Unpriced, line => Assert.NotEmpty(line.Reasons));
        if (quoted.Payment is { } payment)
            Assert.Equal(quoted.Gross, Money.Sum(Currency.CNY, payment.Instalments.Select(each => each.Amount)));
    }

    [Property(MaxTest = 200)]
    public void Every_figure_explains_itself_and_a_changed_one_is_named(AnyQuotation any, NonNegativeInt choice)
    {
        var quoted = any.Quoted;

        Assert.Equal((Figure)quoted.Gross, quoted.Explain().Value);
        Tampering.IsNamed(quoted.Explain(), choice.Get);
        foreach (var line in quoted.Lines)
        {
            Assert.Equal((Figure)line.Gross, line.Explain().Value);
            Assert.Empty(line.Explain().Verify());
        }
    }

    [Property(MaxTest = 200)]
    public void List_less_gifts_less_what_was_negotiated_less_deductions_is_net(AnyQuotation any)
    {
        foreach (var line in any.Quoted.Discounted?.Lines ?? [])
        {
            var deducted = Money.Sum(Currency.CNY, line.Deductions.Select(deduction => deduction.Amount));

            Assert.Equal(line.Net, line.ListAmount - line.FreeGoods - line.Negotiated - deducted);
            Assert.False(line.Negotiated.IsNegative);
            Assert.True(line.Line.NegotiatedPrice is not null || line.Negotiated.IsZero);
        }
    }

    [Property(MaxTest = 200)]
    public void Where_rules_look_at_one_line_a_document_is_the_sum_of_its_lines(AnyQuotation any, byte percent, byte perUnit)
    {
        var discounts = DiscountSchedule.Of(
            Rounding.Commercial, Discount.Percent("a", Percent(percent % 101)).At(1),
            Discount.PerUnit("b", Cny((1 + perUnit) / 100m), UnitOfMeasure.Piece).At(2),
            Discount.Percent("c", StepSchedule.From((Quantity.Pieces(10m), Percent(5m)))).At(3).Counting(BreakBasis.Line));
        var rules = QuotationRules.Of(any.Rules.Prices, discounts, any.Rules.TaxRates, any.Rules.Basis).Counting(BreakBasis.Line);

        Quotation[] alone = [.. any.Lines.Select(line => rules.Quote(Ask(line)))];

        var together = rules.Quote(Ask(any.Lines));
        Assert.Equal(together.Net, Money.Sum(Currency.CNY, alone.Select(each => each.Net)));
        Assert.Equal(together.Tax, Money.Sum(Currency.CNY, alone.Select(each => each.Tax)));
    }

    [Property]
    public void Two_lines_of_a_product_cost_what_one_line_does_within_their_roundings(PositiveInt first, PositiveInt second)
    {
        var rules = Rules(ListOf("P", ItemPrice.Of(Breaks((0m, 9.99m), (20m, 9.13m), (90m, 8.77m)), Quantity.Pieces(7m))));
        var (one, two) = (
            rules.Quote(AskWidgets(first.Get + second.Get)), rules.Quote(Ask(Widgets(1, first.Get), Widgets(2, second.Get))));

        Assert.True((one.Net - two.Net).Abs() <= Cny(0.01m), one + " and " + two);
    }

    [Property]
    public void Graduated_more_never_costs_less_in_total(
        PositiveInt first, PositiveInt second, byte one, byte more, byte other, byte price, byte last)
    {
        var list = ListOf("P", ItemPrice.Of(Breaks((0m, price), (first.Get, last), (first.Get + second.Get, price / 2m))).Graduated());
        var rules = Rules(DiscountSchedule.Of(Rounding.Commercial, Discount.Percent("dealer", Percent(8m))), list);

        Money Gross(decimal pieces) => rules.Quote(Ask(Widgets(1, pieces), Widgets(2, 1m + other))).Gross;

        // Each of the two lines is rounded twice.
        Assert.True(Gross(1m + one) <= Gross(1m + one + more) + Cny(0.04m));
        Assert.Empty(rules.Quote(AskWidgets(1m + one)).Warnings);
    }

    [Property]
    public void A_price_with_tax_costs_the_same_whatever_the_basis_of_the_rules(PositiveInt cents, PositiveInt pieces)
    {
        var book = BookOf(WithTax("shop", ItemPrice.Of(Cny(cents.Get / 100m))));
        Quotation Quoted(TaxBasis basis) =>
            QuotationRules.Of(book, DiscountSchedule.Of(Rounding.Commercial), Vat, basis).Quote(Ask(Screws(1, pieces.Get)));

        Assert.True((Quoted(TaxBasis.WithTax).Gross - Quoted(TaxBasis.WithoutTax).Gross).Abs() <= Cny(0.01m));
        Assert.Equal(Quoted(TaxBasis.WithTax).Net, Quoted(TaxBasis.WithoutTax).Net);
    }
}
