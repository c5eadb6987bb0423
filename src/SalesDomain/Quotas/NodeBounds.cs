using System;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What a rule says of the quota of one node: the least, the most, and the quota itself where it is decided.</summary>
internal readonly struct NodeBounds : IEquatable<NodeBounds>
{
    private readonly Measured? _minimum;
    private readonly Measured? _maximum;
    private readonly Measured? _fixed;

    private NodeBounds(Measured? minimum, Measured? maximum, Measured? quota) => (_minimum, _maximum, _fixed) = (minimum, maximum, quota);

    /// <summary>Whether no quota is as all of it demands.</summary>
    internal bool Contradict => _minimum > _maximum || _minimum > _fixed || _fixed > _maximum;

    /// <summary>The least that holds; the fixed quota, where there is one, is within the bounds.</summary>
    internal Measured? Least => _fixed ?? _minimum;

    internal Measured? Most => _fixed ?? _maximum;

    public bool Equals(NodeBounds other) => _minimum == other._minimum && _maximum == other._maximum && _fixed == other._fixed;

    public override bool Equals(object? obj) => obj is NodeBounds other && Equals(other);

    public override int GetHashCode() => (_minimum ?? _maximum ?? _fixed).GetHashCode();

    public override string ToString() =>
        InvariantText.Listed(Words("at least ", _minimum), Words("at most ", _maximum), Words("exactly ", _fixed));

    internal static NodeBounds WithMinimum(NodeBounds bounds, Measured minimum) => new(minimum, bounds._maximum, bounds._fixed);

    internal static NodeBounds WithMaximum(NodeBounds bounds, Measured maximum) => new(bounds._minimum, maximum, bounds._fixed);

    internal static NodeBounds WithFixed(NodeBounds bounds, Measured quota) => new(bounds._minimum, bounds._maximum, quota);

    /// <summary>Refuses an amount that cannot be compared with what is said already.</summary>
    internal void RequireSame(Measured amount, string parameterName)
    {
        if ((_minimum ?? _maximum ?? _fixed) is { } said)
            Measured.RequireSame(said, amount, parameterName);
    }

    private static string Words(string words, Measured? amount) => amount is { } known ? words + known.Value : "";
}
