using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Where goods that were found came from: the shipment by which the maker sent them to a dealer.</summary>
/// <remarks>
/// A passive sale is one for which the customer came of its own accord; in many places a dealer may not be kept from it. Immutable.
/// Equality is by all values.
/// </remarks>
public sealed record DiversionTrace
{
    private DiversionTrace(
        DocumentId finding, DocumentId shipment, LocalDate shippedOn, CustomerId dealer, TerritoryId meantFor, bool isPassive,
        LocalDate? withdrawnOn)
    {
        Finding = finding;
        Shipment = shipment;
        ShippedOn = shippedOn;
        Dealer = dealer;
        MeantFor = meantFor;
        IsPassive = isPassive;
        WithdrawnOn = withdrawnOn;
    }

    /// <summary>The number of the finding.</summary>
    public DocumentId Finding { get; }

    /// <summary>The document of the shipment.</summary>
    public DocumentId Shipment { get; }

    /// <summary>The day of the shipment.</summary>
    public LocalDate ShippedOn { get; }

    /// <summary>The dealer to whom it went.</summary>
    public CustomerId Dealer { get; }

    /// <summary>The area it was meant for.</summary>
    public TerritoryId MeantFor { get; }

    /// <summary>True where the customer is known to have come of its own accord.</summary>
    public bool IsPassive { get; }

    /// <summary>The day on which the case was withdrawn; null where it stands.</summary>
    public LocalDate? WithdrawnOn { get; }

    /// <summary>The shipment that goods were traced to.</summary>
    /// <param name="finding">The number of the finding.</param>
    /// <param name="shipment">The document of the shipment.</param>
    /// <param name="shippedOn">The day of the shipment.</param>
    /// <param name="dealer">The dealer to whom it went.</param>
    /// <param name="meantFor">The area it was meant for.</param>
    /// <returns>The trace.</returns>
    /// <exception cref="System.ArgumentException">
    /// An identifier is the default value, or <paramref name="shippedOn"/> is of another calendar.
    /// </exception>
    public static DiversionTrace Of(
        DocumentId finding, DocumentId shipment, LocalDate shippedOn, CustomerId dealer, TerritoryId meantFor) =>
        new(
            Identifier.Given(finding), Identifier.Given(shipment), Guard.Against.OtherCalendar(shippedOn), Identifier.Given(dealer),
            Identifier.Given(meantFor), isPassive: false, null);

    /// <summary>The trace of goods for which the customer came of its own accord.</summary>
    /// <returns>The changed copy.</returns>
    public DiversionTrace AsPassiveSale() => new(Finding, Shipment, ShippedOn, Dealer, MeantFor, isPassive: true, WithdrawnOn);

    /// <summary>The trace of a case that was withdrawn: it owes nothing, and later cases do not count it.</summary>
    /// <param name="on">The day on which it was withdrawn.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="System.ArgumentException"><paramref name="on"/> is of another calendar.</exception>
    public DiversionTrace Withdrawn(LocalDate on) =>
        new(Finding, Shipment, ShippedOn, Dealer, MeantFor, IsPassive, Guard.Against.OtherCalendar(on));

    /// <summary>Finding, shipment, dealer and area: <c>DF-1 by SH-7 of 2026-03-02 to D-1, meant for West</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Finding + " by " + Shipment + " of " + InvariantText.Date(ShippedOn) + " to " + Dealer + ", meant for " + MeantFor
        + (IsPassive ? ", passive sale" : "") + (WithdrawnOn is { } day ? ", withdrawn on " + InvariantText.Date(day) : "");
}
