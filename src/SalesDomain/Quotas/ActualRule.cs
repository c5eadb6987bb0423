using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>Which facts count for an actual, and what each contributes: the measure, the stage, the scope, the place of a return.</summary>
/// <remarks>
/// <para>
/// A rule for sales names one <see cref="SalesDomain.Stage"/>: an order, its delivery and its invoice are one sale. The tax basis is that
/// of the measure. Which price kinds, products and channels count is the <see cref="Scope"/>; free goods are units that nobody sold, and
/// count as units only by <see cref="CountingFreeGoods"/>. A return is negative, whatever its price kind, and counts on its own day and to
/// whoever holds the customer then unless <see cref="WithReturns"/> says otherwise.
/// </para>
/// <para>
/// Amounts in another currency are refused, unless rates are given: <see cref="WithRates"/>. What a fact does not state, or has no rate,
/// is unknown and makes the sum unknown; it is not zero. A fact whose document and line come twice is refused.
/// </para>
/// <para>Immutable. Equality is by all settings.</para>
/// </remarks>
public sealed partial class ActualRule : IEquatable<ActualRule>
{
    private readonly Settings _settings;

    private ActualRule(Settings settings) => _settings = settings;

    /// <summary>What is measured.</summary>
    public Measure Measure => _settings.Measure;

    /// <summary>The stage of the sales lines that count; null for collections.</summary>
    public Stage? Stage => _settings.Stage;

    /// <summary>The currency of the sum; null for units.</summary>
    public Currency? Currency => _settings.Currency;

    /// <summary>Which sales count; everything unless it was narrowed.</summary>
    public Scope Scope => _settings.Scope;

    /// <summary>In which period a return counts, and to whom; <see cref="ReturnRule.OfReturn"/> unless stated.</summary>
    public ReturnRule Returns => _settings.Returns;

    /// <summary>
    /// Whether lines of price kind <see cref="PriceKind.Free"/> count, as far as the scope has them: not in a rule for units unless by
    /// <see cref="CountingFreeGoods"/>; in a rule for money yes, where they have the value they state.
    /// </summary>
    public bool CountsFreeGoods => _settings.CountsFreeGoods;

    /// <summary>On which day a bill counts.</summary>
    public BillDay Bills => _settings.Bills;

    /// <summary>The instruments that count as collection, in their order; all unless it was narrowed.</summary>
    public IReadOnlyList<Instrument> Instruments => Array.AsReadOnly(_settings.Instruments);

    /// <summary>The rates by which amounts in other currencies are converted, or null where they are refused.</summary>
    public ExchangeRates? Rates => _settings.Rates;

    /// <summary>How each converted amount is rounded; null without rates.</summary>
    public Rounding? Rounding => _settings.Rounding;

