using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Pricing;

/// <content>Prices, costs, floors and terms that change before the quotation ends, each by the first day on which it does.</content>
internal sealed partial class QuoteEnds
{
    /// <summary>On how many days of changed costs at most it is asked who may approve: each time the whole document is judged.</summary>
    internal const int MostDays = 32;

    private static readonly Rounding s_shown = Rounding.ToDigits(6, RoundingMode.HalfAwayFromZero);
    private static readonly Rounding s_percent = Rounding.ToDigits(2, RoundingMode.HalfAwayFromZero);

    private readonly Dictionary<ProductId, LocalDate[]> _costDays = [];
    private LocalDate[]? _listDays;
    private LocalDate[]? _floorDays;

    private QuotationRules Rules => _quotation.Rules;

    private (string, Figure) ValidUntil => ("valid until", Until);

    private IEnumerable<Reason> OfFigures(QuotedLine line, QuoteSteps steps)
    {
        if (line.Discounted is not { } discounted)
            return [];

        return new[] { OfPrice(steps), OfFloor(discounted, steps), OfCost(discounted, steps) }.OfType<Reason>();
    }

    /// <summary>
    /// Another price while the list that gives it still holds: a stronger list begins, or what the price is computed from changes.
    /// </summary>
    private Reason? OfPrice(QuoteSteps steps)
    {
        var price = steps.Price;
        if (steps.HoldsPrice || !price.HasPrice || !steps.IsOfList)
            return null;

        var now = steps.ShownPrice(Rules.Basis, price);
        var ofLists = _listDays ??= Changes(Rules.Prices.Lists.SelectMany(list => list.Versions.Entries).Select(entry => entry.Span));
        var ofCosts = CostDays(price.Product);
        var days = ofCosts.Length == 0 ? ofLists : [.. ofLists.Union(ofCosts).OrderBy(day => day)];

        // What was bought before ends with its period, which is told by itself.
        var period = price.CumulativeEnding(Until, isHeld: false)?.Last;
        foreach (var day in days.TakeWhile(day => !(day > price.Effective?.End) && !(day > period)))
        {
            var then = price.At(day);
            if (steps.ShownPrice(Rules.Basis, then) is var changed && changed != now)
            {
                return new Reason(
                    "pricing.quote-price-changes", steps.Number, QuoteWarnings.ListOf(steps), Last(day), ValidUntil, ("price", now),
                    ("list then", then.Winner?.Name ?? Figure.Absent), ("price then", changed));
            }
        }

        return null;
    }

    /// <summary>Another floor of the house, where it holds the line, or would.</summary>
    private Reason? OfFloor(DiscountedLine line, QuoteSteps steps)
    {
        if (Rules.Floors is not { } floors || steps.Line.Floor is not null || line.Line.IsFree)
            return null;

        var isHeld = steps.Floor.Price is not null && line.Net.Amount <= line.LeastAmount;
        foreach (var day in _floorDays ??= Changes(floors.Entries.Select(entry => entry.Span)))
        {
            var then = QuoteFloor.Of(Rules, _quotation.Request, steps.Line, steps.SoldAs, day);
            if ((then.Price != steps.Floor.Price || then.Unit != steps.Floor.Unit) && (isHeld || Holds(line, then)))
            {
                return new Reason(
                    "pricing.quote-floor-ends", steps.Number, Last(day), ValidUntil, ("floor", Shown(steps.Floor.Price)),
                    ("floor then", Shown(then.Price)), ("unit", (then.Unit ?? steps.Floor.Unit)!.Code), ("net", line.Net),
                    ("quantity", line.Line.Quantity));
            }
        }

        return null;
    }

    // A floor that cannot be worked out then leaves the line without a price.
    private static bool Holds(DiscountedLine line, in QuoteFloor floor) =>
        floor.HasNoRate
        || (floor.Price is { } price
            && (!line.Line.Converts(floor.Unit!)
                || line.Net < line.Line.AtPrice(price, floor.Unit!) * line.Line.FloorLift.Complement().Fraction));

