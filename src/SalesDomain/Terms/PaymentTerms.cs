using System;
using System.Collections.Generic;
using System.ComponentModel;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Terms;

/// <summary>When an invoice is to be paid, in one amount or in instalments, and what is taken off for paying early.</summary>
/// <remarks>
/// <para>
/// Days are inclusive: with ten days from 28 June, 8 July is in time. Of several discounts the first counts whose day is not over, so that
/// a later payment never gets a higher one; and none is given after the day on which all is due: of <c>2/10 n/EOM</c> from 28 January the
/// 31st is the last day of both. The business day convention holds for every day of the terms, those of discounts included; the
/// calendar is an argument, because the terms do not know the holidays of a year to come.
/// </para>
/// <para>
/// Each instalment has terms of its own: its rule, the day that it counts from and its discounts. 30 % with the order, 60 % thirty days
/// after delivery with 2 % off within ten, 10 % after acceptance is <c>30%/0 from order 60%/30 2/10 from delivery 10%/0 from
/// acceptance</c>.
/// </para>
/// <para>
/// Immutable. Equality is by instalments, discounts, convention and baseline. Text is canonical and round-trips through
/// <see cref="Parse"/>: <c>2/10 1/20 n/60</c>, <c>n/EOM+30</c>, <c>30%/0 70%/60 following from delivery</c>.
/// </para>
/// </remarks>
[TypeConverter(typeof(TextConverter<PaymentTerms>))]
public sealed partial class PaymentTerms : IEquatable<PaymentTerms>
{
    // Of terms in one amount; parts are empty there, and in instalments are all there is.
    private readonly DueRule? _due;
    private readonly CashDiscountRung[] _discounts;
    private readonly PaymentInstalment[] _parts;

    private PaymentTerms(DueRule due, CashDiscountRung[] discounts, BusinessDayConvention convention, TermsBaseline baseline)
    {
        _due = due;
        _discounts = discounts;
        _parts = [];
        Convention = convention;
        Baseline = baseline;
    }

    private PaymentTerms(PaymentInstalment[] parts)
    {
        _discounts = [];
        _parts = parts;
        Convention = parts[0].Terms.Convention;
        Baseline = Array.TrueForAll(parts, part => part.Terms.Baseline == parts[0].Terms.Baseline) ? parts[0].Terms.Baseline : null;
    }

    /// <summary>The parts of the invoice, in the order given; one of 100 % where it is paid in one amount.</summary>
    public IReadOnlyList<PaymentInstalment> Instalments =>
        Array.AsReadOnly(_due is null ? _parts : [new PaymentInstalment(Percentage.OneHundred, this)]);

    /// <summary>
    /// The discounts for paying early, the highest first; none where there are none. In instalments each has its own, in its terms.
    /// </summary>
    public IReadOnlyList<CashDiscountRung> Discounts => Array.AsReadOnly(_discounts);

    /// <summary>Where a day goes that is no working day; it stays unless stated.</summary>
    public BusinessDayConvention Convention { get; }

    /// <summary>Which day the terms count from; that of the invoice unless stated, and null where instalments differ.</summary>
    public TermsBaseline? Baseline { get; }

    /// <summary>The rule of terms in one amount.</summary>
    internal DueRule DueOfAll => _due!;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">Terms.</param>
    /// <param name="right">Others.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PaymentTerms? left, PaymentTerms? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">Terms.</param>
    /// <param name="right">Others.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PaymentTerms? left, PaymentTerms? right) => !(left == right);

    /// <summary>All is due so many days after: <c>n/30</c>.</summary>
    /// <param name="days">Calendar days, 0 to 3,650.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range.</exception>
    public static PaymentTerms Net(int days) => Of(DueRule.Days(days));

    /// <summary>All is due by one rule.</summary>
    /// <param name="due">The rule.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="due"/> is null.</exception>
    public static PaymentTerms Of(DueRule due) =>
        new(Guard.Against.Null(due), [], BusinessDayConvention.Unadjusted, TermsBaseline.Invoice);

    /// <summary>Parts that are due each by its own rule: 30 % at once, 70 % after 60 days.</summary>
    /// <param name="instalments">Shares above 0 % that total exactly 100 %, each with its rule, in any order of their days.</param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="instalments"/> or a rule is null.</exception>
    /// <exception cref="ArgumentException">There is no instalment, or the shares do not total 100 %.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is not above 0 %.</exception>
    public static PaymentTerms InInstalments(params (Percentage Share, DueRule Due)[] instalments)
    {
        var copy = Guard.Against.Nothing(instalments, "something is to be paid");
        foreach (var (_, due) in copy)
            Guard.Against.Null(due, nameof(instalments));

        return InInstalments(Array.ConvertAll(copy, each => (each.Share, Of(each.Due))));
    }

