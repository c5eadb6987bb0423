using NodaTime;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What a line of a document costs, given or by the facts of a book, or why that is not known.</summary>
internal readonly struct WaterfallCost
{
    private readonly CostSteps? _steps;
    private readonly Rounding? _rounding;

    private WaterfallCost(Money? amount, Reason? missing, CostSteps? steps = null, Rounding? rounding = null) =>
        (Amount, Missing, _steps, _rounding) = (amount, missing, steps, rounding);

    /// <summary>The cost of the whole quantity in the currency of the line; null where it is not known.</summary>
    internal Money? Amount { get; }

    /// <summary>Why it is not known.</summary>
    internal Reason? Missing { get; }

    /// <summary>What the caller says.</summary>
    internal static WaterfallCost Given(DiscountedLine line, Money? cost) =>
        cost is not { } known ? None(line)
            : known.Currency == line.Net.Currency ? new WaterfallCost(known, null)
            : new WaterfallCost(null, InAnotherCurrency(line, known));

    /// <summary>By the cost of the product on the day of the document, or on another, rounded once for the line.</summary>
    internal static WaterfallCost Dated(DiscountedLine line, PriceBook book, Rounding rounding, LocalDate? on = null)
    {
        if (line.Line.Subject.Product is not { } product)
            return None(line);

        var quantity = line.Line.Quantity;
        var asked = new PriceQuestion(product, quantity, line.Line.Subject, on ?? line.Owner.Document.Date, line.Net.Currency);
        switch (book.CostOf(quantity, asked.Currency, asked, out var steps))
        {
            case ListOutcome.Priced:
                var by = rounding.For(steps.Cost.Amount);
                return new WaterfallCost(steps.Cost.Round(by), null, steps, by);
            case ListOutcome.UnknownUnit:
                return new WaterfallCost(
                    null, new Reason("pricing.cost-in-another-unit", DiscountedSource.NameOf(line), ("unit", quantity.Unit.Code)));
            case ListOutcome.NoRate:
                return new WaterfallCost(null, InAnotherCurrency(line, book.Known(product)!.Cost!.At(asked.On)));
            default:
                return None(line);
        }
    }

    internal Explanation Explain() =>
        _steps is not { } steps ? Fact("cost", Amount!.Value)
            : Node(
                "cost", Amount!.Value, Operation.Round(_rounding!),
                Node(
                    "cost, exact", steps.Cost, Operation.Product,
                    PriceProof.OfConversion(steps.OfOne, Fact("cost of one", steps.OfOne.Amount)),
                    Fact("base units", steps.BaseUnits)));

    private static WaterfallCost None(DiscountedLine line) => new(null, new Reason("pricing.no-cost", DiscountedSource.NameOf(line)));

    private static Reason InAnotherCurrency(DiscountedLine line, Money cost) =>
        new("pricing.cost-in-another-currency", DiscountedSource.NameOf(line), ("cost", cost));
}
