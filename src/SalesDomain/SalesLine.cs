using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// One stage of one line of a sale: the fact that quotas measure, rebates accumulate, commissions credit and credit adds to exposure.
/// </summary>
/// <remarks>
/// <para>
/// Amounts come without tax (<see cref="NetAmount"/>), as tax, and with it (<see cref="GrossAmount"/>): sales, quotas, margin and
/// commission are without, invoices, limits and collection with it. A rule names the basis it uses.
/// </para>
/// <para>
/// A return is a line with a negative quantity that names the line it takes back, where that is known. A credit note for money alone has
/// quantity zero and a negative net amount. Quantity, list amount, net amount, tax and cost never have opposite signs.
/// </para>
/// <para>
/// Built by <see cref="SalesLineBuilder"/>. Equality is by all values. Where order can matter, facts are taken <see cref="InFactOrder"/>.
/// </para>
/// </remarks>
public sealed record SalesLine
{
    internal SalesLine(SalesLineBuilder given)
    {
        Stage = Guard.Against.Undefined(Required.Set(given.Stage, nameof(given.Stage)), nameof(given.Stage));
        Id = Required.Id(given.Document, given.Line);
        Date = Guard.Against.OtherCalendar(Required.Set(given.Date, nameof(given.Date)), nameof(given.Date));
        Customer = Identifier.Given(given.Customer, nameof(given.Customer));
        ShipTo = Identifier.GivenOrNull(given.ShipTo, nameof(given.ShipTo)) ?? given.Customer;
        Product = Identifier.Given(given.Product, nameof(given.Product));
        Quantity = Required.Set(given.Quantity, nameof(given.Quantity));
        ListAmount = given.ListAmount;
        NetAmount = Required.Set(given.NetAmount, nameof(given.NetAmount));
        Tax = Required.Set(given.Tax, nameof(given.Tax));
        PriceKind = Guard.Against.Undefined(given.PriceKind, nameof(given.PriceKind));
        Salesperson = Identifier.GivenOrNull(given.Salesperson, nameof(given.Salesperson));
        Channel = Identifier.GivenOrNull(given.Channel, nameof(given.Channel));
        Territory = Identifier.GivenOrNull(given.Territory, nameof(given.Territory));
        Cost = given.Cost;
        OrderLine = Identifier.GivenOrNull(given.OrderLine, nameof(given.OrderLine));
        Original = Identifier.GivenOrNull(given.Original, nameof(given.Original));
        ServiceDate = given.ServiceDate is { } served ? Guard.Against.OtherCalendar(served, nameof(given.ServiceDate)) : null;

        RequireCurrency(ListAmount, nameof(ListAmount));
        RequireCurrency(Tax, nameof(Tax));
        var sign = Math.Sign(Quantity.Amount);
        sign = Agree(sign, NetAmount, nameof(NetAmount));
        sign = Agree(sign, ListAmount, nameof(ListAmount));
        sign = Agree(sign, Tax, nameof(Tax));
        Agree(sign, Cost, nameof(Cost));
        if (Original == Id)
            throw Guards.Invalid(nameof(Original), Id.ToString(), "must be another line than the one that takes it back");
    }

    /// <summary>Orders facts by date, document, line and stage: the one order in which a result may depend on order at all.</summary>
    public static IComparer<SalesLine> InFactOrder { get; } = Comparer<SalesLine>.Create((left, right) =>
    {
        var order = left.Date.CompareTo(right.Date);
        if (order == 0)
            order = left.Id.CompareTo(right.Id);

        return order != 0 ? order : left.Stage.CompareTo(right.Stage);
    });

    /// <summary>Which stage of the sale this states.</summary>
    public Stage Stage { get; }

    /// <summary>Document and line number.</summary>
    public LineId Id { get; }

    /// <summary>The day of the stage.</summary>
    public LocalDate Date { get; }

    /// <summary>Who buys.</summary>
    public CustomerId Customer { get; }

    /// <summary>Where the goods go; the customer unless another was given.</summary>
    public CustomerId ShipTo { get; }

    /// <summary>What is sold.</summary>
    public ProductId Product { get; }

    /// <summary>How much; negative for a return.</summary>
    public Quantity Quantity { get; }

    /// <summary>
    /// Quantity at list price, without tax, or null where the product has no list price (made to order, project): no price is not price 0.
    /// </summary>
    public Money? ListAmount { get; }

    /// <summary>What is charged, without tax.</summary>
    public Money NetAmount { get; }

    /// <summary>The tax on it.</summary>
    public Money Tax { get; }

    /// <summary>What is charged, with tax: net amount + tax.</summary>
    public Money GrossAmount => NetAmount + Tax;

    /// <summary>On what terms it is sold.</summary>
    public PriceKind PriceKind { get; }

    /// <summary>Who sold it, or null.</summary>
    public SalespersonId? Salesperson { get; }

    /// <summary>Through which channel, or null.</summary>
    public ChannelId? Channel { get; }

    /// <summary>In which territory, or null.</summary>
    public TerritoryId? Territory { get; }

    /// <summary>
    /// What the goods cost the seller, in the currency they are kept in, which may be another; null where it is not known.
    /// </summary>
    public Money? Cost { get; }

    /// <summary>
    /// The order line that a later stage carries out, so that a sale is counted once over its life; null where it is not known, or on the
    /// order itself.
    /// </summary>
    public LineId? OrderLine { get; }

    /// <summary>
    /// The line that a return or a credit takes back, or null where none can be named; a rule that needs it says what it does without.
    /// </summary>
    public LineId? Original { get; }

    /// <summary>
    /// The day on which the goods were handed over or the service was done, where it is another than that of the stage and known; null
    /// otherwise. A rule that goes by it takes <see cref="Date"/> in its place where it is not stated.
    /// </summary>
    public LocalDate? ServiceDate { get; }

    /// <summary>True when the quantity is negative: goods come back, or an order line is cancelled.</summary>
    public bool IsReturn => Quantity.IsNegative;

    /// <summary>The currency of all amounts but the cost.</summary>
    public Currency Currency => NetAmount.Currency;

    /// <summary>A builder with this line's values, for a changed copy.</summary>
    /// <returns>The builder.</returns>
    public SalesLineBuilder ToBuilder() => new()
    {
        Stage = Stage,
        Document = Id.Document,
        Line = Id.Line,
        Date = Date,
        Customer = Customer,
        ShipTo = ShipTo,
        Product = Product,
        Quantity = Quantity,
        ListAmount = ListAmount,
        NetAmount = NetAmount,
        Tax = Tax,
        PriceKind = PriceKind,
        Salesperson = Salesperson,
        Channel = Channel,
        Territory = Territory,
        Cost = Cost,
        OrderLine = OrderLine,
        Original = Original,
        ServiceDate = ServiceDate,
    };

    /// <summary>Stage, date, line, customer, product, quantity and net amount, for a log.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Stage + " " + InvariantText.Date(Date) + " " + Id + " " + Customer + " " + Product + " " + Quantity + " " + NetAmount;

    private static int Agree(int sign, Money? amount, string property)
    {
        if (amount is not { } stated)
            return sign;

        var own = Math.Sign(stated.Amount);
        return own * sign >= 0 ? (sign == 0 ? own : sign)
            : throw Guards.OutOfRange(
                property, stated.ToString(),
                "must not have the opposite sign of quantity and net amount; a credit for money alone has quantity 0");
    }

    private void RequireCurrency(Money? amount, string property)
    {
        if (amount is { } stated && stated.Currency != Currency)
            throw new CurrencyMismatchException(Currency, stated.Currency, property);
    }
}
