using System;

namespace SalesDomain.Rebates;

/// <summary>What one running sum is of: a measure of the lines in a scope, within that of the agreement.</summary>
internal sealed class SumKey(Measure measure, Scope scope) : IEquatable<SumKey>
{
    internal Measure Measure { get; } = measure;

    internal Scope Scope { get; } = scope;

    internal bool IsOfEverything { get; } = scope == Scope.Everything;

    public bool Equals(SumKey? other) => other is not null && Measure == other.Measure && Scope == other.Scope;

    public override bool Equals(object? obj) => Equals(obj as SumKey);

    public override int GetHashCode() => Internal.Hash.Combine(Measure.GetHashCode(), Scope.GetHashCode());
}