    /// <summary>True when the caller vouches that no fact comes twice, and it is not looked for.</summary>
    public bool TrustsIds => _settings.TrustsIds;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(ActualRule? left, ActualRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(ActualRule? left, ActualRule? right) => !(left == right);

    /// <summary>Money of sales lines of one stage.</summary>
    /// <param name="measure">What is summed: revenue with or without tax, list value, margin.</param>
    /// <param name="currency">The currency of the sum.</param>
    /// <param name="stage">The stage that counts.</param>
    /// <returns>The rule, of which every line of the stage counts.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="measure"/> is no money that is read from sales lines.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is not defined.</exception>
    public static ActualRule OfSales(Measure measure, Currency currency, Stage stage)
    {
        Guard.Against.Null(measure);
        Guard.Against.Null(currency);
        Guard.Against.Undefined(stage);
        return measure.Kind == FigureKind.Money && measure.Source == MeasureSource.SalesLines
            ? new ActualRule(new Settings(measure, stage, currency))
            : throw Guards.Invalid(nameof(measure), "'" + measure + "'", "must be money that is read from sales lines");
    }

    /// <summary>Units of sales lines of one stage, without free goods: of ten cases and one on top ten are sold.</summary>
    /// <param name="unit">The unit; a line in another one is refused.</param>
    /// <param name="stage">The stage that counts.</param>
    /// <returns>
    /// The rule, of which every line of the stage counts whose price kind is not <see cref="PriceKind.Free"/>; with
    /// <see cref="CountingFreeGoods"/> these too.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="unit"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is not defined.</exception>
    public static ActualRule OfUnits(UnitOfMeasure unit, Stage stage)
    {
        Guard.Against.Null(unit);
        return new ActualRule(new Settings(Measure.Units(unit), Guard.Against.Undefined(stage), currency: null));
    }

    /// <summary>Money come in (回款), with tax.</summary>
    /// <param name="currency">The currency of the sum.</param>
    /// <returns>The rule, of which every receipt counts on its day, bills like cash.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="currency"/> is null.</exception>
    public static ActualRule OfCollections(Currency currency) =>
        new(new Settings(Measure.Collections, stage: null, Guard.Against.Null(currency)));

    /// <summary>The rule of which only what is in a scope counts, in place of any scope before.</summary>
    /// <param name="scope">The scope: all but free goods, only these products.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="scope"/> is null.</exception>
    public ActualRule Within(Scope scope) => new(_settings with { Scope = Guard.Against.Null(scope) });

    /// <summary>The rule for units that counts free goods as well: what was shipped, for stock and freight.</summary>
    /// <returns>The changed copy.</returns>
    /// <exception cref="InvalidOperationException">This is no rule for units.</exception>
    public ActualRule CountingFreeGoods() =>
        Currency is null ? new ActualRule(_settings with { CountsFreeGoods = true })
            : throw new InvalidOperationException("'" + this + "' counts money, of which free goods have what they state.");

    /// <summary>The rule with another place for returns.</summary>
    /// <param name="returns">In which period they count, and to whom: for pay <see cref="ReturnRule.OwnerOfOriginal"/>.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="returns"/> is not defined.</exception>
    public ActualRule WithReturns(ReturnRule returns) => new(_settings with { Returns = Guard.Against.Undefined(returns) });

    /// <summary>The rule with another day for bills.</summary>
    /// <param name="day">The day on which they count.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="day"/> is not defined.</exception>
    /// <exception cref="InvalidOperationException">This is no rule for collections.</exception>
    public ActualRule WithBills(BillDay day)
    {
        Guard.Against.Undefined(day);
        MustBeOfCollections();
        return new ActualRule(_settings with { Bills = day });
    }

    /// <summary>The rule of which only some instruments count: cash alone, or cash and bank bills.</summary>
    /// <param name="instruments">At least one.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="instruments"/> is null.</exception>
    /// <exception cref="ArgumentException">There are none.</exception>
    /// <exception cref="ArgumentOutOfRangeException">One is not defined.</exception>
    /// <exception cref="InvalidOperationException">This is no rule for collections.</exception>
    public ActualRule Only(params Instrument[] instruments)
    {
        var copy = Guard.Against.Nothing(instruments, "a collection has an instrument");
        Array.ForEach(copy, instrument => Guard.Against.Undefined(instrument, nameof(instruments)));
        MustBeOfCollections();
        return new ActualRule(_settings with { Instruments = [.. copy.Distinct().OrderBy(instrument => instrument)] });
    }

    /// <summary>The rule that converts amounts in other currencies, each by the rate of the day it counts on, and rounds each.</summary>
    /// <param name="rates">The rates; an amount without one is of unknown value.</param>
    /// <param name="rounding">
    /// How each converted amount is rounded: sums of quotients would depend on the order of the facts, sums of rounded amounts do not.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="InvalidOperationException">This is a rule for units.</exception>
    public ActualRule WithRates(ExchangeRates rates, Rounding rounding)
    {
        Guard.Against.Null(rates);
        Guard.Against.Null(rounding);
        return Currency is not null ? new ActualRule(_settings with { Rates = rates, Rounding = rounding })
            : throw new InvalidOperationException("'" + this + "' counts units, which have no currency.");
    }

    /// <summary>
    /// The rule that does not look for facts that come twice: where the key of a database sees to it, a large run is spared the list of all
    /// ids.
    /// </summary>
    /// <returns>The changed copy.</returns>
    public ActualRule TrustingIds() => new(_settings with { TrustsIds = true });

    /// <summary>Whether the other has the same settings.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(ActualRule? other) =>
        other is not null && (ReferenceEquals(this, other) || _settings.IsSameAs(other._settings));

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as ActualRule);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine(Measure.GetHashCode(), Stage is { } stage ? (int)stage + 1 : 0, Scope.GetHashCode(), (int)Returns);

    /// <summary>What counts, in words: <c>revenue, without tax; Invoiced; CNY; except price kinds Free; returns OfReturn</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        _settings.NewCustomers is { } newCustomers ? newCustomers.ToString()
            : Measure + (Stage is { } stage ? "; " + stage.ToString() : "") + (Currency is { } currency ? "; " + currency : "")
                + "; " + Scope + (CountsFreeGoods ? "" : ", without free goods") + "; returns " + Returns.ToString()
                + (Stage is null
                    ? "; " + string.Join(", ", Instruments.Select(instrument => instrument.ToString())) + "; bills " + Bills.ToString()
                    : "")
                + (Rates is null ? "" : "; converted, rounded " + Rounding) + (TrustsIds ? "; ids trusted" : "");

    private void MustBeOfCollections()
    {
        if (Stage is not null)
            throw new InvalidOperationException("'" + this + "' is about sales; instruments are of collections.");
    }

    private sealed record Settings
    {
        private static readonly Instrument[] s_all = [Instrument.Cash, Instrument.BankBill, Instrument.CommercialBill];

        internal Settings(Measure measure, Stage? stage, Currency? currency)
        {
            (Measure, Stage, Currency) = (measure, stage, currency);
            CountsFreeGoods = currency is not null;
        }

        internal Measure Measure { get; }

        internal Stage? Stage { get; }

        internal Currency? Currency { get; }

        internal Scope Scope { get; init; } = Scope.Everything;

        internal ReturnRule Returns { get; init; }

        internal bool CountsFreeGoods { get; init; }

        internal BillDay Bills { get; init; }

        internal Instrument[] Instruments { get; init; } = s_all;

        internal ExchangeRates? Rates { get; init; }

        internal Rounding? Rounding { get; init; }

        internal bool TrustsIds { get; init; }

        /// <summary>What new customers are counted by, where these are what counts: it reads no lines.</summary>
        internal NewCustomerRule? NewCustomers { get; init; }

        internal bool IsSameAs(Settings other) =>
            Instruments.SequenceEqual(other.Instruments)
            && this with { Instruments = s_all } == other with { Instruments = s_all };
    }
}
