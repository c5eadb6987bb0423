using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>What one component gives to a composite attainment.</summary>
/// <remarks>Equality is by reference. Made by <see cref="CompositeRule"/>.</remarks>
public sealed class CompositePart
{
    private readonly CompositeRule _rule;
    private readonly Steps _steps;

    internal CompositePart(CompositeRule rule, CompositeComponent component, Attainment attainment)
    {
        _rule = rule;
        Component = component;
        Attainment = attainment;
        _steps = Rule(rule.Missing, component, attainment);
    }

    /// <summary>The component.</summary>
    public CompositeComponent Component { get; }

    /// <summary>Its attainment.</summary>
    public Attainment Attainment { get; }

    /// <summary>True when there is no attainment; then the policy of the rule decides what it counts for.</summary>
    public bool IsMissing => Attainment.Rate is null;

    /// <summary>
    /// What it counts for: the attainment within floor and cap; when it is missing 0 % or 100 %, or null where it is left out or
    /// blocks the composite.
    /// </summary>
    public Percentage? Counted => _steps.Counted;

    /// <summary>
    /// Weight × what it counts for, of the composite before its weights are made whole again; null when it counts for nothing.
    /// </summary>
    public Percentage? Weighted => _steps.Weighted;

    /// <summary>How the weighted attainment came about.</summary>
    /// <returns>The product of weight and attainment within its bounds; absent where it is left out or blocks.</returns>
    public Explanation Explain() =>
        Weighted is { } weighted
            ? Node(
                Component.Name + ", weighted", weighted, Operation.Product,
                Constant("weight of " + Component.Name, Component.Weight), ExplainCounted(_steps.Counted!.Value))
            : Node(
                Component.Name + ", weighted", Figure.Absent, Operation.Select,
                ExplainMissing(), Constant(_rule.Missing.ToString(), Figure.Absent), Constant("else", Figure.Absent));

    /// <summary>Name, what it counts for and weight: <c>revenue 120% × 30%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Component.Name + " " + Shown(Figure.OrAbsent(Counted)) + " × " + Component.Weight
        + (IsMissing ? " (" + _rule.Missing.ToString() + ")" : "");

    /// <summary>That the component has no attainment.</summary>
    internal Explanation ExplainMissing() =>
        Node(
            Component.Name + " is missing", IsMissing, Operation.Compare(ComparisonKind.Equal),
            Attainment.ExplainRate(Component.Name), Constant("none", Figure.Absent));

    private static Steps Rule(MissingMeasure missing, CompositeComponent component, Attainment attainment)
    {
        var counted = attainment.Rate is { } rate ? component.Cut(rate)
            : missing switch
            {
                MissingMeasure.CountAsZero => Percentage.Zero,
                MissingMeasure.CountAsFull => Percentage.OneHundred,
                _ => (Percentage?)null,
            };
        return new Steps(counted, counted * component.Weight);
    }

    private Explanation ExplainCounted(Percentage counted)
    {
        var name = Component.Name + ", counted";
        if (IsMissing)
        {
            return Node(
                name, counted, Operation.Select, ExplainMissing(), Constant(_rule.Missing.ToString(), counted),
                Constant("else", Figure.Absent));
        }

        var rate = Attainment.ExplainRate(Component.Name);
        return (Component.Floor, Component.Cap) switch
        {
            ({ } floor, { } cap) => Node(name, counted, Operation.Clamp, rate, Constant("floor", floor), Constant("cap", cap)),
            ({ } floor, null) => Node(name, counted, Operation.Max, rate, Constant("floor", floor)),
            (null, { } cap) => Node(name, counted, Operation.Min, rate, Constant("cap", cap)),
            _ => rate,
        };
    }

    private readonly struct Steps(Percentage? counted, Percentage? weighted)
    {
        internal Percentage? Counted { get; } = counted;

        internal Percentage? Weighted { get; } = weighted;
    }
}
