using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>
/// Whom money for an invoice is credited to: as the lines of it, in proportion to what each comes to with tax. Each line's part of the
/// money is apportioned first, so that parts, and so the credits, total the money exactly.
/// </summary>
internal sealed class InvoiceCredit<TPayee>
    where TPayee : notnull
{
    /// <summary>Ten decimals of a per cent: of a thousand million that is a tenth of a cent.</summary>
    internal static readonly Apportionment Parts = Apportionment.InUnitsOf(0.000000000001m);

    private InvoiceCredit((SalesLine Line, Money Weight, decimal Part, CreditSet<TPayee> Set)[] lines)
    {
        Lines = lines;
        var shares = new List<(TPayee Payee, decimal Share, CreditKind Kind, string Rule)>();
        foreach (var (line, _, part, set) in lines)
        {
            Open += part * set.Direct.Open;
            OverAssigned += set.Direct.IsOverAssigned ? part : 0m;
            foreach (var share in set.At(line.Date))
                Add(shares, share, Counted(part, share).Fraction);
        }

        Shares =
        [
            .. shares.Where(each => each.Share > 0m).OrderBy(each => each.Kind)
                .Select(each => new PayeeShare<TPayee>(each.Payee, Percentage.FromFraction(each.Share), each.Kind, each.Rule)),
        ];
    }

    /// <summary>The lines that are paid, returns within the invoice taken off, with the part of the money that is for each.</summary>
    internal (SalesLine Line, Money Weight, decimal Part, CreditSet<TPayee> Set)[] Lines { get; }

    internal PayeeShare<TPayee>[] Shares { get; }

    internal decimal Open { get; }

    internal decimal OverAssigned { get; }

    /// <summary>The credit of an invoice; null where it has no lines, or some that come to less than nothing or to other money.</summary>
    internal static InvoiceCredit<TPayee>? Of(IReadOnlyList<SalesLine> invoice, CreditedFacts facts, CreditRun<TPayee> run)
    {
        var weights = new List<(SalesLine Line, Money Weight)>();
        foreach (var line in invoice)
        {
            var sale = facts.OriginalOf(line, out _);
            var place = weights.FindIndex(each => ReferenceEquals(each.Line, sale));
            if (line.Currency != invoice[0].Currency)
                return null;
            if (place < 0)
                weights.Add((sale, line.GrossAmount));
            else
                weights[place] = (sale, weights[place].Weight + line.GrossAmount);
        }

        if (weights.Exists(each => each.Weight.IsNegative) || weights.TrueForAll(each => each.Weight.IsZero))
            return null;

        var parts = Parts.Split(1m, weights.Select(each => each.Weight.Amount));
        return new InvoiceCredit<TPayee>(
            [.. weights.Select((each, i) => (each.Line, each.Weight, parts[i], run.Of(new CreditedFact(each.Line))))]);
    }

    /// <summary>What a share of a line is of the money.</summary>
    internal static Percentage Counted(decimal part, PayeeShare<TPayee> share) => Percentage.FromFraction(part * share.Share.Fraction);

    private static void Add(
        List<(TPayee Payee, decimal Share, CreditKind Kind, string Rule)> shares, PayeeShare<TPayee> share, decimal part)
    {
        var place = shares.FindIndex(
            each => each.Kind == share.Kind && each.Rule == share.Rule && EqualityComparer<TPayee>.Default.Equals(each.Payee, share.Payee));
        if (place < 0)
            shares.Add((share.Payee, part, share.Kind, share.Rule));
        else
            shares[place] = (share.Payee, shares[place].Share + part, share.Kind, share.Rule);
    }
}
