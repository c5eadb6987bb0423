using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>How the lines of one agreement are summed: by its terms, and where its payout asks for it, each member apart.</summary>
internal sealed class TurnoverPlan(RebateAgreement agreement, TurnoverTerms terms)
{
    internal RebateAgreement Agreement { get; } = agreement;

    internal TurnoverTerms Terms { get; } = terms;

    internal RebatePlan[] Rebates => Terms.Rebates;

    internal bool IsByMember { get; } = agreement.Parties.Payout == RebatePayout.ByTurnover;

    /// <summary>How many sums there are of a period.</summary>
    internal int Width => Terms.Slots.Length * (IsByMember ? Agreement.Parties.Members.Count : 1);

    /// <summary>Whether a line counts, of whichever member, on a day of the agreement or also of a base period before it.</summary>
    internal bool IsCounted(SalesLine line, LineKnowledge known, bool alsoBefore)
    {
        var date = Terms.DayOf(line);
        var day = DayNumber.Packed(date);
        return Terms.Counts(line) && day <= Terms.Last && day >= (alsoBefore ? Terms.FirstOfBase : Terms.First)
            && Agreement.Parties.Members.Any(member => member.Customer == line.Customer && member.Span.Contains(date))
            && (Terms.IsOfEverything || known.Matches(Terms.Scope, line));
    }
}
