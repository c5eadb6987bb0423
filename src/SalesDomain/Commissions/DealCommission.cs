namespace SalesDomain.Commissions;

/// <summary>What one deal gives in a component that is paid deal by deal.</summary>
/// <remarks>Part of a <see cref="ComponentResult"/>. Equality is by reference.</remarks>
public sealed class DealCommission
{
    private readonly ComponentResult _component;
    private readonly int _place;

    internal DealCommission(ComponentResult component, int place, DealFigures figures, Money rated)
    {
        _component = component;
        _place = place;
        Figures = figures;
        Rated = rated;
    }

    /// <summary>What the deal counts for.</summary>
    public DealFigures Figures { get; }

    /// <summary>What the rate gives, exact, at most the cap of a deal; before cap, floor, gates and multipliers of the component.</summary>
    public Money Rated { get; }

    /// <summary>How it came about.</summary>
    /// <returns>The explanation of <see cref="Rated"/>.</returns>
    public Explanation Explain() => _component.ExplainStretch(_place, Figures.Deal.ToString());

    /// <summary>The deal and what it gives: <c>SO-17: CNY 50.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Figures.Deal + ": " + Rated;
}
