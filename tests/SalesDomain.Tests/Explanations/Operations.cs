using System.Collections.Generic;
using System.Linq;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Explanations;

/// <summary>Each operation of the closed set on figures computed by hand.</summary>
public sealed class Operations
{
    private static readonly StepSchedule<Percentage, string> s_grades = StepSchedule.From(
        (Percentage.Zero, "C"), (Percentage.FromPercent(85m), "B"), (Percentage.FromPercent(95m), "A"));

    private static readonly TieredRate s_rates = TieredRate.From(Currency.USD, (0m, Pct(10m)), (5000m, Pct(15m)));

    private static readonly AttainmentRate s_accelerator = AttainmentRate.From(
        (Percentage.Zero, Pct(3m)), (Percentage.OneHundred, Pct(5m)));

    private static readonly TieredPrice s_prices = TieredPrice.From(Currency.USD, UnitOfMeasure.Piece, (0m, 10m), (100m, 9m));

    private static readonly UnitConversions s_cases = UnitConversions.Of(UnitOfMeasure.Piece)
        .With(new Quantity(1m, UnitOfMeasure.Case), Quantity.Pieces(24m));

    public static TheoryData<Operation, Figure, Figure[]> Examples
    {
        get
        {
            var examples = new TheoryData<Operation, Figure, Figure[]>();
            foreach (var (operation, value, figures) in All)
                examples.Add(operation, value, figures);

            return examples;
        }
    }

