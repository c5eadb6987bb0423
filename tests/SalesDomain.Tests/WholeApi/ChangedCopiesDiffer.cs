using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

/// <summary>A setting that equality forgets makes two unlike definitions one, and no other test would tell.</summary>
public sealed class ChangedCopiesDiffer
{
    // Texts that sum up, and leave out rates, calendars, reasons or what was looked up.
    private static readonly string[] s_leftOutOfTheText =
    [
        "AllocationDriver.WithMissing(weight)", "AllocationRule.WithFixedQuotas(quotas)", "AllocationRule.WithHedgeRoundingMode(mode)",
        "AllocationRule.WithMaximums(maximums)", "AllocationRule.WithMinimums(minimums)", "Attainment.WithElapsed(elapsed)",
        "Attainment.WithQuotaToDate(quotaToDate)", "CandidateScorecard.WithAveraging(averaging)",
        "CandidateScorecard.WithMissing(missing)", "CashDiscountRule.WithCalendar(calendar)", "CommissionAccount.Leave(on)",
        "CommissionAccount.With(closing)", "CommissionAccount.With(dispute)", "CommissionEarning.Because(reasons)",
        "CommissionEarning.Following(original)", "CommissionEarning.Including(lines)", "CommissionEarning.OfDeal(deal)",
        "CommissionEarning.WithBase(base)", "CommissionEarning.WithPlanVersion(version)", "CommissionEarning.WithRate(rate)",
        "CommissionEntry.Because(reasons)", "CommissionEntry.With(share)", "CommissionLedger.With(closing)",
        "CommissionStatement.With(results)", "CreditKnowledge.WithNewCustomers(isNew)", "Crediting.RolledUpThrough(hierarchy)",
        "Crediting.RolledUpThrough(tree)", "DiversionFinding.WithCode(code)", "DiversionFinding.WithInjured(injured)",
        "DiversionFinding.WithUnits(units)",
        "Opportunity.WithCategory(category)", "Opportunity.WithProbability(probability)", "Opportunity.WithProduct(product)",
        "PayoutBatch.WithDrawShare(shares)", "PayoutBatch.WithEvents(events)", "PayoutBatch.WithFixedPay(pay)",
        "PayoutBatch.WithRules(rules)", "PayoutBatch.WithRuns(runs)", "PayoutRun.WithRates(rates)", "Phasing.InWorkingDays(calendar)",
        "PriceBook.With(products)", "PriceBook.WithRates(rates)", "PriceWatch.WithRates(rates)",
        "QuotationRules.WithCalendar(calendar)", "SalesPlan.WithBreakdowns(breakdowns)", "SalesPlan.WithWeights(weights)",
        "Staffing.WithFilled(filled)", "TerritoryMap.WithAccounts(accounts)", "TerritoryMap.WithAreas(areas)",
    ];

    // Of what fits together so closely that the samples, one at a time, are refused or change nothing: tests of their own show these.
    private static readonly string[] s_shownElsewhere =
    [
        "Actuals.Merge(other)", "Alignment.Move(moves)", "Alignment.WithoutTerritory(territory)", "AttainmentRate.WithCeiling(ceiling)",
        "CommissionEntry.With(conversion)", "CommissionLedger.Where(condition)", "CommissionMeasure.WithoutTax(rate)",
        "CommissionResult.WithCredits(more)", "Hierarchy.With(links)", "Pace.WithQuotaToDate(toDate)", "PayoutBatch.Where(condition)",
        "Phasing.SpreadByDay(periods)", "PlanCell.WithSpan(span)", "PromotionHistory.Cancelling(document)",
        "PromotionHistory.Recording(document)", "SalesCredit.Following(original)", "SalesPlan.WithRevisedTargets(targets)",
        "TieredRate.WithCeiling(ceiling)", "VisitLog.In(span)", "VisitLog.Where(condition)", "WorkCalendar.WithoutHoursOn(spans)",
        "WorkCalendar.WithoutMakeUpDays(dates)",
    ];

    // Adds to what there is: the cells that are the samples have to be in the plans that are the samples.
    private static readonly string[] s_there = ["SalesPlan.WithRequiredCells(cells)"];

