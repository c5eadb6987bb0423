using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Makes the mix of sales by family, product or channel (产品结构): <see cref="SalesMix{TKey}"/>.</summary>
public static class SalesMix
{
    /// <summary>A mix of amounts.</summary>
    /// <typeparam name="TKey">The type of families, products, channels.</typeparam>
    /// <param name="amounts">
    /// At least one key, each once, with what was sold of it: all of one measure, tax basis, unit and currency; negative where more came
    /// back than was sold.
    /// </param>
    /// <returns>The mix, with its keys in the order given.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="amounts"/> or a key is null.</exception>
    /// <exception cref="ArgumentException">
    /// There is no amount, a key comes twice, an amount is the default value, or measure, tax basis, unit or currency differ.
    /// </exception>
    /// <exception cref="OverflowException">The total does not fit in a decimal.</exception>
    public static SalesMix<TKey> Of<TKey>(params (TKey Key, Measured Amount)[] amounts)
        where TKey : notnull
    {
        var given = Guard.Against.Nothing(amounts, "a mix has at least one amount");
        foreach (var (key, _) in given)
            Guard.Against.Null(key, nameof(amounts));

        var zero = MeasuredArgument.Given(given[0].Amount, nameof(amounts)).With(0m);
        var parts = new MixPart[given.Length];
        for (var i = 0; i < given.Length; i++)
        {
            var amount = MeasuredArgument.Given(given[i].Amount, nameof(amounts));
            Measured.RequireSame(zero, amount, nameof(amounts));
            parts[i] = MixPart.Of(amount);
        }

        var keys = Array.ConvertAll(given, each => each.Key);
        return new SalesMix<TKey>(SalesMix<TKey>.IndexOf(keys, nameof(amounts)), keys, parts, MixPart.Of(zero));
    }

    /// <summary>The mix of actuals: of products, of channels, by what is each one's own.</summary>
    /// <typeparam name="TKey">
    /// The type of those the facts are credited to: of families group the mix by <see cref="SalesMix{TKey}.By"/>.
    /// </typeparam>
    /// <param name="actuals">
    /// The sums; what is credited to nobody is in the total, and shown as <see cref="SalesMix{TKey}.Unassigned"/>.
    /// </param>
    /// <returns>The mix, with its keys in the order of the actuals.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="actuals"/> is null.</exception>
    public static SalesMix<TKey> From<TKey>(Actuals<TKey> actuals)
        where TKey : notnull
    {
        Guard.Against.Null(actuals);
        TKey[] keys = [.. actuals.Owners.Where(owner => actuals.Of(owner).FactCount > 0)];
        return new SalesMix<TKey>(
            SalesMix<TKey>.IndexOf(keys, nameof(actuals)), keys, Array.ConvertAll(keys, key => MixPart.Of(actuals.Of(key))),
            MixPart.Of(actuals.Unassigned.Plus(actuals.OverAssigned)));
    }
}
