using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

public sealed partial class PriceWaterfall
{
    /// <summary>From the pocket margin, or the pocket where the cost is not known, down to the list amount and each deduction.</summary>
    /// <returns>The explanation.</returns>
    public Explanation Explain() => Explain([]);

    /// <summary>The same down to the lines that it is the sum of, each under its name.</summary>
    internal Explanation Explain(IReadOnlyList<(string Name, PriceWaterfall Waterfall)> lines)
    {
        var list = Summed("list", List, lines, line => line.ExplainList());
        var invoice = Less("invoice net", InvoiceNet, list, WaterfallStage.OnInvoice, OnInvoice, lines);
        var pocket = Less("pocket", Pocket, invoice, WaterfallStage.OffInvoice, OffInvoice, lines);
        return Cost is not { } cost ? pocket
            : Node(
                "pocket margin", PocketMargin!.Value, Operation.Difference, pocket,
                Summed("cost", cost, lines, line => line.ExplainCost(line.Cost!.Value)));
    }

    private Explanation Summed(
        string name, Money total, IReadOnlyList<(string Name, PriceWaterfall Waterfall)> lines, Func<PriceWaterfall, Explanation?> part)
    {
        if (lines.Count == 0)
            return part(this)!;

        var parts = new List<Explanation>(lines.Count);
        foreach (var line in lines)
        {
            if (part(line.Waterfall) is { } ofLine)
                parts.Add(Node(line.Name, ofLine.Value, Operation.Sum, ofLine));
        }

        return Node(name, total, Operation.Sum, [.. parts]);
    }

    private Explanation Less(
        string name, Money value, Explanation from, WaterfallStage stage, Money total,
        IReadOnlyList<(string Name, PriceWaterfall Waterfall)> lines)
    {
        List<Explanation> parts =
        [
            .. _deductions.Where(each => each.Stage == stage).Select(each => Summed(
                each.Name, each.Amount, lines,
                line => line._deductions.FirstOrDefault(other => other.IsUnder(each))?.Explain())),
        ];
        return parts.Count == 0 ? Node(name, value, Operation.Sum, from)
            : Node(
                name, value, Operation.Difference, from,
                Node(stage == WaterfallStage.OnInvoice ? "on invoice" : "off invoice", total, Operation.Sum, [.. parts]));
    }

    private Explanation ExplainList() => _source?.ExplainList() ?? Given("list", List);

    // A cost that was stated afterwards is a fact.
    private Explanation ExplainCost(Money cost) =>
        _source is { } source && source.Cost == cost ? source.ExplainCost() : Given("cost", cost);

    private Explanation Given(string name, Money amount) => _lines > 1 ? FactSum(name, amount, _lines) : Fact(name, amount);
}