    private static readonly Lazy<(string Setter, string Fault)[]> s_faults = new(
        () => [.. PublicSurface.ClosedTypes.Where(Samples.Has).SelectMany(FaultsOf).Distinct()]);

    [Fact]
    public void A_setting_makes_another_value() => MustBe(s_there, Setters(ChangedCopies.IsEqual));

    [Fact]
    public void A_setting_makes_another_text_unless_the_text_sums_up() =>
        MustBe(s_leftOutOfTheText, Setters(ChangedCopies.ReadsAlike));

    [Fact]
    public void Some_sample_shows_each_setting_but_these()
    {
        // Of a generic type one closed form is enough.
        var shown =
            from type in PublicSurface.ClosedTypes.Where(Samples.Has)
            let hidden = FaultsOf(type).Where(fault => fault.Fault == ChangedCopies.IsNotShown).Select(fault => fault.Setter)
            from name in ChangedCopies.SettersOf(type).Select(setter => ChangedCopies.NameOf(type, setter)).Except(hidden)
            select name;
        MustBe(s_shownElsewhere, Setters(ChangedCopies.IsNotShown).Except(shown));
    }

    [Fact]
    public void There_is_something_to_look_at() =>
        Assert.InRange(PublicSurface.ClosedTypes.Sum(type => ChangedCopies.SettersOf(type).Count()), 100, 10_000);

    [Fact]
    public void The_check_finds_what_equality_or_the_text_forgets() =>
        Assert.Equal(
            [
                ("Careless.WithForgotten(forgotten)", ChangedCopies.IsEqual),
                ("Careless.WithForgotten(forgotten)", ChangedCopies.IsNotShown),
                ("Careless.WithHidden(hidden)", ChangedCopies.ReadsAlike), ("Careless.WithRefused(refused)", ChangedCopies.IsNotShown),
            ],
            ChangedCopies.FaultsOf(typeof(Careless), [new Careless()]).OrderBy(fault => fault.Setter, StringComparer.Ordinal)
                .ThenBy(fault => fault.Fault, StringComparer.Ordinal));

    private static IEnumerable<string> Setters(string fault) =>
        s_faults.Value.Where(found => found.Fault == fault).Select(found => found.Setter).OrderBy(name => name, StringComparer.Ordinal);

    private static IEnumerable<(string Setter, string Fault)> FaultsOf(Type type) => ChangedCopies.FaultsOf(type, Samples.Of(type));

    // What is listed and no longer so is a fault as well: a list that is longer than need be hides what comes later.
    private static void MustBe(IReadOnlyList<string> listed, IEnumerable<string> found)
    {
        string[] all = [.. found.Distinct()];
        Faults.MustBeNone([
            .. all.Except(listed).Select(name => name + " is not listed"),
            .. listed.Except(all).Select(name => name + " is listed in vain"),
        ]);
    }

#pragma warning disable // What follows is written to break the rules.
    private sealed class Careless : IEquatable<Careless>
    {
        private int _kept;
        private int _hidden;
        private int _forgotten;

        public static bool operator ==(Careless left, Careless right) => left.Equals(right);

        public static bool operator !=(Careless left, Careless right) => !left.Equals(right);

        public Careless With(int kept) => new() { _kept = kept, _hidden = _hidden, _forgotten = _forgotten };

        public Careless WithHidden(int hidden) => new() { _kept = _kept, _hidden = hidden, _forgotten = _forgotten };

        public Careless WithForgotten(int forgotten) => new() { _kept = _kept, _hidden = _hidden, _forgotten = forgotten };

        public Careless WithRefused(int refused) => throw new ArgumentException("It takes none.", nameof(refused));

        public Careless WithTwo(int first, int second) => this;

        public bool Equals(Careless? other) => other is not null && _kept == other._kept && _hidden == other._hidden;

        public override bool Equals(object? obj) => Equals(obj as Careless);

        public override int GetHashCode() => _kept;

        public override string ToString() => _kept.ToString(System.Globalization.CultureInfo.InvariantCulture);
    }
#pragma warning restore
}
