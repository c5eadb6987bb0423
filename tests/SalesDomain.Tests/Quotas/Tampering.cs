using System.Linq;
using SalesDomain.Tests.Explanations;
using Xunit;

namespace SalesDomain.Tests.Quotas;

/// <summary>
/// Changes one computed figure of an explanation, as if engine and explanation had parted, and looks whether Verify names its node.
/// </summary>
internal static class Tampering
{
    /// <summary>The explanation verifies; with one of its computed figures changed, that node is named.</summary>
    internal static void IsNamed(Explanation explanation, int choice)
    {
        Assert.True(explanation.IsVerified, string.Join("\n", explanation.Verify().Select(discrepancy => discrepancy.ToString())));
        var places = ExplanationTree.Computed(explanation);
        if (places.Count == 0)
            return;

        var place = places[choice % places.Count];
        var tampered = ExplanationTree.With(explanation, place, Other(ExplanationTree.At(explanation, place).Value));
        var changed = ExplanationTree.At(tampered, place);
        Assert.True(
            tampered.Verify().Any(discrepancy => ReferenceEquals(discrepancy.Node, changed)),
            "Not named: " + changed + " of\n" + explanation);
    }

    // Far more than the last of 28 digits.
    private static Figure Other(Figure value) =>
        value.Kind switch
        {
            FigureKind.Money => Text(value) is var (amount, unit) && Currency.Iso.Any(currency => currency.Code == unit)
                ? new Money(amount + 1000m, Currency.FromCode(unit)) : "tampered",
            FigureKind.Truth => value == (Figure)false,
            FigureKind.Absent => 1m,
            _ => "tampered",
        };

    private static (decimal Amount, string Unit) Text(Figure money)
    {
        var text = money.ToString().Split(' ');
        return (decimal.Parse(text[1], System.Globalization.CultureInfo.InvariantCulture), text[0]);
    }
}
