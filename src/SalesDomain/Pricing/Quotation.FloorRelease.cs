using System.Linq;

namespace SalesDomain.Pricing;

/// <content>What the customer asked for below the floors, and who may release it.</content>
public sealed partial class Quotation
{
    /// <summary>
    /// The prices as they were asked for where floors hold them higher, and the lowest role that may release them, or nobody. Null where
    /// no floor holds anything, without an authority, and where nothing is sold that has a price.
    /// </summary>
    /// <remarks>
    /// What is quoted stays at its floors, and <see cref="Approval"/> is of that. With approvals of the role on file
    /// (<see cref="QuoteRequest.WithApprovals"/>) that limit <see cref="PriceAuthority.BelowFloor"/> to what the lines ask for, the request
    /// is quoted at the prices as asked. Worked out when it is read.
    /// </remarks>
    public FloorRelease? FloorRelease => _release.Value;

    private FloorRelease? Released(PriceCase[] ordersOfTheDay)
    {
        if (Rules.Authority is not { } authority || Discounted is null || Discounted.Lines.All(line => line.Line.Floor is null))
            return null;

        var document = Discounted.Document.LiftingFloors(
            line => line.Floor is null ? line.FloorLift : Percentage.OneHundred);
        var asked = Discounting(Rules, Request, document);
        if (asked.Lines.Zip(Discounted.Lines, (free, held) => free.Net == held.Net).All(isSame => isSame))
            return null;

        var approval = authority.Decide(CaseOf(asked, WaterfallOf(asked, costOn: null)), ordersOfTheDay).With([.. Request.Approvals]);
        return new FloorRelease(Discounted, approval);
    }
}
