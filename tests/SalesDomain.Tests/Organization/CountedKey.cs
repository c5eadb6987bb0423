using System;

namespace SalesDomain.Tests.Organization;

/// <summary>A key that counts, thread by thread, how often one of its kind is hashed.</summary>
internal sealed class CountedKey(int number) : IEquatable<CountedKey>
{
    [ThreadStatic]
    private static int s_hashed;

    internal static int Hashed => s_hashed;

    internal int Number { get; } = number;

    public bool Equals(CountedKey? other) => other is not null && other.Number == Number;

    public override bool Equals(object? obj) => Equals(obj as CountedKey);

    public override int GetHashCode()
    {
        s_hashed++;
        return Number;
    }

    public override string ToString() => "key";

    internal static void Reset() => s_hashed = 0;
}