    /// <summary>
    /// Parts with terms of their own: each has its rule, its discounts and the day that it counts from, as order, delivery and acceptance.
    /// </summary>
    /// <param name="instalments">
    /// Shares above 0 % that total exactly 100 %, each with its terms, which are in one amount and all of one convention.
    /// </param>
    /// <returns>The terms.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="instalments"/> or the terms of one are null.</exception>
    /// <exception cref="ArgumentException">
    /// There is no instalment, the shares do not total 100 %, or terms are in instalments themselves or of another convention.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">A share is not above 0 %.</exception>
    public static PaymentTerms InInstalments(params (Percentage Share, PaymentTerms Terms)[] instalments)
    {
        var copy = Guard.Against.Nothing(instalments, "something is to be paid");
        foreach (var (share, terms) in copy)
        {
            Guard.Against.Null(terms, nameof(instalments));
            if (share <= Percentage.Zero)
                throw Guards.OutOfRange(nameof(instalments), share.ToString(), "must have shares above 0%");
            if (terms._due is null)
                throw Guards.Invalid(nameof(instalments), terms.ToString(), "must have terms in one amount");
            if (terms.Convention != copy[0].Terms.Convention)
                throw Guards.Invalid(nameof(instalments), terms.ToString(), "must move days like '" + copy[0].Terms + "'");
        }

        Guard.Against.NotWhole(copy.Select(each => each.Share), nameof(instalments));
        return copy.Length == 1 ? copy[0].Terms
            : new PaymentTerms(Array.ConvertAll(copy, each => new PaymentInstalment(each.Share, each.Terms)));
    }

    /// <summary>The terms with a discount for paying within so many days.</summary>
    /// <param name="discount">The discount, above 0 % and below those before.</param>
    /// <param name="days">Calendar days, 0 to 3,650; more than those of the discount before, and not more than until all is due.</param>
    /// <returns>The changed copy.</returns>
    /// <inheritdoc cref="WithDiscount(Percentage, DueRule)" path="/exception"/>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="discount"/> is not above 0 % and below the one before, or <paramref name="days"/> is out of its range.
    /// </exception>
    public PaymentTerms WithDiscount(Percentage discount, int days) =>
        WithDiscount(discount, DueRule.Days(days), nameof(days));

    /// <summary>The terms with a discount for paying until a day: 2 % to the 10th of the month after is <c>2/10 prox</c>.</summary>
    /// <param name="discount">The discount, above 0 % and below those before.</param>
    /// <param name="until">Until when; where this and the one before are plain days, later, and not later than all is due.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="until"/> is null.</exception>
    /// <exception cref="ArgumentException">The days are not in order.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="discount"/> is not above 0 %, or not below the one before and 100 %.
    /// </exception>
    /// <exception cref="InvalidOperationException">All is paid in instalments, and each has its own discounts.</exception>
    public PaymentTerms WithDiscount(Percentage discount, DueRule until) =>
        WithDiscount(discount, Guard.Against.Null(until), nameof(until));

    /// <summary>The terms with days that are moved to working days.</summary>
    /// <param name="convention">Where a day goes that is no working day.</param>
    /// <returns>The changed copy; unless days stay, its days are asked with a calendar.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="convention"/> is not defined.</exception>
    public PaymentTerms WithConvention(BusinessDayConvention convention) =>
        With(Guard.Against.Undefined(convention), null);

    /// <summary>The terms counted from another day, all instalments from the same.</summary>
    /// <param name="baseline">Which day is meant.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="baseline"/> is not defined.</exception>
    public PaymentTerms WithBaseline(TermsBaseline baseline) =>
        With(Convention, Guard.Against.Undefined(baseline));

    /// <summary>Whether the other has the same instalments, discounts, convention and baseline.</summary>
    /// <param name="other">The terms to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PaymentTerms? other) =>
        other is not null && Convention == other.Convention && Baseline == other.Baseline
        && _due == other._due && _parts.AsEnumerable().SequenceEqual(other._parts)
        && _discounts.AsEnumerable().SequenceEqual(other._discounts);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PaymentTerms);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _discounts.Aggregate(
            _parts.Aggregate(
                Hash.Combine((int)Convention, Baseline is { } baseline ? (int)baseline : -1, _due?.GetHashCode() ?? 0),
                (hash, part) => Hash.Combine(hash, part.GetHashCode())),
            (hash, rung) => Hash.Combine(hash, rung.GetHashCode()));

    private PaymentTerms With(BusinessDayConvention convention, TermsBaseline? baseline) =>
        _due is { } due ? new PaymentTerms(due, _discounts, convention, (baseline ?? Baseline)!.Value)
            : new PaymentTerms(Array.ConvertAll(_parts, part => new PaymentInstalment(part.Share, part.Terms.With(convention, baseline))));
}
