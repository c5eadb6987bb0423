namespace SalesDomain.Pricing;

/// <summary>What kind of price somebody saw.</summary>
/// <remarks>
/// A page of a web shop on which one can buy is both an advertisement and a shelf: report it as two observations, the one
/// <see cref="Advertised"/> and the other <see cref="Shelf"/>, so that a minimum advertised price and a contractual minimum both judge it.
/// </remarks>
public enum SeenPrice
{
    /// <summary>Where one can buy at it: on the shelf (货架价), or beside the button of a web shop (到手价).</summary>
    Shelf,

    /// <summary>In an advertisement (广告价), a leaflet, on a page that shows the goods (页面价).</summary>
    Advertised,

    /// <summary>Asked or paid in trade (转售价), on an invoice or an offer.</summary>
    Resale,
}
