using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>How much of a deal has been ordered, delivered, invoiced and collected: what a commission is earned by, part by part.</summary>
/// <remarks>
/// Each stage has its own measure, of a whole by the same measure; of facts all are without tax. A stage that is not stated is not zero.
/// What is done may shrink again, by a cancellation, a return, a returned cheque; more than the whole counts as the whole, and less than
/// nothing as nothing. Immutable. Equality is by what is stated, receipt by receipt where it is of receipts.
/// </remarks>
public sealed class DealProgress : IEquatable<DealProgress>
{
    private const int Stages = 4;

    private readonly StageProgress?[] _stages;

    private DealProgress(StageProgress?[] stages) => _stages = stages;

    /// <summary>Nothing stated.</summary>
    public static DealProgress Unstated { get; } = new(new StageProgress?[Stages]);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A progress.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(DealProgress? left, DealProgress? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A progress.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(DealProgress? left, DealProgress? right) => !(left == right);

    /// <summary>The progress of a deal by its lines of every stage, money line by line included.</summary>
    /// <param name="order">The order that is the deal.</param>
    /// <param name="lines">
    /// Lines of this deal and of others, in any order: those of the order, the later ones that name an order line of it, and what takes
    /// these back. A line that names no order line belongs to the deal if its own document is the order.
    /// </param>
    /// <returns>
    /// What is done of each stage, without tax, of what was ordered first: a cancelled line lowers what is done, not the whole, and a stage
    /// is complete when nothing that stands is open. What is ordered counts as far as it stands: less what was cancelled, and less the
    /// larger of what came back of the deliveries and what was credited of the invoices, each as far as it is not what came above the
    /// order. Money is that of the lines of stage <see cref="Stage.Collected"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="lines"/> or a line is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="order"/> is the default value, nothing of worth is ordered by it, or a line comes twice.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A line of the deal is in another currency than the order.</exception>
    public static DealProgress OfFacts(DocumentId order, IEnumerable<SalesLine> lines)
    {
        Guard.Against.Null(lines);
        Identifier.Given(order);
        var facts = new FactsById(lines, [], nameof(lines), nameof(lines));
        return OfFacts(order, new DealReader(new DealBook(facts, hasReceipts: false), nameof(lines), nameof(lines)));
    }

    /// <summary>The progress of a deal by its lines and by the money that came in for its invoices.</summary>
    /// <param name="order">The order that is the deal.</param>
    /// <param name="lines">
    /// Lines of this deal and of others, in any order, as of <see cref="OfFacts(DocumentId, IEnumerable{SalesLine})"/>. Of an invoice for
    /// several orders all lines are needed: what is paid of it falls to each in proportion.
    /// </param>
    /// <param name="receipts">
    /// Receipts for these invoices and for others, in any order, with what takes them back. Of an invoice no more counts than it is for,
    /// less what was credited: what was paid too much for one does not pay another. A receipt for the order itself is a down payment. What
    /// takes a receipt back is of the invoice of that receipt.
    /// </param>
    /// <returns>
    /// What is done of each stage, without tax, of what was ordered first, as of
    /// <see cref="OfFacts(DocumentId, IEnumerable{SalesLine})"/>. What is collected is of each invoice what is paid ÷ the invoice with tax
    /// × the invoice without; of a down payment the same by the order.
    /// </returns>
    /// <remarks>
    /// A bill (承兑汇票) is collected on the day it is received, whatever its maturity. Where it is to count when it matures, give its
    /// receipt on that day.
    /// </remarks>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="lines"/>, <paramref name="receipts"/>, a line or a receipt is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="order"/> is the default value, nothing of worth is ordered by it, or a fact comes twice.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">A fact of the deal is in another currency than the order.</exception>
    public static DealProgress OfFacts(DocumentId order, IEnumerable<SalesLine> lines, IEnumerable<CollectionLine> receipts)
    {
        Guard.Against.Null(lines);
        Guard.Against.Null(receipts);
        Identifier.Given(order);
        var facts = new FactsById(lines, receipts, nameof(lines), nameof(receipts));
        return OfFacts(order, new DealReader(new DealBook(facts, hasReceipts: true), nameof(lines), nameof(receipts)));
    }

    /// <summary>The progress with a share of one stage, in place of any before.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="done">The share that is done; above 100 % it counts as 100 %, below 0 % as none.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is not defined.</exception>
    public DealProgress With(Stage stage, Percentage done) => With(stage, new StageProgress(done));

    /// <summary>The progress with what is done of one stage, in place of any before.</summary>
    /// <param name="stage">The stage.</param>
    /// <param name="done">What is done; more than the whole counts as the whole, less than nothing as nothing.</param>
    /// <param name="whole">What there is to do, above zero: of the same measure, tax basis, unit and currency.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="stage"/> is not defined, or <paramref name="whole"/> is not above zero.
    /// </exception>
    /// <exception cref="ArgumentException">A value is the default value.</exception>
    /// <exception cref="TaxBasisMismatchException">One has the tax in it and the other has not.</exception>
    /// <exception cref="MeasureMismatchException">One is of another measure.</exception>
    /// <exception cref="UnitMismatchException">The units differ.</exception>
    /// <exception cref="CurrencyMismatchException">The currencies differ.</exception>
    public DealProgress With(Stage stage, Measured done, Measured whole)
    {
        MeasuredArgument.Given(done);
        MeasuredArgument.Given(whole);
        Measured.RequireSame(done, whole, nameof(whole));
        return whole.Amount > 0m ? With(stage, new StageProgress(done, whole))
            : throw Guards.OutOfRange(nameof(whole), whole.ToString(), "must be above zero");
    }

    /// <summary>The share of a stage that is done.</summary>
    /// <param name="stage">The stage.</param>
    /// <returns>0 % to 100 %, or null where nothing is stated of it.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="stage"/> is not defined.</exception>
    public Percentage? At(Stage stage) => _stages[(int)Guard.Against.Undefined(stage)]?.Share;

    /// <summary>Whether the other states the same.</summary>
    /// <param name="other">The progress to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(DealProgress? other) => other is not null && _stages.SequenceEqual(other._stages);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as DealProgress);

    /// <inheritdoc/>
    public override int GetHashCode() => _stages.Aggregate(0, (hash, stage) => Hash.Combine(hash, stage.GetHashCode()));

    /// <summary>The stages that are stated, with what is done of each: <c>Ordered 100%, Collected 50%</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString()
    {
        var stated = _stages.Select((progress, stage) => progress is { } done ? ((Stage)stage).ToString() + " " + done.Share : "");
        return InvariantText.Listed([.. stated]) is { Length: > 0 } text ? text : "nothing stated";
    }

    private static DealProgress OfFacts(DocumentId order, DealReader deals) =>
        deals.ProgressOf(order, orderLine: null, LocalDate.MaxIsoValue)
        ?? throw Guards.Invalid(nameof(order), order.ToString(), "must be the document of an ordered line that has a price");

    internal StageProgress? Of(Stage stage) => _stages[(int)stage];

    /// <summary>With what of a stage is still to come, where some of the whole never will.</summary>
    internal DealProgress With(Stage stage, Measured done, Measured whole, decimal open) =>
        With(stage, new StageProgress(done, whole, open));

    internal DealProgress With(Stage stage, StageProgress progress)
    {
        Guard.Against.Undefined(stage);
        StageProgress?[] copy = [.. _stages];
        copy[(int)stage] = progress;
        return new DealProgress(copy);
    }
}
