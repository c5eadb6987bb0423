using System;
using System.Collections.Generic;

namespace SalesDomain;

/// <summary>Whether an <see cref="SalesDomain.Approval"/> covers a case, and if not, every reason against.</summary>
/// <remarks>
/// <para>
/// Codes of the reasons. <c>approval.not-yet-valid</c>: on, valid from. <c>approval.expired</c>: on, valid until.
/// <c>approval.other-document</c>: document, approved. Those of <see cref="Scope.Mismatches"/> after a prefix,
/// <c>approval.not-in-customers</c>. <c>approval.over-limit</c>: figure, value, limit, excess. <c>approval.below-limit</c>: figure, value,
/// limit, shortfall. <c>approval.unknown-figure</c>: figure, limit; the figure is absent or left out.
/// </para>
/// <para>Immutable.</para>
/// </remarks>
public sealed class ApprovalCheck
{
    private readonly NamedFigure[] _figures;
    private readonly Reason[] _reasons;

    internal ApprovalCheck(Approval approval, NamedFigure[] figures, Reason[] reasons)
    {
        Approval = approval;
        _figures = figures;
        _reasons = reasons;
    }

    /// <summary>The approval that was checked.</summary>
    public Approval Approval { get; }

    /// <summary>The figures that the approval names, as they were in the case; absent where they were left out.</summary>
    public IReadOnlyList<NamedFigure> Figures => Array.AsReadOnly(_figures);

    /// <summary>True when there is no reason against.</summary>
    public bool IsCovered => _reasons.Length == 0;

    /// <summary>Every reason against, dates first, then document, scope and limits; empty when the case is covered.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>
    /// The number of the approval and the reasons: <c>A-17 covers</c>, <c>A-17 does not cover; approval.expired (...)</c>.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Approval.Id
        + (IsCovered ? " covers" : " does not cover; " + string.Join("; ", Array.ConvertAll(_reasons, reason => reason.ToString())));
}
