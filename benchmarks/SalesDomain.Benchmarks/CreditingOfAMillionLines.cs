using System.Collections.Generic;
using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Commissions;
using SalesDomain.Organization;
using SalesDomain.Quotas;

namespace SalesDomain.Benchmarks;

/// <summary>
/// A million lines of 10,000 customers that moved, one in ten of them to two people who share it, credited to who has the customer on the
/// day and to two levels of managers above, summed by payee; one line in a hundred is a return of another. Nothing is kept but the sums.
/// </summary>
public class CreditingOfAMillionLines
{
    private const int ReturnEach = 100;

    private readonly AttainmentData _data = new();
    private readonly SalesLine[] _lines;
    private readonly Dictionary<LineId, SalesLine> _taken = [];
    private readonly Dictionary<SalespersonId, SalespersonId> _managers = [];
    private readonly Dictionary<CustomerId, (LocalDate Moved, Part[] Before, Part[] After)> _holders;
    private readonly CreditRules<SalespersonId> _rules;

    public CreditingOfAMillionLines()
    {
        _lines = [.. _data.Lines.Select((line, i) => i % ReturnEach == ReturnEach - 1 ? Return(line, _data.Lines[i - 7]) : line)];
        for (var i = 0; i < 1_000; i++)
            _managers.Add(new SalespersonId("S-" + i), new SalespersonId("M-" + (i / 10)));
        for (var i = 0; i < 100; i++)
            _managers.Add(new SalespersonId("M-" + i), new SalespersonId("R-" + (i / 10)));

        _holders = _data.Accounts.Subjects.Select((customer, i) => (Customer: customer, IsShared: i % 10 == 0)).ToDictionary(
            each => each.Customer, each => Move(_data.Accounts.HistoryOf(each.Customer), each.IsShared));
        var accounts = Assignments.Of(
            [.. _holders.SelectMany(each => Assigned(each.Key, each.Value.Moved, each.Value.Before, each.Value.After))]);
        var hierarchy = Hierarchy.Of([.. _managers.Select(link => (link.Key, link.Value))]);
        _rules = CreditRules.Of(Crediting.ByCustomer.Through(accounts)).WithRollUp(CreditRollUp.Through(hierarchy));
    }

    [GlobalSetup]
    public void Compare() => Same.Result(HandWritten(), Library());

    [Benchmark(Baseline = true, Description = "1,000,000 lines to holders and managers, hand-written")]
    public decimal HandWritten()
    {
        var sums = new Dictionary<SalespersonId, decimal>();
        foreach (var line in _lines)
        {
            var sale = line.Original is { } id ? _taken[id] : line;
            var holders = _holders[sale.Customer];
            foreach (var part in sale.Date < holders.Moved ? holders.Before : holders.After)
            {
                var (payee, amount) = (part.Payee, line.NetAmount.Amount * part.Share);
                Add(sums, payee, amount);
                while (_managers.TryGetValue(payee, out var manager))
                {
                    Add(sums, manager, amount);
                    payee = manager;
                }
            }
        }

        return Total(sums);
    }

    [Benchmark(Description = "1,000,000 lines to holders and managers, CreditRules.ForEach")]
    public decimal Library()
    {
        var sums = new Dictionary<SalespersonId, decimal>();
        _rules.ForEach(
            _lines, id => _taken[id], (share, line, _) => Add(sums, share.Payee, line.NetAmount.Amount * share.Share.Fraction),
            (_, _) => { }, CreditKnowledge.OfLines);
        return Total(sums);
    }

    private static void Add(Dictionary<SalespersonId, decimal> sums, SalespersonId payee, decimal amount)
    {
        sums.TryGetValue(payee, out var sum);
        sums[payee] = sum + amount;
    }

    private static decimal Total(Dictionary<SalespersonId, decimal> sums)
    {
        var total = 0m;
        foreach (var sum in sums)
            total += sum.Value * (sum.Key.Code.Length + sum.Key.Code[0]);

        return total;
    }

    private static (LocalDate, Part[], Part[]) Move(IReadOnlyList<Assignment<CustomerId, SalespersonId>> history, bool isShared)
    {
        var (before, after) = (history[0].Holder, history[1].Holder);
        return (
            history[1].Span.Start!.Value, [new Part(before, 1m)],
            isShared ? [new Part(after, 0.6m), new Part(before, 0.4m)] : [new Part(after, 1m)]);
    }

    private static IEnumerable<Assignment<CustomerId, SalespersonId>> Assigned(
        CustomerId customer, LocalDate moved, Part[] before, Part[] after) =>
        before.Select(part => Assigned(customer, part, DateSpan.Until(moved.PlusDays(-1))))
            .Concat(after.Select(part => Assigned(customer, part, DateSpan.From(moved))));

    private static Assignment<CustomerId, SalespersonId> Assigned(CustomerId customer, Part part, DateSpan span) =>
        Assignment.Of(customer, part.Payee, span, Percentage.FromFraction(part.Share));

    private SalesLine Return(SalesLine line, SalesLine sale)
    {
        _taken[sale.Id] = sale;
        var builder = line.ToBuilder();
        builder.Stage = sale.Stage;
        builder.Quantity = -line.Quantity;
        builder.NetAmount = -line.NetAmount;
        builder.Original = sale.Id;
        return builder.Build();
    }

    private sealed class Part(SalespersonId payee, decimal share)
    {
        internal SalespersonId Payee { get; } = payee;

        internal decimal Share { get; } = share;
    }
}
