using System;
using System.Collections.Generic;
using System.Linq;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>The prices of a quotation as they were asked for, where floors hold them higher, and who may release them (底价放行).</summary>
/// <remarks>
/// <para>
/// As asked is what discounts and negotiated prices come to with no floor on any line. The lowest role is named that may approve these
/// prices by all its limits, and may go so far below the floor by every table that judges a line that is held: a table that is not over
/// <see cref="PriceAuthority.BelowFloor"/> gives nobody that right. Approvals of that role which limit it to what each line asks for
/// (<see cref="FloorReleaseLine.BelowFloor"/>; one to the most of them, where one table judges them all) make the request quote the nets as
/// asked, to the cent.
/// </para>
/// <para>
/// Codes of the reasons, beside those of <see cref="PriceApproval"/>. <c>pricing.quote-floor-of-nobody</c>: table, lines; it is not over
/// <see cref="PriceAuthority.BelowFloor"/>. <c>pricing.quote-floor-beyond-role</c>: role, line, below floor, limit; a role that may approve
/// the prices and may not go so far below that floor, to the cent.
/// </para>
/// <para>Part of a <see cref="Quotation"/>; equality is by reference.</para>
/// </remarks>
public sealed class FloorRelease
{
    private readonly FloorReleaseLine[] _lines;
    private readonly Held[] _held;

    internal FloorRelease(DiscountedDocument asQuoted, PriceApproval approval)
    {
        var asAsked = approval.Document.Document;
        Approval = approval;
        AsQuoted = asQuoted.Net;
        AsAsked = asAsked.Net;
        Difference = AsQuoted - AsAsked;
        _lines =
        [
            .. asQuoted.Lines.Zip(asAsked.Lines, (held, free) => (Held: held, Free: free)).Where(line => line.Held.Net != line.Free.Net)
                .Select(line => new FloorReleaseLine(line.Held, line.Free)),
        ];
        var tablesOf = approval.Authority.TablesOfFloors(approval.Document.Customer, asAsked.Document);
        _held =
        [
            .. _lines.Where(line => !line.BelowFloor.IsZero)
                .SelectMany(line => tablesOf(line.AsAsked.Line).Select(table => new Held(line, table.Name, table.Table))),
        ];
        RoleId[] able = [.. approval.Authority.Roles.Where(MayRelease)];
        Role = able.Length == 0 ? null : able[0];
    }

    /// <summary>
    /// Who may approve the prices as asked by all limits, the orders of the day and approvals on file counted, with the document after its
    /// discounts.
    /// </summary>
    public PriceApproval Approval { get; }

    /// <summary>The lowest role that may release the prices as asked; null when nobody may.</summary>
    public RoleId? Role { get; }

    /// <summary>The lines that cost another amount as asked, by their numbers.</summary>
    public IReadOnlyList<FloorReleaseLine> Lines => Array.AsReadOnly(_lines);

    /// <summary>What all that is sold costs as it is quoted, in the tax basis of the quotation.</summary>
    public Money AsQuoted { get; }

    /// <summary>What it costs as it was asked for.</summary>
    public Money AsAsked { get; }

    /// <summary>How much more is quoted than was asked for.</summary>
    public Money Difference { get; }

    /// <summary>Why roles below may not release the prices, or nobody: those of the approval, and then of the floors.</summary>
    public IReadOnlyList<Reason> Reasons
    {
        get
        {
            var reasons = Approval.Reasons.ToList();
            reasons.AddRange(_held.Where(held => !held.IsOver).GroupBy(held => held.Name).Select(same => new Reason(
                "pricing.quote-floor-of-nobody", ("table", same.Key),
                ("lines", string.Join(", ", same.Select(held => InvariantText.Number(held.Number)))))));
            foreach (var role in Approval.Authority.Roles.Where(role => Approval.MayApprove(role)))
            {
                reasons.AddRange(_held.Where(held => held.IsOver && !held.MayRelease(role)).Select(held => new Reason(
                    "pricing.quote-floor-beyond-role", ("role", role.ToString()), ("line", (decimal)held.Number),
                    ("below floor", held.Line.BelowFloor), ("limit", held.LimitOf(role).Bound))));
            }

            return reasons.AsReadOnly();
        }
    }

