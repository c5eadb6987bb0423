using NodaTime;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

public sealed partial class CountedCredit
{
    /// <summary>Where the amount comes from: what the fact states, each adjustment, the share, the tax.</summary>
    /// <returns>The explanation; where nothing is counted, a figure that is absent, by the name of the reason.</returns>
    public Explanation Explain()
    {
        if (Value is not { } value)
            return Fact(Reasons[0].Code, Figure.Absent);

        return Measure.TaxRate is not { } rate ? ExplainCredited("counted")
            : Node(
                "counted", value.Value, Operation.Ratio, ExplainCredited("with tax"),
                Node(
                    "with tax, of what is without", Measure.Divisor, Operation.Sum, Constant("whole", Percentage.OneHundred),
                    Constant("rate of tax", rate)));
    }

    internal Explanation ExplainCredited(string name) =>
        Node(name, Amount(_credited), Operation.Product, Fact("share credited", Credit.Share), ExplainAmount());

    private Explanation ExplainAmount() =>
        Credit.Receipt is { } receipt ? ExplainReceipt(receipt)
            : Credit.Sale is { } sale && !IsAdjusted() ? ExplainStated(sale)
            : Credit.Original is { } original ? ExplainReturn(Credit.Sale!, original)
            : ExplainSale("sale", _sale, _coefficient, Credit.Sale);

    private bool IsAdjusted() => Measure.MarginPart is not null || Measure.HasPriceCoefficient;

    private Explanation ExplainReceipt(CollectionLine receipt)
    {
        var withoutTax = ExplainWithoutTax(receipt);
        if (Measure.Lateness is not { } lateness)
            return withoutTax;

        return Node(
            "by days late", Amount(_receipt.Counted), Operation.Product, withoutTax,
            _receipt.Due is not { } due ? Constant("factor without a due date", Percentage.OneHundred)
                : Node(
                    "factor", _receipt.Factor, Operation.LookUp(lateness),
                    Node("days late", _receipt.DaysLate, Operation.Difference, Fact("paid on", _receipt.On), Fact("due date", due))));
    }

    private Explanation ExplainWithoutTax(CollectionLine receipt)
    {
        var amount = Credit.PartAmount ?? receipt.Amount;
        var received = Converted(Credit.InvoiceLine is { } line ? "received for " + line.Id : "received", amount, _receipt.On);
        var value = amount.Currency == Measure.Rule.Currency ? received
            : Node("received, rounded", Amount(_receipt.Value), Operation.Round(Measure.Rule.Rounding!), received);
        return _receipt.TaxRate is not { } rate ? value
            : Node(
                "without tax, rounded", Amount(_receipt.WithoutTax), Operation.Round(Measure.TaxRounding!.For(_receipt.Value)),
                Node(
                    "without tax", Amount(_receipt.ExactWithoutTax), Operation.Ratio, value,
                    Node(
                        "with tax, of what is without", _receipt.TaxFactor, Operation.Sum, Constant("whole", Percentage.OneHundred),
                        Constant("rate of tax", rate))));
    }

    private Explanation ExplainStated(SalesLine sale)
    {
        var rule = Measure.Rule;
        var isMargin = rule.Measure == SalesDomain.Measure.Margin;
        if (rule.Currency is null || (sale.Currency == rule.Currency && (!isMargin || sale.Cost!.Value.Currency == rule.Currency)))
        {
            return isMargin ? ExplainMargin("margin", sale) : Fact(rule.Measure.ToString(), Amount(_amount));
        }

        return Node(
            "rounded", Amount(_amount), Operation.Round(rule.Rounding!),
            isMargin ? ExplainMargin("margin", sale) : Converted(rule.Measure.ToString(), ValueOf(sale), _on));
    }

    private Explanation ExplainMargin(string name, SalesLine sale) =>
        Node(
            name, Amount(_exactValue), Operation.Difference, Converted("net amount", sale.NetAmount, _on),
            Converted("cost", sale.Cost!.Value, _on));

