using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>An acceptance bill (承兑汇票): an amount that its acceptor pays on a day.</summary>
/// <remarks>Immutable. Equality is by all that is stated.</remarks>
public sealed record AcceptanceBill
{
    private AcceptanceBill(Money face, LocalDate maturity, LocalDate? issuedOn, bool isRemote)
    {
        Face = face;
        Maturity = maturity;
        IssuedOn = issuedOn;
        IsRemote = isRemote;
    }

    /// <summary>The amount on its face (票面金额).</summary>
    public Money Face { get; }

    /// <summary>The day on which it falls due (到期日).</summary>
    public LocalDate Maturity { get; }

    /// <summary>The day on which it was issued (出票日); null where it is not stated.</summary>
    public LocalDate? IssuedOn { get; }

    /// <summary>Whether the acceptor is in another place than the bank that discounts it (异地), which takes days.</summary>
    public bool IsRemote { get; }

    /// <summary>A bill.</summary>
    /// <param name="face">The amount on its face, above zero.</param>
    /// <param name="maturity">The day on which it falls due.</param>
    /// <returns>The bill, with a local acceptor.</returns>
    /// <exception cref="System.ArgumentException"><paramref name="maturity"/> is not of the ISO calendar.</exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="face"/> is not positive.</exception>
    public static AcceptanceBill Of(Money face, LocalDate maturity) =>
        new(Guard.Against.NotPositive(face), Guard.Against.OtherCalendar(maturity), null, false);

    /// <summary>The bill with its day of issue, from which its tenor counts.</summary>
    /// <param name="issuedOn">The day, not after maturity.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="System.ArgumentException"><paramref name="issuedOn"/> is not of the ISO calendar.</exception>
    /// <exception cref="System.ArgumentOutOfRangeException"><paramref name="issuedOn"/> is after maturity.</exception>
    public AcceptanceBill WithIssueDate(LocalDate issuedOn) =>
        Guard.Against.OtherCalendar(issuedOn) <= Maturity ? new AcceptanceBill(Face, Maturity, issuedOn, IsRemote)
            : throw Guards.OutOfRange(
                nameof(issuedOn), InvariantText.Date(issuedOn), "must not be after maturity on " + InvariantText.Date(Maturity));

    /// <summary>The bill with an acceptor in another place.</summary>
    /// <returns>The changed copy.</returns>
    public AcceptanceBill WithRemoteAcceptor() => new(Face, Maturity, IssuedOn, true);

    /// <summary>Amount and maturity, and what is stated beside: <c>CNY 1000000.00 on 2026-09-15, issued 2026-03-15, remote</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Face + " on " + InvariantText.Date(Maturity) + (IssuedOn is { } issuedOn ? ", issued " + InvariantText.Date(issuedOn) : "")
        + (IsRemote ? ", remote" : "");
}
