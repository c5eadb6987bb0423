namespace SalesDomain.Commissions;

/// <summary>Which part of the margin of a sale a commission is paid on. Below cost each is zero, and never less.</summary>
/// <remarks>
/// The list amount of the line is the target price, the list price at which nothing is given away. Where it is below the cost, it is the
/// cost that counts as the target, so that the part up to the list price and the part above it are the part above cost in every case.
/// </remarks>
public enum MarginPart
{
    /// <summary>What the price is above the cost: max(0, net − cost).</summary>
    AboveCost,

    /// <summary>What of it lies between the cost and the list price: max(0, min(net, list) − cost).</summary>
    UpToList,

    /// <summary>What of it lies above the list price: max(0, net − max(list, cost)).</summary>
    AboveList,
}
