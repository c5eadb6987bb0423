using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using SalesDomain.Terms;

namespace SalesDomain.Tests.Terms;

internal static class TermsSample
{
    private static readonly Gen<DueRule> s_step = Gen.OneOf(
        Gen.Frequency((1, Gen.Elements(0, 1, 7, 10, 30, 60, 90)), (1, Gen.Choose(0, 400))).Select(DueRule.Days),
        Gen.Choose(1, 14).Select(DueRule.Months), Gen.Constant(DueRule.EndOfMonth),
        Gen.Choose(1, 31).ArrayOf(3).Select(days => DueRule.OnDays([.. days.Distinct()])),
        from day in Gen.Choose(1, 31) from months in Gen.Choose(1, 3) from cutOff in Gen.Choose(1, 31)
        select DueRule.DayOfMonth(day, months, cutOff));

    internal static Arbitrary<DueRule> Rules { get; } =
        (from count in Gen.Choose(1, 3) from steps in s_step.ArrayOf(count) select steps.Aggregate((all, next) => all.Then(next)))
        .ToArbitrary();

    /// <summary>Shares in hundredths of a per cent that total 100 %, and rules.</summary>
    internal static Arbitrary<PaymentTerms> Instalments { get; } =
        (from weights in Gen.Choose(1, 9_999).ArrayOf() from rules in Rules.Generator.ArrayOf(weights.Length + 1)
         let cuts = weights.Where(weight => weight < 10_000).Distinct().OrderBy(weight => weight).Append(10_000).ToArray()
         select PaymentTerms.InInstalments(
             [
                 .. cuts.Select((cut, i) => (
                     Percentage.FromPercent((cut - (i == 0 ? 0 : cuts[i - 1])) / 100m), rules[i])),
             ])).ToArbitrary();

    /// <summary>Two to four instalments that count from any days, some with discounts.</summary>
    internal static Arbitrary<PaymentTerms> MixedInstalments { get; } =
        (from weights in Gen.Choose(1, 99).ArrayOf(3)
         from rules in Rules.Generator.ArrayOf(4)
         from baselines in Gen.Choose(0, 5).ArrayOf(4)
         from drops in Gen.Choose(0, 3).ArrayOf(4)
         let cuts = weights.Distinct().OrderBy(weight => weight).Append(100).ToArray()
         select PaymentTerms.InInstalments(
             [
                 .. cuts.Select((cut, i) => (
                     Percentage.FromPercent(cut - (i == 0 ? 0 : cuts[i - 1])),
                     Enumerable.Range(0, drops[i]).Aggregate(
                         PaymentTerms.Of(rules[i].Then(DueRule.EndOfMonth)),
                         (terms, k) => terms.WithDiscount(Percentage.FromPercent(5 - k), 5 * k))
                         .WithBaseline((TermsBaseline)baselines[i]))),
             ])).ToArbitrary();

    /// <summary>One to three discounts on plain days, falling, and a net that is later.</summary>
    internal static Arbitrary<PaymentTerms> Ladders { get; } =
        (from count in Gen.Choose(1, 3)
         from days in Gen.Choose(1, 20).ArrayOf(count + 1)
         from drops in Gen.Choose(1, 400).ArrayOf(count)
         select Enumerable.Range(0, count).Aggregate(
             PaymentTerms.Net(days.Sum()),
             (terms, i) => terms.WithDiscount(
                 Percentage.FromPercent(drops.Skip(i).Sum() / 100m), days.Take(i + 1).Sum()))).ToArbitrary();
}
