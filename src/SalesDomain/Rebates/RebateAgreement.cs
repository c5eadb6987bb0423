using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>A rebate agreement (返利协议): with whom, on which sales, from when to when, and its rebates.</summary>
/// <remarks>
/// <para>
/// What counts by default are invoiced lines by their own date, without special-price, free and rebate-funded goods; a credit note that
/// settles a rebate never counts. An earlier start is a changed copy: what is earned is computed to date from the lines, so the lines since
/// then count as if it had been so from the start.
/// </para>
/// <para>
/// Rebates are taken in their order. Whether open or undisclosed until paid (明返/暗返), every rebate is booked; there is no setting by
/// which one is not. Immutable. Equality is by all values.
/// </para>
/// </remarks>
public sealed partial record RebateAgreement
{
    private RebateAgreement(RebateAgreementId id, RebateParties parties, DateSpan span, Currency currency, FiscalCalendar calendar)
    {
        Id = id;
        Parties = parties;
        Span = span;
        Currency = currency;
        Calendar = calendar;
    }

    /// <summary>Its number.</summary>
    public RebateAgreementId Id { get; }

    /// <summary>With whom it is made.</summary>
    public RebateParties Parties { get; private init; }

    /// <summary>The days on which sales count, both ends included.</summary>
    public DateSpan Span { get; private init; }

    /// <summary>The currency of all amounts.</summary>
    public Currency Currency { get; }

    /// <summary>The calendar of its periods.</summary>
    public FiscalCalendar Calendar { get; }

    /// <summary>The rebates, in the order in which they are taken.</summary>
    public IReadOnlyList<Rebate> Rebates { get; private init; } = ValueList<Rebate>.Empty;

    /// <summary>Which sales count; everything unless set.</summary>
    public Scope Scope { get; private init; } = Scope.Everything;

    /// <summary>The price kinds that count, in their order: standard, consignment and project unless set.</summary>
    public IReadOnlyList<PriceKind> PriceKinds { get; private init; } =
        new ValueList<PriceKind>(PriceKind.Standard, PriceKind.Consignment, PriceKind.Project);

    /// <summary>The stage that counts; invoiced unless set. Paid only is <see cref="Stage.Collected"/>.</summary>
    public Stage Stage { get; private init; } = Stage.Invoiced;

    /// <summary>Which day of a line decides about its period.</summary>
    public RebateDateBasis DateBasis { get; private init; }

    /// <summary>Whether credits for money alone (quantity zero) count; they do unless set.</summary>
    public bool CountsCreditNotes { get; private init; } = true;

    /// <summary>What the customer knows before it is paid.</summary>
    public RebateDisclosure Disclosure { get; private init; }

    /// <summary>In what form it is given; a credit note unless set.</summary>
    public RebateForm Form { get; private init; }

    /// <summary>How each rebate of a period is rounded; to the minor unit, half away from zero, unless set.</summary>
    public Rounding Rounding { get; private init; } = Rounding.Commercial;

    /// <summary>An agreement without rebates yet.</summary>
    /// <param name="id">Its number.</param>
    /// <param name="parties">With whom it is made.</param>
    /// <param name="span">The days on which sales count.</param>
    /// <param name="currency">The currency of all amounts.</param>
    /// <param name="calendar">The calendar of its periods.</param>
    /// <returns>The agreement.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> is the default value, or the currency has no minor unit to round to.
    /// </exception>
    public static RebateAgreement Of(
        RebateAgreementId id, RebateParties parties, DateSpan span, Currency currency, FiscalCalendar calendar)
    {
        Guard.Against.Null(parties);
        Guard.Against.Null(currency);
        Guard.Against.Null(calendar);
        Identifier.Given(id);
        Guard.Against.NoMinorUnit(currency, nameof(currency));
        return new RebateAgreement(id, parties, span, currency, calendar);
    }

    /// <summary>The agreement with these rebates, in place of any before.</summary>
    /// <param name="rebates">The rebates, in the order in which they are taken, each name once.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rebates"/> or one of them is null.</exception>
    /// <exception cref="ArgumentException">
    /// Two have one name; one is net of a rebate that does not stand before it, or whose periods do not make up its own; a guarantee to be
    /// given with the last period runs over an agreement without end; an amount that is paid as it is (guarantee, least payout) is not
    /// rounded; or a base period is asked for and the agreement begins or ends within a period.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency than the agreement.</exception>
    public RebateAgreement WithRebates(params Rebate[] rebates)
    {
        Guard.Against.Null(rebates);
        Rebate[] copy = [.. rebates];
        foreach (var rebate in copy)
            Guard.Against.Null(rebate, nameof(rebates));

        return Checked(this with { Rebates = new ValueList<Rebate>(copy) }, nameof(rebates));
    }

