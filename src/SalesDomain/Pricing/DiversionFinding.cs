using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Goods that were found where their seller is not known to have a right to sell them: a dated fact, and no proof.</summary>
/// <remarks>
/// The maker's own sales show a dealer buying for its own area always; that goods were diverted is seen only where they are found. Findings
/// of what was sent to a dealer before it was found out are counted together. Immutable. Equality is by all values.
/// </remarks>
public sealed record DiversionFinding
{
    private DiversionFinding(
        DocumentId id, LocalDate date, TerritoryId place, ProductId product, Quantity quantity, string evidence, string? code,
        CustomerId? injured, UnitConversions? units)
    {
        Id = id;
        Date = date;
        Place = place;
        Product = product;
        Quantity = quantity;
        Evidence = evidence;
        Code = code;
        Injured = injured;
        Units = units;
    }

    /// <summary>The number of the report.</summary>
    public DocumentId Id { get; }

    /// <summary>The day on which the goods were found.</summary>
    public LocalDate Date { get; }

    /// <summary>Where they were found.</summary>
    public TerritoryId Place { get; }

    /// <summary>The product.</summary>
    public ProductId Product { get; }

    /// <summary>How much of it, above zero.</summary>
    public Quantity Quantity { get; }

    /// <summary>What shows it, in words.</summary>
    public string Evidence { get; }

    /// <summary>The code on the goods, or the batch; null where it could not be read.</summary>
    public string? Code { get; }

    /// <summary>The dealer whose area it is, as the report says; null where it does not, and the assignments are asked.</summary>
    public CustomerId? Injured { get; }

    /// <summary>How the units of the product convert; null where that was not said.</summary>
    public UnitConversions? Units { get; }

    /// <summary>Goods found.</summary>
    /// <param name="id">The number of the report.</param>
    /// <param name="date">The day on which they were found.</param>
    /// <param name="place">Where.</param>
    /// <param name="product">The product.</param>
    /// <param name="quantity">How much of it, above zero.</param>
    /// <param name="evidence">What shows it, in words: photographs, a purchase, a witness.</param>
    /// <returns>The finding.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="evidence"/> is null.</exception>
    /// <exception cref="System.ArgumentException">
    /// An identifier is the default value, <paramref name="evidence"/> is empty or has outer white space, or <paramref name="date"/> is of
    /// another calendar.
    /// </exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="quantity"/> is not above zero.</exception>
    public static DiversionFinding Of(
        DocumentId id, LocalDate date, TerritoryId place, ProductId product, Quantity quantity, string evidence)
    {
        Identifier.Given(id);
        Guard.Against.OtherCalendar(date);
        Identifier.Given(place);
        Identifier.Given(product);
        Identifier.Checked(evidence);
        return quantity.IsPositive ? new DiversionFinding(id, date, place, product, quantity, evidence, null, null, null)
            : throw Guards.OutOfRange(nameof(quantity), quantity.ToString(), "must be above zero");
    }

    /// <summary>The finding with the code on the goods, or the batch.</summary>
    /// <param name="code">The code.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="code"/> is null.</exception>
    /// <exception cref="System.ArgumentException"><paramref name="code"/> is empty or has outer white space.</exception>
    public DiversionFinding WithCode(string code) =>
        new(Id, Date, Place, Product, Quantity, Evidence, Identifier.Checked(code), Injured, Units);

    /// <summary>The finding with the dealer whose area it is.</summary>
    /// <param name="injured">The dealer.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="System.ArgumentException"><paramref name="injured"/> is the default value.</exception>
    public DiversionFinding WithInjured(CustomerId injured) =>
        new(Id, Date, Place, Product, Quantity, Evidence, Code, Identifier.Given(injured), Units);

    /// <summary>The finding of a product with several units: cases were photographed, and pieces are paid for.</summary>
    /// <param name="units">How the units of the product convert.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="System.ArgumentNullException"><paramref name="units"/> is null.</exception>
    /// <exception cref="System.ArgumentException"><paramref name="units"/> do not know the unit of the finding.</exception>
    public DiversionFinding WithUnits(UnitConversions units) =>
        Guard.Against.Null(units).Knows(Quantity.Unit)
            ? new DiversionFinding(Id, Date, Place, Product, Quantity, Evidence, Code, Injured, units)
            : throw Guards.Invalid(nameof(units), units.ToString(), "must know the unit of the finding, " + Quantity.Unit);

    /// <summary>Number, day, place and goods: <c>DF-1 on 2026-03-31, East: 500 PCE of P-1</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Id + " on " + InvariantText.Date(Date) + ", " + Place + ": " + Quantity + " of " + Product;

    /// <summary>Whether the quantity is of a unit, or converts to it.</summary>
    internal bool Converts(UnitOfMeasure unit) => unit == Quantity.Unit || Units is { } units && units.Knows(unit);

    /// <summary>What the quantity comes to at an amount for one of a unit that it converts to: multiplied first, divided once.</summary>
    internal Money At(Money amount, UnitOfMeasure unit) =>
        new(
            (unit == Quantity.Unit ? default : Units!.RatioOf(Quantity.Unit, unit)).Of(amount.Amount, Quantity.Amount, 1m),
            amount.Currency);

    /// <summary>How the quantity is said in a unit that it converts to.</summary>
    internal Explanation ExplainIn(UnitOfMeasure unit)
    {
        var found = Explanation.Fact("found", Quantity);
        return unit == Quantity.Unit ? found
            : Explanation.Node("found in " + unit, Units!.Convert(Quantity, unit), Operation.Convert(Units, unit), found);
    }
}
