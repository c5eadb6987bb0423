using System;
using NodaTime;
using Xunit;

namespace SalesDomain.Tests.Explanations;

public sealed class FiguresOfEveryKind
{
    [Fact]
    public void A_figure_prints_the_canonical_text_of_its_value_in_every_culture() =>
        Cultures.Each(() =>
        {
            AssertFigure(1234.50m, FigureKind.Number, "1234.5");
            AssertFigure(new Money(1234.5m, Currency.USD), FigureKind.Money, "USD 1234.50");
            AssertFigure(new Money(-3m, Currency.JPY), FigureKind.Money, "JPY -3");
            AssertFigure(Percentage.FromPercent(12.5m), FigureKind.Percentage, "12.5%");
            AssertFigure(new Quantity(0.25m, UnitOfMeasure.Kilogram), FigureKind.Quantity, "0.25 KGM");
            AssertFigure(new LocalDate(2024, 2, 29), FigureKind.Date, "2024-02-29");
            AssertFigure(new LocalDate(1999, 12, 31), FigureKind.Date, "1999-12-31");
            AssertFigure(LocalDate.MinIsoValue, FigureKind.Date, "-9998-01-01");
            AssertFigure(LocalDate.MaxIsoValue, FigureKind.Date, "9999-12-31");
            AssertFigure(true, FigureKind.Truth, "yes");
            AssertFigure(false, FigureKind.Truth, "no");
            AssertFigure("A", FigureKind.Text, "A");
            AssertFigure(0m, FigureKind.Number, "0");
            AssertFigure(default, FigureKind.Absent, "none");
            AssertFigure(Figure.OrAbsent(Percentage.Ratio(1m, 0m)), FigureKind.Absent, "none");
            AssertFigure(Figure.OrAbsent(Percentage.Ratio(1m, 2m)), FigureKind.Percentage, "50%");
        });

    [Fact]
    public void A_figure_is_displayed_as_its_own_type_displays_it()
    {
        var german = System.Globalization.CultureInfo.GetCultureInfo("de-DE");

        Assert.Equal("USD 1,234.50", ((Figure)new Money(1234.5m, Currency.USD)).ToString("N", null));
        Assert.Equal("USD 1.234,50", ((Figure)new Money(1234.5m, Currency.USD)).ToString("N", german));
        Assert.Equal("USD 1,235", ((Figure)new Money(1234.5m, Currency.USD)).ToString("N0", null));
        Assert.Equal("1,200 PCE", ((Figure)Quantity.Pieces(1200m)).ToString("N", null));
        Assert.Equal(
            Percentage.FromPercent(12.345m).ToString("P1", german), ((Figure)Percentage.FromPercent(12.345m)).ToString("N1", german));
        Assert.Equal("1,234.5", ((Figure)1234.5m).ToString("N", null));
        Assert.Equal("2024-02-29", ((Figure)new LocalDate(2024, 2, 29)).ToString("N", german));
        Assert.Equal("none", Figure.Absent.ToString("N", null));
        Assert.Equal("USD 1234.50", ((Figure)new Money(1234.5m, Currency.USD)).ToString("G", german));
        Assert.Throws<FormatException>(() => ((Figure)1m).ToString("C", null));
    }

    [Fact]
    public void A_day_of_another_calendar_is_the_same_day() =>
        Assert.Equal((Figure)new LocalDate(2024, 2, 29), new LocalDate(2024, 2, 29).WithCalendar(CalendarSystem.Julian));

    [Fact]
    public void A_missing_word_is_refused() =>
        Assert.Equal("value", Assert.Throws<ArgumentNullException>(() => (Figure)(string)null!).ParamName);

    [Fact]
    public void Figures_are_equal_by_kind_and_value()
    {
        TestHelper.TestEqualsStruct<Figure>(
            Money.Parse("USD 2.5"), Money.Parse("USD 2.50"), Money.Parse("USD 2.51"), Money.Parse("EUR 2.5"), 2.5m, Quantity.Pieces(2.5m),
            Percentage.FromFraction(2.5m), "USD 2.50", default);
        TestHelper.TestEqualsStruct<Figure>(true, true, false, 1m, "yes");
        TestHelper.TestEqualsStruct<Figure>(Quantity.Pieces(1m), Quantity.Pieces(1.0m), new Quantity(1m, UnitOfMeasure.Case));
        TestHelper.TestEqualsStruct<Figure>(new LocalDate(2000, 1, 2), new LocalDate(2000, 1, 2), new LocalDate(2000, 1, 3), 1m);
        TestHelper.TestEqualsStruct<Figure>("A", new string('A', 1), "B", "a", "");
        TestHelper.TestEqualsStruct(default, Figure.Absent, (Figure)0m, (Figure)Percentage.Zero, (Figure)false);
    }

    private static void AssertFigure(Figure figure, FigureKind kind, string text)
    {
        Assert.Equal(kind, figure.Kind);
        Assert.Equal(text, figure.ToString());
    }
}
