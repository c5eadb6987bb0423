using System;
using System.Collections.Generic;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>A price that was seen, held against one corridor.</summary>
/// <remarks>Equality is by reference. Made by <see cref="PriceWatch.Judge"/>.</remarks>
public sealed class PriceFinding
{
    private readonly Conversion? _conversion;
    private readonly Money? _one;
    private readonly string _text;

    private PriceFinding(
        PriceObservation observation, PriceCorridor? corridor, CorridorBounds? bounds, Conversion? conversion, Money? one, Money? price,
        PriceOutcome outcome, int? occurrence, DocumentId? countedWith, IReadOnlyList<Reason> reasons)
    {
        Observation = observation;
        Corridor = corridor;
        Bounds = bounds;
        _conversion = conversion;
        _one = one;
        Price = price;
        Outcome = outcome;
        _text = outcome switch
        {
            PriceOutcome.Below => "below",
            PriceOutcome.Above => "above",
            PriceOutcome.Within => "within",
            _ => "not judged",
        };
        Occurrence = occurrence;
        CountedWith = countedWith;
        Reasons = reasons;
        Bound = outcome == PriceOutcome.Below ? bounds!.Least : outcome == PriceOutcome.Above ? bounds!.Most : null;
        if (Bound is { } bound && price is { } seen)
        {
            Deviation = outcome == PriceOutcome.Below ? bound - seen : seen - bound;
            DeviationRate = Percentage.Ratio(Deviation.Value, bound);
            Severity = corridor!.Severity is { } severity && severity.TryAt(DeviationRate!.Value, out var word) ? word : null;
        }

        Penalty = occurrence is { } nth && countedWith is null && corridor!.Penalty is { } penalty && penalty.TryAt(nth, out var due)
            ? due : null;
    }

    /// <summary>The price that was seen.</summary>
    public PriceObservation Observation { get; }

    /// <summary>The corridor; null where none is about the price.</summary>
    public PriceCorridor? Corridor { get; }

    /// <summary>The bounds of the version in force on the day; null where it was not judged.</summary>
    public CorridorBounds? Bounds { get; }

    /// <summary>The price of one unit in currency and tax basis of the corridor, not rounded; null where it was not judged.</summary>
    public Money? Price { get; }

    /// <summary>Where it stands.</summary>
    public PriceOutcome Outcome { get; }

    /// <summary>True where it is below the least or above the most.</summary>
    public bool IsOutside => Outcome is PriceOutcome.Below or PriceOutcome.Above;

    /// <summary>The bound it is beyond; null where it is beyond none.</summary>
    public Money? Bound { get; }

    /// <summary>How far it is beyond the bound, above zero; null where it is beyond none.</summary>
    public Money? Deviation { get; }

    /// <summary>The deviation ÷ the bound; null where it is beyond none.</summary>
    public Percentage? DeviationRate { get; }

    /// <summary>How grave it is, in the word of the corridor; null where the corridor has none for it.</summary>
    public string? Severity { get; }

    /// <summary>
    /// The how-manieth occurrence it is of this corridor within the look-back, of the same dealer, or of the same place where the dealer is
    /// not known; null where it is within or not judged. Deviations that are one occurrence have one number.
    /// </summary>
    public int? Occurrence { get; }

    /// <summary>
    /// The first report of the same occurrence, which has the penalty; null where this one is the first, and where there is none.
    /// </summary>
    public DocumentId? CountedWith { get; }

    /// <summary>What is due for it by the corridor; null where nothing is, or where it is due for the report it is counted with.</summary>
    public Money? Penalty { get; }

    /// <summary>
    /// Why it was not judged: <c>channel.no-corridor</c> (level, kind, on), <c>channel.no-version</c> (corridor, on),
    /// <c>channel.other-currency</c> (currency, corridor), <c>channel.other-unit</c> (unit, corridor), <c>channel.other-tax-basis</c>
    /// (tax basis, corridor), or those of the exchange rate that is not there. Empty otherwise.
    /// </summary>
    public IReadOnlyList<Reason> Reasons { get; }

    /// <summary>Where the price stands, and why.</summary>
    /// <returns>The explanation, whose figure is the outcome in words.</returns>
    public Explanation Explain() =>
        Price is null ? Fact("outcome", _text)
            : Bounds!.Most is null
                ? Node("outcome", _text, Operation.Select, IsBelow(), Constant("then", "below"), Constant("else", "within"))
            : Bounds.Least is null
                ? Node("outcome", _text, Operation.Select, IsAbove(), Constant("then", "above"), Constant("else", "within"))
            : Node(
                "outcome", _text, Operation.Select, IsBelow(), Constant("then", "below"), IsAbove(), Constant("then", "above"),
                Constant("else", "within"));