    /// <summary>Whether a role may release the prices as asked; one that is not in the tables may not.</summary>
    /// <param name="role">The role.</param>
    /// <returns>Whether it may approve them, and go so far below the floor of each line that is held.</returns>
    public bool MayRelease(RoleId role) => Approval.MayApprove(role) && Array.TrueForAll(_held, held => held.MayRelease(role));

    /// <summary>The answer as a selection: of the roles from the lowest up, the first that may release the prices.</summary>
    /// <returns>
    /// The explanation; its figure is the code of <see cref="Role"/>, absent when nobody may. What each line is below its floor is followed
    /// down to list prices where it is first met.
    /// </returns>
    public Explanation Explain()
    {
        var (counted, explained) = (new CountedOnce(), new HashSet<FloorReleaseLine>());
        var approved = Approval.Explain().Children.ToLookup(child => child.Name, StringComparer.Ordinal);
        var choices = new List<Explanation>();
        foreach (var role in Approval.Authority.Roles)
        {
            var conditions = new List<Explanation>
            {
                Node(
                    "beyond " + role, !Approval.MayApprove(role), Operation.Compare(ComparisonKind.Equal),
                    approved[role + " may approve"].First(), Constant("no", false)),
                Constant("no", false),
            };
            foreach (var held in _held.Where(each => each.IsLimited(role)))
            {
                conditions.Add(held.Explain(role, explained, counted));
                conditions.Add(Constant("no", false));
            }

            conditions.Add(Constant("yes", true));
            choices.Add(Node(role + " may release", MayRelease(role), Operation.Select, [.. conditions]));
            choices.Add(Constant(role.ToString(), role.ToString()));
        }

        choices.Add(Constant("nobody", Figure.Absent));
        return Node(
            Approval.Document.Id + " released by", Role is { } releaser ? releaser.ToString() : Figure.Absent, Operation.Select,
            [.. choices]);
    }

    /// <summary>Both nets, and who may release: <c>Q-1: quoted CNY 800.00, asked CNY 700.00; sales director</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Approval.Document.Id + ": quoted " + AsQuoted + ", asked " + AsAsked + "; " + PriceApproval.Text(Role);

    /// <summary>A line that its floor holds, and a table that has a say.</summary>
    private sealed class Held
    {
        private readonly Authority _table;

        internal Held(FloorReleaseLine line, string? name, Authority table)
        {
            Line = line;
            Name = name ?? "all lines";
            _table = table;
            IsOver = table.IsOver(PriceAuthority.BelowFloor);
        }

        internal FloorReleaseLine Line { get; }

        internal string Name { get; }

        internal bool IsOver { get; }

        internal int Number => Line.AsAsked.Line.Number;

        internal AuthorityLimit LimitOf(RoleId role) => _table.LimitOf(role, PriceAuthority.BelowFloor)!;

        internal bool MayRelease(RoleId role) => IsOver && (!IsLimited(role) || LimitOf(role).Holds(Line.BelowFloor));

        internal bool IsLimited(RoleId role) => !IsOver || !LimitOf(role).IsUnlimited;

        internal Explanation Explain(RoleId role, HashSet<FloorReleaseLine> explained, CountedOnce counted) =>
            !IsOver ? Fact("below floor is nobody's by " + Name, true)
                : Node(
                    "below floor is over its limit", !MayRelease(role), Operation.Compare(ComparisonKind.Greater),
                    explained.Add(Line) ? Line.ExplainBelowFloor(counted) : Line.StateBelowFloor(), Constant("limit", LimitOf(role).Bound));
    }
}
