using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>What a bill brings when it is discounted on a day, or why it is not.</summary>
/// <remarks>
/// <para>
/// Codes of the reasons. <c>terms.bill-not-issued</c>: on, issued; the bill is of a later day than its discounting.
/// <c>terms.bill-matured</c>: on, maturity; there is nothing to discount on its day or after.
/// <c>terms.tenor-too-long</c>: from, maturity, latest. <c>terms.interest-exceeds-face</c>: interest, face; nothing would be left.
/// </para>
/// <para>Made by <see cref="BillDiscounting.Discount"/>. Immutable. Equality is by reference.</para>
/// </remarks>
public sealed class DiscountedBill
{
    private readonly int _year;
    private readonly int _between;
    private readonly int _moved;
    private readonly int _remote;
    private readonly Money _ofYear;
    private readonly Money _exact;
    private readonly Money _interest;
    private readonly Money _interestOfYear;
    private readonly Money _proceedsOfDays;
    private readonly Reason[] _reasons;

    internal DiscountedBill(BillDiscounting rule, AcceptanceBill bill, LocalDate on, LocalDate paid)
    {
        Rule = rule;
        Bill = bill;
        On = on;
        PaidOn = paid;
        _year = YearOfDays.Of(rule.Basis);
        _moved = DayNumber.Of(paid) - DayNumber.Of(bill.Maturity);
        _between = DayNumber.Of(paid) - DayNumber.Of(on);
        _remote = bill.IsRemote ? rule.RemoteDays : 0;
        Days = on < paid ? _between + _remote : 0;
        _ofYear = bill.Face * rule.Rate * Days;
        _exact = _ofYear / _year;
        _interest = _exact.Round(rule.Rounding);
        _reasons = ReasonsAgainst();
        if (_reasons.Length > 0)
            return;

        var proceeds = bill.Face - _interest;
        _interestOfYear = _interest * _year;
        _proceedsOfDays = proceeds * Days;
        (Interest, Proceeds) = (_interest, proceeds);
        TrueYield = Percentage.Ratio(_interestOfYear, _proceedsOfDays);
    }

    /// <summary>The rule.</summary>
    public BillDiscounting Rule { get; }

    /// <summary>The bill.</summary>
    public AcceptanceBill Bill { get; }

    /// <summary>The day of discounting.</summary>
    public LocalDate On { get; }

    /// <summary>The day on which the acceptor pays: maturity, or the working day that it is moved to.</summary>
    public LocalDate PaidOn { get; }

    /// <summary>
    /// The days for which interest is taken: from the day of discounting to the day before it is paid, and those of a remote acceptor; 0
    /// for a bill that has matured.
    /// </summary>
    public int Days { get; }

    /// <summary>The interest, rounded; null where the bill is not discounted.</summary>
    public Money? Interest { get; }

    /// <summary>Face − interest; null where the bill is not discounted.</summary>
    public Money? Proceeds { get; }

    /// <summary>
    /// What the money costs by the year on what was really received: interest × year ÷ (proceeds × days); null where the bill is not
    /// discounted.
    /// </summary>
    public Percentage? TrueYield { get; }

    /// <summary>Why the bill is not discounted; none where it is.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>Where the proceeds come from.</summary>
    /// <returns>The explanation; where the bill is not discounted, a figure that is absent, by the name of the reason.</returns>
    public Explanation Explain() =>
        Proceeds is not { } proceeds ? Fact(_reasons[0].Code, Figure.Absent)
            : Node("proceeds", proceeds, Operation.Difference, Fact("face", Bill.Face), ExplainInterest());

    /// <summary>Where the true yield comes from.</summary>
    /// <returns>The explanation; where the bill is not discounted, a figure that is absent, by the name of the reason.</returns>
    public Explanation ExplainTrueYield() =>
        TrueYield is not { } yield ? Fact(_reasons[0].Code, Figure.Absent)
            : Node(
                "true yield", yield, Operation.Ratio,
                Node("interest, for a year of days", _interestOfYear, Operation.Product, ExplainInterest(), ExplainYear()),
                Node("proceeds, for the days", _proceedsOfDays, Operation.Product, Explain(), ExplainDays()));

    /// <summary>Proceeds and days, or the reason: <c>CNY 988066.67 for 179 days</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Proceeds is { } proceeds ? proceeds + " for " + InvariantText.Number(Days) + " days"
            : string.Join("; ", _reasons.Select(reason => reason.ToString()));

    private Reason[] ReasonsAgainst()
    {
        var reasons = new List<Reason>();
        if (Bill.IssuedOn is { } issued && On < issued)
            reasons.Add(new Reason("terms.bill-not-issued", ("on", On), ("issued", issued)));
        if (On >= PaidOn)
            reasons.Add(new Reason("terms.bill-matured", ("on", On), ("maturity", PaidOn)));

        var from = Bill.IssuedOn ?? On;
        if (Rule.MaximumTenor is { } months && Bill.Maturity > from.PlusMonths(months))
        {
            reasons.Add(new Reason(
                "terms.tenor-too-long", ("from", from), ("maturity", Bill.Maturity), ("latest", from.PlusMonths(months))));
        }

        if (_interest >= Bill.Face)
            reasons.Add(new Reason("terms.interest-exceeds-face", ("interest", _interest), ("face", Bill.Face)));

        return [.. reasons];
    }

    private Explanation ExplainInterest() =>
        Node(
            "interest", _interest, Operation.Round(Rule.Rounding),
            Node(
                "interest, exactly", _exact, Operation.Ratio,
                Node(
                    "for the days of one year", _ofYear, Operation.Product, Fact("face", Bill.Face), Constant("rate a year", Rule.Rate),
                    ExplainDays()),
                ExplainYear()));

    private Explanation ExplainYear() => Constant("days of the year", (decimal)_year);

    private Explanation ExplainDays() =>
        Node(
            "days", (decimal)Days, Operation.Sum,
            Node(
                "from discounting to payment", (decimal)_between, Operation.Difference,
                Node("paid on", PaidOn, Operation.Sum, Fact("maturity", Bill.Maturity), Constant("days to a working day", (decimal)_moved)),
                Fact("discounted on", On)),
            Constant("days of a remote acceptor", (decimal)_remote));
}
