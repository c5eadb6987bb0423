using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>
/// Money that came in from a customer (回款), with tax: the fact that collection rates, cash-based commissions and exposure use.
/// </summary>
/// <remarks>
/// <para>
/// A bill has a maturity and is money only then; a rule says what it counts for before. A negative amount takes a receipt back (a
/// dishonoured bill, a refund) and names it as its original where that is known.
/// </para>
/// <para>
/// Built by <see cref="CollectionLineBuilder"/>. Equality is by all values. Where order can matter, facts are taken
/// <see cref="InFactOrder"/>.
/// </para>
/// </remarks>
public sealed record CollectionLine
{
    internal CollectionLine(CollectionLineBuilder given)
    {
        Id = Required.Id(given.Document, given.Line);
        Date = Guard.Against.OtherCalendar(Required.Set(given.Date, nameof(given.Date)), nameof(given.Date));
        Customer = Identifier.Given(given.Customer, nameof(given.Customer));
        Amount = Required.Set(given.Amount, nameof(given.Amount));
        Instrument = Guard.Against.Undefined(given.Instrument, nameof(given.Instrument));
        Maturity = given.Maturity is { } day ? Guard.Against.OtherCalendar(day, nameof(given.Maturity)) : null;
        Invoice = Identifier.GivenOrNull(given.Invoice, nameof(given.Invoice));
        DueDate = given.DueDate is { } due ? Guard.Against.OtherCalendar(due, nameof(given.DueDate)) : null;
        Salesperson = Identifier.GivenOrNull(given.Salesperson, nameof(given.Salesperson));
        Channel = Identifier.GivenOrNull(given.Channel, nameof(given.Channel));
        Territory = Identifier.GivenOrNull(given.Territory, nameof(given.Territory));
        Original = Identifier.GivenOrNull(given.Original, nameof(given.Original));

        RequireMaturity();
        if (Original == Id)
            throw Guards.Invalid(nameof(Original), Id.ToString(), "must be another receipt than the one that takes it back");
    }

    /// <summary>Orders facts by date, receipt and line.</summary>
    public static IComparer<CollectionLine> InFactOrder { get; } = Comparer<CollectionLine>.Create((left, right) =>
        left.Date.CompareTo(right.Date) is var order && order != 0 ? order : left.Id.CompareTo(right.Id));

    /// <summary>The receipt and its line.</summary>
    public LineId Id { get; }

    /// <summary>The day the money or the bill came in, or went back.</summary>
    public LocalDate Date { get; }

    /// <summary>Who paid.</summary>
    public CustomerId Customer { get; }

    /// <summary>How much, with tax; negative to take a receipt back.</summary>
    public Money Amount { get; }

    /// <summary>What was paid with.</summary>
    public Instrument Instrument { get; }

    /// <summary>When a bill falls due; null for cash.</summary>
    public LocalDate? Maturity { get; }

    /// <summary>The invoice the money is for, or null while it is not applied.</summary>
    public DocumentId? Invoice { get; }

    /// <summary>
    /// When what is paid was due, by which a payment is in time or late; null where it is not known. A receipt for several instalments is
    /// a line for each. Not to be taken for <see cref="Maturity"/>, the day of a bill.
    /// </summary>
    public LocalDate? DueDate { get; }

    /// <summary>Whose collection it is, or null.</summary>
    public SalespersonId? Salesperson { get; }

    /// <summary>Through which channel, or null.</summary>
    public ChannelId? Channel { get; }

    /// <summary>In which territory, or null.</summary>
    public TerritoryId? Territory { get; }

    /// <summary>The receipt that a negative amount takes back, or null where none can be named.</summary>
    public LineId? Original { get; }

    /// <summary>A builder with this line's values, for a changed copy.</summary>
    /// <returns>The builder.</returns>
    public CollectionLineBuilder ToBuilder() => new()
    {
        Document = Id.Document,
        Line = Id.Line,
        Date = Date,
        Customer = Customer,
        Amount = Amount,
        Instrument = Instrument,
        Maturity = Maturity,
        Invoice = Invoice,
        DueDate = DueDate,
        Salesperson = Salesperson,
        Channel = Channel,
        Territory = Territory,
        Original = Original,
    };

    /// <summary>Date, receipt, customer, instrument and amount, for a log.</summary>
    /// <returns>The text.</returns>
    public override string ToString() => InvariantText.Date(Date) + " " + Id + " " + Customer + " " + Instrument + " " + Amount;

    private void RequireMaturity()
    {
        if (Instrument == Instrument.Cash && Maturity is { } stated)
            throw Guards.Invalid(nameof(Maturity), InvariantText.Date(stated), "must be null for cash, which is money at once");
        if (Instrument != Instrument.Cash && Maturity is null)
            throw Guards.Invalid(nameof(Maturity), "null", "must be given for a bill");

        // A bill is handed in before it falls due; it comes back unpaid after.
        if (!Amount.IsNegative && Maturity < Date)
        {
            throw Guards.OutOfRange(
                nameof(Maturity), InvariantText.Date(Maturity.Value), "must not be before the date " + InvariantText.Date(Date));
        }
    }
}
