using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class PlanCell<TOwner>
{
    /// <summary>
    /// The cells of this one for every combination of periods, territories, products and customers: those that a plan has to fill along
    /// its dimensions.
    /// </summary>
    /// <param name="periods">The periods, within <see cref="Span"/>, or null for its days as a whole. They may overlap, as months and their
    /// quarters do.</param>
    /// <param name="territories">The territories, or null for all of them together.</param>
    /// <param name="products">The products, or null for all of them together.</param>
    /// <param name="customers">The customers, or null for all of them together.</param>
    /// <returns>
    /// Periods × territories × products × customers cells, a dimension left out counting as one; each has this cell's owner, measure and
    /// the conditions of its scope. They are in the order given: all of the first period, in it all of the first territory, and so on.
    /// </returns>
    /// <exception cref="ArgumentException">
    /// A dimension is empty, or has something twice; a period is not within the days of this cell; an identifier is the default value, or
    /// one that the scope of this cell leaves out.
    /// </exception>
    public IReadOnlyList<PlanCell<TOwner>> Grid(
        IEnumerable<DateSpan>? periods = null, IEnumerable<TerritoryId>? territories = null, IEnumerable<ProductId>? products = null,
        IEnumerable<CustomerId>? customers = null)
    {
        var spans = Once(periods, nameof(periods)) ?? [Span];
        foreach (var span in spans.Where(span => !Span.Contains(span)))
            throw Guards.Invalid(nameof(periods), span.ToString(), "must lie within the cell's days " + Span);

        // What Only refuses, it refuses by these names.
        Scope[] scopes = [Scope];
        scopes = Narrowed(scopes, Once(territories, nameof(territories)), (scope, territory) => scope.Only(territory));
        scopes = Narrowed(scopes, Once(products, nameof(products)), (scope, product) => scope.Only(product));
        scopes = Narrowed(scopes, Once(customers, nameof(customers)), (scope, customer) => scope.Only(customer));
        return Array.AsReadOnly(
            spans.SelectMany(span => scopes.Select(scope => new PlanCell<TOwner>(Owner, Measure, span, scope))).ToArray());
    }

    private static Scope[] Narrowed<TId>(Scope[] scopes, TId[]? ids, Func<Scope, TId, Scope> only) =>
        ids is null ? scopes : [.. scopes.SelectMany(scope => ids.Select(id => only(scope, id)))];

    /// <summary>A copy, or null for a dimension left out: an empty one would leave no cell, which nobody means.</summary>
    private static T[]? Once<T>(IEnumerable<T>? dimension, string parameterName)
        where T : struct
    {
        if (dimension is null)
            return null;

        var copy = Guard.Against.Nothing(dimension, "leave the dimension out for all of it", parameterName);
        var known = new HashSet<T>();
        foreach (var each in copy.Where(each => !known.Add(each)))
            throw Guards.Invalid(parameterName, InvariantText.Any(each), "must have each once");

        return copy;
    }
}
