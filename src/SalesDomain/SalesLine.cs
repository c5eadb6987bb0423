using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>One stage of one line of a sale: the fact that quotas measure, rebates accumulate, commissions credit and credit adds to exposure.</summary>
/// <remarks>
/// <para>
/// Amounts come without tax (<see cref="NetAmount"/>), as tax, and with it (<see cref="GrossAmount"/>): sales, quotas, margin and commission are without,
/// invoices, limits and collection with it. A rule names the basis it uses.
/// </para>
/// <para>
/// A return is a line with a negative quantity that names the line it takes back. A credit note for money alone has quantity zero and a negative
/// net amount. Quantity, list amount, net amount, tax and cost never have opposite signs.
/// </para>
/// <para>Built by <see cref="SalesLineBuilder"/>. Equality is by all values. Where order can matter, facts are taken <see cref="InFactOrder"/>.</para>
/// </remarks>
public sealed record SalesLine
{
    internal SalesLine(SalesLineBuilder given)
    {
        Stage = Guard.Against.Undefined(Set(given.Stage, nameof(given.Stage)), nameof(given.Stage));
        Id = new LineId(
            Identifier.Given(given.Document, nameof(given.Document)), Guard.Against.OutsideRange(0, int.MaxValue, Set(given.Line, nameof(given.Line)), nameof(given.Line)));
        Date = Guard.Against.OtherCalendar(Set(given.Date, nameof(given.Date)), nameof(given.Date));
        Customer = Identifier.Given(given.Customer, nameof(given.Customer));
        ShipTo = Identifier.GivenOrNull(given.ShipTo, nameof(given.ShipTo)) ?? given.Customer;
        Product = Identifier.Given(given.Product, nameof(given.Product));
        Quantity = Set(given.Quantity, nameof(given.Quantity));
        ListAmount = Set(given.ListAmount, nameof(given.ListAmount));
        NetAmount = Set(given.NetAmount, nameof(given.NetAmount));
        Tax = Set(given.Tax, nameof(given.Tax));
        PriceKind = Guard.Against.Undefined(given.PriceKind, nameof(given.PriceKind));
        Salesperson = Identifier.GivenOrNull(given.Salesperson, nameof(given.Salesperson));
        Channel = Identifier.GivenOrNull(given.Channel, nameof(given.Channel));
        Territory = Identifier.GivenOrNull(given.Territory, nameof(given.Territory));
        Cost = given.Cost;
        Original = Identifier.GivenOrNull(given.Original, nameof(given.Original));

        var sign = Math.Sign(Quantity.Amount);
        sign = Agree(sign, NetAmount, nameof(NetAmount));
        sign = Agree(sign, ListAmount, nameof(ListAmount));
        sign = Agree(sign, Tax, nameof(Tax));
        Agree(sign, Cost ?? Money.Zero(Currency), nameof(Cost));
        if (Quantity.IsNegative && Original is null)
            throw Guards.Invalid(nameof(Original), "it is missing on " + Id, "must name the line that a return takes back");
    }

    /// <summary>Orders facts by date, document and line: the one order in which a result may depend on order at all.</summary>
    public static IComparer<SalesLine> InFactOrder { get; } = Comparer<SalesLine>.Create((left, right) =>
        left.Date.CompareTo(right.Date) is var order && order != 0 ? order : left.Id.CompareTo(right.Id));

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

    /// <summary>Quantity at list price, without tax.</summary>
    public Money ListAmount { get; }

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

    /// <summary>What the goods cost the seller, or null where it is not known.</summary>
    public Money? Cost { get; }

    /// <summary>The line that a return or a credit takes back, or null.</summary>
    public LineId? Original { get; }

    /// <summary>True when goods come back: the quantity is negative.</summary>
    public bool IsReturn => Quantity.IsNegative;

    /// <summary>The currency of all amounts.</summary>
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
        Original = Original,
    };

    /// <summary>Stage, date, line, customer, product, quantity and net amount, for a log.</summary>
    /// <returns>The text.</returns>
    public override string ToString() =>
        Stage + " " + InvariantText.Date(Date) + " " + Id + " " + Customer + " " + Product + " " + Quantity + " " + NetAmount;

    private static T Set<T>(T? value, string property)
        where T : struct =>
        value ?? throw new ArgumentException(property + " must be set.", property);

    private int Agree(int sign, Money amount, string property)
    {
        if (amount.Currency != Currency)
            throw new CurrencyMismatchException(Currency, amount.Currency, property);

        var own = Math.Sign(amount.Amount);
        return own * sign >= 0 ? (sign == 0 ? own : sign)
            : throw Guards.OutOfRange(property, amount.ToString(), "must not have the opposite sign of quantity and net amount");
    }
}
