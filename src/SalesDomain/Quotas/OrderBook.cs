using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The orders of every account, gathered from lines in any order, of which the outcomes are read.</summary>
internal sealed class OrderBook
{
    private readonly NewCustomerRule _rule;
    private readonly DateSpan _period;
    private readonly DateSpan _known;
    private readonly AccountRelations _relations;
    private readonly SalesFacts _amounts;
    private readonly Dictionary<CustomerId, Dictionary<DocumentId, AccountOrder>> _accounts = [];

    // Accounts that continue another one, with the first day on which they bought in the period.
    private readonly Dictionary<CustomerId, LocalDate> _continuing = [];

    internal OrderBook(NewCustomerRule rule, DateSpan period, DateSpan known, AccountRelations relations)
    {
        _rule = rule;
        _period = period;
        _known = known;
        _relations = relations;
        _amounts = new SalesFacts(rule.Amounts(), subject: null);
    }

    internal void Add(SalesLine line, string parameterName)
    {
        if (line.Stage != _rule.Stage || !_known.Contains(line.Date) || !Matches(line, parameterName))
            return;

        var account = _relations.FirstOf(line.Customer);
        if (account != line.Customer && !line.IsReturn && _period.Contains(line.Date))
            _continuing[line.Customer] = _continuing.TryGetValue(line.Customer, out var day) ? LocalDate.Min(day, line.Date) : line.Date;

        if (!_accounts.TryGetValue(account, out var orders))
            _accounts.Add(account, orders = []);

        var document = line.Original?.Document ?? line.Id.Document;
        if (!orders.TryGetValue(document, out var order))
            orders.Add(document, order = new AccountOrder());
        var isKnown = _amounts.TryValue(line, line.Date, parameterName, out var amount);
        order.Add(line, document == line.Id.Document, amount, isKnown);
    }

    internal int BuyersIn(DateSpan period) =>
        _accounts.Values.Count(orders => orders.Values.Any(order => order.Counts && order.Date is { } day && period.Contains(day)));

    internal NewCustomerOutcome[] Outcomes(DateSpan period)
    {
        var outcomes = new List<NewCustomerOutcome>();
        foreach (var account in _accounts)
        {
            AccountOrder[] orders = [.. account.Value.Values.Where(order => order.Date is not null).OrderBy(order => order.Date)];
            if (FirstOrder(orders, period) is { } first)
                outcomes.Add(NewCustomerOutcome.Of(_rule, account.Key, orders, first, _known));
        }

        foreach (var account in _continuing)
        {
            _relations.TryContinued(account.Key, out var continued);
            outcomes.Add(NewCustomerOutcome.OfContinued(_rule, account.Key, continued, account.Value, _known));
        }

        outcomes.Sort((left, right) => left.Customer.CompareTo(right.Customer));
        return [.. outcomes];
    }

    /// <summary>
    /// The order day that is judged: counted on the first order, it lies in the period; counted on the proof, its days may reach into it.
    /// </summary>
    private LocalDate? FirstOrder(AccountOrder[] orders, DateSpan period)
    {
        LocalDate? previous = null;
        LocalDate? firstInPeriod = null;
        foreach (var order in orders)
        {
            if (!order.Counts || order.Date == previous)
                continue;

            var day = order.Date!.Value;
            if (day > period.End)
                break;

            if (_rule.CountedOn == NewCustomerDate.BecameValid && day.PlusDays(_rule.WithinDays) >= period.Start
                && !(previous >= day.PlusMonths(-_rule.AbsenceMonths)))
                return day;

            if (firstInPeriod is null && period.Contains(day))
                firstInPeriod = day;
            if (firstInPeriod is not null && _rule.CountedOn == NewCustomerDate.FirstOrder)
                break;
            previous = day;
        }

        return firstInPeriod;
    }

    private bool Matches(SalesLine line, string parameterName)
    {
        // Before the scope says it in the name of its own parameter.
        const ScopeDimensions NotOnALine = ScopeDimensions.CustomerGroup | ScopeDimensions.CustomerClass | ScopeDimensions.ProductCategory;
        return (_rule.Scope.Mentioned & NotOnALine) == ScopeDimensions.None ? _rule.Scope.Matches(line)
            : throw Guards.Invalid(
                parameterName, line.Id.ToString(), "does not state all that the scope of the rule speaks of (" + _rule.Scope + ")");
    }
}
