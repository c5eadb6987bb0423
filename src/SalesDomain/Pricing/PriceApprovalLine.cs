using System;
using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>Which role a line would ask for if it were the only one of its document, by the tables that judge the document.</summary>
/// <remarks>
/// For show, and for finding the lines that needed approval: what counts is the document, in which a deep discount on one line can be made
/// up for by others. Approvals on file are not counted. Part of a <see cref="PriceApproval"/>; equality is by reference.
/// </remarks>
public sealed class PriceApprovalLine
{
    private readonly PriceApprovalPart[] _parts;

    internal PriceApprovalLine(DiscountedLine line, PriceApprovalPart[] parts, IReadOnlyList<RoleId> roles)
    {
        Line = line;
        _parts = parts;
        Role = PriceApproval.RoleAt(roles, PriceApproval.Highest(parts));
    }

    /// <summary>The line after its discounts.</summary>
    public DiscountedLine Line { get; }

    /// <summary>The lowest role that might approve the line alone, or null when nobody might.</summary>
    public RoleId? Role { get; }

    /// <summary>The figures of the line alone by each table that judges it: the general one first, then its own.</summary>
    public IReadOnlyList<PriceApprovalPart> Parts => Array.AsReadOnly(_parts);

    /// <summary>Line and role: <c>line 1: CNY 4000.00, net CNY 3312.00; area manager</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Line + "; " + PriceApproval.Text(Role);
}
