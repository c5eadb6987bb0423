using System;
using System.Collections.Generic;
using System.Collections.ObjectModel;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>What one component has earned to date, with the figures between.</summary>
/// <remarks>Part of a <see cref="CommissionResult"/>. Equality is by reference.</remarks>
public sealed partial class ComponentResult
{
    private readonly CommissionResult _result;
    private readonly int _place;

    // Made once, when first asked for; null where credits were not kept.
    private readonly Lazy<ReadOnlyCollection<CreditCommission>>? _credits;
    private readonly Lazy<ReadOnlyCollection<CreditCommission>>? _beforeFloor;
    private readonly Lazy<ILookup<LineId, CreditCommission>>? _byLine;
    private readonly Lazy<ILookup<LineId, CreditCommission>>? _byLineBeforeFloor;

    internal ComponentResult(CommissionResult result, CommissionComponent component, int place)
    {
        _result = result;
        _place = place;
        Component = component;
        if (Given?.Credits is { } kept)
        {
            _credits = new Lazy<ReadOnlyCollection<CreditCommission>>(() => Attributed(kept).AsReadOnly());
            _beforeFloor = new Lazy<ReadOnlyCollection<CreditCommission>>(() => Attributed(kept, isBeforeFloor: true).AsReadOnly());
            _byLine = new Lazy<ILookup<LineId, CreditCommission>>(() => Credits.ToLookup(credit => credit.Credit.Line));
            _byLineBeforeFloor = new Lazy<ILookup<LineId, CreditCommission>>(
                () => IsRaised ? CreditsBeforeFloor.ToLookup(credit => credit.Credit.Line) : _byLine.Value);
        }
    }

    /// <summary>The component.</summary>
    public CommissionComponent Component { get; }

    /// <summary>The level, which sets the rate, over the measurement period to date; null when it is not known.</summary>
    public Measured? Level => Steps is { } steps ? steps.Level : Given?.Level;

    /// <summary>The base, which is paid on; null when it is not known.</summary>
    public Measured? Base => Steps is { } steps ? steps.Base : Given?.Base;

    /// <summary>The quota; null where the component has none.</summary>
    public Measured? Quota => Component.ZeroQuota is null ? null : _result.Terms.QuotaOf(Component.Name);

    /// <summary>What was achieved ÷ quota; null without a quota above zero, and where a sum is not known.</summary>
    public Percentage? Attainment =>
        Quota is { Amount: > 0m } ? Steps?.Attainment : null;

    /// <summary>What the rate gives, exact, before cap, floor, gates and multipliers; null where a sum or a figure is not known.</summary>
    public Money? Rated => Steps is { } steps && (Earned is not null || !steps.IsRateWaiting) ? In(steps.Rated) : null;

    /// <summary>After cap and floor, exact.</summary>
    public Money? Limited => Steps is { } steps && (Earned is not null || !steps.IsRateWaiting) ? In(steps.Limited) : null;

    /// <summary>After gates and multipliers, exact: what the component gives to the plan; null where it is not known.</summary>
    public Money? Exact => Earned is null ? null : In(Steps?.Exact);

    /// <summary>What is earned to date, rounded, after the cap of the plan; null where a sum or a figure is not known.</summary>
    public Money? Earned => In(_result.Steps.Earned[_place]);

    /// <summary>
    /// The rate of the step reached, where one holds for all of the base; null where each part has its own, and deal by deal.
    /// </summary>
    public Percentage? Rate =>
        Steps is { } steps && Component.Accumulation == CommissionAccumulation.Cumulative && !steps.Stretches[0].IsBelow
            ? steps.Stretches[0].Rate.Rate : null;

    /// <summary>
    /// The parts of the level at their own rates, where tiers are graduated and not deal by deal; they sum to what the rates give on the
    /// level.
    /// </summary>
    public IReadOnlyList<RatePortion> Portions =>
        Steps is { } steps && Component.Accumulation == CommissionAccumulation.Cumulative && !steps.Stretches[0].IsBelow
            ? Array.AsReadOnly([.. Component.Rate.Portions(steps.Stretches[0].Input)])
            : Array.AsReadOnly(Array.Empty<RatePortion>());

    /// <summary>
    /// What each deal gives before cap, floor, gates and multipliers, by day and document; none where it is not paid deal by deal.
    /// </summary>
    public IReadOnlyList<DealCommission> Deals =>
        Steps is { } steps && Component.Accumulation == CommissionAccumulation.PerDeal
            ? Array.AsReadOnly(DealsOf(steps)) : Array.AsReadOnly(Array.Empty<DealCommission>());

    /// <summary>Why it pays what it does; the codes are those of <see cref="CommissionResult.Reasons"/>.</summary>
    public IReadOnlyList<Reason> Reasons => AllReasons().AsReadOnly();

    /// <summary>What was earned, of what: <c>revenue: CNY 19215.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Component.Name + ": " + (Earned?.ToString() ?? "not known");

    /// <summary>What stands of it in the account, where it is not known and that is stated.</summary>
    internal Money? Standing => Earned is null ? _result.Figures.StandingOf(Component.Name) : null;

    internal ComponentSteps? Steps => _result.Steps.Components[_place];

    private ComponentFigures? Given => _result.Figures.Of(Component.Name);

