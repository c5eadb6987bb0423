using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>Everything the program reports: one line a person in the order of employee ids, and the totals of the team.</summary>
public sealed class ClosedQuarter
{
    internal ClosedQuarter(Terms terms, TeamPlan plan, IReadOnlyList<PersonQuarter> people)
    {
        (Terms, Plan, People) = (terms, plan, people);
        LastYear = Sum(person => person.Commission.Quota.Weight.Total);
        Quotas = Sum(person => person.Commission.Quota.Amount);
        Revenue = Sum(person => person.Commission.Revenue.Total);
        Attainment = SalesDomain.Quotas.Attainment.Pooled(people.Select(person => person.Commission.Attained)).Rate;
        Commissions = Sum(person => person.Commission.Amount ?? Money.Zero(Currency.USD));
        PriceCheck = PriceCheck.Total([.. people.Select(person => person.PriceCheck)]);
    }

    public Terms Terms { get; }

    public TeamPlan Plan { get; }

    public IReadOnlyList<PersonQuarter> People { get; }

    public Money LastYear { get; }

    public Money Quotas { get; }

    public Money Revenue { get; }

    public Percentage? Attainment { get; }

    public Money Commissions { get; }

    public PriceCheck PriceCheck { get; }

    public IEnumerable<PersonQuarter> WindfallReview => People.Where(person => person.Commission.IsAbove(Terms.WindfallLimit));

    private Money Sum(Func<PersonQuarter, Money> amount) => Money.Sum(Currency.USD, People.Select(amount));
}
