using System.Linq;
using System.Text.Json;
using SalesDomain;
using Xunit;

namespace QuarterClose.Tests;

public sealed class JsonIsExact
{
    [Fact]
    public void Amounts_and_percentages_read_back_as_the_values_they_were()
    {
        using var json = JsonDocument.Parse(Outcome.Of("--json").Output);

        foreach (var (line, written) in Northwind.Closed.People.Zip(json.RootElement.GetProperty("salespeople").EnumerateArray()))
        {
            Assert.Equal(line.Commission.Quota.Amount, Money.Parse(written.GetProperty("quota").GetString()!));
            Assert.Equal(line.Commission.Revenue.Total, Money.Parse(written.GetProperty("revenue").GetString()!));
            Assert.Equal(line.Commission.Attainment, Percentage.Parse(written.GetProperty("attainment").GetString()!));
            Assert.Equal(line.Commission.Amount, Money.Parse(written.GetProperty("commission").GetString()!));
            Assert.Equal(
                line.PriceCheck.OverDiscounted.Value,
                Money.Parse(written.GetProperty("priceCheck").GetProperty("overDiscounted").GetProperty("value").GetString()!));
        }

        Assert.Equal(DateSpan.OfQuarter(1998, 1), DateSpan.Parse(json.RootElement.GetProperty("quarter").GetProperty("days").GetString()!));
    }

    [Fact]
    public void No_amount_is_a_JSON_number()
    {
        using var json = JsonDocument.Parse(Outcome.Of("--json", "--explain", "5", "--lines").Output);

        Assert.All(Numbers(json.RootElement), number => Assert.True(number.TryGetInt32(out _)));
    }

    [Fact]
    public void The_explanation_is_there_when_it_is_asked_for()
    {
        using var without = JsonDocument.Parse(Outcome.Of("--json").Output);
        using var with = JsonDocument.Parse(Outcome.Of("--json", "--explain", "5").Output);
        var explanation = with.RootElement.GetProperty("explanation");

        Assert.Equal(JsonValueKind.Null, without.RootElement.GetProperty("explanation").ValueKind);
        Assert.Equal("5", explanation.GetProperty("salesperson").GetString());
        Assert.True(explanation.GetProperty("verified").GetBoolean());
        Assert.Equal("USD 985.33", explanation.GetProperty("root").GetProperty("value").GetString());
        Assert.Equal(
            without.RootElement.GetProperty("salespeople").GetRawText(),
            with.RootElement.GetProperty("salespeople").GetRawText());
    }

    private static System.Collections.Generic.IEnumerable<JsonElement> Numbers(JsonElement element) =>
        element.ValueKind switch
        {
            JsonValueKind.Number => [element],
            JsonValueKind.Object => element.EnumerateObject().SelectMany(member => Numbers(member.Value)),
            JsonValueKind.Array => element.EnumerateArray().SelectMany(Numbers),
            _ => [],
        };
}
