using System.Linq;
using BenchmarkDotNet.Attributes;
using NodaTime;
using SalesDomain.Benchmarks.Measuring;
using SalesDomain.Terms;

namespace SalesDomain.Benchmarks;

/// <summary>The due date of a thousand invoices and the cash discount of their payments, by 2/10 1/20 n/EOM+30.</summary>
public class TermsOfInvoices
{
    private const int Invoices = 1_000;

    private static readonly PaymentTerms s_terms = PaymentTerms.Parse("2/10 1/20 n/EOM+30");

    private readonly LocalDate[] _invoiced =
        [.. Enumerable.Range(0, Invoices).Select(i => new LocalDate(2026, 1, 1).PlusDays(i * 101 % 365))];

    private readonly int[] _paidAfter = [.. Enumerable.Range(0, Invoices).Select(i => i * 7 % 45)];

    [GlobalSetup]
    public void Compare()
    {
        Same.Results(i => HandWrittenDue(_invoiced[i]), i => s_terms.DueDate(_invoiced[i]), Invoices);
        Same.Results(
            i => HandWrittenDiscount(_invoiced[i], _invoiced[i].PlusDays(_paidAfter[i])),
            i => s_terms.DiscountFor(_invoiced[i], _invoiced[i].PlusDays(_paidAfter[i])).Fraction, Invoices);
    }

    [Benchmark(Baseline = true, Description = "due date and discount of an invoice, hand-written", OperationsPerInvoke = Invoices)]
    public decimal HandWritten()
    {
        var sum = 0m;
        for (var i = 0; i < Invoices; i++)
            sum += HandWrittenDiscount(_invoiced[i], _invoiced[i].PlusDays(_paidAfter[i])) + HandWrittenDue(_invoiced[i]).Day;

        return sum;
    }

    [Benchmark(Description = "due date and discount of an invoice, PaymentTerms", OperationsPerInvoke = Invoices), Scalar]
    public decimal Library()
    {
        var sum = 0m;
        for (var i = 0; i < Invoices; i++)
        {
            sum += s_terms.DiscountFor(_invoiced[i], _invoiced[i].PlusDays(_paidAfter[i])).Fraction
                + s_terms.DueDate(_invoiced[i]).Day;
        }

        return sum;
    }

    private static LocalDate HandWrittenDue(LocalDate invoiced) => invoiced.With(DateAdjusters.EndOfMonth).PlusDays(30);

    private static decimal HandWrittenDiscount(LocalDate invoiced, LocalDate paid) =>
        paid <= invoiced.PlusDays(10) ? 0.02m : paid <= invoiced.PlusDays(20) ? 0.01m : 0m;
}
