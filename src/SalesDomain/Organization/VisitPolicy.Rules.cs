using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

public sealed partial class VisitPolicy
{
    /// <summary>The policy with the rule of a class, always in force.</summary>
    /// <param name="customerClass">The class.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">The class holds no code, or has a rule already.</exception>
    public VisitPolicy With(CustomerClassId customerClass, VisitRule rule)
    {
        Guard.Against.Null(rule);
        return Changed(customerClass, rules => DatedRules.With(rules, null, rule, customerClass.ToString(), nameof(customerClass)));
    }

    /// <summary>The policy with the rule of a class over some days.</summary>
    /// <param name="customerClass">The class.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="span">The days it is in force, on none of which it has a rule; <c>Override</c> puts one over another.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">The class holds no code, or has a rule on a day of <paramref name="span"/>.</exception>
    public VisitPolicy With(CustomerClassId customerClass, VisitRule rule, DateSpan span)
    {
        Guard.Against.Null(rule);
        return Changed(customerClass, rules => DatedRules.With(rules, span, rule, customerClass.ToString(), nameof(customerClass)));
    }

    /// <summary>The policy with a rule put over what a class had on some days; what was before and after them stays.</summary>
    /// <param name="customerClass">The class.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="span">The days it is in force.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">The class holds no code.</exception>
    public VisitPolicy Override(CustomerClassId customerClass, VisitRule rule, DateSpan span)
    {
        Guard.Against.Null(rule);
        return Changed(customerClass, rules => rules.Override(span, rule));
    }

    /// <summary>The policy without the rule of a class on some days.</summary>
    /// <param name="customerClass">The class.</param>
    /// <param name="span">The days; those without a rule stay so.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">The class holds no code.</exception>
    public VisitPolicy Without(CustomerClassId customerClass, DateSpan span) => Changed(customerClass, rules => rules.Without(span));

    /// <summary>The policy with an exception, always in force: the rule of one customer, whatever its class.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="rule">The rule.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">The customer holds no code, or has a rule already.</exception>
    public VisitPolicy With(CustomerId customer, VisitRule rule)
    {
        Guard.Against.Null(rule);
        return Changed(customer, rules => DatedRules.With(rules, null, rule, customer.ToString(), nameof(customer)));
    }

    /// <summary>The policy with an exception over some days: the rule of one customer, whatever its class.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="span">The days it is in force, on none of which it has a rule; <c>Override</c> puts one over another.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">The customer holds no code, or has a rule on a day of <paramref name="span"/>.</exception>
    public VisitPolicy With(CustomerId customer, VisitRule rule, DateSpan span)
    {
        Guard.Against.Null(rule);
        return Changed(customer, rules => DatedRules.With(rules, span, rule, customer.ToString(), nameof(customer)));
    }

    /// <summary>The policy with a rule put over whatever a customer had on some days; what was before and after them stays.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="rule">The rule.</param>
    /// <param name="span">The days it is in force.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rule"/> is null.</exception>
    /// <exception cref="ArgumentException">The customer holds no code.</exception>
    public VisitPolicy Override(CustomerId customer, VisitRule rule, DateSpan span)
    {
        Guard.Against.Null(rule);
        return Changed(customer, rules => rules.Override(span, rule));
    }

    /// <summary>The policy without the exception of a customer on some days: it has the rule of its class on them.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="span">The days; those without an exception stay so.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException">The customer holds no code.</exception>
    public VisitPolicy Without(CustomerId customer, DateSpan span) => Changed(customer, rules => rules.Without(span));

    /// <summary>The policy with exceptions for many customers at once: the rule of each, whatever its class.</summary>
    /// <param name="rules">The customers with their rules and the days these are in force; of a customer all of them without a common
    /// day.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rules"/> or a rule is null.</exception>
    /// <exception cref="ArgumentException">A customer holds no code, or would have two rules on a day.</exception>
    public VisitPolicy With(IEnumerable<(CustomerId Customer, VisitRule Rule, DateSpan Span)> rules)
    {
        Guard.Against.Null(rules);
        var ofCustomers = new Dictionary<CustomerId, Timeline<VisitRule>>(_ofCustomers);
        foreach (var (customer, rule, span) in rules)
        {
            Guard.Against.Null(rule, nameof(rules));
            Identifier.Given(customer, nameof(rules));
            DatedRules.Change(ofCustomers, customer, known => known.Entries.Any(entry => entry.Span.Overlaps(span))
                ? throw Guards.Invalid(nameof(rules), customer + " over " + span, "must not have two rules on a day")
                : known.With(span, rule));
        }

        return new VisitPolicy(First, _ofClasses, ofCustomers, PartPeriods);
    }

    private VisitPolicy Changed(CustomerClassId customerClass, Func<Timeline<VisitRule>, Timeline<VisitRule>> change) =>
        new(First, DatedRules.Changed(_ofClasses, Identifier.Given(customerClass), change), _ofCustomers, PartPeriods);

    private VisitPolicy Changed(CustomerId customer, Func<Timeline<VisitRule>, Timeline<VisitRule>> change) =>
        new(First, _ofClasses, DatedRules.Changed(_ofCustomers, Identifier.Given(customer), change), PartPeriods);
}
