using System;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>What follows when a dealer's goods are found in the area of another (窜货): a ladder by how often it happened.</summary>
/// <remarks>
/// <para>
/// A finding is no proof. It becomes a case when the goods are traced to a shipment to a dealer to whom the place did not belong; without a
/// trace it stays a finding, and nothing is owed. What had been sent to a dealer when it was found out is one occurrence of that day,
/// unless <see cref="CountingBy"/> says otherwise. Occurrences count within the look-back: of 12 months, the day itself and the
/// days back to the one after the same day a year before. A finding given twice counts once, one that was withdrawn not at all, and the
/// order of findings does not matter.
/// </para>
/// <para>
/// All cases of an occurrence stand on one rung. Each owes for its own units; what is owed once (shares of rebate and deposit, an amount, a
/// termination proposed) falls on the first of them, by day and number. Together they owe what one finding of all the units would.
/// </para>
/// <para>
/// Goods found where no other dealer has the area are no case, unless <see cref="CoveringOpenAreas"/> says so.
/// A dealer may not be kept from passive sales everywhere, so such a sale is no diversion unless <see cref="BarringPassiveSales"/> says so
/// by the legal basis. Immutable. Equality is by all settings.
/// </para>
/// </remarks>
public sealed partial class DiversionRule : IEquatable<DiversionRule>
{
    private const int MonthsOfAYear = 12;
    private const int MostMonths = 1200;

    private DiversionRule(
        string name, string legalBasis, Currency currency, Rounding rounding, StepSchedule<int, DiversionSanction> ladder)
    {
        Name = name;
        LegalBasis = legalBasis;
        Currency = currency;
        Rounding = rounding;
        Ladder = ladder;
        LookBackMonths = MonthsOfAYear;
    }

    private DiversionRule(DiversionRule other)
        : this(other.Name, other.LegalBasis, other.Currency, other.Rounding, other.Ladder)
    {
        LookBackMonths = other.LookBackMonths;
        InjuredShare = other.InjuredShare;
        BarsPassiveSales = other.BarsPassiveSales;
        CoversOpenAreas = other.CoversOpenAreas;
        CountedBy = other.CountedBy;
        WithholdsRebate = other.WithholdsRebate;
    }

    /// <summary>The name of the rule.</summary>
    public string Name { get; }

    /// <summary>The law or the clause it stands on, in the caller's words.</summary>
    public string LegalBasis { get; }

    /// <summary>The currency of what is owed.</summary>
    public Currency Currency { get; }

    /// <summary>How each part of what is owed is rounded, once.</summary>
    public Rounding Rounding { get; }

    /// <summary>From the number of the occurrence within the look-back, first 1, to what follows.</summary>
    public StepSchedule<int, DiversionSanction> Ladder { get; }

    /// <summary>The months within which an occurrence is a repeated one; 12 unless stated.</summary>
    public int LookBackMonths { get; private init; }

    /// <summary>The share of the amount by units that goes to the dealer whose area it is; none unless stated.</summary>
    public Percentage InjuredShare { get; private init; }

    /// <summary>Whether a passive sale is a diversion too.</summary>
    public bool BarsPassiveSales { get; private init; }

    /// <summary>Whether goods found where no other dealer has the area are a case too.</summary>
    public bool CoversOpenAreas { get; private init; }

    /// <summary>
    /// Which cases of a dealer are one occurrence; those of all that was sent before it was found out unless stated.
    /// </summary>
    public DiversionOccurrence CountedBy { get; private init; }

    /// <summary>
    /// Whether the share of the rebate is withheld from the rebate, and not in what is owed and taken from the deposit; not so unless
    /// stated.
    /// </summary>
    public bool WithholdsRebate { get; private init; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DiversionRule? left, DiversionRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DiversionRule? left, DiversionRule? right) => !(left == right);

    /// <summary>
    /// A rule with a look-back of 12 months, in which nothing goes to the injured dealer, all that was sent before the dealer was found out
    /// is one occurrence, and the share of the rebate is taken from the deposit.
    /// </summary>
    /// <param name="name">The name of the rule.</param>
    /// <param name="legalBasis">The law or the clause it stands on, in the caller's words.</param>
    /// <param name="currency">The currency of what is owed.</param>
    /// <param name="rounding">How each part of what is owed is rounded.</param>
    /// <param name="ladder">From the number of the occurrence within the look-back, first 1, to what follows.</param>
    /// <returns>The rule.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">A text is empty or has outer white space.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A step begins below 1.</exception>
    /// <exception cref="CurrencyMismatchException">A sanction names an amount in another currency.</exception>
    public static DiversionRule Of(
        string name, string legalBasis, Currency currency, Rounding rounding, StepSchedule<int, DiversionSanction> ladder)
    {
        Identifier.Checked(name);
        Identifier.Checked(legalBasis);
        Guard.Against.Null(currency);
        Guard.Against.Null(rounding);
        Guard.Against.Null(ladder);
        Guard.Against.BeforeTheFirst(ladder);
        foreach (var amount in ladder.Values.SelectMany(sanction => sanction.Amounts()))
        {
            if (amount.Currency != currency)
                throw new CurrencyMismatchException(currency, amount.Currency, nameof(ladder));
        }

        return new DiversionRule(name, legalBasis, currency, rounding, ladder);
    }

