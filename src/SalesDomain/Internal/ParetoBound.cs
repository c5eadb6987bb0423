namespace SalesDomain.Internal;

/// <summary>Where one of the classes of an ABC analysis ends.</summary>
internal readonly struct ParetoBound(int index, string name, Percentage upTo)
{
    internal int Index { get; } = index;

    internal string Name { get; } = name;

    internal Percentage UpTo { get; } = upTo;
}
