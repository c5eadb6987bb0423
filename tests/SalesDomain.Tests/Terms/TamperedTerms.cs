using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using SalesDomain.Terms;
using SalesDomain.Tests.Quotas;

namespace SalesDomain.Tests.Terms;

/// <summary>Whoever changes one computed figure of a schedule, a settlement, a bill or an equivalent price is named.</summary>
public sealed class TamperedTerms
{
    private static readonly LocalDate s_on = new(2026, 3, 1);

    private static readonly Arbitrary<int> s_choice = Gen.Choose(0, 10_000).ToArbitrary();

    [Property]
    public Property Of_a_payment_schedule() =>
        Prop.ForAll(TermsSample.Instalments, Gen.Choose(-1_000_000, 1_000_000).ToArbitrary(), s_choice, (terms, cents, choice) =>
            Tampering.IsNamed(terms.Schedule(Cny(cents), s_on).Explain(), choice));

    [Property]
    public Property Of_a_cash_discount_settlement() =>
        Prop.ForAll(
            TermsSample.Ladders, (from cents in Gen.Choose(1, 50_000) from day in Gen.Choose(0, 70) select (cents, day)).ArrayOf()
                .ToArbitrary(),
            s_choice,
            (terms, facts, choice) =>
            {
                var invoice = PayableInvoice.Of(Cny(113_000), Cny(13_000), s_on).WithExcluded(Cny(11_300), Cny(1_300));
                foreach (var basis in new[] { TaxBasis.WithTax, TaxBasis.WithoutTax })
                {
                    var settled = CashDiscountRule.Of(terms, basis, Rounding.Commercial)
                        .Settle(invoice, [.. facts.Select(fact => (s_on.PlusDays(fact.day), Cny(fact.cents)))]);
                    Tampering.IsNamed(settled.Explain(), choice);
                    if (settled.Balance.IsPositive)
                        Tampering.IsNamed(settled.PaymentToReduceTo(Cny(0), s_on.PlusDays(5)).Explain(), choice);
                }
            });

    [Property]
    public Property Of_a_discounted_bill() =>
        Prop.ForAll(
            Gen.Choose(100, 100_000_000).ToArbitrary(),
            (from days in Gen.Choose(1, 365) from rate in Gen.Choose(1, 1_200) select (days, rate)).ToArbitrary(), s_choice,
            (cents, of, choice) =>
            {
                var rule = BillDiscounting.Of(Percentage.FromPercent(of.rate / 100m), DayCountBasis.Actual360, Rounding.Commercial);
                var bill = rule.Discount(AcceptanceBill.Of(Cny(cents), s_on.PlusDays(of.days)).WithRemoteAcceptor(), s_on);
                Tampering.IsNamed(bill.Explain(), choice);
                Tampering.IsNamed(bill.ExplainTrueYield(), choice);
            });

    [Property]
    public Property Of_an_equivalent_price() =>
        Prop.ForAll(
            Gen.Choose(-10_000_000, 10_000_000).ToArbitrary(),
            (from days in Gen.Choose(0, 365) from rate in Gen.Choose(0, 2_400) select (days, rate)).ToArbitrary(), s_choice,
            (cents, of, choice) =>
            {
                var rule = CashEquivalence.Of(Percentage.FromPercent(of.rate / 100m), DayCountBasis.Actual365, Rounding.Commercial);
                Tampering.IsNamed(rule.AmountFor(Cny(cents), of.days).Explain(), choice);
                Tampering.IsNamed(rule.CashFor(Cny(cents), of.days).Explain(), choice);
            });

    private static Money Cny(int cents) => new(cents / 100m, Currency.CNY);
}
