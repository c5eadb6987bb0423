using System.Linq;

namespace SalesDomain.Internal;

/// <summary>
/// Bands with both ends written out ("1 to 2, 3 to 4, 5 and more"), checked for holes and overlaps and turned into the bounds of a
/// to-scale.
/// </summary>
/// <typeparam name="TValue">What a band gives.</typeparam>
internal sealed class Bands<TValue>
{
    private Bands(decimal first, (decimal UpTo, TValue Value)[] steps, (bool Exists, TValue? Value) above)
    {
        First = first;
        Steps = steps;
        Above = above;
    }

    internal decimal First { get; }

    internal (decimal UpTo, TValue Value)[] Steps { get; }

    internal (bool Exists, TValue? Value) Above { get; }

    internal static Bands<TValue> Create(decimal smallest, (decimal First, decimal? Last, TValue Value)[] bands)
    {
        for (var i = 0; i < bands.Length; i++)
        {
            var (first, last, _) = bands[i];
            if (last < first)
                throw Guards.Invalid(nameof(bands), Text(first, last), "must not have a band that ends before it begins");
            if (last is null && i < bands.Length - 1)
                throw Guards.Invalid(nameof(bands), Text(first, last), "must have no open band but the last");
            if (i == 0)
                continue;

            var next = bands[i - 1].Last!.Value + smallest;
            if (first != next)
            {
                var what = first > next ? "must leave no hole" : "must not overlap";
                throw Guards.Invalid(nameof(bands), Text(bands[i - 1].First, bands[i - 1].Last) + " and then " + Text(first, last), what);
            }
        }

        var isOpen = bands[bands.Length - 1].Last is null;
        var steps = bands.Take(isOpen ? bands.Length - 1 : bands.Length).Select(band => (band.Last!.Value, band.Value)).ToArray();
        return new Bands<TValue>(bands[0].First, steps, isOpen ? (true, bands[bands.Length - 1].Value) : (false, default));
    }

    private static string Text(decimal first, decimal? last) =>
        InvariantText.Number(first) + (last is { } end ? " to " + InvariantText.Number(end) : " and more");
}
