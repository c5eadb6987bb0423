using System;
using System.Collections.Generic;
using SalesDomain.Commissions;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_commissions = new()
    {
        [typeof(ClawBackRule)] = () => 
        [
            ClawBackRule.Full.WithinDays(90), ClawBackRule.Full, ClawBackRule.Full.WithinMonths(24).ProRata(),
            ClawBackRule.Full.AfterDays(90),
        ],
        [typeof(CommissionAccount)] = () => [Settled().Account, CommissionAccount.In(Currency.USD)],
        [typeof(CommissionBalances)] = () => [Settled().Account.Balances, CommissionAccount.In(Currency.USD).Balances],
        [typeof(CommissionClosing)] = () =>
            [CommissionClosing.Of(FirstQuarter(), s_date), CommissionClosing.Reopening(FirstQuarter(), s_date)],
        [typeof(CommissionDispute)] = () =>
        [
            new CommissionDispute(1, CommissionDisputeStatus.Raised, s_date, "USD"),
            new CommissionDispute(1, CommissionDisputeStatus.Withdrawn, s_date, "USD"),
        ],
        [typeof(CommissionEntry)] = () => [.. Settled().Entries],
        [typeof(CommissionEvent)] = () =>
        [
            CommissionEvent.Return(new LineId(new DocumentId("CN-1"), 1), s_line, s_date, s_date).WithPart(Percentage.FromPercent(50)),
            CommissionEvent.Return(new LineId(new DocumentId("CN-1"), 1), s_line, s_date, s_date)
                .WithPart(Percentage.FromPercent(50), Percentage.FromPercent(0)),
            CommissionEvent.Uncollectible(s_line, s_date, new Money(2.5m, Currency.USD)),
            CommissionEvent.CorrectionOfBase(
                s_line, new LineId(new DocumentId("CN-1"), 1), s_date, Measure.Revenue.Of(new Money(2.5m, Currency.USD)),
                new Reason("missed")),
        ],
        [typeof(CommissionSettlement)] = () =>
            [Settled(), CommissionAccount.In(Currency.USD).Settle([], Run(), PayoutRules.Of(Rounding.Commercial))],
        [typeof(CommissionStatement)] = () =>
        [
            Settled().Account.Statement(FirstQuarter()), Settled().Statement(),
            CommissionAccount.In(Currency.USD).Statement(FirstQuarter()),
        ],
        [typeof(CommissionLedger<string>)] = () =>
            [CommissionLedger.In<string>(Currency.USD), CommissionLedger.In<string>(Currency.USD).With("USD", Settled().Account)],
        [typeof(CommissionLedger<SalespersonId>)] = () =>
        [
            CommissionLedger.In<SalespersonId>(Currency.USD),
            CommissionLedger.Of(Currency.USD, [(new SalespersonId("S-1"), CommissionAccount.In(Currency.USD))]),
        ],
        [typeof(PayoutBatch<string>)] = () => [Batched("USD"), Batched("a"), Batched("USD").WithRules(("USD", Rules()))],
        [typeof(PayoutBatch<SalespersonId>)] = () => [Batched(new SalespersonId("S-1")), Batched(new SalespersonId("S-2"))],
        [typeof(CommissionSettlements<string>)] = () =>
        [
            CommissionLedger.In<string>(Currency.USD).Settle(Batched("USD")),
            CommissionLedger.In<string>(Currency.USD).Settle(Batched("a")),
        ],
        [typeof(CommissionSettlements<SalespersonId>)] = () =>
        [
            CommissionLedger.In<SalespersonId>(Currency.USD).Settle(Batched(new SalespersonId("S-1"))),
            CommissionLedger.In<SalespersonId>(Currency.USD).Settle(Batched(new SalespersonId("S-2"))),
        ],
        [typeof(DebitRecoveryRule)] = () =>
        [
            DebitRecoveryRule.FromCommissions,
            DebitRecoveryRule.Of(Percentage.Zero).WithDeduction(DeductionCap.Of(Percentage.FromPercent(20))),
        ],
        [typeof(DeductionCap)] = () =>
        [
            DeductionCap.Of(Percentage.FromPercent(20)).WithMinimumWage(new Money(1m, Currency.USD)),
            DeductionCap.Of(Percentage.FromPercent(20)), DeductionCap.Of(Percentage.FromPercent(20)).CoveringCommissions(),
        ],
        [typeof(DrawRule)] = () =>
        [
            DrawRule.Recoverable(new Money(2.5m, Currency.USD)), DrawRule.NonRecoverable(new Money(2.5m, Currency.USD)),
            DrawRule.Recoverable(new Money(2.5m, Currency.USD)).WithProration(SalesDomain.Quotas.Proration.ByDays),
        ],
        [typeof(HoldbackRule)] = () =>
        [
            HoldbackRule.Of(Percentage.FromPercent(20)), HoldbackRule.Of(Percentage.FromPercent(20)).ForfeitingRest(),
            HoldbackRule.Of(Percentage.FromPercent(20)).For("USD"),
        ],
        [typeof(PayoutRules)] = () =>
        [
            PayoutRules.Of(Rounding.Commercial).WithHoldback(HoldbackRule.Of(Percentage.FromPercent(20))),
            PayoutRules.Of(Rounding.Commercial),
        ],
        [typeof(PayoutRun)] = () => 
        [
            Run(), Run().PayingAll(), Run().Restating("USD", FirstQuarter()),
            Run().WithHoldbackRelease(FirstQuarter(), Percentage.OneHundred),
        ],
        [typeof(CommissionEarning)] = () =>
        [
            QuarterEarned(), QuarterEarned().With(s_line, s_date), QuarterEarned().Because(new Reason("a")),
            QuarterEarned().WithPlanVersion("2"),
            QuarterEarned().With(s_line, s_date).Following(new LineId(new DocumentId("SO-9"), 1)), QuarterEarned().Including(s_line),
            QuarterEarned().GoingOn(), QuarterEarned().WithRatedIn(DateSpan.OfQuarter(2025, 4)),
            CommissionEarning.Unknown("USD", "USD", FirstQuarter(), Currency.USD, new Reason("a")),
        ],
        [typeof(CreditKnowledge)] = () => [CreditKnowledge.OfLines, CreditKnowledge.OfLines.WithNewCustomers((_, _) => true)],
        [typeof(CreditRollUp<string>)] = () =>
            [Above("USD", "a"), Above("USD", "a").UpTo(1), Above("USD", "a").WithShares(Percentage.FromPercent(50)).IncludingOverlays()],
        [typeof(CreditRollUp<SalespersonId>)] = () => [PeopleAbove(), PeopleAbove().UpTo(2)],
        [typeof(CreditRule<string>)] = () =>
        [
            Ruled("USD", "a"), Ruled("USD", "a").WithShare(Percentage.FromPercent(30)).ForNewCustomers(),
            CreditRule.Of("USD", Scope.Everything, CreditedPlainly()).WithDiscount(Percentage.Zero, null),
        ],
        [typeof(CreditRule<SalespersonId>)] = () =>
        [
            CreditRule.Of("USD", Scope.Everything, SharedByPeople()),
            CreditRule.Of("USD", Scope.Everything, Crediting.BySalesperson).During(FirstQuarter()),
        ],
        [typeof(CreditRules<string>)] = () =>
        [
            CreditRules.Of(CreditedPlainly()).WithSplits((new DocumentId("SO-2"), Shared("USD", "a"))).WithRollUp(Above("USD", "a"))
                .WithReceipts(ReceiptCrediting.OfReceipt),
            CreditRules.Empty<string>().WithRules(AccessSequence.Of(ScopeDimensions.None), Ruled("USD", "a")),
        ],
        [typeof(CreditRules<SalespersonId>)] = () =>
        [
            CreditRules.Of(Crediting.BySalesperson).WithReceipts(ReceiptCrediting.OfSale),
            CreditRules.Of(Crediting.BySalesperson).WithReceipts(ReceiptCrediting.OfReceipt)
                .WithOverlays(CreditRule.Of("USD", Scope.Everything, SharedByPeople())),
        ],
        [typeof(CreditSplit<string>)] = () => [Shared("USD", "a"), Shared("a", "USD")],
        [typeof(CreditSplit<SalespersonId>)] = () => [SharedByPeople(), CreditSplit.Of((new SalespersonId("S-1"), Percentage.OneHundred))],
        [typeof(CreditTotals)] = () =>
        [
            LineCredits().TotalsOf(ActualRule.OfSales(Measure.Revenue, Currency.USD, Stage.Invoiced), DateSpan.Always),
            LineCredits().TotalsOf(ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced), FirstQuarter()),
        ],
        [typeof(PayeeShare<string>)] = () => [.. Streamed(CreditRules.Of(CreditedPlainly()).WithOverlays(Ruled("USD", "a")))],
        [typeof(PayeeShare<SalespersonId>)] = () =>
            [.. Streamed(CreditRules.Empty<SalespersonId>().WithSplits((Line().Build().Id.Document, SharedByPeople())))],
        [typeof(SalesCredits<string>)] = () => [LineCredits(), CreditRules.Of(CreditedPlainly()).Credit([])],
        [typeof(SalesCredits<SalespersonId>)] = () =>
            [CreditRules.Of(Crediting.BySalesperson).Credit([]), CreditRules.Of(Crediting.BySalesperson).Credit([Line().Build()])],
        [typeof(UncreditedShare)] = () =>
        [
            .. CreditRules.Empty<string>().Credit([Line().Build(), Line(new DocumentId("SO-9"))]).Unassigned,
        ],
        [typeof(CommissionMeasure)] = () =>
        [
            CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.USD, Stage.Invoiced)),
            CommissionMeasure.Of(ActualRule.OfCollections(Currency.USD)).WithoutTax(Percentage.FromPercent(13)),
            CommissionMeasure.Of(ActualRule.OfUnits(UnitOfMeasure.Piece, Stage.Invoiced)).Counting(CreditKind.RollUp),
        ],
        [typeof(CostOfFunds)] = () => [Funds(DayCountBasis.Actual360), Funds(DayCountBasis.ActualActual)],
        [typeof(CountedCredit)] = () =>
            [InvoicedRevenue().Of(Credited(CreditKind.Direct)), InvoicedRevenue().Of(Credited(CreditKind.RollUp))],
        [typeof(CreditSum)] = () => [InvoicedRevenue().Sum([Credited(CreditKind.Direct)]), InvoicedRevenue().Sum([])],
        [typeof(DealBook)] = () => [DealBook.Of([]), DealBook.Of([], [Receipt().Build()])],
        [typeof(DealProgress)] = () => [Ordered(), DealProgress.Unstated],
        [typeof(ScheduledCommission)] = () =>
        [
            OnOrder().Earned(new Money(2.5m, Currency.USD), Ordered()),
            OnOrder().Earned(new Money(2.5m, Currency.USD), Ordered().With(Stage.Ordered, Percentage.Zero)),
        ],
        [typeof(EarningSchedule)] = () => [OnOrder(), OnOrder().With(Stage.Ordered, EarningPace.WhenLineComplete)],
        [typeof(EarningSchedule)] = () =>
        [
            OnOrder(), OnOrder().With(Stage.Ordered, EarningPace.WhenDealComplete),
            EarningSchedule.Of(Rounding.Commercial, (Stage.Collected, Percentage.OneHundred))
                .WithLateness(StepSchedule.UpTo((0, Percentage.OneHundred)).ThenAbove(Percentage.Zero)),
        ],
        [typeof(FundsCharge)] = () =>
        [
            Funds(DayCountBasis.Actual360).Charge(new Money(2.5m, Currency.USD), s_date, s_date.PlusDays(30)),
            Funds(DayCountBasis.Actual360).Charge(SalesCredit.Of(Receipt().Build(), Percentage.OneHundred, CreditKind.Direct, "USD")),
        ],
        [typeof(FundsDeduction)] = () =>
        [
            Deducted(CommissionFigures.None.WithCharges([])),
            Deducted(CommissionFigures.None.WithCharges([Funds(DayCountBasis.Actual360).Charge(
                new Money(2.5m, Currency.USD), s_date, s_date.PlusDays(30))])),
        ],
        [typeof(SalesCredit)] = () => [Credited(CreditKind.Direct), Credited(CreditKind.RollUp)],
        [typeof(SalesCredit)] = () =>
        [
            Credited(CreditKind.Direct), Credited(CreditKind.RollUp),
            SalesCredit.Of(Receipt().Build(), Percentage.OneHundred, CreditKind.Direct, "USD").For(Line().Build(), Receipt().Amount!.Value),
        ],
        [typeof(ScopeEntry<Percentage>)] = () =>
            [.. Prices(Percentage.OneHundred, Percentage.Zero).Entries],
        [typeof(ScopeTable<Percentage>)] = () =>
            [Prices(Percentage.OneHundred, Percentage.Zero), Prices(Percentage.Zero, Percentage.OneHundred)],
        [typeof(StepSchedule<int, Percentage>)] = () =>
            [StepSchedule.UpTo((0, Percentage.OneHundred)), StepSchedule.From((0, Percentage.OneHundred))],
    };

    private static CreditSplit<string> Shared(string one, string other) =>
        CreditSplit.Of((one, Percentage.FromPercent(60), "USD"), (other, Percentage.FromPercent(40), "a"));

    private static CreditSplit<SalespersonId> SharedByPeople() =>
        CreditSplit.Evenly(Apportionment.InUnitsOf(0.01m), new SalespersonId("S-1"), new SalespersonId("S-2"));

    private static CreditRollUp<string> Above(string child, string parent) => CreditRollUp.Through(Hierarchy.Of((child, parent)));

    private static CreditRollUp<SalespersonId> PeopleAbove() =>
        CreditRollUp.Through(Hierarchy.Of((new SalespersonId("S-2"), new SalespersonId("S-1"))));

    private static CreditRule<string> Ruled(string one, string other) => CreditRule.Of("USD", Scope.Everything, Shared(one, other));

    private static Crediting<string> CreditedPlainly() => Credited().AsSold();

    private static SalesCredits<string> LineCredits() =>
        CreditRules.Of(CreditedPlainly()).WithOverlays(Ruled("USD", "a")).Credit([Line().Build()]);

    private static SalesLine Line(DocumentId document)
    {
        var line = Line();
        line.Document = document;
        return line.Build();
    }

    private static PayeeShare<TPayee>[] Streamed<TPayee>(CreditRules<TPayee> rules)
        where TPayee : notnull
    {
        var shares = new List<PayeeShare<TPayee>>();
        rules.ForEach(
            [Line().Build()], _ => null, (share, _, _) => shares.Add(share), (_, _) => { }, CreditKnowledge.OfLines);
        return [.. shares];
    }
    private static CommissionMeasure InvoicedRevenue() =>
        CommissionMeasure.Of(ActualRule.OfSales(Measure.Revenue, Currency.USD, Stage.Invoiced));

    private static CostOfFunds Funds(DayCountBasis basis) => CostOfFunds.Of(Percentage.FromPercent(6), basis, Rounding.Commercial);

    private static FundsDeduction Deducted(CommissionFigures figures) =>
        CommissionPlan.Of("USD", Currency.USD, Rounding.Commercial, CollectedGiven())
            .WithCostOfFunds(Funds(DayCountBasis.Actual360))
            .Evaluate(DateSpan.OfYear(2024), CommissionTerms.None, figures).CostOfFunds!;

    private static CommissionComponent CollectedGiven() =>
        CommissionComponent.OfGiven("USD", Measure.Revenue, CommissionRate.Flat(Percentage.FromPercent(2)));

    private static EarningSchedule OnOrder() => EarningSchedule.Of(Rounding.Commercial, (Stage.Ordered, Percentage.OneHundred));

    private static DealProgress Ordered() => DealProgress.Unstated.With(Stage.Ordered, Percentage.OneHundred);
    private static PayoutRun Run() => PayoutRun.Of(FirstQuarter(), s_date);

    // Half paid and half held back: three entries.
    private static CommissionSettlement Settled() =>
        CommissionAccount.In(Currency.USD).Settle(
            [QuarterEarned().WithRate(Percentage.FromPercent(2))], Run(),
            PayoutRules.Of(Rounding.Commercial).WithHoldback(HoldbackRule.Of(Percentage.FromPercent(50))));

    private static PayoutRules Rules() =>
        PayoutRules.Of(Rounding.Commercial).WithHoldback(HoldbackRule.Of(Percentage.FromPercent(50)));

    private static PayoutBatch<TPayee> Batched<TPayee>(TPayee payee)
        where TPayee : notnull =>
        PayoutBatch.Of(Run(), PayoutRules.Of(Rounding.Commercial), [(payee, QuarterEarned())]);

    private static DateSpan FirstQuarter() => DateSpan.OfQuarter(2026, 1);

    private static CommissionEarning QuarterEarned() => CommissionEarning.Of("USD", "USD", FirstQuarter(), new Money(2.5m, Currency.USD));

    private static SalesCredit Credited(CreditKind kind) => SalesCredit.Of(Line().Build(), Percentage.OneHundred, kind, "USD");
}
