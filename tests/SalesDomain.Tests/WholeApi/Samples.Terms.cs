using System;
using System.Collections.Generic;
using SalesDomain.Terms;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_terms = new()
    {
        [typeof(AcceptanceBill)] = () => [Bill(), Bill().WithRemoteAcceptor(), Bill().WithIssueDate(s_date)],
        [typeof(BillDiscounting)] = () =>
        [
            BankOf(), BankOf().WithMaximumTenor(6), BankOf().WithConvention(BusinessDayConvention.Following, WorkCalendar.MondayToFriday),
        ],
        [typeof(CashDiscountCost)] = () =>
            [
                CashDiscountCost.Of(Percentage.FromPercent(2), Percentage.Zero, 20, DayCountBasis.Actual365),
                DiscountRule().Settle(Payable()).CostOfForgoing(0, DayCountBasis.Actual365)!,
            ],
        [typeof(CashDiscountRule)] = () =>
            [DiscountRule(), DiscountRule().WithCalendar(WorkCalendar.MondayToFriday), DiscountRule().WithGraceDays(2)],
        [typeof(CashDiscountRung)] = () => [.. Discounted().Discounts],
        [typeof(CashDiscountSettlement)] = () => [DiscountRule().Settle(Payable(), (s_date, new Money(98m, Currency.USD)))],
        [typeof(CashEquivalence)] = () => [Equivalence(), Equivalence().WithRate(Instrument.BankBill, Percentage.FromPercent(2))],
        [typeof(ConvertedReceipt)] = () => [.. Equivalence().Convert(Currency.USD, [Receipt().Build()]).Lines],
        [typeof(ConvertedReceipts)] = () => [Equivalence().Convert(Currency.USD, [Receipt().Build()])],
        [typeof(DiscountedBill)] = () => [BankOf().Discount(Bill(), s_date)],
        [typeof(DueRule)] = () => [DueRule.Days(60), DueRule.Parse("EOM+30"), DueRule.Parse("10 prox cut-off:25")],
        [typeof(EquivalentAmount)] = () => [Equivalence().CashFor(new Money(2.5m, Currency.USD), 30)],
        [typeof(LatePaymentCharge)] = () =>
        [
            LateRule().Charge(new Money(2.5m, Currency.USD), s_date, s_date.PlusDays(6)),
            BoundedLateRule().Charge(new Money(2.5m, Currency.USD), s_date, s_date.PlusDays(6)),
        ],
        [typeof(LatePaymentRule)] = () =>
            [LateRule(), LatePaymentRule.PerDay(Percentage.FromPercent(0.1m), Rounding.Commercial), BoundedLateRule()],
        [typeof(PayableInvoice)] = () =>
            [Payable(), Payable().WithExcluded(new Money(1m, Currency.USD), Money.Zero(Currency.USD))],
        [typeof(PaymentInstalment)] = () => [.. InParts().Instalments],
        [typeof(PaymentNeeded)] = () => [DiscountRule().Settle(Payable()).PaymentToReduceBy(new Money(2.5m, Currency.USD), s_date)],
        [typeof(PaymentSchedule)] = () =>
            [InParts().Schedule(new Money(2.5m, Currency.USD), s_date), FromDifferentDays().Schedule(new Money(2.5m, Currency.USD))],
        [typeof(PaymentTerms)] = () => [PaymentTerms.Net(60), Discounted(), InParts(), FromDifferentDays()],
        [typeof(ScheduledInstalment)] = () => [.. InParts().Schedule(new Money(2.5m, Currency.USD), s_date).Instalments],
        [typeof(SettledPayment)] = () =>
            [.. DiscountRule().Settle(Payable(), (s_date, new Money(98m, Currency.USD))).Payments],
    };

    private static AcceptanceBill Bill() => AcceptanceBill.Of(new Money(1_000m, Currency.USD), s_date.PlusMonths(6));

    private static BillDiscounting BankOf() =>
        BillDiscounting.Of(Percentage.FromPercent(2.4m), DayCountBasis.Actual360, Rounding.Commercial);

    private static CashEquivalence Equivalence() =>
        CashEquivalence.Of(Percentage.FromPercent(4.8m), DayCountBasis.Actual360, Rounding.Commercial);

    private static LatePaymentRule LateRule() => LatePaymentRule.PerDay(Percentage.FromPercent(0.05m), Rounding.Commercial);

    private static LatePaymentRule BoundedLateRule() =>
        LatePaymentRule.PerYear(Percentage.FromPercent(8m), DayCountBasis.Actual365, Rounding.Commercial).WithGrace(5)
            .WithMinimum(new Money(1m, Currency.USD)).WithCap(Percentage.FromPercent(20m));

    private static PaymentTerms FromDifferentDays() => PaymentTerms.Parse("30%/0 from order 70%/60 2/10 from delivery");

    private static PaymentTerms Discounted() => PaymentTerms.Parse("2/10 1/20 n/60");

    private static PaymentTerms InParts() => PaymentTerms.Parse("30%/0 70%/EOM+30");

    private static CashDiscountRule DiscountRule() => CashDiscountRule.Of(Discounted(), TaxBasis.WithTax, Rounding.Commercial);

    private static PayableInvoice Payable() =>
        PayableInvoice.Of(new Money(1_000m, Currency.USD), new Money(100m, Currency.USD), s_date);
}
