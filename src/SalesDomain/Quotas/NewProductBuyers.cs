using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>Who bought new products, and who came back for them (复购客户).</summary>
/// <remarks>
/// An order is a document of which the net amount of new products, with the returns that name a line of it, is above zero; several products
/// in one are one order. Equality is by reference. Made by <see cref="NewProductRule"/>.
/// </remarks>
public sealed class NewProductBuyers
{
    private readonly Dictionary<CustomerId, int> _orders;
    private readonly CustomerId[] _customers;

    private NewProductBuyers(int repeatOrders, Dictionary<CustomerId, int> orders)
    {
        RepeatOrders = repeatOrders;
        _orders = orders;
        _customers = [.. orders.Keys.OrderBy(customer => customer)];
        RepeatCount = orders.Values.Count(number => number >= repeatOrders);
        RepeatRate = Percentage.Ratio(RepeatCount, Count);
    }

    /// <summary>From how many orders on a buyer has come back.</summary>
    public int RepeatOrders { get; }

    /// <summary>Who has an order, by code.</summary>
    public IReadOnlyList<CustomerId> Customers => Array.AsReadOnly(_customers);

    /// <summary>How many have an order.</summary>
    public int Count => _customers.Length;

    /// <summary>How many of them have <see cref="RepeatOrders"/> or more.</summary>
    public int RepeatCount { get; }

    /// <summary>The repeat rate (复购率): who came back ÷ who bought, to 28 digits; null where nobody bought.</summary>
    public Percentage? RepeatRate { get; }

    /// <summary>How many orders a customer has.</summary>
    /// <param name="customer">The customer.</param>
    /// <returns>The number; 0 for one who did not buy.</returns>
    /// <exception cref="ArgumentException"><paramref name="customer"/> is the default value.</exception>
    public int OrdersOf(CustomerId customer) => _orders.TryGetValue(Identifier.Given(customer), out var number) ? number : 0;

    /// <summary>How far they reach among the dealers that were addressed (铺货率).</summary>
    /// <param name="dealers">Those who were to buy, each once; none is possible.</param>
    /// <returns>The distribution, with who has not bought yet and who bought and was not addressed.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="dealers"/> is null.</exception>
    /// <exception cref="ArgumentException">A dealer comes twice, or is the default value.</exception>
    public NewProductDistribution DistributionAmong(IEnumerable<CustomerId> dealers)
    {
        var addressed = new HashSet<CustomerId>();
        foreach (var dealer in Guard.Against.Null(dealers))
        {
            if (!addressed.Add(Identifier.Given(dealer, nameof(dealers))))
                throw Guards.Invalid(nameof(dealers), dealer.ToString(), "must have each dealer once");
        }

        return new NewProductDistribution(this, addressed);
    }

    /// <summary>How the repeat rate came about.</summary>
    /// <returns>The ratio of the two counts; absent where nobody bought.</returns>
    public Explanation Explain() =>
        Node(
            "repeat rate", Figure.OrAbsent(RepeatRate), Operation.Ratio,
            FactSum("buyers who came back", (decimal)RepeatCount, RepeatCount), FactSum("buyers", (decimal)Count, Count));

    /// <summary>Both counts: <c>7 buyers, 3 with 2 orders or more</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        InvariantText.Number(Count) + " buyers, " + InvariantText.Number(RepeatCount) + " with "
        + InvariantText.Number(RepeatOrders) + " orders or more";

    internal static NewProductBuyers Of(int repeatOrders, IEnumerable<KeyValuePair<DocumentId, NewProductOrder>> orders)
    {
        var documents = new HashSet<DocumentId>();
        var numbers = new Dictionary<CustomerId, int>();
        foreach (var order in orders)
        {
            if (!order.Value.Counts || !documents.Add(order.Key))
                continue;

            var customer = order.Value.Customer!.Value;
            numbers[customer] = numbers.TryGetValue(customer, out var number) ? number + 1 : 1;
        }

        return new NewProductBuyers(repeatOrders, numbers);
    }
}
