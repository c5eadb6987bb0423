using System;
using System.Collections.Generic;

namespace SalesDomain.Quotas;

public sealed partial class ActualRule
{
    /// <summary>Reads the lines that count into a book that sums them in its own way.</summary>
    internal LeftOut ReadInto(
        CreditBook<SalesLine> book, DateSpan span, IEnumerable<SalesLine> lines, Func<SalesLine, ScopeSubject>? subject,
        out LineId[] withoutOriginal)
    {
        MustBeOfSales();
        if (subject is null)
            MustState(StatedByLines, "line");

        var run = new ActualRun<SalesFacts, SalesLine, ProductId>(
            span, Returns, new SalesFacts(this, subject), book, new CreditSheet<ProductId>(), nameof(lines));
        withoutOriginal = [];
        if (Returns != ReturnRule.OfReturn)
            withoutOriginal = run.AddWithOriginals(lines);
        else
            run.Add(lines, TrustsIds ? null : []);

        return run.LeftOut;
    }
}
