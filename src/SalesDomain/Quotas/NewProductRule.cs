using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>What counts as the sale of a new product (新品): one made before so many months from the product's launch are over.</summary>
/// <remarks>
/// <para>
/// The age is that of the day the sale counts on, and not of today: of a product launched on 15 March and new for 12 months, the sale of
/// 14 March of the year after is one of a new product and stays one, and the sale of 15 March is none. A sale before the launch, an
/// advance order, is one of a new product too, and shown.
/// </para>
/// <para>
/// Which lines count, and for how much, is an <see cref="ActualRule"/>: stage, measure, scope, currency, the day of returns. A return by
/// <see cref="ReturnRule.OfOriginal"/> or <see cref="ReturnRule.OwnerOfOriginal"/> is as new as the sale it takes back; by
/// <see cref="ReturnRule.OfReturn"/> it is as new as its product is on its own day.
/// </para>
/// <para>
/// An order is a document with lines of new products of which, with the returns that name a line of it, the net amount is above zero:
/// free goods alone, and what came back whole, are no order. A buyer with <see cref="RepeatOrders"/> of them has come back.
/// </para>
/// <para>
/// Immutable; equality is by all settings. Source: common practice of consumer and dealer sales, where each firm sets its own months.
/// </para>
/// </remarks>
public sealed class NewProductRule : IEquatable<NewProductRule>
{
    // A century: more is a mistake, and would leave the calendar.
    private const int MostMonths = 1_200;

    private NewProductRule(ActualRule sales, int months, int repeatOrders, bool countsUndatedAsOld)
    {
        Sales = sales;
        Months = months;
        RepeatOrders = repeatOrders;
        CountsUndatedAsOld = countsUndatedAsOld;
    }

    /// <summary>Which lines count, and for how much.</summary>
    public ActualRule Sales { get; }

    /// <summary>For how many months from its launch a product is new.</summary>
    public int Months { get; }

    /// <summary>From how many orders on a buyer has come back; 2 unless stated.</summary>
    public int RepeatOrders { get; }

    /// <summary>True where a product without a launch day is an old one; else nothing is known of it, and of the share.</summary>
    public bool CountsUndatedAsOld { get; }

