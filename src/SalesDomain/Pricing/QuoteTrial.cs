namespace SalesDomain.Pricing;

/// <summary>Some lines of a quotation priced again with more of one of them, by all that the rules are.</summary>
internal sealed class QuoteTrial
{
    private readonly QuoteTrials _of;
    private readonly PricedDocument _document;
    private readonly DiscountRun _run;

    internal QuoteTrial(QuoteTrials of, in BreakCandidate candidate, PricedDocument document, DiscountRun run)
    {
        _of = of;
        _document = document;
        _run = run;
        More = candidate.More;
        Counted = candidate.Counted;
        Discount = candidate.Discount;
        for (var i = 0; i < run.Net.Length; i++)
            Net += NetAt(i);
    }

    /// <summary>How much more of the line.</summary>
    internal decimal More { get; }

    /// <summary>What counts now.</summary>
    internal decimal Counted { get; }

    /// <summary>The discount whose step is reached; null where it is one of a list.</summary>
    internal string? Discount { get; }

    /// <summary>What all the lines cost then.</summary>
    internal decimal Net { get; }

    /// <summary>What a line costs then.</summary>
    internal decimal NetOf(int number) => NetAt(_of.IndexOf(number));

    /// <summary>How much of a line is ordered then.</summary>
    internal decimal QuantityOf(int number) => _document.Lines[_of.IndexOf(number)].Quantity.Amount;

    /// <summary>How many discounts come upon a line then.</summary>
    internal int DeductionsOf(int number) => _run.TakenFrom(_of.IndexOf(number));

    private decimal NetAt(int index) => _of.IsFree(index) ? 0m : _run.Net[index];
}
