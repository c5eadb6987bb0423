using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>How one payee came to a credit.</summary>
internal sealed class CreditProof<TPayee>
    where TPayee : notnull
{
    private readonly CreditRules<TPayee> _rules;
    private readonly CreditRun<TPayee> _run;
    private readonly CreditedFacts _facts;
    private readonly TPayee _payee;

    internal CreditProof(CreditRules<TPayee> rules, CreditKnowledge known, CreditedFacts facts, TPayee payee)
    {
        _rules = rules;
        _run = new CreditRun<TPayee>(rules, known);
        _facts = facts;
        _payee = payee;
    }

    internal Explanation Explain(CreditEntry<TPayee> entry, SalesCredit credit)
    {
        var name = InvariantText.Any(_payee) + ", " + credit.Kind.ToString() + " by " + credit.Rule + ", of " + credit.Line
            + (credit.Original is { } sale ? " as " + sale.Id : "");
        return entry.Fact.Receipt is not null && _rules.Receipts == ReceiptCrediting.OfSale
            ? OfInvoice(name, entry.Reference.Receipt!, credit) : OfFact(name, entry.Reference, credit.Kind, credit.Rule, credit.Share);
    }

    private static decimal ShareIn(CreditHolders<TPayee> holders, TPayee payee) =>
        Array.Find(holders.Shares, each => EqualityComparer<TPayee>.Default.Equals(each.Payee, payee)).Share;

    private Explanation OfFact(string name, CreditedFact fact, CreditKind kind, string rule, Percentage share) =>
        kind switch
        {
            CreditKind.Direct => Direct(name, fact, _payee, share),
            CreditKind.Overlay => Overlay(name, fact, _payee, rule, share),
            _ => RolledUp(name, fact, share),
        };

    /// <summary>Every rule that has a say, the strongest first; the first that holds gives the share.</summary>
    private Explanation Direct(string name, CreditedFact fact, TPayee payee, Percentage share)
    {
        var children = new List<Explanation>();
        foreach (var candidate in _run.Candidates(fact))
        {
            children.Add(Fact((candidate.Holds ? "holds: " : "limits not met: ") + candidate.Rule, candidate.Holds));
            children.Add(Constant("share by it", Percentage.FromFraction(ShareIn(candidate.Holders, payee))));
        }

        children.Add(Constant("nobody", Figure.Absent));
        return Node(name, share, Operation.Select, [.. children]);
    }

    private Explanation Overlay(string name, CreditedFact fact, TPayee payee, string rule, Percentage share)
    {
        var overlay = _rules.Overlays.First(each => string.Equals(each.Name, rule, StringComparison.Ordinal));
        var whole = CreditSource<TPayee>.Of(overlay.WithShare(Percentage.OneHundred)).Of(fact);
        return Node(
            name, share, Operation.Product, Constant("overlay " + overlay, overlay.Share),
            Constant("share of " + InvariantText.Any(payee) + " in it", Percentage.FromFraction(ShareIn(whole, payee))));
    }

    private Explanation RolledUp(string name, CreditedFact fact, Percentage share)
    {
        var set = _run.Of(fact);
        var team = set.TeamOf(_payee, fact.Date);
        var direct = set.Direct.Rule;
        var members = team.Members.Select(each => Node(
            InvariantText.Any(each.Member) + ", level " + InvariantText.Number(each.Level), Percentage.FromFraction(each.Counted),
            Operation.Product,
            ReferenceEquals(each.Holders, set.Direct)
                ? Direct("direct by " + direct, fact, each.Member, Percentage.FromFraction(each.Share))
                : Overlay("overlay", fact, each.Member, each.Holders.Rule, Percentage.FromFraction(each.Share)),
            Constant("share of the level", Percentage.FromFraction(each.LevelShare))));
        return Node(
            name, share, Operation.Min, Constant("the whole", Percentage.OneHundred),
            Node("of the team", Percentage.FromFraction(team.Share), Operation.Sum, [.. members]));
    }

    private Explanation OfInvoice(string name, CollectionLine receipt, SalesCredit credit)
    {
        var lines = InvoiceCredit<TPayee>.Of(_facts.InvoiceOf(receipt.Invoice!.Value), _facts, _run)!.Lines;
        var weights = new List<Explanation> { Constant("the whole", Percentage.OneHundred) };
        foreach (var (line, weight, _, _) in lines)
            weights.Add(Fact("with tax, " + line.Id, weight));

        var children = new List<Explanation>();
        foreach (var (line, _, part, set) in lines)
        {
            var share = Array.Find(
                set.At(line.Date),
                each => each.Kind == credit.Kind && each.Rule == credit.Rule
                    && EqualityComparer<TPayee>.Default.Equals(each.Payee, _payee));
            if (share is null)
                continue;

            children.Add(Node(
                "of " + line.Id, InvoiceCredit<TPayee>.Counted(part, share), Operation.Product,
                Node(
                    "part of the invoice", Percentage.FromFraction(part),
                    Operation.Share(InvoiceCredit<TPayee>.Parts, Array.FindIndex(lines, each => ReferenceEquals(each.Line, line))),
                    weights.ToArray()),
                OfFact("share of the line", new CreditedFact(line), credit.Kind, credit.Rule, share.Share)));
        }

        return Node(name, credit.Share, Operation.Sum, [.. children]);
    }
}
