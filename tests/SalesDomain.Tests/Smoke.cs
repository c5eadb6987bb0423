using NodaTime;
using Xunit;

namespace SalesDomain.Tests;

public sealed class Smoke
{
    [Fact]
    public void Works()
    {
        Assert.Equal("USD 2.50", new Money(2.5m, Currency.USD).ToString());
        var parts = Apportionment.ToMinorUnit.Split(new Money(15m, Currency.USD), new[] { 22.00m, 14.00m, 43.00m, 7.50m, 0.00m });
        Assert.Equal(new[] { 3.81m, 2.43m, 7.46m, 1.30m, 0m }, System.Array.ConvertAll(parts, p => p.Amount));
        var rates = AttainmentRate.From((Percentage.Zero, Percentage.FromPercent(3)), (Percentage.OneHundred, Percentage.FromPercent(5)), (Percentage.FromPercent(120), Percentage.FromPercent(7)));
        var r = new Money(1500m, Currency.USD); var q = new Money(1000m, Currency.USD);
        Assert.Equal(30m + 10m + 21m, rates.Graduated(r, q).Amount);
        var e = Explanation.Node("c", rates.Graduated(r, q), Operation.Graduated(rates), Explanation.Fact("r", r), Explanation.Fact("q", q));
        Assert.Empty(e.Verify());
        var p = TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, (1, 100m), (1000, 96m), (3000, 94m));
        var inv = p.Inversions(Quantity.Pieces(1));
        Assert.Equal("2938 PCE to 2999 PCE give more (CNY 287904.00 at the end) than 3000 PCE (CNY 282000.00)", inv[1].ToString());
        Assert.Equal("2026-01-01/..", DateSpan.From(new LocalDate(2026, 1, 1)).ToString());
        Assert.Equal(Rounding.Commercial, Rounding.Parse(Rounding.Commercial.ToString()));
        Assert.Equal(178, Currency.Iso.Count);
    }
}
