using System;
using System.Collections.Generic;
using SalesDomain.Commissions;
using SalesDomain.Quotas;

namespace SalesDomain.Tests.WholeApi;

internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_commissions = new()
    {
        [typeof(CommissionEarning)] = () =>
            [QuarterEarned(), QuarterEarned().With(s_line, s_date), QuarterEarned().Because(new Reason("a"))],
        [typeof(CreditKnowledge)] = () => [CreditKnowledge.OfLines, CreditKnowledge.OfLines.WithNewCustomers((_, _) => true)],
        [typeof(CreditPart<string>)] = () => [.. Shared("USD", "a").Parts],
        [typeof(CreditPart<SalespersonId>)] = () => [.. SharedByPeople().Parts],
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
        [typeof(SalesCredit)] = () => [Credited(CreditKind.Direct), Credited(CreditKind.RollUp)],
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

    private static DateSpan FirstQuarter() => DateSpan.OfQuarter(2026, 1);

    private static CommissionEarning QuarterEarned() => CommissionEarning.Of("USD", "USD", FirstQuarter(), new Money(2.5m, Currency.USD));

    private static SalesCredit Credited(CreditKind kind) => SalesCredit.Of(Line().Build(), Percentage.OneHundred, kind, "USD");
}
