using System;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>A figure with the name it goes by: the excess over a limit, the days an item is late.</summary>
/// <remarks>Equality is by name and figure. The default value has an empty name and an absent figure.</remarks>
public readonly record struct NamedFigure
{
    private readonly string? _name;

    /// <summary>Names a figure.</summary>
    /// <param name="name">The name: not empty, no white space at either end.</param>
    /// <param name="value">The figure.</param>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or begins or ends with white space.</exception>
    public NamedFigure(string name, Figure value)
    {
        _name = Identifier.Checked(name);
        Value = value;
    }

    /// <summary>The name; empty for the default value.</summary>
    public string Name => _name ?? "";

    /// <summary>The figure.</summary>
    public Figure Value { get; }

    /// <summary>Name and figure: <c>excess CNY 157850.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Name + " " + Value;
}
