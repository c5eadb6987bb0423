namespace SalesDomain.Pricing;

/// <summary>What kind of price somebody saw.</summary>
public enum SeenPrice
{
    /// <summary>On the shelf (货架价).</summary>
    Shelf,

    /// <summary>In an advertisement (广告价), a leaflet, a web page.</summary>
    Advertised,

    /// <summary>Asked or paid in trade (转售价), on an invoice or an offer.</summary>
    Resale,
}
