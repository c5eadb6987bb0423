using System;
using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>What one credit counts for by a <see cref="CommissionMeasure"/>, with how it came about.</summary>
/// <remarks>Immutable. Equality is by measure and credit.</remarks>
public sealed partial class CountedCredit : IEquatable<CountedCredit>
{
    private readonly CreditStatus _status;
    private readonly LocalDate _on;

    // Before the share, with the share, and without tax where it is taken out of the sum.
    private readonly decimal _amount;
    private readonly decimal _credited;

    private readonly SaleSteps _sale;
    private readonly ReturnSteps _return;
    private readonly ReceiptSteps _receipt;

    // What is divided and multiplied for the explanation alone.
    private readonly Percentage _coefficient;
    private readonly Percentage _coefficientLeft;
    private readonly decimal _shareTakenBack;
    private readonly decimal _exactValue;

    internal CountedCredit(CommissionMeasure measure, SalesCredit credit, CreditReader reader)
    {
        Measure = measure;
        Credit = credit;
        _status = reader.Read(credit, out _amount);
        if (_status != CreditStatus.Counted)
            return;

        _credited = _amount * credit.Share.Fraction;
        Value = measure.Zero.With(measure.TaxRate is null ? _credited : _credited / measure.Divisor.Fraction);
        if (credit.Receipt is { } receipt)
            reader.StepsOf(receipt, credit.OriginalReceipt, credit.ReceiptPart, out _receipt);
        else if (reader.SaleAdjustment is { } adjustment)
            (_on, _coefficient, _coefficientLeft, _shareTakenBack) = Adjusted(credit, adjustment, out _sale, out _return);
        else
            (_on, _exactValue) = (DayOf(credit), Exact(credit.Sale!));
    }

    /// <summary>By what it is counted.</summary>
    public CommissionMeasure Measure { get; }

    /// <summary>The credit.</summary>
    public SalesCredit Credit { get; }

    /// <summary>What it counts for; null where it is left out by the measure, or of unknown value.</summary>
    public Measured? Value { get; }

    /// <summary>Whether the credit counts, but nobody knows for how much.</summary>
    public bool IsUnknown => _status.IsUnknown();

    /// <summary>Why it is left out, or what is missing; none where it counts.</summary>
    public IReadOnlyList<Reason> Reasons =>
        Array.AsReadOnly(_status == CreditStatus.Counted ? Array.Empty<Reason>() : [_status.Reason(Credit.Line)]);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A counted credit.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(CountedCredit? left, CountedCredit? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A counted credit.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(CountedCredit? left, CountedCredit? right) => !(left == right);

    /// <summary>Whether the other is the same credit, counted alike.</summary>
    /// <param name="other">The counted credit to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(CountedCredit? other) =>
        other is not null && _status == other._status && _amount == other._amount && Credit == other.Credit && Measure == other.Measure;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as CountedCredit);

    /// <inheritdoc/>
    public override int GetHashCode() => Credit.GetHashCode();

    /// <summary>The credit and what it counts for, or the reason for which it does not.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Credit + ": " + (Value is { } value ? value.ToString() : Reasons[0].ToString());

    private static LocalDate DayOf(SalesCredit credit) => (credit.Original ?? credit.Sale!).Date;

    private static (LocalDate On, Percentage Coefficient, Percentage Left, decimal ShareTakenBack) Adjusted(
        SalesCredit credit, SaleAdjustment adjustment, out SaleSteps sale, out ReturnSteps back)
    {
        (sale, back) = (default, default);
        var (line, on) = (credit.Sale!, DayOf(credit));
        if (credit.Original is not { } original)
        {
            adjustment.Count(line, on, out sale);
            return (on, Coefficient(sale), default, 0m);
        }

        adjustment.Count(line, original, on, out back);
        return line.Quantity.IsZero ? (on, Coefficient(back.Sale), Coefficient(back.Left), 0m)
            : (on, Coefficient(back.Sale), default, line.Quantity.Amount / original.Quantity.Amount);
    }

    private static Percentage Coefficient(in SaleSteps sale) =>
        sale.List is { } list && sale.Net < list ? Percentage.FromFraction(sale.Net / list) : Percentage.OneHundred;

    // A converted amount before it is rounded.
    private decimal Exact(SalesLine line)
    {
        var rule = Measure.Rule;
        if (rule.Rates is not { } rates || rule.Currency is not { } currency)
            return _amount;

        rates.TryConvert(ValueOf(line), currency, DayOf(Credit), out var value);
        if (rule.Measure != SalesDomain.Measure.Margin)
            return value.Result.Amount;

        rates.TryConvert(line.Cost!.Value, currency, DayOf(Credit), out var cost);
        return value.Result.Amount - cost.Result.Amount;
    }

    // The margin is converted in two parts.
    private Money ValueOf(SalesLine line) =>
        Measure.Rule.Measure == SalesDomain.Measure.Margin ? line.NetAmount : Measure.Rule.Measure.Of(line)!.Value.Money;
}