    /// <summary>A rule by which a product is new for so many months.</summary>
    /// <param name="sales">Which lines count, and for how much: revenue, margin or units.</param>
    /// <param name="months">For how many months from its launch a product is new, 1 to 1,200.</param>
    /// <returns>The rule; a buyer with two orders has come back, and a product without a launch day leaves the share unknown.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="sales"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="sales"/> is about collections, which state no product.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="months"/> is not from 1 to 1,200.</exception>
    public static NewProductRule Of(ActualRule sales, int months)
    {
        Guard.Against.Null(sales);
        if (sales.Stage is null)
            throw Guards.Invalid(nameof(sales), "'" + sales + "'", "must be about sales; receipts state no product");

        return new NewProductRule(sales, Guard.Against.OutsideRange(1, MostMonths, months), repeatOrders: 2, countsUndatedAsOld: false);
    }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(NewProductRule? left, NewProductRule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A rule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(NewProductRule? left, NewProductRule? right) => !(left == right);

    /// <summary>The rule with another number of orders from which on a buyer has come back.</summary>
    /// <param name="orders">The number, the first order included; at least 1.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="orders"/> is less than 1.</exception>
    public NewProductRule WithRepeatOrders(int orders) =>
        new(Sales, Months, Guard.Against.OutsideRange(1, int.MaxValue, orders), CountsUndatedAsOld);

    /// <summary>The rule by which products without a launch day are old: where only new ones are given a day.</summary>
    /// <returns>The changed copy.</returns>
    public NewProductRule CountingUndatedAsOld() => new(Sales, Months, RepeatOrders, countsUndatedAsOld: true);

    /// <summary>The days on which a product is new: from its launch to the day before so many months later.</summary>
    /// <param name="launched">The day of the launch.</param>
    /// <returns>
    /// The days: of 15 March and 12 months up to 14 March; of 31 August and 6 months, where there is no 31 February, up to 27 February.
    /// </returns>
    /// <exception cref="ArgumentException"><paramref name="launched"/> is not of the ISO calendar.</exception>
    /// <exception cref="OverflowException">The last day is beyond the calendar.</exception>
    public DateSpan NewDays(LocalDate launched) =>
        new(Guard.Against.OtherCalendar(launched), launched.PlusMonths(Months).PlusDays(-1));

    /// <summary>Sums sales by whether their product was new, and counts who bought new products.</summary>
    /// <param name="span">The days that count; for distribution to date those since the launch.</param>
    /// <param name="launches">The launch day of each product that is known, each product once.</param>
    /// <param name="lines">
    /// The lines, in any order; those of other stages, days and scopes are left out and counted. Unless <see cref="ReturnRule.OfReturn"/>
    /// holds, the lines that are taken back have to be among them. They are read one by one.
    /// </param>
    /// <returns>The share of new products, each of them, and who bought.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="launches"/>, <paramref name="lines"/> or a line is null.</exception>
    /// <exception cref="ArgumentException">
    /// A product comes twice or is the default value, a day is not of the ISO calendar, or a line comes twice.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A line, or a cost, is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    /// <exception cref="InvalidOperationException">
    /// The scope of the rule speaks of groups, classes or categories, which no line states.
    /// </exception>
    /// <exception cref="OverflowException">A last new day is beyond the calendar, or an amount does not fit in a decimal.</exception>
    public NewProductSales Evaluate(
        DateSpan span, IEnumerable<(ProductId Product, LocalDate Launched)> launches, IEnumerable<SalesLine> lines) =>
        Run(span, Guard.Against.Null(launches), Guard.Against.Null(lines), subject: null);

    /// <summary>Sums sales by whether their product was new, where the scope of the rule speaks of more than a line states.</summary>
    /// <param name="span">The days that count.</param>
    /// <param name="launches">The launch day of each product that is known, each product once.</param>
    /// <param name="lines">The lines, in any order.</param>
    /// <param name="subject">What is known of a line: its category, the groups and the class of its customer.</param>
    /// <returns>The share of new products, each of them, and who bought.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="launches"/>, <paramref name="lines"/>, <paramref name="subject"/> or a line is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// A product comes twice or is the default value, a day is not of the ISO calendar, or a line comes twice.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A line, or a cost, is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    /// <exception cref="OverflowException">A last new day is beyond the calendar, or an amount does not fit in a decimal.</exception>
    public NewProductSales Evaluate(
        DateSpan span, IEnumerable<(ProductId Product, LocalDate Launched)> launches, IEnumerable<SalesLine> lines,
        Func<SalesLine, ScopeSubject> subject) =>
        Run(span, Guard.Against.Null(launches), Guard.Against.Null(lines), Guard.Against.Null(subject));

    /// <summary>Whether the other counts the same.</summary>
    /// <param name="other">The rule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(NewProductRule? other) =>
        other is not null && Sales == other.Sales && Months == other.Months && RepeatOrders == other.RepeatOrders
        && CountsUndatedAsOld == other.CountsUndatedAsOld;

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as NewProductRule);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Sales.GetHashCode(), Months, RepeatOrders, CountsUndatedAsOld ? 1 : 0);

    /// <summary>
    /// The rule in words: <c>new for 12 months, back from 2 orders on; revenue, without tax; Invoiced; CNY; everything; returns
    /// OfReturn</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "new for " + InvariantText.Number(Months) + " months, back from " + InvariantText.Number(RepeatOrders) + " orders on"
        + (CountsUndatedAsOld ? ", undated is old; " : "; ") + Sales;

    private NewProductSales Run(
        DateSpan span, IEnumerable<(ProductId Product, LocalDate Launched)> launches, IEnumerable<SalesLine> lines,
        Func<SalesLine, ScopeSubject>? subject)
    {
        // A return of this period may be of a product that was new at its sale, long before.
        var book = new NewProductBook(Sales.Returns == ReturnRule.OwnerOfOriginal ? null : span.Start);
        foreach (var (product, launched) in launches)
        {
            Identifier.Given(product, nameof(launches));
            Guard.Against.OtherCalendar(launched, nameof(launches));
            if (!book.TryLaunch(product, NewDays(launched)))
                throw Guards.Invalid(nameof(launches), product.ToString(), "must have each product once");
        }

        var run = Sales.ReadInto(book, span, lines, subject, out var withoutOriginal);
        return new NewProductSales(this, span, book, Sales.Zero, run, withoutOriginal);
    }
}