    internal static IEnumerable<(Operation Operation, Figure Value, Figure[] Figures)> All =>
    [
        Of(Operation.Sum, Usd(6.06m), Usd(1.01m), Usd(2.02m), Usd(3.03m)),
        Of(Operation.Sum, Pct(6m), Pct(4m), Pct(2m)),
        Of(Operation.Sum, 5m, 5m),
        Of(Operation.Difference, Usd(-1m), Usd(5m), Usd(4m), Usd(2m)),
        Of(Operation.Difference, Quantity.Pieces(3m), Quantity.Pieces(5m), Quantity.Pieces(2m)),
        Of(Operation.Difference, 30m, new LocalDate(2024, 3, 1), new LocalDate(2024, 1, 31)),
        Of(Operation.Difference, -29m, new LocalDate(2024, 2, 1), new LocalDate(2024, 3, 1)),
        Of(Operation.Product, Usd(1.5m), Usd(50m), Pct(3m)),
        Of(Operation.Product, Usd(92m), Usd(9.20m), Quantity.Pieces(10m)),
        Of(Operation.Product, Usd(92m), Quantity.Pieces(10m), Usd(9.20m)),
        Of(Operation.Product, Quantity.Pieces(15m), Quantity.Pieces(10m), 1.5m),
        Of(Operation.Product, Usd(3m), 2m, Pct(50m), Usd(3m)),
        Of(Operation.Product, Pct(8m), Pct(16m), Pct(50m)),
        Of(Operation.Product, Pct(8m), Pct(16m), 0.5m),
        Of(Operation.Product, 6m, 2m, 3m),
        Of(Operation.Ratio, 1.25m, Usd(1250m), Usd(1000m)),
        Of(Operation.Ratio, Pct(125m), Usd(1250m), Usd(1000m)),
        Of(Operation.Ratio, Usd(500m), Usd(1000m), 2m),
        Of(Operation.Ratio, Usd(2000m), Usd(1000m), Pct(50m)),
        Of(Operation.Ratio, Usd(9.2m), Usd(92m), Quantity.Pieces(10m)),
        Of(Operation.Ratio, 1m / 3m, Quantity.Pieces(1m), Quantity.Pieces(3m)),
        Of(Operation.Power(12), 1.445852927312m, 1m, 0.98m, 365m, 20m),
        Of(Operation.Power(2), 3m, Pct(90m), Pct(10m), 1m, 2m),
        Of(Operation.Power(0), 2m, 3m, 2m, 1m, 1m),
        Of(Operation.Min, Usd(-1m), Usd(3m), Usd(-1m), Usd(2m)),
        Of(Operation.Min, new LocalDate(2024, 2, 29), new LocalDate(2024, 3, 1), new LocalDate(2024, 2, 29)),
        Of(Operation.Max, Usd(3m), Usd(3m), Usd(-1m), Usd(2m)),
        Of(Operation.Max, Pct(3m), Pct(3m)),
        Of(Operation.Clamp, Usd(2m), Usd(1m), Usd(2m), Usd(5m)),
        Of(Operation.Clamp, Usd(3m), Usd(3m), Usd(2m), Usd(5m)),
        Of(Operation.Clamp, Usd(5m), Usd(6m), Usd(2m), Usd(5m)),
        Of(Operation.Select, Usd(1m), true, Usd(1m), true, Usd(2m), Usd(3m)),
        Of(Operation.Select, Usd(2m), false, Usd(1m), true, Usd(2m), Usd(3m)),
        Of(Operation.Select, "none", false, "one", false, "two", "none"),
        Of(Operation.Interpolate, Pct(75m), 80m, 60m, Percentage.Zero, 100m, Pct(150m)),
        Of(
            Operation.Interpolate, Usd(15m), new LocalDate(2024, 1, 16), new LocalDate(2024, 1, 1), Usd(0m), new LocalDate(2024, 1, 31),
            Usd(30m)),
        Of(Operation.InterpolateOn(PayoutCurve.Rising((80m, 60m), (100m, 100m))), Pct(90m), Pct(95m)),
        Of(Operation.InterpolateOn(PayoutCurve.Falling((2m, 20m), (10m, 0m))), 10m, 6m),
        Of(
            Operation.InterpolateOn(PayoutCurve.Rising((80m, 60m), (100m, 100m))), Usd(180m), Usd(200m), Quantity.Pieces(95m),
            Quantity.Pieces(100m)),
        Of(Operation.Round(Rounding.Commercial), Usd(2.35m), Usd(2.345m)),
        Of(Operation.Round(Rounding.ToDigits(1, RoundingMode.Down)), Pct(12.3m), Pct(12.39m)),
        Of(Operation.Round(Rounding.ToStep(24m, RoundingMode.Up)), Quantity.Pieces(96m), Quantity.Pieces(87.5m)),
        Of(Operation.Round(Rounding.ToDigits(0, RoundingMode.HalfEven)), 2m, 2.5m),
        Of(Operation.LookUp(s_grades), "B", Pct(94.99m)),
        Of(Operation.LookUp(s_grades), "A", Pct(95m)),
        Of(Operation.LookUp(StepSchedule.UpTo((30, Pct(1m))).ThenAbove(Pct(5m))), Pct(1m), 30m),
        Of(Operation.LookUp(StepSchedule.UpTo((30, Pct(1m))).ThenAbove(Pct(5m))), Pct(5m), 31m),
        Of(Operation.LookUp(StepSchedule.UpTo((30, 1), (60, 2)).WithFloor(0)), 1m, 0m),
        Of(
            Operation.LookUp(StepSchedule.From((new LocalDate(2024, 1, 1), Usd(5m))).WithCeiling(new LocalDate(2024, 12, 31))), Usd(5m),
            new LocalDate(2024, 12, 31)),
        Of(Operation.LookUp(StepMatrix.From([Pct(0m), Pct(90m)], (0, [1m, 2m]), (5, [3m, 4m]))), 4m, 7m, Pct(90m)),
        Of(Operation.LookUp(StepMatrix.UpTo([Pct(90m)], (5, ["low"]))), "low", 5m, Pct(90m)),
        Of(Operation.Graduated(s_rates), Usd(3050m), Usd(22_000m)),
        Of(Operation.Graduated(s_rates.Mirrored()), Usd(-3050m), Usd(-22_000m)),
        Of(Operation.AllUnits(s_rates), Usd(3300m), Usd(22_000m)),
        Of(Operation.Graduated(s_accelerator), Usd(55m), Usd(1500m), Usd(1000m)),
        Of(Operation.AllUnits(s_accelerator), Usd(75m), Usd(1500m), Usd(1000m)),
        Of(Operation.Graduated(s_prices), Usd(1180m), Quantity.Pieces(120m)),
        Of(Operation.Graduated(s_prices), Usd(-1180m), Quantity.Pieces(-120m)),
        Of(Operation.AllUnits(s_prices), Usd(1080m), Quantity.Pieces(120m)),
        Of(Operation.Convert(Currency.JPY, Quoted(150.25m)), new Money(15_025m, Currency.JPY), Usd(100m)),
        Of(Operation.Convert(Currency.USD, Quoted(150.25m)), Usd(100m), new Money(15_025m, Currency.JPY)),
        Of(Operation.Convert(Currency.USD), Usd(100m), Usd(100m)),
        Of(Operation.Convert(s_cases, UnitOfMeasure.Piece), Quantity.Pieces(36m), new Quantity(1.5m, UnitOfMeasure.Case)),
        Of(Operation.Share(Apportionment.ToMinorUnit, 0), Usd(2.67m), Usd(8m), 1m, 1m, 1m),
        Of(Operation.Share(Apportionment.ToMinorUnit, 2), Usd(2.66m), Usd(8m), 1m, 1m, 1m),
        Of(Operation.Share(Apportionment.ToWhole, 0), 1m, 6m, 1m, 4m, 7m),
        Of(Operation.Share(Apportionment.ToWhole.WithTies(TieBreak.Last), 0), 0m, 6m, 1m, 4m, 7m),
        Of(Operation.Share(Apportionment.ToWhole.WithTies(TieBreak.LargestWeight), 0), 0m, 6m, 1m, 4m, 7m),
        Of(Operation.Share(Apportionment.ToWhole.WithTies(TieBreak.LargestWeight), 0), 4m, 6m, 7m, 4m, 1m),
        Of(Operation.Share(Apportionment.InUnitsOf(1000m).WithRestTo(1), 1), Usd(6_172_678m), Usd(12_345_678m), Usd(1m), Usd(1m)),
        Of(Operation.Share(Apportionment.ToWhole, 1), Quantity.Pieces(-3m), Quantity.Pieces(-8m), Pct(60m), Pct(40m)),
        Of(Operation.Compare(ComparisonKind.Less), false, Usd(2m), Usd(2m)),
        Of(Operation.Compare(ComparisonKind.Less), true, Usd(1.99m), Usd(2m)),
        Of(Operation.Compare(ComparisonKind.LessOrEqual), true, Usd(2m), Usd(2m)),
        Of(Operation.Compare(ComparisonKind.LessOrEqual), false, Usd(2.01m), Usd(2m)),
        Of(Operation.Compare(ComparisonKind.Greater), false, Usd(2m), Usd(2m)),
        Of(Operation.Compare(ComparisonKind.Greater), true, Usd(2.01m), Usd(2m)),
        Of(Operation.Compare(ComparisonKind.GreaterOrEqual), true, Usd(2m), Usd(2m)),
        Of(Operation.Compare(ComparisonKind.GreaterOrEqual), false, new LocalDate(2024, 2, 28), new LocalDate(2024, 2, 29)),
        Of(Operation.Compare(ComparisonKind.Equal), true, Usd(2m), Usd(2.00m)),
        Of(Operation.Compare(ComparisonKind.Equal), false, "A", "B"),
        Of(Operation.Compare(ComparisonKind.Equal), false, Usd(2m), new Money(2m, Currency.EUR)),
        Of(Operation.Compare(ComparisonKind.NotEqual), true, "A", "B"),
        Of(Operation.Compare(ComparisonKind.NotEqual), false, true, true),
    ];

