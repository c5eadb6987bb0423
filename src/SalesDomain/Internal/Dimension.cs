using System.Collections.Generic;
using System.Linq;
using System.Runtime.CompilerServices;
using Ardalis.GuardClauses;

namespace SalesDomain.Internal;

/// <summary>What is to be known of one dimension of a scope: its words, and how many values a subject has in it.</summary>
internal sealed class Dimension
{
    internal const int Count = 8;
    internal const int Groups = 1;

    // In the order of the enum.
    private static readonly string[] s_priceKinds =
    [
        nameof(PriceKind.Standard), nameof(PriceKind.Special), nameof(PriceKind.Free), nameof(PriceKind.RebateFunded),
        nameof(PriceKind.Consignment),
        nameof(PriceKind.Project),
    ];

    private Dimension(ScopeDimensions flag, string singular, string plural)
    {
        Flag = flag;
        Singular = singular;
        Plural = plural;
    }

    /// <summary>In the order of their flags, so that the index of one is the number of its bit.</summary>
    internal static IReadOnlyList<Dimension> All { get; } =
    [
        new(ScopeDimensions.Customer, "customer", "customers"),
        new(ScopeDimensions.CustomerGroup, "customer group", "customer groups"),
        new(ScopeDimensions.CustomerClass, "customer class", "customer classes"),
        new(ScopeDimensions.Product, "product", "products"),
        new(ScopeDimensions.ProductCategory, "product category", "product categories"),
        new(ScopeDimensions.Channel, "channel", "channels"),
        new(ScopeDimensions.Territory, "territory", "territories"),
        new(ScopeDimensions.PriceKind, "price kind", "price kinds"),
    ];

    internal ScopeDimensions Flag { get; }

    internal string Singular { get; }

    internal string Plural { get; }

    /// <summary>A customer may be in several groups; of all else a sale has one.</summary>
    internal bool HasSeveral => Flag == ScopeDimensions.CustomerGroup;

    internal static int IndexOf(ScopeDimensions flag)
    {
        var index = 0;
        while (All[index].Flag != flag)
            index++;

        return index;
    }

    /// <summary>Refuses what is no combination of dimensions.</summary>
    internal static ScopeDimensions Checked(
        ScopeDimensions dimensions, [CallerArgumentExpression(nameof(dimensions))] string? parameterName = null) =>
        (dimensions & ~All.Aggregate(ScopeDimensions.None, (all, dimension) => all | dimension.Flag)) == ScopeDimensions.None ? dimensions
            : throw Guards.OutOfRange(
                parameterName, InvariantText.Number((int)dimensions), "must be a combination of the dimensions there are");

    /// <summary>In words: <c>customer + product</c>, or <c>everything</c>.</summary>
    internal static string Text(ScopeDimensions dimensions) =>
        dimensions == ScopeDimensions.None ? "everything"
            : string.Join(
                " + ",
                All.Where(dimension => (dimensions & dimension.Flag) != ScopeDimensions.None).Select(dimension => dimension.Singular));

    /// <summary>The code of a price kind in the sets of a scope: its name.</summary>
    internal static string CodeOf(PriceKind kind, [CallerArgumentExpression(nameof(kind))] string? parameterName = null) =>
        s_priceKinds[(int)Guard.Against.Undefined(kind, parameterName)];

    internal static PriceKind PriceKindOf(string code) => (PriceKind)System.Array.IndexOf(s_priceKinds, code);
}