    private Explanation ExplainReturn(SalesLine back, SalesLine original)
    {
        var sale = ExplainSale("counted of the sale", _return.Sale, _coefficient, original);
        return back.Quantity.IsZero
            ? Node(
                "credited of the sale", Amount(_return.Counted), Operation.Difference,
                ExplainSale("counted of the sale with the credit", _return.Left, _coefficientLeft, line: null), sale)
            : Node(
                "taken back, rounded", Amount(_return.Counted), Operation.Round(Measure.Rounding!.For(_return.Exact)),
                Node(
                    "taken back", Amount(_return.Exact), Operation.Product, sale,
                    Node(
                        "share taken back", _shareTakenBack, Operation.Ratio, Fact("quantity", back.Quantity),
                        Fact("quantity of the sale", original.Quantity))));
    }

    private Explanation ExplainSale(string name, in SaleSteps sale, Percentage coefficient, SalesLine? line)
    {
        var rounded = Node(
            sale.IsBack ? "without its sign" : name, Amount(sale.Rounded), Operation.Round(Measure.Rounding!),
            Measure.MarginPart is { } part ? ExplainPart(part, sale, line) : ExplainCoefficient(sale, coefficient));
        return sale.IsBack ? Node(name, Amount(sale.Counted), Operation.Product, Constant("taken back", -1), rounded) : rounded;
    }

    private Explanation ExplainPart(MarginPart part, in SaleSteps sale, SalesLine? line)
    {
        var net = Stated("net amount", line?.NetAmount, sale.Net, sale.IsBack);
        var cost = Stated("cost", line?.Cost, sale.Cost, sale.IsBack);
        var reached = part != MarginPart.UpToList ? net
            : Node("net amount up to list", Amount(sale.Reached), Operation.Min, net, List(line, sale));
        var beginning = part != MarginPart.AboveList ? cost
            : Node("list amount, or cost above it", Amount(sale.Beginning), Operation.Max, List(line, sale), cost);
        return Node(
            "part of the margin", Amount(sale.Exact), Operation.Difference,
            Node("reached, or where it begins", Amount(sale.End), Operation.Max, reached, beginning), beginning);
    }

    private Explanation List(SalesLine? line, in SaleSteps sale) =>
        Stated("list amount", line?.ListAmount, sale.List!.Value, sale.IsBack);

    private Explanation ExplainCoefficient(in SaleSteps sale, Percentage coefficient)
    {
        var value = Fact(Measure.Rule.Measure.ToString(), Amount(sale.Value));
        if (sale.List is not { } list)
        {
            return Node(
                "at the price coefficient", Amount(sale.Exact), Operation.Product, value, Constant("without a list price", coefficient));
        }

        var (net, standard) = (Fact("net amount", sale.Net), Fact("list amount", list));
        var isBelow = sale.Net.CompareTo(list) < 0;
        return Node(
            "at the price coefficient", Amount(sale.Exact), Operation.Product, value,
            isBelow ? Node("price coefficient", coefficient, Operation.Ratio, net, standard)
                : Node(
                    "price coefficient", coefficient, Operation.Select,
                    Node("at the list price or above", true, Operation.Compare(ComparisonKind.GreaterOrEqual), net, standard),
                    Constant("in full", Percentage.OneHundred), Constant("otherwise", Figure.Absent)));
    }

    // An amount without its sign; what is left after a credit is stated by no line.
    private Explanation Stated(string name, Money? stated, decimal magnitude, bool isBack) =>
        stated is not { } amount ? Fact(name, Amount(magnitude))
            : !isBack ? Converted(name, amount, _on)
            : Node(name, Amount(magnitude), Operation.Product, Constant("taken back", -1), Converted(name + " taken back", amount, _on));

    private Explanation Converted(string name, Money amount, LocalDate on)
    {
        if (amount.Currency == Measure.Rule.Currency)
            return Fact(name, amount);

        Measure.Rule.Rates!.TryConvert(amount, Measure.Rule.Currency!, on, out var conversion);
        return Node(
            name, conversion.Result, Operation.Convert(Measure.Rule.Currency!, [.. conversion.Rates]), Fact(name + " stated", amount));
    }

    private Figure Amount(decimal amount) => Measure.Rule.Zero.With(amount).Value;
}