    private Money? In(decimal? amount) => amount is { } known ? new Money(known, _result.Plan.Currency) : null;

    private DealCommission[] DealsOf(ComponentSteps steps) =>
    [
        .. steps.Stretches.Select((stretch, i) => new DealCommission(this, i, Given!.Deals[i], In(stretch.Amount)!.Value)),
    ];

    /// <summary>What there is to say of a line: what its own deal came to, and what the component as a whole did. Read once.</summary>
    private Func<DocumentId?, Reason[]> ReasonsOfLines()
    {
        Reason[] ofComponent = [.. AllReasons(ofDeals: false)];
        var ofDeals = ReasonsByDeal();
        return deal =>
            ofDeals is not null && deal is { } of && ofDeals.TryGetValue(of, out var own) ? [.. own, .. ofComponent] : ofComponent;
    }

    /// <summary>What there is to say of each deal; null where it is not paid deal by deal.</summary>
    private Dictionary<DocumentId, Reason[]>? ReasonsByDeal()
    {
        if (Component.Accumulation != CommissionAccumulation.PerDeal || Steps is not { } steps)
            return null;

        var byDeal = new Dictionary<DocumentId, Reason[]>();
        for (var i = 0; i < steps.Stretches.Length; i++)
        {
            var reasons = new List<Reason>();
            AddReasons(steps.Stretches[i], DealOf(i), reasons);
            if (reasons.Count > 0)
                byDeal[Given!.Deals[i].Deal] = [.. reasons];
        }

        return byDeal;
    }

    private DocumentId? DealOf(int stretch) =>
        Component.Accumulation == CommissionAccumulation.PerDeal ? Given!.Deals[stretch].Deal : null;

    private List<Reason> AllReasons(bool ofDeals = true)
    {
        var reasons = new List<Reason>();
        var name = ("component", (Figure)Component.Name);
        if (Steps is not { } steps)
        {
            reasons.Add(new Reason("commission.unknown-figures", name));
            reasons.AddRange((Given?.BaseSum?.Reasons ?? []).Union(Given?.LevelSum?.Reasons ?? []));
            return reasons;
        }

        if (Quota is { Amount: <= 0m } quota)
            reasons.Add(new Reason("commission.no-quota", name, ("quota", quota.Value), ("policy", Component.ZeroQuota!.Value.ToString())));
        for (var i = 0; i < steps.Stretches.Length && (ofDeals || DealOf(i) is null); i++)
            AddReasons(steps.Stretches[i], DealOf(i), reasons);

        if (steps.Cap is { } cap && steps.Rated > cap)
            reasons.Add(new Reason("commission.component-capped", name, ("rated", In(steps.Rated)!.Value), ("cap", In(cap)!.Value)));
        if (Component.Floor is { } floor && steps.BeforeFloor < floor.Amount)
            reasons.Add(new Reason("commission.floor", name, ("rated", In(steps.Rated)!.Value), ("floor", floor)));
        if (_result.Steps.ToShare is not null && Earned is { } earned && earned.Amount != _result.Steps.Rounded[_place])
        {
            reasons.Add(new Reason(
                "commission.share-of-cap", name, ("before", In(_result.Steps.Rounded[_place])!.Value), ("earned", earned)));
        }

        foreach (var read in steps.Modifiers)
        {
            if (read.IsPassed)
                continue;
            if (read.Factor is not { } factor)
                reasons.Add(read.Modifier.ReasonOf(Component.Name, read));
            else if (factor.IsZero)
                reasons.Add(new Reason("commission.gated", name, (read.Modifier.FigureName ?? "attainment", read.Row!.Value)));
        }

        return reasons;
    }

    // One of a deal names it.
    private void AddReasons(in StretchSteps stretch, DocumentId? deal, List<Reason> reasons)
    {
        if (stretch.IsBelow && Quota is not { Amount: <= 0m })
        {
            reasons.Add(ReasonOf(
                "commission.below-threshold", deal, ("level", stretch.Level.Value),
                ("threshold", stretch.Level.Value.With(stretch.Threshold))));
        }

        if (stretch.Capped is { } level)
        {
            reasons.Add(ReasonOf(
                "commission.level-capped", deal, ("level", stretch.Level.Value), ("counted", stretch.Level.Value.With(level))));
        }

        if (stretch.IsDealCapped)
        {
            reasons.Add(ReasonOf(
                "commission.deal-capped", deal, ("rated", In(stretch.Rate.Amount)!.Value), ("cap", Component.DealCap!.Value)));
        }

        if (stretch.Rate.Outside is { } outside && !stretch.Base.IsZero)
            reasons.Add(ReasonOf(outside, deal, ("level", stretch.Level.Value), ("base", stretch.Base.Value)));
        if (stretch.Rate.IsAtNothing && !stretch.Base.IsZero)
            reasons.Add(ReasonOf("commission.no-level", deal, ("base", stretch.Base.Value)));
        if (stretch.Rate.Without is { } code)
            reasons.Add(ReasonOf(code, deal));
    }

    private Reason ReasonOf(string code, DocumentId? deal, params (string Name, Figure Value)[] figures) =>
        deal is { } of ? new Reason(code, [("component", Component.Name), ("deal", of.ToString()), .. figures])
            : new Reason(code, [("component", Component.Name), .. figures]);
}