    /// <summary>The rule with another look-back.</summary>
    /// <param name="months">The months, from 1 to 1200.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is out of its range.</exception>
    public DiversionRule WithLookBack(int months) =>
        new(this) { LookBackMonths = Guard.Against.OutsideRange(1, MostMonths, months) };

    /// <summary>The rule with a share of the amount by units for the dealer whose area it is.</summary>
    /// <param name="share">From 0 % to 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="share"/> is out of its range.</exception>
    public DiversionRule WithInjuredShare(Percentage share) => new(this) { InjuredShare = Guard.Against.NoPart(share) };

    /// <summary>The rule by which a passive sale is a diversion too, where the legal basis allows that.</summary>
    /// <returns>The changed copy.</returns>
    public DiversionRule BarringPassiveSales() => new(this) { BarsPassiveSales = true };

    /// <summary>
    /// The rule by which goods found where no other dealer has the area are a case too, of a dealer who may sell in its own area alone.
    /// </summary>
    /// <returns>The changed copy.</returns>
    /// <remarks>
    /// In the European Union a dealer may be kept from active sales only out of areas that are another's alone, or the maker's own: so this
    /// is for other places, or for areas that the maker serves itself.
    /// </remarks>
    public DiversionRule CoveringOpenAreas() => new(this) { CoversOpenAreas = true };

    /// <summary>The rule with another count of cases that belong together.</summary>
    /// <param name="basis">Which cases of a dealer are one occurrence.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is not one of those declared.</exception>
    public DiversionRule CountingBy(DiversionOccurrence basis) => new(this) { CountedBy = Guard.Against.Undefined(basis) };

    /// <summary>
    /// The rule by which the share of the rebate is withheld from the rebate: it is not in what is owed, and the dealer is paid
    /// <see cref="DiversionPenalties.RebateLeft"/>.
    /// </summary>
    /// <returns>The changed copy.</returns>
    public DiversionRule WithholdingRebate() => new(this) { WithholdsRebate = true };

    /// <summary>The days in which an occurrence counts for one of a day.</summary>
    /// <param name="on">The day of the occurrence: that on which its first goods were found.</param>
    /// <returns>
    /// Of 12 months, the day after the same day a year before, to the day itself, both in it; from the first day there is, where that is
    /// later.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="on"/> is of another calendar.</exception>
    public DateSpan LookBackOf(LocalDate on)
    {
        Guard.Against.OtherCalendar(on);
        var monthsBefore = ((on.Year - LocalDate.MinIsoValue.Year) * MonthsOfAYear) + on.Month - LocalDate.MinIsoValue.Month;
        return new DateSpan(monthsBefore < LookBackMonths ? LocalDate.MinIsoValue : on.PlusMonths(-LookBackMonths).PlusDays(1), on);
    }

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DiversionRule? other) =>
        other is not null && Name == other.Name && LegalBasis == other.LegalBasis && Currency == other.Currency
        && Rounding == other.Rounding && Ladder == other.Ladder && LookBackMonths == other.LookBackMonths
        && InjuredShare == other.InjuredShare && BarsPassiveSales == other.BarsPassiveSales
        && CoversOpenAreas == other.CoversOpenAreas && CountedBy == other.CountedBy && WithholdsRebate == other.WithholdsRebate;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DiversionRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(StringComparer.Ordinal.GetHashCode(Name), Ladder.GetHashCode(), LookBackMonths, InjuredShare.GetHashCode());

    /// <summary>Name, basis, look-back and ladder.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Name + " by " + LegalBasis + ", within " + InvariantText.Number(LookBackMonths) + " months: " + Ladder
        + (InjuredShare > Percentage.Zero ? "; " + InjuredShare + " by units to the injured" : "")
        + (BarsPassiveSales ? "; passive sales too" : "") + (CoversOpenAreas ? "; places of nobody too" : "")
        + (CountedBy == DiversionOccurrence.DayOrShipment ? "" : "; counted by " + CountedBy.ToString())
        + (WithholdsRebate ? "; its share withheld from the rebate" : "");
}
