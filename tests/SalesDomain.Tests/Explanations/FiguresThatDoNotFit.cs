using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Explanations;

/// <summary>Where an operation cannot be applied, Verify says so; it never throws.</summary>
public sealed class FiguresThatDoNotFit
{
    private static readonly Figure[] s_figures =
    [
        0m, 1m, -2.5m, decimal.MaxValue, decimal.MinValue, 1e-28m, Money.Parse("USD 0"), Money.Parse("USD 100"), Money.Parse("USD -100"),
        Money.Parse("EUR 7"),
        new Money(decimal.MaxValue, Currency.USD), Money.Parse("XAU 1.5"), new Money(1m, Currency.XXX), Percentage.Zero,
        Percentage.FromPercent(150m), Percentage.FromPercent(-1m),
        Quantity.Pieces(0m), Quantity.Pieces(120m), Quantity.Pieces(-5m), new Quantity(1m, UnitOfMeasure.Case),
        new Quantity(decimal.MaxValue, UnitOfMeasure.Piece),
        new LocalDate(2024, 2, 29), LocalDate.MinIsoValue, LocalDate.MaxIsoValue, true, false, "A", "", default,
    ];

    private static readonly Operation[] s_operations =
    [
        .. Operations.All.Select(example => example.Operation),
        Operation.LookUp(StepSchedule.From(("a", 1), ("b", 2))),
        Operation.LookUp(StepSchedule.UpTo((5L, 1))),
        Operation.Share(Apportionment.ToWhole.WithTies(TieBreak.LargestWeight), 5),
        Operation.Graduated(TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (1m, 10m))),
        Operation.AllUnits(TieredPrice.UpTo(Currency.USD, UnitOfMeasure.Piece, (100m, 10m))),
        Operation.Round(Rounding.ToStep(decimal.MaxValue, RoundingMode.Up)),
    ];

    private static readonly ExchangeRate s_rate = new(Currency.USD, Currency.JPY, 150.25m, new LocalDate(2024, 3, 1));

    public static TheoryData<Operation, Figure[]> Misfits => new()
    {
        { Operation.Sum, [Money.Parse("USD 1"), Money.Parse("EUR 1")] },
        { Operation.Sum, [Money.Parse("USD 1"), 1m] },
        { Operation.Sum, [Quantity.Pieces(1m), new Quantity(1m, UnitOfMeasure.Case)] },
        { Operation.Sum, ["A", "A"] },
        { Operation.Sum, [true, true] },
        { Operation.Sum, [new LocalDate(2024, 1, 1), new LocalDate(2024, 1, 1)] },
        { Operation.Sum, [decimal.MaxValue, decimal.MaxValue] },
        { Operation.Difference, [Money.Parse("USD 1")] },
        { Operation.Difference, [Money.Parse("USD 1"), Money.Parse("EUR 1")] },
        { Operation.Difference, [new LocalDate(2024, 1, 1), new LocalDate(2024, 1, 1), new LocalDate(2024, 1, 1)] },
        { Operation.Product, [Money.Parse("USD 1")] },
        { Operation.Product, [Money.Parse("USD 1"), Money.Parse("USD 1")] },
        { Operation.Product, [Quantity.Pieces(1m), Quantity.Pieces(1m)] },
        { Operation.Product, [Money.Parse("USD 1"), "A"] },
        { Operation.Product, [Money.Parse("USD 1"), true] },
        { Operation.Product, [decimal.MaxValue, 2m] },
        { Operation.Ratio, [Money.Parse("USD 1"), Money.Parse("EUR 1")] },
        { Operation.Ratio, [1m, Money.Parse("EUR 1")] },
        { Operation.Ratio, [Quantity.Pieces(1m), Money.Parse("EUR 1")] },
        { Operation.Ratio, [new LocalDate(2024, 1, 2), new LocalDate(2024, 1, 2)] },
        { Operation.Ratio, [true, true] },
        { Operation.Ratio, ["A", "A"] },
        { Operation.Ratio, [1m, 1m, 1m] },
        { Operation.Ratio, [decimal.MaxValue, 0.1m] },
        { Operation.Power(2), [2m, 1m, 2m] },
        { Operation.Power(2), [Money.Parse("USD 2"), Money.Parse("USD 1"), 2m, 1m] },
        { Operation.Power(2), [2m, Percentage.OneHundred, 2m, 1m] },
        { Operation.Power(2), [2m, 1m, 1.5m, 1m] },
        { Operation.Power(2), [2m, 1m, 0m, 1m] },
        { Operation.Power(2), [-2m, 1m, 2m, 1m] },
        { Operation.Power(2), [2m, 1m, 2m, Percentage.OneHundred] },
        { Operation.Min, [Money.Parse("USD 1"), Money.Parse("EUR 1")] },
        { Operation.Min, ["A"] },
        { Operation.Max, [Percentage.Zero, 0m] },
        { Operation.Clamp, [1m, 2m] },
        { Operation.Clamp, [1m, 3m, 2m] },
        { Operation.Clamp, [1m, 0m, Percentage.OneHundred] },
        { Operation.Select, [true, 1m] },
        { Operation.Select, [1m, 2m, 3m] },
        { Operation.Interpolate, [1m, 0m, 0m, 2m] },
        { Operation.Interpolate, [1m, 1m, 0m, 1m, 5m] },
        { Operation.Interpolate, [1m, 0m, 0m, Percentage.OneHundred, 5m] },
        { Operation.Interpolate, [1m, 0m, 0m, 2m, Percentage.OneHundred] },
        { Operation.Interpolate, [1m, 0m, new LocalDate(2024, 1, 1), 2m, new LocalDate(2024, 1, 2)] },
        { Operation.Round(Rounding.Commercial), [1m] },
        { Operation.Round(Rounding.Commercial), [Money.Parse("XAU 1")] },
        { Operation.Round(Rounding.Commercial), ["A"] },
        { Operation.Round(Rounding.Commercial), [Money.Parse("USD 1"), Money.Parse("USD 1")] },
        { Operation.LookUp(StepSchedule.From((1m, 1))), [Percentage.OneHundred] },
        { Operation.LookUp(StepSchedule.From((Money.Parse("USD 1"), 1))), [Money.Parse("EUR 1")] },
        { Operation.LookUp(StepSchedule.From((1m, 1))), [1m, 1m] },
        { Operation.Graduated(TieredRate.From(Currency.USD, (0m, Percentage.OneHundred))), [Money.Parse("EUR 1")] },
        { Operation.Graduated(TieredRate.From(Currency.USD, (0m, Percentage.OneHundred))), [Money.Parse("USD 1"), Money.Parse("USD 1")] },
        {
            Operation.Graduated(AttainmentRate.From((Percentage.Zero, Percentage.OneHundred))), [Money.Parse("USD 1"), Money.Parse("USD 0")]
        },
        {
            Operation.Graduated(AttainmentRate.From((Percentage.Zero, Percentage.OneHundred))), [Money.Parse("USD 1"), Money.Parse("EUR 1")]
        },
        { Operation.AllUnits(AttainmentRate.From((Percentage.Zero, Percentage.OneHundred))), [Quantity.Pieces(1m), Money.Parse("EUR 1")] },
        { Operation.Graduated(TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (1m, 10m))), [Quantity.Pieces(5m)] },
        { Operation.AllUnits(TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (1m, 10m))), [Quantity.Pieces(0.5m)] },
        { Operation.AllUnits(TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (1m, 10m))), [new Quantity(1m, UnitOfMeasure.Case)] },
        { Operation.Convert(Currency.JPY), [Money.Parse("USD 1")] },
        { Operation.Convert(Currency.JPY, s_rate), [Money.Parse("EUR 1")] },
        { Operation.Convert(Currency.EUR, s_rate), [Money.Parse("USD 1")] },
        { Operation.Convert(Currency.JPY, s_rate), [1m] },
        { Operation.Convert(Currency.JPY, s_rate), [Money.Parse("USD 1"), 150m] },
        { Operation.Convert(UnitConversions.Of(UnitOfMeasure.Piece), UnitOfMeasure.Case), [Quantity.Pieces(1m)] },
        { Operation.Convert(UnitConversions.Of(UnitOfMeasure.Piece), UnitOfMeasure.Piece), [1m] },
        { Operation.Share(Apportionment.ToWhole, 2), [5m, 1m, 1m] },
        { Operation.Share(Apportionment.ToWhole, 0), [5.5m, 1m, 1m] },
        { Operation.Share(Apportionment.ToWhole, 0), [5m, 0m, 0m] },
        { Operation.Share(Apportionment.ToWhole, 0), [5m, 1m, -1m] },
        { Operation.Share(Apportionment.ToWhole, 0), [5m, 1m, Percentage.OneHundred] },
        { Operation.Share(Apportionment.ToMinorUnit, 0), [5m, 1m] },
        { Operation.Share(Apportionment.ToMinorUnit, 0), [Money.Parse("XAU 5"), 1m] },
        { Operation.Compare(ComparisonKind.Less), [1m, Percentage.OneHundred] },
        { Operation.Compare(ComparisonKind.Less), [Money.Parse("USD 1"), Money.Parse("EUR 1")] },
        { Operation.Compare(ComparisonKind.Less), ["A", "B"] },
        { Operation.Compare(ComparisonKind.Less), [false, true] },
        { Operation.Compare(ComparisonKind.Equal), [1m] },
        { Operation.Compare(ComparisonKind.Equal), [1m, "1"] },
    };

    [Theory]
    [MemberData(nameof(Misfits))]
    public void An_operation_that_cannot_be_applied_is_a_discrepancy(Operation operation, Figure[] figures)
    {
        var node = Operations.Node(figures[0], operation, figures);
        var discrepancy = Assert.Single(node.Verify());

        Assert.Null(discrepancy.Recomputed);
        Assert.Equal("result", discrepancy.Path);
        Assert.Same(node, discrepancy.Node);
        Assert.StartsWith(operation + " cannot be applied", discrepancy.Message, System.StringComparison.Ordinal);
        Assert.False(node.IsVerified);
    }

    public static TheoryData<Operation, Figure[]> WithoutAnAnswer => new()
    {
        { Operation.Ratio, [Money.Parse("USD 1"), Money.Parse("USD 0")] },
        { Operation.LookUp(StepSchedule.From((1m, 1))), [0.99m] },
        { Operation.LookUp(StepSchedule.From((1m, 1)).WithCeiling(2m)), [2.01m] },
        { Operation.LookUp(StepSchedule.UpTo((1m, 1))), [1.01m] },
        { Operation.LookUp(StepSchedule.UpTo((1m, 1)).WithFloor(0m)), [-0.01m] },
        { Operation.LookUp(TieredRate.From(Currency.USD, (1m, Percentage.OneHundred))), [Money.Parse("USD 0.99")] },
        { Operation.LookUp(TieredRate.UpTo(Currency.USD, (1m, Percentage.OneHundred))), [Money.Parse("USD 1.01")] },
        { Operation.LookUp(AttainmentRate.From((Percentage.Zero, Percentage.OneHundred))), [Money.Parse("USD 1"), Money.Parse("USD 0")] },
        { Operation.LookUp(TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (1m, 10m))), [Quantity.Pieces(0.5m)] },
    };

    [Theory]
    [MemberData(nameof(WithoutAnAnswer))]
    public void Where_there_is_no_value_absent_is_the_answer_and_nothing_else_is(Operation operation, Figure[] figures)
    {
        Assert.True(Operations.Node(Figure.Absent, operation, figures).IsVerified);

        var discrepancy = Assert.Single(Operations.Node(Percentage.Zero, operation, figures).Verify());
        Assert.Equal(Figure.Absent, discrepancy.Recomputed);
    }

    [Property(MaxTest = 1000)]
    public Property Verifying_never_throws_whatever_the_figures() =>
        Prop.ForAll(
            Gen.Elements(s_operations).ToArbitrary(),
            Gen.Choose(1, 6).SelectMany(count => Gen.Elements(s_figures).ArrayOf(count)).ToArbitrary(),
            Gen.Elements(s_figures).ToArbitrary(),
            (operation, figures, value) => Operations.Node(value, operation, figures).Verify().Count <= 1);
}
