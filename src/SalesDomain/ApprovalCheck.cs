using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain;

/// <summary>Whether an <see cref="SalesDomain.Approval"/> covers a case, and if not, every reason against.</summary>
/// <remarks>
/// <para>
/// Codes of the reasons. <c>approval.not-yet-valid</c>: on, valid from. <c>approval.expired</c>: on, valid until.
/// <c>approval.other-document</c>: document, approved. Those of <see cref="Scope.Mismatches"/>, <c>approval</c> for <c>scope</c>:
/// <c>approval.not-in-customers</c>. <c>approval.not-stated</c>: dimension, say customer group; the scope leaves some out and the subject
/// does not say which it is of. <c>approval.over-limit</c>: figure, value, limit, excess. <c>approval.below-limit</c>: figure, value,
/// limit, shortfall. <c>approval.unknown-figure</c>: figure, limit; the figure is absent or left out. Of percentages the last figure is
/// <c>excess points</c> or <c>shortfall points</c>, a number of percentage points.
/// </para>
/// <para>Immutable. Equality is by reference.</para>
/// </remarks>
public sealed class ApprovalCheck
{
    private readonly ScopeSubject[] _subjects;
    private readonly NamedFigure[] _figures;
    private readonly Reason[] _reasons;

    internal ApprovalCheck(
        Approval approval, DocumentId document, ScopeSubject[] subjects, LocalDate on, NamedFigure[] figures, Reason[] reasons)
    {
        Approval = approval;
        Document = document;
        On = on;
        _subjects = subjects;
        _figures = figures;
        _reasons = reasons;
    }

    /// <summary>The approval that was checked.</summary>
    public Approval Approval { get; }

    /// <summary>The document of the case it was checked for.</summary>
    public DocumentId Document { get; }

    /// <summary>What was known of the sale: one, or one for each line.</summary>
    public IReadOnlyList<ScopeSubject> Subjects => Array.AsReadOnly(_subjects);

    /// <summary>The day of the case.</summary>
    public LocalDate On { get; }

    /// <summary>
    /// True when the day of the case is before that of granting: it was used and then granted. <see cref="Approval.IsRetroactive"/> says
    /// that an approval could be so used, this that it was.
    /// </summary>
    public bool IsAfterTheFact => On < Approval.Granted;

    /// <summary>The figures that the approval names, as they were in the case; absent where they were left out.</summary>
    public IReadOnlyList<NamedFigure> Figures => Array.AsReadOnly(_figures);

    /// <summary>True when there is no reason against.</summary>
    public bool IsCovered => _reasons.Length == 0;

    /// <summary>Every reason against, dates first, then document, scope and limits; empty when the case is covered.</summary>
    public IReadOnlyList<Reason> Reasons => Array.AsReadOnly(_reasons);

    /// <summary>
    /// The number of the approval, the case and the reasons: <c>A-17 covers SO-4711 on 2026-03-20 (customer C-1, product P-1)</c>,
    /// <c>A-17 does not cover SO-4711 on 2026-04-01; approval.expired (...)</c>. A subject that states nothing is left out.
    /// </summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Approval.Id + (IsCovered ? " covers " : " does not cover ") + Document + " on " + InvariantText.Date(On)
        + string.Concat(
            _subjects.Distinct().Select(subject => subject.ToString()).Where(text => text.Length > 0).Select(text => " (" + text + ")"))
        + string.Concat(Array.ConvertAll(_reasons, reason => "; " + reason));
}
