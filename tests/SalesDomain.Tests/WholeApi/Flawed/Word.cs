using System;

namespace SalesDomain.Tests.WholeApi.Flawed;

/// <summary>A class that is right but for the flaw that <see cref="Number.Has"/> names, and that has no text to read back.</summary>
internal sealed class Word : IEquatable<Word>
{
    private readonly string _text;

    public Word(string text) => _text = text;

    public static bool operator ==(Word? left, Word? right) =>
        Number.Is(Flaw.EqualityOperator) ? ReferenceEquals(left, right)
            : Number.Is(Flaw.NullOperator) && right is null ? left is not null
            : left is null ? right is null : left.Equals(right);

    public static bool operator !=(Word? left, Word? right) => !(left == right);

    public bool Equals(Word? other) => other is null ? Number.Is(Flaw.EqualsNull) : other._text == _text;

    public override bool Equals(object? obj) => obj is Word other && Equals(other);

    public override int GetHashCode() => StringComparer.Ordinal.GetHashCode(_text);
}