    /// <summary>Another cost of the product, with the margin that it leaves at the quoted price.</summary>
    private Reason? OfCost(DiscountedLine line, QuoteSteps steps)
    {
        var cost = steps.CostIn(Rules);
        foreach (var day in CostDays(steps.Line.Product))
        {
            var then = steps.CostIn(Rules, day);
            if (then != cost)
            {
                return new Reason(
                    "pricing.quote-cost-ends", steps.Number, Last(day), ValidUntil, ("cost", Figure.OrAbsent(cost)),
                    ("cost then", Figure.OrAbsent(then)), ("net", line.Net), ("margin", Margin(line.Net, cost)),
                    ("margin then", Margin(line.Net, then)));
            }
        }

        return null;
    }

    /// <summary>Other terms of payment for the customer.</summary>
    private Reason? OfTerms()
    {
        var request = _quotation.Request;
        if (Rules.Terms is not { } table || !table.TryAt(request.Subject, request.Date, out var terms))
            return null;

        foreach (var day in Changes(table.Entries.Select(entry => entry.Span)))
        {
            var isKnown = table.TryAt(request.Subject, day, out var then);
            if (!isKnown || then != terms)
            {
                return new Reason(
                    "pricing.quote-terms-end", Last(day), ValidUntil, ("terms", terms.ToString()),
                    ("terms then", isKnown ? then!.ToString() : Figure.Absent));
            }
        }

        return null;
    }

    /// <summary>A role that has to approve the quoted prices only at later costs, with the first limit that is not kept then.</summary>
    private Reason? OfRole()
    {
        if (_quotation.Approval is not { RoleAlone: { } role } approval
            || !(approval.Authority.IsOver(PriceAuthority.Margin) || approval.Authority.IsOver(PriceAuthority.PocketMargin)))
        {
            return null;
        }

        LocalDate[] days =
        [
            .. _quotation.Lines.Where(line => line.Discounted is not null).Select(line => line.Line.Product).Distinct()
                .SelectMany(CostDays).Distinct().OrderBy(day => day),
        ];
        foreach (var day in days.Where((_, place) => place < MostDays - 1 || place == days.Length - 1))
        {
            var then = _quotation.ApprovalAtCostsOf(day);
            var beyond = then.Parts.SelectMany(part => part.Decision.ReasonsAgainst(role)).ToArray();
            if (beyond.Length == 0)
                continue;

            return new Reason(
                "pricing.quote-role-rises", Last(day), ValidUntil, ("role", role.ToString()),
                ("role then", PriceApproval.Text(then.RoleAlone)), ("figure", beyond[0].Find("figure") ?? Figure.Absent),
                ("value then", Percent(beyond[0].Find("value"))), ("limit", beyond[0].Find("limit") ?? Figure.Absent));
        }

        return null;
    }

    private LocalDate[] CostDays(ProductId product)
    {
        if (!_costDays.TryGetValue(product, out var days))
        {
            _costDays.Add(
                product,
                days = _quotation.Request.Date < Until && Rules.Prices.Known(product)?.Cost is { } cost
                    ? Changes(cost.Entries.Select(entry => entry.Span)) : []);
        }

        return days;
    }

    private static (string, Figure) Last(LocalDate day) => ("until", day.PlusDays(-1));

    private static Figure Shown(Money? floor) => floor is { } known ? known.Round(s_shown) : Figure.Absent;

    private static Figure Margin(Money net, Money? cost) =>
        cost is { } known && net.IsPositive ? Percentage.Ratio(net - known, net)!.Value.Round(s_percent) : Figure.Absent;

    private static Figure Percent(Figure? value) =>
        value is { Kind: FigureKind.Percentage } known ? Percentage.FromFraction(known.Number).Round(s_percent)
            : value ?? Figure.Absent;
}
