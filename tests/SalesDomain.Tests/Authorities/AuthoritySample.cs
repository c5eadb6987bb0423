using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Tests.Authorities;

/// <summary>A table as a sales department has it, and every case around its limits.</summary>
internal static class AuthoritySample
{
    internal static readonly RoleId Salesperson = new("salesperson");
    internal static readonly RoleId AreaManager = new("area manager");
    internal static readonly RoleId Director = new("sales director");

    internal static readonly Authority Sales = Authority.Over("discount", "payment days", "margin", "overrun")
        .With(Salesperson, AtMost(5), Days(30), AtLeast(20), Overrun(0))
        .With(AreaManager, Overrun(20_000), AtLeast(15), Days(45), AtMost(10))
        .With(Director, AtMost(20), ("payment days", AuthorityLimit.Unlimited), AtLeast(0), Overrun(100_000));

    /// <summary>On, just inside and just outside each limit, and not known: every combination of them.</summary>
    internal static IEnumerable<(string Name, Figure Value)[]> EveryCase() =>
        from discount in Percents(0m, 5m, 5.01m, 10m, 10.01m, 20m, 20.01m)
        from days in new Figure[] { 30m, 31m, 45m, 46m, Figure.Absent }
        from margin in Percents(20m, 19.99m, 15m, 14.99m, 0m, -0.01m)
        from overrun in new Figure[] { Cny(0), Cny(0.01m), Cny(20_000), Cny(20_000.01m), Cny(100_000), Cny(100_000.01m), Figure.Absent }
        select Case(discount, days, margin, overrun);

    internal static (string Name, Figure Value)[] Case(Figure discount, Figure days, Figure margin, Figure overrun) =>
        [("discount", discount), ("payment days", days), ("margin", margin), ("overrun", overrun)];

    /// <summary>The limits that a case does not keep, as a reader of the table finds them: role and figure.</summary>
    internal static IEnumerable<(RoleId Role, string Figure)> Broken((string Name, Figure Value)[] figures)
    {
        (RoleId Role, decimal Discount, decimal? Days, decimal Margin, decimal Overrun)[] table =
            [(Salesperson, 5m, 30m, 20m, 0m), (AreaManager, 10m, 45m, 15m, 20_000m), (Director, 20m, null, 0m, 100_000m)];
        var values = figures.ToDictionary(figure => figure.Name, figure => figure.Value);
        foreach (var (role, discount, days, margin, overrun) in table)
        {
            if (!(Number(values["discount"]) <= discount / 100m))
                yield return (role, "discount");
            if (days is not null && !(Number(values["payment days"]) <= days))
                yield return (role, "payment days");
            if (!(Number(values["margin"]) >= margin / 100m))
                yield return (role, "margin");
            if (!(Number(values["overrun"]) <= overrun))
                yield return (role, "overrun");
        }
    }

    internal static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

    internal static Money Cny(decimal amount) => new(amount, Currency.CNY);

    private static IEnumerable<Figure> Percents(params decimal[] percents) =>
        [.. percents.Select(percent => (Figure)Percent(percent)), Figure.Absent];

    private static (string, AuthorityLimit) AtMost(decimal percent) => ("discount", AuthorityLimit.AtMost(Percent(percent)));

    private static (string, AuthorityLimit) AtLeast(decimal percent) => ("margin", AuthorityLimit.AtLeast(Percent(percent)));

    private static (string, AuthorityLimit) Days(decimal days) => ("payment days", AuthorityLimit.AtMost(days));

    private static (string, AuthorityLimit) Overrun(decimal amount) => ("overrun", AuthorityLimit.AtMost(Cny(amount)));

    /// <summary>The number behind a figure, null when it is not known: no comparison with null is true.</summary>
    private static decimal? Number(Figure figure) =>
        figure.Kind switch
        {
            FigureKind.Absent => null,
            FigureKind.Percentage => Percentage.Parse(figure.ToString()).Fraction,
            FigureKind.Money => Money.Parse(figure.ToString()).Amount,
            _ => decimal.Parse(figure.ToString(), System.Globalization.CultureInfo.InvariantCulture),
        };
}
