using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class ActualRule
{
    internal const ScopeDimensions StatedByLines =
        ScopeDimensions.Customer | ScopeDimensions.Product | ScopeDimensions.Channel | ScopeDimensions.Territory
        | ScopeDimensions.PriceKind;

    internal const ScopeDimensions StatedByReceipts = ScopeDimensions.Customer | ScopeDimensions.Channel | ScopeDimensions.Territory;

    /// <summary>Sums sales lines by whom they are credited to.</summary>
    /// <typeparam name="TOwner">The type of those who are credited.</typeparam>
    /// <param name="span">The days that count.</param>
    /// <param name="crediting">To whom a line counts.</param>
    /// <param name="lines">
    /// The lines, in any order; those of other stages, days and scopes are left out and counted. Unless <see cref="ReturnRule.OfReturn"/>
    /// holds, the lines that are taken back have to be among them.
    /// </param>
    /// <returns>The sums, and what is credited to nobody.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="ArgumentException">A line comes twice.</exception>
    /// <exception cref="CurrencyMismatchException">A line, or a cost, is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    /// <exception cref="InvalidOperationException">
    /// This is a rule for collections, or its scope speaks of groups, classes or categories, which no line states.
    /// </exception>
    public Actuals<TOwner> Evaluate<TOwner>(DateSpan span, Crediting<TOwner> crediting, IEnumerable<SalesLine> lines)
        where TOwner : notnull
    {
        Guard.Against.Null(crediting);
        Guard.Against.Null(lines);
        MustState(StatedByLines, "line");
        return Run(span, crediting, lines, subject: null);
    }

    /// <summary>Sums sales lines by whom they are credited to, where the scope speaks of more than a line states.</summary>
    /// <typeparam name="TOwner">The type of those who are credited.</typeparam>
    /// <param name="span">The days that count.</param>
    /// <param name="crediting">To whom a line counts.</param>
    /// <param name="lines">The lines, in any order.</param>
    /// <param name="subject">What is known of a line: its category, the groups and the class of its customer.</param>
    /// <returns>The sums, and what is credited to nobody.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="ArgumentException">A line comes twice.</exception>
    /// <exception cref="CurrencyMismatchException">A line, or a cost, is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    /// <exception cref="InvalidOperationException">This is a rule for collections.</exception>
    public Actuals<TOwner> Evaluate<TOwner>(
        DateSpan span, Crediting<TOwner> crediting, IEnumerable<SalesLine> lines, Func<SalesLine, ScopeSubject> subject)
        where TOwner : notnull
    {
        Guard.Against.Null(crediting);
        Guard.Against.Null(lines);
        return Run(span, crediting, lines, Guard.Against.Null(subject));
    }

    /// <summary>Sums receipts by whom they are credited to.</summary>
    /// <typeparam name="TOwner">The type of those who are credited.</typeparam>
    /// <param name="span">The days that count.</param>
    /// <param name="crediting">To whom a receipt counts: by salesperson, customer, channel or territory.</param>
    /// <param name="receipts">
    /// The receipts, in any order. Unless <see cref="ReturnRule.OfReturn"/> holds, those that are taken back have to be among them.
    /// </param>
    /// <returns>The sums, and what is credited to nobody.</returns>
    /// <exception cref="ArgumentNullException">An argument or a receipt is null.</exception>
    /// <exception cref="ArgumentException">
    /// A receipt comes twice, or <paramref name="crediting"/> is by product or ship-to, which no receipt states.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A receipt is in another currency, and the rule has no rates.</exception>
    /// <exception cref="InvalidOperationException">
    /// This is a rule for sales, or its scope speaks of products, price kinds, groups, classes or categories, which no receipt states.
    /// </exception>
    public Actuals<TOwner> Evaluate<TOwner>(DateSpan span, Crediting<TOwner> crediting, IEnumerable<CollectionLine> receipts)
        where TOwner : notnull
    {
        Guard.Against.Null(crediting);
        Guard.Against.Null(receipts);
        MustState(StatedByReceipts, "receipt");
        return Run(span, crediting, receipts);
    }

    /// <summary>
    /// This period to date against the same period of the year before to date, both as assigned on one day: like for like (同口径同比).
    /// </summary>
    /// <typeparam name="TOwner">The type of those who are credited.</typeparam>
    /// <param name="period">This period.</param>
    /// <param name="asOf">The last day that counts; from the end of the period on the whole of it counts.</param>
    /// <param name="crediting">To whom a line counts, as assigned on a day: <see cref="Crediting{TOwner}.AsAssignedOn"/>.</param>
    /// <param name="lines">The lines of both periods, in any order.</param>
    /// <returns>Both sums by owner, with the growth.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="ArgumentException">
    /// A line comes twice; <paramref name="crediting"/> is as sold; or <paramref name="asOf"/> is before the period, or not of the ISO
    /// calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The year before has no such period.</exception>
    /// <exception cref="CurrencyMismatchException">A line, or a cost, is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    /// <exception cref="InvalidOperationException">
    /// This is a rule for collections, or its scope speaks of groups, classes or categories, which no line states.
    /// </exception>
    public LikeForLike<TOwner> LikeForLike<TOwner>(
        FiscalPeriod period, LocalDate asOf, Crediting<TOwner> crediting, IEnumerable<SalesLine> lines)
        where TOwner : notnull
    {
        Guard.Against.OtherCalendar(asOf);
        Guard.Against.Null(crediting);
        SalesLine[] both = [.. Guard.Against.Null(lines)];
        return LikeForLike(period, asOf, crediting, span => Evaluate(span, crediting, both));
    }

    /// <summary>
    /// Money come in of this period to date against that of the same period of the year before, both as assigned on one day (回款同比).
    /// </summary>
    /// <typeparam name="TOwner">The type of those who are credited.</typeparam>
    /// <param name="period">This period.</param>
    /// <param name="asOf">The last day that counts; from the end of the period on the whole of it counts.</param>
    /// <param name="crediting">To whom a receipt counts, as assigned on a day: <see cref="Crediting{TOwner}.AsAssignedOn"/>.</param>
    /// <param name="receipts">The receipts of both periods, in any order.</param>
    /// <returns>Both sums by owner, with the growth.</returns>
    /// <exception cref="ArgumentNullException">An argument or a receipt is null.</exception>
    /// <exception cref="ArgumentException">
    /// A receipt comes twice; <paramref name="crediting"/> is as sold, or by product or ship-to, which no receipt states; or
    /// <paramref name="asOf"/> is before the period, or not of the ISO calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException">The year before has no such period.</exception>
    /// <exception cref="CurrencyMismatchException">A receipt is in another currency, and the rule has no rates.</exception>
    /// <exception cref="InvalidOperationException">
    /// This is a rule for sales, or its scope speaks of products, price kinds, groups, classes or categories, which no receipt states.
    /// </exception>
    public LikeForLike<TOwner> LikeForLike<TOwner>(
        FiscalPeriod period, LocalDate asOf, Crediting<TOwner> crediting, IEnumerable<CollectionLine> receipts)
        where TOwner : notnull
    {
        Guard.Against.OtherCalendar(asOf);
        Guard.Against.Null(crediting);
        CollectionLine[] both = [.. Guard.Against.Null(receipts)];
        return LikeForLike(period, asOf, crediting, span => Evaluate(span, crediting, both));
    }

    private static LikeForLike<TOwner> LikeForLike<TOwner>(
        FiscalPeriod period, LocalDate asOf, Crediting<TOwner> crediting, Func<DateSpan, Actuals<TOwner>> evaluate)
        where TOwner : notnull
    {
        if (crediting.AssignedOn is null)
        {
            throw Guards.Invalid(
                nameof(crediting), "'" + crediting + "'", "must be as assigned on a day, or customers that moved would be growth");
        }

        if (period.SpanToDate(asOf) is not { } current)
            throw Guards.Invalid(nameof(asOf), InvariantText.Date(asOf), "must not be before the period " + period + " begins");

        return period.Year > 1 && period.SpanToDateIn(period.Year - 1, asOf) is { } prior
            ? new LikeForLike<TOwner>(evaluate(current), evaluate(prior))
            : throw Guards.OutOfRange(nameof(period), period.ToString(), "must be a period that the year before has too");
    }

    private Actuals<TOwner> Run<TOwner>(
        DateSpan span, Crediting<TOwner> crediting, IEnumerable<SalesLine> lines, Func<SalesLine, ScopeSubject>? subject)
        where TOwner : notnull
    {
        MustBeOfSales();
        var sheet = new CreditSheet<TOwner>();
        var run = new ActualRun<SalesFacts, SalesLine, TOwner>(
            span, Returns, new SalesFacts(this, subject), crediting.BookOfSales(sheet), sheet, nameof(lines));
        return Run(span, crediting, lines, sheet, run, facts => Run(span, crediting, facts, subject));
    }

    private Actuals<TOwner> Run<TOwner>(DateSpan span, Crediting<TOwner> crediting, IEnumerable<CollectionLine> receipts)
        where TOwner : notnull
    {
        if (Stage is not null)
            throw new InvalidOperationException("'" + this + "' is about sales and reads no receipts.");

        var sheet = new CreditSheet<TOwner>();
        var run = new ActualRun<CollectionFacts, CollectionLine, TOwner>(
            span, Returns, new CollectionFacts(this), crediting.BookOfReceipts(sheet), sheet, nameof(receipts));
        return Run(span, crediting, receipts, sheet, run, facts => Run(span, crediting, facts));
    }

    private Actuals<TOwner> Run<TFacts, TFact, TOwner>(
        DateSpan span, Crediting<TOwner> crediting, IEnumerable<TFact> facts, CreditSheet<TOwner> sheet,
        ActualRun<TFacts, TFact, TOwner> run, Func<IEnumerable<TFact>, Actuals<TOwner>> again)
        where TFacts : struct, IFacts<TFact>
        where TFact : class
        where TOwner : notnull
    {
        var withoutOriginal = Array.Empty<LineId>();
        FactLog<TOwner> log;
        if (Returns != ReturnRule.OfReturn)
        {
            TFact[] kept = [.. facts];
            withoutOriginal = run.AddWithOriginals(kept);
            log = new KeptFacts<TFact, TOwner>(kept, again);
        }
        else
        {
            var ids = TrustsIds ? null : new HashSet<LineId>();
            run.Add(facts, ids);
            log = new FactLog<TOwner>(ids);
        }

        return new Actuals<TOwner>(this, span, crediting, Zero, sheet, withoutOriginal, run.LeftOut, log);
    }

    internal Measured Zero =>
        Currency is { } currency ? Measure.Of(Money.Zero(currency))
            : Measure.Unit is { } unit ? Measure.Of(new Quantity(0m, unit)) : Measure.Of(0m);

    /// <summary>The rule that names what new customers are counted by. It reads no lines.</summary>
    internal static ActualRule OfNewCustomers(NewCustomerRule rule) =>
        new(new Settings(NewCustomerRule.Measure, rule.Stage, currency: null) 
        {
            Scope = rule.Scope,
            CountsFreeGoods = true,
            NewCustomers = rule,
        });

    /// <summary>
    /// Refuses to read facts one by one where neither they nor the invoiced lines that receipts are for state what counts.
    /// </summary>
    internal void MustReadFacts(bool knowsSubjects)
    {
        if (Stage is not null)
            MustBeOfSales();
        if (!knowsSubjects)
            MustState(StatedByLines, "line");
    }

    private void MustBeOfSales()
    {
        if (Stage is null)
            throw new InvalidOperationException("'" + this + "' is about collections and reads no sales lines.");
        if (Measure.Source != MeasureSource.SalesLines)
            throw new InvalidOperationException("'" + this + "' counts new customers, which no single line states.");
    }

    internal void MustState(ScopeDimensions stated, string what)
    {
        if ((Scope.Mentioned & ~stated) != ScopeDimensions.None)
        {
            throw new InvalidOperationException(
                "The scope '" + Scope + "' speaks of what no " + what + " states; say what is known of each, or choose the facts before.");
        }
    }
}