    [Theory]
    [MemberData(nameof(Examples))]
    public void The_right_figure_verifies_and_wrong_ones_do_not(Operation operation, Figure value, Figure[] figures)
    {
        var right = Node(value, operation, figures);

        Assert.Empty(right.Verify());
        Assert.True(right.IsVerified);
        foreach (var wrong in WrongFor(value))
        {
            var discrepancy = Assert.Single(Node(wrong, operation, figures).Verify());
            Assert.Equal("result", discrepancy.Path);
            Assert.Equal(value.ToString(), AsStated(discrepancy.Recomputed, value));
        }
    }

    [Fact]
    public void Figures_at_the_two_ends_of_decimals_are_compared_too() =>
        Assert.Equal(decimal.MaxValue, Assert.Single(Node(decimal.MinValue, Operation.Sum, decimal.MaxValue).Verify()).Recomputed);

    [Fact]
    public void What_is_chosen_agrees_to_the_last_digit_and_what_is_computed_to_25()
    {
        var last = new Money(1m + 1e-28m, Currency.USD);

        Assert.False(Node(last, Operation.Max, Usd(1m)).IsVerified);
        Assert.False(Node(last, Operation.Round(Rounding.Commercial), Usd(1m)).IsVerified);
        Assert.True(Node(last, Operation.Sum, Usd(1m)).IsVerified);
        Assert.True(Node(Usd(1m + 1e-25m), Operation.Sum, Usd(1m)).IsVerified);
        Assert.False(Node(Usd(1m + 1.1e-25m), Operation.Sum, Usd(1m)).IsVerified);
        Assert.True(Node(Usd(1m / 3m + 2m / 7m + 3m / 11m), Operation.Sum, Usd(3m / 11m), Usd(1m / 3m), Usd(2m / 7m)).IsVerified);
        Assert.False(Node(Usd(0.01m), Operation.Difference, Usd(1_000_000_000.01m), Usd(1_000_000_000m), Usd(0.0001m)).IsVerified);
        Assert.False(Node(5m, Operation.Ratio, Quantity.Pieces(5m), new Quantity(1m, UnitOfMeasure.Case)).IsVerified);
        Assert.False(Node(Percentage.FromPercent(500m), Operation.Sum, 2m, 3m).IsVerified);
        Assert.True(Node(Percentage.FromPercent(500m), Operation.Ratio, 10m, 2m).IsVerified);
        Assert.True(Node(last, Operation.Product, Usd(1m), 1m).IsVerified);
        Assert.True(Node(Usd(1m + 1e-25m), Operation.Product, Usd(1m), 1m).IsVerified);
        Assert.False(Node(Usd(1m + 1.1e-25m), Operation.Product, Usd(1m), 1m).IsVerified);
        Assert.False(Node(Usd(1_000_000m + 1e-18m), Operation.Product, Usd(1_000_000m), 1m).IsVerified);
        Assert.True(Node(1m / 3m, Operation.Ratio, 1m, 3m).IsVerified);
        Assert.False(Node(0.333333333333333333333333m, Operation.Ratio, 1m, 3m).IsVerified);
    }