    /// <summary>How far the price is beyond the bound.</summary>
    /// <returns>The explanation, whose figure is <see cref="DeviationRate"/>; absent, with the outcome, where it is beyond none.</returns>
    public Explanation ExplainDeviation()
    {
        if (Bound is not { } bound)
            return Conditions.LeaveOut("deviation", HasOutcome());

        var beyond = Outcome == PriceOutcome.Below
            ? Node("below by", Deviation!.Value, Operation.Difference, Constant("least", bound), ExplainPrice())
            : Node("above by", Deviation!.Value, Operation.Difference, ExplainPrice(), Constant("most", bound));
        return Node("deviation", DeviationRate!.Value, Operation.Ratio, beyond, Constant("bound", bound));
    }

    /// <summary>What is due, by the number of the deviation.</summary>
    /// <returns>The explanation, whose figure is <see cref="Penalty"/>; absent where nothing is due.</returns>
    public Explanation ExplainPenalty() =>
        Occurrence is not { } nth ? Conditions.LeaveOut("penalty", HasOutcome())
            : CountedWith is { } first ? Conditions.LeaveOut("penalty", Fact("counted with " + first, true))
            : Corridor!.Penalty is not { } penalty ? Constant("penalty", Figure.Absent)
            : Node("penalty", Figure.OrAbsent(Penalty), Operation.LookUp(penalty), Fact("occurrence", (decimal)nth));

    /// <summary>
    /// Report, corridor and outcome: <c>OBS-7, MAP 2026: Below by CNY 0.30 (3.16%), occurrence 2 in 30 days</c>, and the report it is
    /// counted with where there is one.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Observation.Id + (Corridor is null ? "" : ", " + Corridor.Name) + ": " + Outcome.ToString()
        + (DeviationRate is null ? ""
            : " by " + Deviation!.Value + " (" + ShownRate.Of(DeviationRate) + "), occurrence " + InvariantText.Number(Occurrence!.Value)
                + (Corridor!.LookBack is { } days ? " in " + InvariantText.Number(days) + " days" : "")
                + (CountedWith is { } first ? ", counted with " + first : ""));

    internal static PriceFinding NoCorridor(PriceObservation observation) =>
        NotJudged(
            observation, null,
            [
                new Reason(
                    "channel.no-corridor", ("level", observation.Level), ("kind", observation.Kind.ToString()), ("on", observation.Date)),
            ]);

    internal static PriceFinding NotJudged(PriceObservation observation, PriceCorridor? corridor, IReadOnlyList<Reason> reasons) =>
        new(observation, corridor, null, null, null, null, PriceOutcome.NotJudged, null, null, Array.AsReadOnly([.. reasons]));

    internal static PriceFinding Judged(
        PriceObservation observation, PriceCorridor corridor, CorridorBounds bounds, Conversion? conversion, Money one,
        Money price) =>
        new(observation, corridor, bounds, conversion, one, price, bounds.Outcome(price), null, null, Array.AsReadOnly<Reason>([]));

    internal PriceFinding Counted(int occurrence, DocumentId? countedWith) =>
        new(Observation, Corridor, Bounds, _conversion, _one, Price, Outcome, occurrence, countedWith, Reasons);

    private Explanation IsBelow() =>
        Node(
            "below the least", Outcome == PriceOutcome.Below, Operation.Compare(ComparisonKind.Less), ExplainPrice(),
            Constant("least", Bounds!.Least!.Value));

    private Explanation IsAbove() =>
        Node(
            "above the most", Outcome == PriceOutcome.Above, Operation.Compare(ComparisonKind.Greater), ExplainPrice(),
            Constant("most", Bounds!.Most!.Value));

    private Explanation HasOutcome() =>
        Node("it is " + _text, true, Operation.Compare(ComparisonKind.Equal), Explain(), Constant("outcome", _text));

    private Explanation ExplainPrice()
    {
        var price = ExplainOne();
        return Observation.TaxBasis == Corridor!.TaxBasis ? price
            : Node(
                Corridor.TaxBasis == TaxBasis.WithTax ? "price with tax" : "price without tax", Price!.Value,
                Corridor.TaxBasis == TaxBasis.WithTax ? Operation.Product : Operation.Ratio, price,
                Node(
                    "1 + tax", Corridor.TaxFactor, Operation.Sum, Constant("whole", Percentage.OneHundred),
                    Constant("tax", Corridor.TaxRate!.Value)));
    }

    private Explanation ExplainOne()
    {
        var price = _conversion?.Explain() ?? Fact("price seen", Observation.Price);
        return Observation.Per.Amount == 1m ? price
            : Node(
                "price per " + Observation.Per.Unit, _one!.Value, Operation.Ratio, price,
                Fact("quantity it is of", Observation.Per.Amount));
    }
}
