using System;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>How far somebody may decide on one figure: at most a discount of 10 %, at least a margin of 15 %, or without limit.</summary>
/// <remarks>
/// <para>
/// The limit itself is within it. No limit and a limit of zero are two things, and so are no limit and a limit that nobody has told: there
/// is no default and no null, <see cref="Unlimited"/> has to be said. An <see cref="Figure.Absent">absent</see> figure is within no limit,
/// since nothing shows that it keeps to it; only who has none may decide on it.
/// </para>
/// <para>Equality is by direction and bound.</para>
/// </remarks>
public sealed class AuthorityLimit : IEquatable<AuthorityLimit>
{
    private readonly Side _side;

    private AuthorityLimit(Side side, Figure bound)
    {
        _side = side;
        Bound = bound;
    }

    private enum Side
    {
        Open,
        Most,
        Least,
    }

    /// <summary>Whatever the figure is.</summary>
    public static AuthorityLimit Unlimited { get; } = new(Side.Open, Figure.Absent);

    /// <summary>The last figure within the limit; absent for <see cref="Unlimited"/>.</summary>
    public Figure Bound { get; }

    /// <summary>True for <see cref="Unlimited"/>.</summary>
    public bool IsUnlimited => _side == Side.Open;

    /// <summary>True for a limit from below: a margin, a price.</summary>
    public bool IsFloor => _side == Side.Least;

    /// <summary>A limit from above: a discount, days of payment, an overrun, a day until which a price may be held.</summary>
    /// <param name="most">The highest figure within the limit: a number, an amount, a percentage, a quantity or a day.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentException"><paramref name="most"/> is of another kind: a word, yes or no, or absent.</exception>
    public static AuthorityLimit AtMost(Figure most) => new(Side.Most, OrderedFigure.Checked(most, nameof(most)));

    /// <summary>A limit from below: a margin, a price, a prepayment.</summary>
    /// <param name="least">The lowest figure within the limit: a number, an amount, a percentage, a quantity or a day.</param>
    /// <returns>The limit.</returns>
    /// <exception cref="ArgumentException"><paramref name="least"/> is of another kind: a word, yes or no, or absent.</exception>
    public static AuthorityLimit AtLeast(Figure least) => new(Side.Least, OrderedFigure.Checked(least, nameof(least)));

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A limit.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(AuthorityLimit? left, AuthorityLimit? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A limit.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(AuthorityLimit? left, AuthorityLimit? right) => !(left == right);

    /// <summary>Whether a figure is within the limit; the bound itself is.</summary>
    /// <param name="value">The figure, of the kind and unit of the bound, or absent.</param>
    /// <returns>Whether it is; an absent figure is within <see cref="Unlimited"/> alone.</returns>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the bound.</exception>
    /// <exception cref="UnitMismatchException">A quantity is in another unit than the bound.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="value"/> is of another kind than the bound, or one that has no order.
    /// </exception>
    public bool Allows(Figure value)
    {
        OrderedFigure.Required(value, Bound, nameof(value));
        return Holds(value);
    }

    /// <summary>Whether the other has the same direction and bound.</summary>
    /// <param name="other">The limit to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(AuthorityLimit? other) => other is not null && _side == other._side && Bound == other.Bound;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as AuthorityLimit);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine((int)_side, Bound.GetHashCode());

    /// <summary>The limit in words: <c>at most 10%</c>, <c>at least 15%</c>, <c>unlimited</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        _side switch
        {
            Side.Most => "at most " + Bound,
            Side.Least => "at least " + Bound,
            _ => "unlimited",
        };

    /// <summary>As <see cref="Allows"/>, for a figure known to be absent or comparable.</summary>
    internal bool Holds(in Figure value) =>
        _side switch
        {
            Side.Open => true,
            _ when value.Kind == FigureKind.Absent => false,
            Side.Most => value.Number <= Bound.Number,
            _ => value.Number >= Bound.Number,
        };

    /// <summary>Whether whatever is within the other is within this one.</summary>
    internal bool Includes(AuthorityLimit other) => IsUnlimited || (!other.IsUnlimited && Holds(other.Bound));

    /// <summary>Whether the two look the same way, where both have a bound.</summary>
    internal bool IsOfSideOf(AuthorityLimit other) => _side == other._side || IsUnlimited || other.IsUnlimited;
}
