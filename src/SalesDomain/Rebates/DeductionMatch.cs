using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Rebates;

/// <summary>What customers deducted, matched against what they were granted, with every difference named.</summary>
/// <remarks>
/// <para>
/// A deduction is matched with the credit that it names, of the same customer: matched = min(deducted, credit − matched by earlier ones).
/// What is not matched is to be charged back, or taken up with the customer; what is left of a credit is still owed.
/// </para>
/// <para>
/// Nothing is stored: all deductions are matched together, by day and number, so that the order in which they are passed decides nothing
/// and no credit is ever matched with more than it is. Equality is by reference.
/// </para>
/// </remarks>
public sealed class DeductionMatch
{
    private readonly DeductionLine[] _lines;
    private readonly Dictionary<DocumentId, Money> _left;

    private DeductionMatch(Currency currency, DeductionLine[] lines, Dictionary<DocumentId, Money> left)
    {
        _lines = lines;
        _left = left;
        Deducted = Money.Sum(currency, lines.Select(line => line.Deduction.Amount));
        Matched = Money.Sum(currency, lines.Select(line => line.Matched));
        NotMatched = Deducted - Matched;
        Left = Money.Sum(currency, left.Values);
    }

    /// <summary>The deductions by day and number.</summary>
    public IReadOnlyList<DeductionLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>What was deducted.</summary>
    public Money Deducted { get; }

    /// <summary>What of it is matched.</summary>
    public Money Matched { get; }

    /// <summary>Deducted − matched: what is to be charged back.</summary>
    public Money NotMatched { get; }

    /// <summary>What is left of all credits.</summary>
    public Money Left { get; }

    /// <summary>Matches deductions with credits.</summary>
    /// <param name="currency">The currency of all of them.</param>
    /// <param name="deductions">The deductions, in any order, possibly none; one that is passed twice counts once.</param>
    /// <param name="credits">The credits, in any order, possibly none; one that is passed twice counts once.</param>
    /// <returns>The match.</returns>
    /// <exception cref="ArgumentNullException">An argument, a deduction or a credit is null.</exception>
    /// <exception cref="ArgumentException">Two different deductions, or two different credits, have one number.</exception>
    /// <exception cref="CurrencyMismatchException">A deduction or a credit is in another currency.</exception>
    public static DeductionMatch Of(Currency currency, IEnumerable<CustomerDeduction> deductions, IEnumerable<DeductibleCredit> credits)
    {
        Guard.Against.Null(currency);
        Guard.Against.Null(deductions);
        Guard.Against.Null(credits);
        var lines = Given(deductions, currency);
        var known = Given(credits, currency);
        var left = known.ToDictionary(credit => credit.Key, credit => credit.Value.Amount);
        var matched = new List<DeductionLine>();
        foreach (var line in lines.OrderBy(line => line.On).ThenBy(line => line.Id))
        {
            var credit = line.Reference is { } reference && known.TryGetValue(reference, out var found) ? found : null;
            var open = credit is null ? Money.Zero(currency) : left[credit.Number];
            matched.Add(new DeductionLine(line, credit, open));
            if (credit is not null)
                left[credit.Number] = open - matched[matched.Count - 1].Matched;
        }

        return new DeductionMatch(currency, [.. matched], left);
    }

    /// <summary>What is left of a credit.</summary>
    /// <param name="credit">Its number.</param>
    /// <returns>What no deduction is matched with; null where there is no such credit.</returns>
    /// <exception cref="ArgumentException"><paramref name="credit"/> is the default value.</exception>
    public Money? LeftOf(DocumentId credit) => _left.TryGetValue(Identifier.Given(credit), out var left) ? left : null;

    /// <summary>How what is not matched follows from the deductions.</summary>
    /// <returns>The explanation, whose figure is <see cref="NotMatched"/>.</returns>
    public Explanation Explain() =>
        _lines.Length == 0 ? FactSum("not matched", NotMatched, 0)
            : Node("not matched", NotMatched, Operation.Sum, Array.ConvertAll(_lines, line => line.Explain()));

    /// <summary>The amounts: <c>USD 600.00 of USD 660.00 matched, USD 0.00 left of the credits</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Matched + " of " + Deducted + " matched, " + Left + " left of the credits";

    private static List<CustomerDeduction> Given(IEnumerable<CustomerDeduction> deductions, Currency currency)
    {
        var byId = new Dictionary<LineId, CustomerDeduction>();
        foreach (var deduction in deductions)
        {
            Guard.Against.Null(deduction, nameof(deductions));
            if (deduction.Amount.Currency != currency)
                throw new CurrencyMismatchException(currency, deduction.Amount.Currency, nameof(deductions));
            if (!byId.TryGetValue(deduction.Id, out var known))
                byId.Add(deduction.Id, deduction);
            else if (known != deduction)
                throw Guards.Invalid(nameof(deductions), deduction.Id.ToString(), "must have each number once");
        }

        return [.. byId.Values];
    }

    private static Dictionary<DocumentId, DeductibleCredit> Given(IEnumerable<DeductibleCredit> credits, Currency currency)
    {
        var byNumber = new Dictionary<DocumentId, DeductibleCredit>();
        foreach (var credit in credits)
        {
            Guard.Against.Null(credit, nameof(credits));
            if (credit.Amount.Currency != currency)
                throw new CurrencyMismatchException(currency, credit.Amount.Currency, nameof(credits));
            if (!byNumber.TryGetValue(credit.Number, out var known))
                byNumber.Add(credit.Number, credit);
            else if (known != credit)
                throw Guards.Invalid(nameof(credits), credit.Number.ToString(), "must have each number once");
        }

        return byNumber;
    }
}