    [Fact]
    public void Every_operation_has_a_name_of_its_own_that_tells_its_rule()
    {
        Assert.Equal("round minor-unit half-away", Operation.Round(Rounding.Commercial).ToString());
        Assert.Equal("compare >=", Operation.Compare(ComparisonKind.GreaterOrEqual).ToString());
        Assert.Equal(
            ("compare", ">="),
            (Operation.Compare(ComparisonKind.GreaterOrEqual).Name, Operation.Compare(ComparisonKind.GreaterOrEqual).Detail));
        Assert.Equal("share part 3, in units of 1, ties to the first", Operation.Share(Apportionment.ToWhole, 2).ToString());
        Assert.Equal("power to 12 decimals", Operation.Power(12).ToString());
        Assert.Equal("convert to JPY", Operation.Convert(Currency.JPY).ToString());
        Assert.Equal("convert to JPY, USD 1.00 = JPY 150.25 on 2024-03-01", Operation.Convert(Currency.JPY, Quoted(150.25m)).ToString());
        Assert.Equal("convert to PCE", Operation.Convert(s_cases, UnitOfMeasure.Piece).ToString());
        Assert.Equal("", Operation.Sum.Detail);
        Assert.Equal(s_accelerator.ToString(), Operation.Graduated(s_accelerator).Detail);
        Assert.Equal(s_prices.ToString(), Operation.LookUp(s_prices).Detail);
        Assert.Equal(
            ["sum", "difference", "product", "ratio", "min", "max", "clamp", "select", "interpolate", "look-up", "graduated", "all units",
                "graduated", "all units", "graduated", "all units", "look-up", "look-up", "look-up"],
            new[]
            {
                Operation.Sum, Operation.Difference, Operation.Product, Operation.Ratio, Operation.Min, Operation.Max, Operation.Clamp,
                Operation.Select,
                Operation.Interpolate, Operation.LookUp(s_grades), Operation.Graduated(s_rates), Operation.AllUnits(s_rates),
                Operation.Graduated(s_accelerator),
                Operation.AllUnits(s_accelerator), Operation.Graduated(s_prices), Operation.AllUnits(s_prices),
                Operation.LookUp(s_rates), Operation.LookUp(s_accelerator), Operation.LookUp(s_prices),
            }.Select(operation => operation.Name));
    }

