namespace SalesDomain.Quotas;

/// <summary>What one document has of a new product, with the returns that name it.</summary>
internal sealed class NewProductOrder
{
    private decimal _net;

    /// <summary>Whose it is; null as long as only returns that name it were read. Of several the first by code.</summary>
    internal CustomerId? Customer { get; private set; }

    internal bool Counts => Customer is not null && _net > 0m;

    internal void Add(SalesLine line, bool isOwn)
    {
        if (isOwn && !(Customer?.CompareTo(line.Customer) <= 0))
            Customer = line.Customer;

        _net += line.NetAmount.Amount;
    }
}
