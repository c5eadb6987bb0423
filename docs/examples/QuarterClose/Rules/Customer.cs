using SalesDomain;

namespace QuarterClose.Rules;

/// <summary>A customer, and the country that it buys in.</summary>
public sealed record Customer(CustomerId Id, string Name, string Country);
