namespace SalesDomain.Quotas;

/// <summary>Where the crediting of facts begins: with what each fact itself names.</summary>
public static class Crediting
{
    /// <summary>A fact counts to the salesperson it names.</summary>
    public static Crediting<SalespersonId> BySalesperson { get; } =
        Of(new CreditKey<SalespersonId>("by salesperson", line => line.Salesperson, receipt => receipt.Salesperson));

    /// <summary>A fact counts to the territory it names.</summary>
    public static Crediting<TerritoryId> ByTerritory { get; } =
        Of(new CreditKey<TerritoryId>("by territory", line => line.Territory, receipt => receipt.Territory));

    /// <summary>A fact counts to its customer, and through assignments to whoever has the customer.</summary>
    public static Crediting<CustomerId> ByCustomer { get; } =
        Of(new CreditKey<CustomerId>("by customer", line => line.Customer, receipt => receipt.Customer, account => account));

    /// <summary>A sale counts to where the goods go. No receipt states that.</summary>
    public static Crediting<CustomerId> ByShipTo { get; } =
        Of(new CreditKey<CustomerId>("by ship-to", line => line.ShipTo, ofReceipt: null));

    /// <summary>A sale counts to its product. No receipt states one.</summary>
    public static Crediting<ProductId> ByProduct { get; } =
        Of(new CreditKey<ProductId>("by product", line => line.Product, ofReceipt: null));

    /// <summary>A fact counts to the channel it names.</summary>
    public static Crediting<ChannelId> ByChannel { get; } =
        Of(new CreditKey<ChannelId>("by channel", line => line.Channel, receipt => receipt.Channel));

    private static Crediting<TKey> Of<TKey>(CreditKey<TKey> key)
        where TKey : struct =>
        new(new CreditPath<TKey, TKey>(key, new OwnHolding<TKey>()));
}
