using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

public sealed partial class PriceWaterfall
{
    /// <summary>From the pocket margin, or the pocket where the cost is not known, down to the list amount and each deduction.</summary>
    /// <returns>The explanation.</returns>
    public Explanation Explain()
    {
        var invoice = Less("invoice net", InvoiceNet, Given("list", List), WaterfallStage.OnInvoice, OnInvoice);
        var pocket = Less("pocket", Pocket, invoice, WaterfallStage.OffInvoice, OffInvoice);
        return Cost is { } cost
            ? Node("pocket margin", PocketMargin!.Value, Operation.Difference, pocket, Given("cost", cost))
            : pocket;
    }

    private Explanation Less(string name, Money value, Explanation from, WaterfallStage stage, Money total)
    {
        List<Explanation> parts = [.. _deductions.Where(each => each.Stage == stage).Select(each => each.Explain())];
        return parts.Count == 0 ? Node(name, value, Operation.Sum, from)
            : Node(
                name, value, Operation.Difference, from,
                Node(stage == WaterfallStage.OnInvoice ? "on invoice" : "off invoice", total, Operation.Sum, [.. parts]));
    }

    private Explanation Given(string name, Money amount) => _lines > 1 ? FactSum(name, amount, _lines) : Fact(name, amount);
}
