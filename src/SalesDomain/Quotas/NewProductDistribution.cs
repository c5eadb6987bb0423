using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>How many of the dealers that were addressed have a new product, by a first order and by coming back.</summary>
/// <remarks>
/// Two rates go by the name of 铺货率: with a first order (<see cref="Reach"/>, 铺货率), which may be a sample on the shelf, and with so many
/// orders (<see cref="Rate"/>, 有效铺货率, 二次进货率), since who came back sells it on. Buyers who were not addressed are shown and count in neither
/// rate, so that none is above 100 %. Equality is by reference. Made by <see cref="NewProductBuyers.DistributionAmong"/>.
/// </remarks>
public sealed class NewProductDistribution
{
    private readonly CustomerId[] _notReached;
    private readonly CustomerId[] _outside;

    internal NewProductDistribution(NewProductBuyers buyers, HashSet<CustomerId> dealers)
    {
        _notReached = [.. dealers.Where(dealer => buyers.OrdersOf(dealer) == 0).OrderBy(dealer => dealer)];
        _outside = [.. buyers.Customers.Where(customer => !dealers.Contains(customer))];
        RepeatOrders = buyers.RepeatOrders;
        Dealers = dealers.Count;
        Buyers = Dealers - _notReached.Length;
        RepeatBuyers = dealers.Count(dealer => buyers.OrdersOf(dealer) >= buyers.RepeatOrders);
        Reach = Percentage.Ratio(Buyers, Dealers);
        Rate = Percentage.Ratio(RepeatBuyers, Dealers);
    }

    /// <summary>How many dealers were addressed.</summary>
    public int Dealers { get; }

    /// <summary>How many of them have an order.</summary>
    public int Buyers { get; }

    /// <summary>From how many orders on a buyer has come back.</summary>
    public int RepeatOrders { get; }

    /// <summary>How many of the dealers have <see cref="RepeatOrders"/> or more.</summary>
    public int RepeatBuyers { get; }

    /// <summary>
    /// The distribution that holds (有效铺货率, by second orders 二次进货率): dealers that came back ÷ dealers addressed, to 28 digits; null
    /// where none was addressed.
    /// </summary>
    public Percentage? Rate { get; }

    /// <summary>The reach (铺货率): dealers with a first order ÷ dealers addressed, to 28 digits; null where none was addressed.</summary>
    public Percentage? Reach { get; }

    /// <summary>The dealers without an order, by code: whom to visit next.</summary>
    public IReadOnlyList<CustomerId> NotReached => Array.AsReadOnly(_notReached);

    /// <summary>The buyers who were not addressed, by code.</summary>
    public IReadOnlyList<CustomerId> Outside => Array.AsReadOnly(_outside);

    /// <summary>How the distribution came about.</summary>
    /// <returns>The ratio of the two counts; absent where nobody was addressed.</returns>
    public Explanation Explain() => Explain("distribution", Rate, "dealers that came back", RepeatBuyers);

    /// <summary>How the reach came about.</summary>
    /// <returns>The ratio of the two counts; absent where nobody was addressed.</returns>
    public Explanation ExplainReach() => Explain("reach", Reach, "dealers with an order", Buyers);

    /// <summary>The counts: <c>3 of 20 dealers with 2 orders or more, 7 with at least one, 1 buyers outside</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(RepeatBuyers) + " of " + InvariantText.Number(Dealers) + " dealers with " + InvariantText.Number(RepeatOrders)
        + " orders or more, "
        + InvariantText.Number(Buyers) + " with at least one, " + InvariantText.Number(_outside.Length) + " buyers outside";

    private Explanation Explain(string name, Percentage? rate, string counted, int count) =>
        Node(
            name, Figure.OrAbsent(rate), Operation.Ratio,
            FactSum(counted, (decimal)count, count), FactSum("dealers addressed", (decimal)Dealers, Dealers));
}
