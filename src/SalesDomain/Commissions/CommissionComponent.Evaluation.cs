using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionComponent
{
    /// <summary>What the component gives to the plan, exact; null where a sum is not known.</summary>
    internal ComponentSteps? Evaluate(Currency currency, ComponentTerms? terms, CommissionFigures figures)
    {
        var quota = QuotaOf(terms);
        var target = TargetOf(terms, currency);
        var given = figures.Of(Name);
        var achieved = given is null ? ZeroOf(LevelMeasure, currency) : given.Level;
        var paidOn = given is null ? ZeroOf(BaseMeasure, currency) : given.Base;
        if (achieved is not { } level || paidOn is not { } basis)
            return null;

        Require(level, LevelMeasure, nameof(figures));
        Require(basis, BaseMeasure, nameof(figures));
        if (quota is { } against)
            Measured.RequireSame(level, against, nameof(terms), Name);

        var stretches = Stretches(currency, given, level, basis, quota, target, terms?.Rate, figures);
        if (stretches is null)
            return null;

        var (rated, isWaiting) = (0m, false);
        foreach (var stretch in stretches)
        {
            rated += stretch.Amount;
            isWaiting |= !stretch.IsBelow && stretch.Rate.Without == RateSteps.FigureMissing;
        }

        var cap = Cap?.Amount ?? (CapOfTarget is { } multiple ? multiple.Fraction * target!.Value.Amount : null);
        var limited = cap is { } most && rated > most ? most : rated;
        if (Floor is { } floor && limited < floor.Amount)
            limited = floor.Amount;

        return Modify(level, basis, stretches, rated, cap, limited, AttainmentOf(level, quota), isWaiting, figures);
    }

    private ComponentSteps Modify(
        Measured level, Measured basis, StretchSteps[] stretches, decimal rated, decimal? cap, decimal limited, Percentage? attainment,
        bool isRateWaiting, CommissionFigures figures)
    {
        var isWaiting = isRateWaiting;
        ModifierSteps[] steps = _settings.Modifiers.Length == 0 ? [] : new ModifierSteps[_settings.Modifiers.Length];
        var amount = limited;
        for (var i = 0; i < steps.Length; i++)
        {
            steps[i] = _settings.Modifiers[i].Evaluate(attainment, figures).Applied(amount);
            isWaiting |= amount > 0m && steps[i].IsFigureMissing;
            amount = steps[i].Amount;
        }

        return new ComponentSteps(level, basis, attainment, stretches, rated, cap, limited, steps, amount, isRateWaiting, isWaiting);
    }

    private StretchSteps[]? Stretches(
        Currency currency, ComponentFigures? given, Measured level, Measured basis, Measured? quota, Money? target, Percentage? individual,
        CommissionFigures figures)
    {
        var figure = Rate.FigureName is { } name ? figures.FigureOf(name) : null;
        if (Accumulation == CommissionAccumulation.Cumulative)
            return [Stretch(currency, level, basis, quota, target, individual, figure)];
        if (given is null)
            return [];

        // Deals come by day and document, so that the last digit of a sum of quotients is the same whatever their order was.
        var stretches = new StretchSteps[given.Deals.Count];
        for (var i = 0; i < stretches.Length; i++)
        {
            var deal = given.Deals[i];
            if (deal.Level is not { } achieved || deal.Base is not { } paidOn)
                return null;

            stretches[i] = Stretch(currency, achieved, paidOn, quota, target, individual, figure);
        }

        return stretches.Length > 0 || basis.IsZero ? stretches
            : throw Guards.Invalid(nameof(figures), "'" + Name + "'", "must have its deals, as it is paid deal by deal");
    }

    private StretchSteps Stretch(
        Currency currency, Measured achieved, Measured paidOn, Measured? quota, Money? target, Percentage? individual, Percentage? figure)
    {
        var hasQuota = quota is { Amount: > 0m };
        var (level, scale) = quota is null ? (achieved.Amount, 1m)
            : hasQuota ? (achieved.Amount, quota.Value.Amount)
            : (AttainmentAtZero.Fraction, 1m);
        var isOneMeasure = IsOneMeasure && (quota is null || hasQuota);
        var (basis, capped, counted) = (paidOn.Amount, (decimal?)null, (decimal?)null);
        if (LevelCap is { } most && level > most.Fraction * scale)
        {
            capped = most.Fraction * scale;
            counted = isOneMeasure ? capped : paidOn.Amount * capped / level;
            (level, basis) = (capped.Value, counted.Value);
        }

        var threshold = Threshold?.Of(scale) ?? 0m;
        var tested = Threshold?.Level is null ? level : achieved.Amount;
        var isBelow = (Threshold is not null && tested < threshold)
            || (quota is not null && !hasQuota && ZeroQuota == ZeroQuotaPolicy.PayNothing);
        var input = new RateInput(
            currency, level, scale, basis, isOneMeasure, Threshold?.Pays == ThresholdPay.AboveOnly ? threshold : null, target?.Amount,
            individual, figure, Rate.NeedsAttainment ? Percentage.Ratio(level, scale) : null);
        return new StretchSteps(
            achieved, paidOn, capped, counted, threshold, isBelow, input, isBelow ? default : Rate.Pay(input), DealCap?.Amount);
    }

    /// <summary>What the component would pay with another level, all else as it is, before caps, floor, gates and multipliers.</summary>
    internal decimal AmountAt(in StretchSteps stretch, decimal level)
    {
        var most = stretch.Capped is { } cap && level > cap ? cap : level;
        return stretch.IsBelow || most < stretch.Input.Threshold ? 0m : Rate.Pay(stretch.Input.At(most)).Amount;
    }

    private Percentage? AttainmentOf(Measured level, Measured? quota) =>
        quota is not { } against ? null
        : against.Amount > 0m ? Percentage.Ratio(level.Amount, against.Amount)
        : AttainmentAtZero;

    /// <summary>What a quota of zero counts as.</summary>
    internal Percentage AttainmentAtZero => ZeroQuota == ZeroQuotaPolicy.PayAsAttained ? Percentage.OneHundred : Percentage.Zero;

    private Measured? QuotaOf(ComponentTerms? terms) =>
        ZeroQuota is null ? null
        : terms?.Quota ?? throw Guards.Invalid(nameof(terms), "'" + Name + "'", "must have a quota for the component");

    private Money? TargetOf(ComponentTerms? terms, Currency currency)
    {
        if (!NeedsTarget)
            return null;

        var target = terms?.Target
            ?? throw Guards.Invalid(nameof(terms), "'" + Name + "'", "must have a target incentive for the component");
        return target.Currency == currency ? target
            : throw new CurrencyMismatchException(currency, target.Currency, "'" + Name + "'", nameof(terms));
    }

    private void Require(Measured value, Measure? measure, string parameterName)
    {
        if (measure is not null && value.Measure != measure)
            throw Guards.Invalid(parameterName, "'" + Name + "' " + value, "must be of the measure " + measure);
    }

    internal static Measured ZeroOf(Measure? measure, Currency currency) =>
        measure is null ? Measure.Count("goal").Of(0m)
        : measure.Kind == FigureKind.Money ? measure.Of(Money.Zero(currency))
        : measure.Unit is { } unit ? measure.Of(new Quantity(0m, unit))
        : measure.Of(0m);
}
