using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>How the price came about.</summary>
public readonly partial struct ResolvedPrice
{
    /// <summary>
    /// The amount from the price of one ordered unit; that from the list that won over the others with a price; and its price from the
    /// record, through breaks, formulas, conversion and units.
    /// </summary>
    /// <returns>The explanation of <see cref="Amount"/>; the figure is absent where there is no price.</returns>
    /// <remarks>It takes as stated which lists hold and have a price, and chooses among them again.</remarks>
    public Explanation Explain() => Explain(new CountedOnce());

    /// <summary>The same as part of an explanation of several lines.</summary>
    internal Explanation Explain(CountedOnce counted)
    {
        if (HasPrice)
            return Explanation.Node("amount", Amount, Operation.Product, ExplainUnitPrice(counted), Explanation.Fact("quantity", Quantity));

        List<Explanation> children = [.. Asked()];
        children.Add(NoList());
        return Explanation.Node(
            "amount", Figure.Absent, Operation.Resolve(_book?.Policy ?? "", PlainResolution.FirstStated), [.. children]);
    }

    /// <summary>The price of one ordered unit, from the list that won; there is a price.</summary>
    internal Explanation ExplainUnitPrice(CountedOnce counted)
    {
        List<Explanation> children = [.. Asked()];
        foreach (var (shelf, place) in _book!.Holding(_asked))
        {
            var trace = new PriceTrace();
            if (shelf != _shelf || _book.Evaluate(shelf[place], _asked, trace, out var steps) != ListOutcome.Priced)
                continue;

            var list = shelf[place].List;
            children.Add(
                Explanation.Fact("'" + list.Name + "' on " + shelf[place].Span + ", level", Dimension.Text(list.Scope.Dimensions)));
            children.Add(
                place == _place ? OfUnit(trace, counted)
                    : Explanation.Constant("price by '" + list.Name + "'", new Money(steps.UnitPrice, _asked.Currency)));
        }

        children.Add(NoList());
        return Explanation.Node("unit price", UnitPrice, _book.Choosing, [.. children]);
    }

    private Explanation[] Asked()
    {
        var subject = Subject.ToString();
        return [Explanation.Fact("subject", subject.Length == 0 ? Figure.Absent : subject), Explanation.Fact("on", On)];
    }

    private static Explanation NoList() => Explanation.Constant("where no list has a price", Figure.Absent);

    /// <summary>The price of one ordered unit by the winner.</summary>
    private Explanation OfUnit(PriceTrace trace, CountedOnce counted)
    {
        var proof = new PriceProof(_book!, _steps.Source, trace, Quantity, counted);
        var name = "price by '" + Winner!.Name + "'";
        return !_steps.Source.IsGraduated || Quantity.IsZero ? proof.OfUnit(name, UnitPrice)
            : Explanation.Node(
                name, UnitPrice, Operation.Ratio,
                Explanation.Node(
                    "graduated", trace.Beside is null ? Amount : trace.AmountOfAll, Operation.Sum,
                    [.. trace.Parts.Select((part, i) => proof.OfPart(part, isFirst: i == 0))]),
                proof.OfGraduated());
    }
}