    internal static Explanation Node(Figure value, Operation operation, params Figure[] figures) =>
        Explanation.Node("result", value, operation, [.. figures.Select((figure, i) => Explanation.Fact("figure " + (i + 1), figure))]);

    private static IEnumerable<Figure> WrongFor(Figure value)
    {
        yield return "another kind";
        if (value.Kind == FigureKind.Text)
            yield return value + "x";
        else if (value.Kind == FigureKind.Truth)
            yield return value == (Figure)false;
        else if (value.Kind == FigureKind.Date)
            yield return new LocalDate(2024, 2, 28);
        else if (value.Kind == FigureKind.Number)
            yield return decimal.Parse(value.ToString(), System.Globalization.CultureInfo.InvariantCulture) + 0.000000000000000001m;
        else if (value.Kind == FigureKind.Percentage)
            yield return Percentage.FromFraction(Percentage.Parse(value.ToString()).Fraction + 0.000000000000000001m);
        else if (value.Kind == FigureKind.Quantity)
            yield return Quantity.Parse(value.ToString()) + new Quantity(0.000000000000000001m, Quantity.Parse(value.ToString()).Unit);
        else
            yield return Money.Parse(value.ToString()) + new Money(0.000000000000000001m, Money.Parse(value.ToString()).Currency);

        if (value.Kind == FigureKind.Money)
            yield return new Money(Money.Parse(value.ToString()).Amount, Currency.EUR);
        if (value.Kind == FigureKind.Quantity)
            yield return new Quantity(Quantity.Parse(value.ToString()).Amount, UnitOfMeasure.Litre);
    }

    private static string? AsStated(Figure? recomputed, Figure value) =>
        recomputed is { Kind: FigureKind.Number } && value.Kind == FigureKind.Percentage
            ? Percentage.FromFraction(decimal.Parse(recomputed.ToString()!, System.Globalization.CultureInfo.InvariantCulture)).ToString()
            : recomputed.ToString();

    private static (Operation, Figure, Figure[]) Of(Operation operation, Figure value, params Figure[] figures) =>
        (operation, value, figures);

    private static ExchangeRate Quoted(decimal yen) => new(Currency.USD, Currency.JPY, yen, new LocalDate(2024, 3, 1));

    private static Money Usd(decimal amount) => new(amount, Currency.USD);

    private static Percentage Pct(decimal percent) => Percentage.FromPercent(percent);
}
