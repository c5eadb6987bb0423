using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using static SalesDomain.Explanation;

namespace SalesDomain.Organization;

/// <summary>How many people in full productivity a head count amounts to. Made by <see cref="HeadCount.Ramped"/>.</summary>
/// <remarks>Immutable. The sum of the shares is exact.</remarks>
public sealed class RampedHeads
{
    private readonly Head[] _heads;

    internal RampedHeads(Ramp ramp, LocalDate on, IReadOnlyList<Employment> employed)
    {
        (Ramp, On) = (ramp, on);
        _heads = [.. employed.Select(each => new Head(each, ramp.At(each.Start, on)))];
        Effective = _heads.Sum(head => head.Share);
        AverageShare = Percentage.Ratio(Effective, _heads.Length);
    }

    /// <summary>The ramp.</summary>
    public Ramp Ramp { get; }

    /// <summary>The day.</summary>
    public LocalDate On { get; }

    /// <summary>How many are employed.</summary>
    public int Heads => _heads.Length;

    /// <summary>The sum of their shares of full productivity: 10 people, of whom two are at one half, are 9.</summary>
    public decimal Effective { get; }

    /// <summary>Effective ÷ heads; null where nobody is employed.</summary>
    public Percentage? AverageShare { get; }

    /// <summary>The people and their shares, by person.</summary>
    public IReadOnlyList<(Employment Employment, Percentage Share)> People =>
        Array.AsReadOnly(Array.ConvertAll(_heads, head => (head.Employment, Percentage.FromFraction(head.Share))));

    /// <summary>The effective heads as the sum of everybody's share.</summary>
    /// <returns>The tree; its root is <see cref="Effective"/>.</returns>
    public Explanation Explain() =>
        _heads.Length == 0 ? FactSum("effective heads", Effective, 0)
            : Node("effective heads", Effective, Operation.Sum,
                [.. _heads.Select(head => Constant(head.Employment.Salesperson.ToString(), head.Share))]);

    /// <summary>The average share as effective heads ÷ heads.</summary>
    /// <returns>The tree; its root is <see cref="AverageShare"/>, absent where it is null.</returns>
    public Explanation ExplainAverageShare() =>
        Node("average share", Figure.OrAbsent(AverageShare), Operation.Ratio, Explain(), Fact("heads", (decimal)Heads));

    private readonly struct Head(Employment employment, Percentage share)
    {
        internal Employment Employment { get; } = employment;

        internal decimal Share { get; } = share.Fraction;
    }
}
