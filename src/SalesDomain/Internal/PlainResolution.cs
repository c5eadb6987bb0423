using System;
using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Internal;

/// <summary>
/// Which of several entries gives the value, in the plainest code there is. The figures are the subject and the day, then the level and the
/// value of each entry that holds, and a value for none.
/// </summary>
internal static class PlainResolution
{
    /// <summary>The value of the level that comes first in the sequence; of entries of one level that of the one stated first.</summary>
    internal static Figure MostSpecific(IReadOnlyList<Figure> figures, AccessSequence sequence)
    {
        string[] levels = [.. sequence.Levels.Select(Dimension.Text)];
        return Holding(figures)
            .OrderBy(entry => IndexOf(entry.Level, levels))
            .Select(entry => entry.Value).DefaultIfEmpty(figures[figures.Count - 1]).First();
    }

    internal static Figure Highest(IReadOnlyList<Figure> figures) => Compared(figures, PlainCode.Max);

    internal static Figure Lowest(IReadOnlyList<Figure> figures) => Compared(figures, PlainCode.Min);

    internal static Figure FirstStated(IReadOnlyList<Figure> figures) =>
        Holding(figures).Select(entry => entry.Value).DefaultIfEmpty(figures[figures.Count - 1]).First();

    private static Figure Compared(IReadOnlyList<Figure> figures, Func<IReadOnlyList<Figure>, Figure> choose)
    {
        Figure[] values = [.. Holding(figures).Select(entry => entry.Value)];
        return values.Length == 0 ? figures[figures.Count - 1] : choose(values);
    }

    private static List<(Figure Level, Figure Value)> Holding(IReadOnlyList<Figure> figures)
    {
        PlainCode.Require(
            figures.Count >= 3 && figures.Count % 2 == 1,
            "a resolution has a subject, a day, levels and values in turn, and one value more");
        return [.. Enumerable.Range(1, (figures.Count - 3) / 2).Select(i => (figures[2 * i], figures[(2 * i) + 1]))];
    }

    private static int IndexOf(Figure level, string[] levels)
    {
        var index = Array.FindIndex(levels, one => level == one);
        PlainCode.Require(index >= 0, "a level is one of the sequence");
        return index;
    }
}
