using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Quotas;

namespace SalesDomain.Commissions;

public sealed partial class CommissionMeasure
{
    /// <summary>What one credit counts for, with how it came about.</summary>
    /// <param name="credit">The credit.</param>
    /// <returns>The amount, or why there is none.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="credit"/> is null.</exception>
    /// <inheritdoc cref="Sum(IEnumerable{SalesCredit})" path="/exception[not(contains(., 'null'))]"/>
    public CountedCredit Of(SalesCredit credit)
    {
        Guard.Against.Null(credit);
        MustBeStated();
        return new CountedCredit(this, credit, _reader);
    }

    /// <summary>What one credit counts for, where the scope speaks of more than a line states.</summary>
    /// <param name="credit">The credit.</param>
    /// <param name="subject">What is known of a line: its category, the groups and the class of its customer.</param>
    /// <returns>The amount, or why there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    public CountedCredit Of(SalesCredit credit, Func<SalesLine, ScopeSubject> subject)
    {
        Guard.Against.Null(credit);
        return new CountedCredit(this, credit, Reader(Guard.Against.Null(subject)));
    }

    /// <summary>What credits count for together.</summary>
    /// <param name="credits">The credits of one payee, in any order; those that do not count are passed over.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="credits"/> or a credit is null.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    /// <exception cref="InvalidOperationException">
    /// The scope speaks of groups, classes or categories, which no line states.
    /// </exception>
    public CreditSum Sum(IEnumerable<SalesCredit> credits)
    {
        Guard.Against.Null(credits);
        MustBeStated();
        return Sum(credits, _reader);
    }

    /// <summary>What credits count for together, where the scope speaks of more than a line states.</summary>
    /// <param name="credits">The credits of one payee, in any order; those that do not count are passed over.</param>
    /// <param name="subject">What is known of a line: its category, the groups and the class of its customer.</param>
    /// <returns>The sum.</returns>
    /// <exception cref="ArgumentNullException">An argument or a credit is null.</exception>
    /// <exception cref="CurrencyMismatchException">An amount is in another currency, and the rule has no rates.</exception>
    /// <exception cref="UnitMismatchException">A line is in another unit than the rule.</exception>
    public CreditSum Sum(IEnumerable<SalesCredit> credits, Func<SalesLine, ScopeSubject> subject)
    {
        Guard.Against.Null(credits);
        return Sum(credits, Reader(Guard.Against.Null(subject)));
    }

    /// <summary>The measure compiled for many facts, which may be asked without making a credit of each.</summary>
    internal CreditReader Reader(Func<SalesLine, ScopeSubject>? subject) => subject is null ? _reader : new CreditReader(this, subject);

    internal void MustBeStated() => Rule.MustState(ActualRule.StatedByLines, "line");

    private CreditSum Sum(IEnumerable<SalesCredit> credits, CreditReader reader)
    {
        var tally = default(CountedTally);
        foreach (var credit in credits)
        {
            if (credit is null)
                throw new ArgumentNullException(nameof(credits));

            var status = reader.Read(credit, out var amount);
            if (status == CreditStatus.Counted)
                tally.Add(amount, credit.Share);
            else if (status.IsUnknown())
                tally.AddUnknown(credit.Line, status);
        }

        return new CreditSum(this, tally);
    }
}
