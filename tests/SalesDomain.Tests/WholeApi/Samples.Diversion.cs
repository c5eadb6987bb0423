using System;
using System.Collections.Generic;
using SalesDomain.Organization;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of goods in another dealer's area, and of deposits.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_diversion = new()
    {
        [typeof(Assignment<TerritoryId, CustomerId>)] = () =>
        [
            Assignment.Of(new TerritoryId("T-1"), new CustomerId("C-1"), DateSpan.OfYear(2025)),
            Assignment.Of(new TerritoryId("T-2"), new CustomerId("C-2"), DateSpan.Always),
        ],
        [typeof(Assignments<TerritoryId, CustomerId>)] = () =>
        [
            Assignments.Empty<TerritoryId, CustomerId>(),
            Assignments.Of((new TerritoryId("T-2"), new CustomerId("C-2"), DateSpan.OfYear(2025))),
        ],
        [typeof(DepositEntry)] = () => [Deposited("E-1"), Deposited("E-2"), Deposited("E-1").Reversed(new DocumentId("E-3"), s_date)],
        [typeof(DepositLedger)] = () => [Held(), Held().Record(Deposited("E-1"))],
        [typeof(DepositPart)] = () => [Held().On(s_date).Parts[0], Held().Record(Deposited("E-1")).On(s_date).Parts[0]],
        [typeof(DepositStanding)] = () => [Held().On(s_date), Held().Record(Deposited("E-1")).On(s_date)],
        [typeof(DiversionCase)] = () =>
            [Diverted(), Punished().Judge([Discovered("SO-1")], [], Assignments.Empty<TerritoryId, CustomerId>())[0]],
        [typeof(DiversionFinding)] = () => [Discovered("SO-1"), Discovered("SO-2").WithCode("a")],
        [typeof(DiversionIndicator)] = () =>
        [
            DiversionIndicator.OfSellThrough(Quantity.Pieces(2), Quantity.Pieces(1), Percentage.FromPercent(150)),
            DiversionIndicator.OfSellThrough(Quantity.Pieces(1), Quantity.Pieces(1), Percentage.FromPercent(150)),
        ],
        [typeof(DiversionPenalties)] = () =>
            [
                Punished().PenaltiesFor(
                    [Diverted()], new Money(2.5m, Currency.USD), DateSpan.Always, Held(), s_date, finding => new DocumentId("a" + finding)),
            ],
        [typeof(DiversionPenalty)] = () =>
        [
            Punished().PenaltyFor(
                Diverted(), new Money(2.5m, Currency.USD), new Money(1m, Currency.USD), new Money(1m, Currency.USD)),
        ],
        [typeof(DiversionRule)] = () => [Punished(), Punished().BarringPassiveSales()],
        [typeof(DiversionSanction)] = () =>
            [DiversionSanction.Warning, DiversionSanction.Warning.WithPerUnit(new Money(1m, Currency.USD), UnitOfMeasure.Piece)],
        [typeof(DiversionTrace)] = () => [Followed("SO-1"), Followed("SO-1").AsPassiveSale()],
        [typeof(StepSchedule<int, DiversionSanction>)] = () =>
            [StepSchedule.From((1, DiversionSanction.Warning)), StepSchedule.UpTo((1, DiversionSanction.Warning))],
    };

    private static readonly Assignments<TerritoryId, CustomerId> s_held =
        Assignments.Of((new TerritoryId("T-1"), new CustomerId("C-2"), DateSpan.Always));

    private static DepositLedger Held() =>
        DepositLedger.Of(new CustomerId("C-1"), new(2024, 1, 1), new Money(2.5m, Currency.USD), 15);

    private static DepositEntry Deposited(string id) =>
        DepositEntry.PaidIn(new DocumentId(id), new(2024, 1, 1), new Money(2m, Currency.USD));

    private static DiversionRule Punished() =>
        DiversionRule.Of(
            "USD", "clause 9", Currency.USD, Rounding.Commercial,
            StepSchedule.From((1, DiversionSanction.Warning.WithPerUnit(new Money(1m, Currency.USD), UnitOfMeasure.Piece))));

    private static DiversionFinding Discovered(string id) =>
        DiversionFinding.Of(
            new DocumentId(id), s_date, new TerritoryId("T-1"), new ProductId("P-1"), Quantity.Pieces(2), "photographs");

    private static DiversionTrace Followed(string finding) =>
        DiversionTrace.Of(new DocumentId(finding), new DocumentId("SH-1"), s_date, new CustomerId("C-1"), new TerritoryId("T-2"));

    private static DiversionCase Diverted() =>
        Punished().Judge([Discovered("SO-1")], [Followed("SO-1")], s_held)[0];
}
