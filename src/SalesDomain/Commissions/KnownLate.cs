using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>
/// The reason of an earning that goes on from an account, where the facts of today do not say what was before: what is entered of the
/// periods before, what the facts say of them, and what of the facts events took first.
/// </summary>
internal static class KnownLate
{
    private const string Code = "commission.known-late";
    private const string Entered = "entered before";
    private const string ByFacts = "by the facts";
    private const string CameBack = "came back by events";

    /// <summary>The reason; null where the facts say it.</summary>
    internal static Reason? Of(Money entered, Money byFacts, Money cameBack)
    {
        if (entered - cameBack == byFacts)
            return null;

        (string, Figure)[] figures = [(Entered, entered), (ByFacts, byFacts)];
        return new Reason(Code, cameBack.IsZero ? figures : [.. figures, (CameBack, cameBack)]);
    }

    /// <summary>
    /// What is entered of periods before, without what events took, and what the facts say of them, as a reason has it; null where none
    /// does.
    /// </summary>
    internal static (Money Entered, Money ByFacts)? Before(IEnumerable<Reason> reasons, Currency currency)
    {
        foreach (var reason in reasons.Where(each => each.Code == Code))
        {
            if (Number(reason, Entered) is { } entered && Number(reason, ByFacts) is { } byFacts)
                return (new Money(entered - (Number(reason, CameBack) ?? 0m), currency), new Money(byFacts, currency));
        }

        return null;
    }

    private static decimal? Number(Reason reason, string name) =>
        reason.Figures.Where(each => each.Name == name).Select(each => (decimal?)each.Value.Number).FirstOrDefault();
}