    /// <summary>The agreement for other days: an earlier start, an end.</summary>
    /// <param name="span">The days on which sales count.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">
    /// A rebate needs an end, or a begin and an end with its own periods, that the days do not have.
    /// </exception>
    public RebateAgreement WithSpan(DateSpan span) => Checked(this with { Span = span }, nameof(span));

    /// <summary>The agreement on some sales only.</summary>
    /// <param name="scope">Which sales count.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public RebateAgreement WithScope(Scope scope) => this with { Scope = Guard.Against.Null(scope) };

    /// <summary>The agreement in which these price kinds count, and no others.</summary>
    /// <param name="kinds">The kinds, in any order.</param>
    /// <returns>The changed copy. A credit note that settles a rebate does not count even where rebate-funded goods do.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind is undefined.</exception>
    public RebateAgreement WithPriceKinds(params PriceKind[] kinds)
    {
        var copy = Guard.Against.Nothing(kinds, "at least one kind counts");
        foreach (var kind in copy)
            Guard.Against.Undefined(kind, nameof(kinds));

        return this with { PriceKinds = new ValueList<PriceKind>([.. copy.Distinct().OrderBy(kind => kind)]) };
    }

    /// <summary>The agreement for another stage.</summary>
    /// <param name="stage">The stage that counts.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is undefined.</exception>
    public RebateAgreement WithStage(Stage stage) => this with { Stage = Guard.Against.Undefined(stage) };

    /// <summary>The agreement by another day of the line.</summary>
    /// <param name="dateBasis">Which day decides.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="dateBasis"/> is undefined.</exception>
    public RebateAgreement WithDateBasis(RebateDateBasis dateBasis) => this with { DateBasis = Guard.Against.Undefined(dateBasis) };

    /// <summary>The agreement in which credits for money alone do not count.</summary>
    /// <returns>The changed copy.</returns>
    public RebateAgreement WithoutCreditNotes() => this with { CountsCreditNotes = false };

    /// <summary>The agreement with another disclosure.</summary>
    /// <param name="disclosure">What the customer knows before it is paid.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="disclosure"/> is undefined.</exception>
    public RebateAgreement WithDisclosure(RebateDisclosure disclosure) => this with { Disclosure = Guard.Against.Undefined(disclosure) };

    /// <summary>The agreement paid in another form.</summary>
    /// <param name="form">In what form it is given.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="form"/> is undefined.</exception>
    public RebateAgreement WithForm(RebateForm form) => this with { Form = Guard.Against.Undefined(form) };

    /// <summary>The agreement with another rounding.</summary>
    /// <param name="rounding">How each rebate of a period is rounded; not to a price ending.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// It is to a price ending, of which no sum is a multiple, or an amount that is paid as it is (guarantee, least payout) is finer.
    /// </exception>
    public RebateAgreement WithRounding(Rounding rounding)
    {
        Guard.Against.Null(rounding);
        return rounding.UnitFor(Currency) is not null ? Checked(this with { Rounding = rounding }, nameof(rounding))
            : throw Guards.Invalid(nameof(rounding), rounding.ToString(), "must be to multiples of a unit");
    }

    /// <summary>The agreement with other parties.</summary>
    /// <param name="parties">With whom it is made.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="parties"/> is null.</exception>
    public RebateAgreement WithParties(RebateParties parties) => this with { Parties = Guard.Against.Null(parties) };

    /// <summary>A rebate by its name.</summary>
    /// <param name="name">The name.</param>
    /// <returns>The rebate.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException">The agreement has no rebate of that name.</exception>
    public Rebate RebateOf(string name) => Named(name, nameof(name));

    /// <summary>The day of a line by which it counts.</summary>
    /// <param name="line">The line.</param>
    /// <returns>The day of its stage, or that of the service.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    public LocalDate DayOf(SalesLine line)
    {
        Guard.Against.Null(line);
        return DateBasis == RebateDateBasis.ServiceDate && line.ServiceDate is { } served ? served : line.Date;
    }

    /// <summary>Number, parties, days, what counts, form and rebates.</summary>
    /// <returns>The text, the same in every culture, a line for each rebate, lines ended by a line feed.</returns>
    public override string ToString() =>
        Id + ": " + Parties + ", " + Span + " of " + Calendar + ", " + Currency.Code + "; " + Stage + " by " + DateBasis + ", "
        + RebateText.Listed(PriceKinds) + ", " + Scope + (CountsCreditNotes ? "" : ", without credit notes") + "; " + Form + ", "
        + Disclosure + ", rounded " + Rounding + "\n" + string.Concat(Rebates.Select(rebate => rebate + "\n"));
}
