namespace SalesDomain.Commissions;

/// <summary>What is held of a measurement period: of a component by itself or, where that is null, of all together.</summary>
internal readonly struct HeldPart(PeriodBook book, string? component, decimal held)
{
    internal PeriodBook Book { get; } = book;

    internal string? Component { get; } = component;

    internal decimal Held { get; } = held;
}
