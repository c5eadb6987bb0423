using System.Linq;
using NodaTime;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.Pricing;

/// <summary>Products, customers and lists that the tests of prices share.</summary>
internal static class PriceListSample
{
    internal static readonly ProductId Widget = new("WIDGET");
    internal static readonly ProductId Screw = new("SCREW");
    internal static readonly CustomerId Dealer = new("D-1");
    internal static readonly CustomerGroupId Dealers = new("DEALERS");
    internal static readonly ChannelId Shop = new("SHOP");
    internal static readonly LocalDate Day = new(2026, 3, 31);

    internal static readonly AccessSequence Sequence = AccessSequence.Of(
        ScopeDimensions.Customer, ScopeDimensions.CustomerGroup, ScopeDimensions.Channel, ScopeDimensions.None);

    internal static readonly ScopeSubject Known =
        default(ScopeSubject).With(Dealer).InGroups(Dealers).With(Shop);

    internal static TieredPrice Breaks(params (decimal, decimal)[] steps) => TieredPrice.From(Currency.CNY, UnitOfMeasure.Piece, steps);

    internal static Money Cny(decimal amount) => new(amount, Currency.CNY);

    internal static Percentage Percent(decimal percent) => Percentage.FromPercent(percent);

    /// <summary>A list for everybody and always, of widgets at one record.</summary>
    internal static PriceList ListOf(string name, ItemPrice price, Currency? currency = null) =>
        Always(name, PriceListVersion.Empty.With(Widget, price), currency);

    internal static PriceList Always(string name, PriceListVersion version, Currency? currency = null) =>
        PriceList.Of(name, currency ?? Currency.CNY, TaxBasis.WithoutTax).During(DateSpan.Always, version);

    internal static PriceBook BookOf(params PriceList[] lists) => PriceBook.Of(Sequence, lists);

    internal static ResolvedPrice Ask(this PriceBook book, Quantity quantity, ScopeSubject? subject = null, LocalDate? on = null) =>
        book.Price(Widget, quantity, subject ?? Known, on ?? Day, Currency.CNY);

    internal static ResolvedPrice Ask(this PriceBook book, decimal pieces) => book.Ask(Quantity.Pieces(pieces));

    internal static string[] Codes(this ResolvedPrice price) =>
        [.. price.Losers().SelectMany(loser => loser.Reasons).Select(reason => reason.Code)];
}
