using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class NewCustomerCount
{
    /// <summary>
    /// The valid new customers of each owner: an actual of <see cref="NewCustomerRule.Measure"/>, to be set against the owners' quotas.
    /// </summary>
    /// <typeparam name="TOwner">The type of those who are credited.</typeparam>
    /// <param name="crediting">
    /// To whom a customer counts: <c>Crediting.ByCustomer.Through(accounts)</c>, by whoever has the account on the day on which the new
    /// customer counts (<see cref="NewCustomerOutcome.CountsOn"/>), or on one day for all as assigned on it. Who shares an account shares
    /// the new customer.
    /// </param>
    /// <returns>
    /// The sums by owner, and the new customers of nobody; what is known of all together is <see cref="Count"/>. An account with a first
    /// order in the period of which nobody can say whether it is a new customer (<see cref="NewCustomerStatus.Unknown"/>) is of unknown
    /// value to whoever had it on the day of that order.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="crediting"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="crediting"/> does not begin with the customer (<see cref="Crediting.ByCustomer"/>): of a new customer no one line is
    /// the sale, that would name a salesperson, a territory or a product.
    /// </exception>
    public Actuals<TOwner> CreditedBy<TOwner>(Crediting<TOwner> crediting)
        where TOwner : notnull =>
        CreditedBy(Guard.Against.Null(crediting), Array.FindAll(_outcomes, outcome => IsCounted(outcome) || IsUnknown(outcome)));

    private Actuals<TOwner> CreditedBy<TOwner>(Crediting<TOwner> crediting, IEnumerable<NewCustomerOutcome> outcomes)
        where TOwner : notnull
    {
        var sheet = new CreditSheet<TOwner>();
        var book = crediting.BookOfAccounts(sheet);
        NewCustomerOutcome[] all = [.. outcomes];
        var accounts = new HashSet<CustomerId>();
        foreach (var outcome in all)
        {
            if (!accounts.Add(outcome.Customer))
                throw Guards.Invalid("other", outcome.Customer.ToString(), "must be of other accounts; this one is in both");

            var isKnown = outcome.CountsOn is not null;
            sheet.Total.Add(1m, isKnown);
            book.Add(outcome, outcome, outcome.CountsOn ?? outcome.FirstOrder, 1m, isKnown);
        }

        var rule = ActualRule.OfNewCustomers(Rule);
        return new Actuals<TOwner>(
            rule, Period, crediting, rule.Zero, sheet, [], new LeftOut(),
            new KeptFacts<NewCustomerOutcome, TOwner>(all, both => CreditedBy(crediting, both)));
    }

    private bool IsUnknown(NewCustomerOutcome outcome) =>
        outcome.Status == NewCustomerStatus.Unknown && Period.Contains(outcome.FirstOrder);
}
