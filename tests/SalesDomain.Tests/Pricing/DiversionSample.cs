using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using NodaTime;
using SalesDomain.Organization;
using SalesDomain.Pricing;
using static SalesDomain.Tests.Cases.Notation;

namespace SalesDomain.Tests.Pricing;

/// <summary>West belongs to D-1, East to D-2, North to D-3 until June 2026 and to nobody after it; and the ladder of practice.</summary>
internal static class DiversionSample
{
    internal static LocalDate Day { get; } = new(2026, 3, 31);

    internal static TerritoryId West { get; } = new("West");

    internal static TerritoryId East { get; } = new("East");

    internal static TerritoryId North { get; } = new("North");

    internal static CustomerId Diverter { get; } = new("D-1");

    internal static Assignments<TerritoryId, CustomerId> Areas { get; } = Assignments.Of(
        (West, Diverter, DateSpan.From(new LocalDate(2024, 1, 1))), (East, new CustomerId("D-2"), DateSpan.From(new LocalDate(2024, 1, 1))),
        (North, new CustomerId("D-3"), new DateSpan(new LocalDate(2024, 1, 1), new LocalDate(2026, 6, 30))));

    internal static StepSchedule<int, DiversionSanction> Ladder { get; } = StepSchedule.From(
        (1, DiversionSanction.Warning.WithPerUnit(Cny(10m), UnitOfMeasure.Piece).WithRebateShare(Percent(20))),
        (2, DiversionSanction.Warning.WithRebateShare(Percent(100)).WithDepositShare(Percent(100))),
        (3, DiversionSanction.Warning.ProposingTermination()));

    internal static DiversionRule Rule { get; } =
        DiversionRule.Of("contract 2026", "clause 9 of the dealer contract", Currency.CNY, Rounding.Commercial, Ladder)
            .WithInjuredShare(Percent(60));

    internal static DocumentId Number(int number) => new("DF-" + number);

    internal static DiversionFinding Found(int number, int dayOffset = 0, TerritoryId? place = null, decimal pieces = 500m) =>
        DiversionFinding.Of(
            Number(number), Day.PlusDays(dayOffset), place ?? East, new ProductId("P-1"), Quantity.Pieces(pieces), "photographs");

    internal static DiversionTrace Traced(
        DiversionFinding finding, CustomerId? dealer = null, int daysBefore = 20, TerritoryId? meantFor = null,
        string? shipment = null) =>
        DiversionTrace.Of(
            finding.Id, new DocumentId(shipment ?? "SH-" + finding.Id), finding.Date.PlusDays(-daysBefore),
            dealer ?? Diverter, meantFor ?? West);

    internal static DiversionCase Judged(DiversionFinding finding, DiversionTrace? trace = null, DiversionRule? rule = null) =>
        (rule ?? Rule).Judge([finding], trace is null ? [] : [trace], Areas).Single();

    /// <summary>Traced findings of one dealer, each so many days from the first and of a shipment of its own day.</summary>
    internal static IReadOnlyList<DiversionCase> CasesOn(params int[] days)
    {
        var findings = days.Select((day, i) => Found(i + 1, day)).ToArray();
        return Rule.Judge(findings, findings.Select(finding => Traced(finding, daysBefore: 0)), Areas);
    }

    /// <summary>Findings of two places over three years, some traced to one of three dealers, some withdrawn.</summary>
    internal static Gen<(DiversionFinding[] Findings, DiversionTrace[] Traces)> Any =>
        from rows in (
            from day in Gen.Choose(-300, 300) from place in Gen.Elements(East, North) from dealer in Gen.Choose(0, 3)
            from before in Gen.Choose(-2, 30) from pieces in Gen.Choose(1, 900) from fate in Gen.Choose(0, 9)
            from shipment in Gen.Choose(1, 20) select (day: day * 2, place, dealer, before, pieces, fate, shipment)).ArrayOf()
        let findings = rows.Select((row, i) => Found(i + 1, row.day, row.place, row.pieces)).ToArray()
        select (
            findings,
            rows.Select((row, i) => (row, findings[i])).Where(each => each.row.dealer > 0)
                .Select(each => Changed(
                    Traced(
                        each.Item2, new CustomerId("D-" + each.row.dealer), each.row.before, shipment: "SH-" + each.row.shipment),
                    each.row.fate))
                .ToArray());

    private static DiversionTrace Changed(DiversionTrace trace, int fate) =>
        fate switch { 0 => trace.Withdrawn(Day), 1 => trace.AsPassiveSale(), _ => trace };
}
