using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Commissions;
using SalesDomain.Tests.Quotas;
using static SalesDomain.Tests.Commissions.Bases.Credited;

namespace SalesDomain.Tests.Commissions.Bases;

public sealed class SumsOfCredits
{
    private static readonly CommissionMeasure[] s_measures =
    [
        Revenue.Counting(CreditKind.Direct, CreditKind.Overlay, CreditKind.RollUp),
        Sales(Measure.Margin),
        Sales(Measure.Margin).OfMarginPart(MarginPart.AboveList, Rounding.Commercial).LeavingOutUnknown(),
        Sales(Measure.Margin).OfMarginPart(MarginPart.UpToList, Rounding.Bankers),
        Sales(Measure.ListValue).During(new DateSpan(Day.PlusDays(-5), Day.PlusDays(5))),
        Revenue.WithPriceCoefficient(Rounding.Commercial),
        Revenue.WithPriceCoefficient(Rounding.ToMinorUnit(RoundingMode.Ceiling), UnstatedFact.CountsInFull),
        Collected.WithoutTax(Percent(13)).WithLateness(Lateness),
        Collected.WithLateness(Lateness, UnstatedFact.CountsInFull),
    ];

    private static readonly Arbitrary<CommissionMeasure> s_measure = Gen.Elements(s_measures).ToArbitrary();

    [Property]
    public Property The_order_of_credits_does_not_matter() => Prop.ForAll(Facts, s_measure, Seed, (credits, measure, seed) =>
        measure.Sum(credits) == measure.Sum(credits.OrderBy(credit => credit.GetHashCode() ^ seed)));

    [Property]
    public Property Parts_merged_are_the_whole() => Prop.ForAll(Facts, s_measure, Seed, (credits, measure, seed) =>
    {
        var parts = credits.ToLookup(credit => (credit.Line.GetHashCode() ^ seed) & 3);
        return parts.Aggregate(measure.Sum([]), (sum, part) => measure.Sum(part).Plus(sum)) == measure.Sum(credits);
    });

    [Property]
    public Property A_sum_is_that_of_what_each_credit_counts() => Prop.ForAll(Facts, s_measure, (credits, measure) =>
    {
        var counted = credits.Select(measure.Of).ToArray();
        var sum = measure.Sum(credits);
        var plain = counted.Where(credit => credit.Value is not null).Sum(credit => credit.Value!.Value.Money.Amount);
        return sum.CreditCount == counted.Count(credit => credit.Value is not null || credit.IsUnknown)
            && sum.UnknownCount == counted.Count(credit => credit.IsUnknown)
            && Math.Abs(sum.Known.Money.Amount - plain) < 1e-15m
            && (sum.Value is not null) == (sum.UnknownCount == 0 || measure.LeavesOutUnknown);
    });

    [Property]
    public Property A_sum_agrees_with_plain_code() => Prop.ForAll(Credited.Any, credits =>
    {
        var plain = credits
            .Where(credit => credit.Kind == CreditKind.Direct)
            .GroupBy(credit => credit.Share.Fraction).OrderBy(share => share.Key)
            .Sum(share => share.Key * share.Sum(credit => credit.Sale!.NetAmount.Amount));
        return Math.Abs(Revenue.Sum(credits).Amount() - plain) < 1e-15m;
    });

    [Property(MaxTest = 300)]
    public Property Every_credit_explains_itself() => Prop.ForAll(Facts, s_measure, Seed, (credits, measure, seed) =>
    {
        foreach (var credit in credits.Select(measure.Of))
        {
            var explanation = credit.Explain();
            Tampering.IsNamed(explanation, seed & 0xFFFF);
            if (explanation.Value != (credit.Value is { } value ? value.Value : Figure.Absent))
                return false;
        }

        Tampering.IsNamed(measure.Sum(credits).Explain(), seed & 0xFFFF);
        return true;
    });

    private static Arbitrary<SalesCredit[]> Facts { get; } =
        (from sales in Credited.Any.Generator from receipts in AnyReceipts.Generator select sales.Concat(receipts).ToArray()).ToArbitrary();

    private static Arbitrary<int> Seed { get; } = Gen.Choose(1, int.MaxValue).ToArbitrary();
}
