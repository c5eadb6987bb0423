using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Rebates;

/// <summary>Judges the claims of an allowance in their order, and keeps what is left of it and which documents were used.</summary>
internal sealed class PromotionRun
{
    private readonly PromotionAllowance _allowance;
    private readonly LocalDate _asOf;
    private readonly Dictionary<DocumentId, DocumentId> _usedBy = [];
    private Money _left;

    internal PromotionRun(PromotionAllowance allowance, LocalDate asOf)
    {
        _allowance = allowance;
        _asOf = asOf;
        _left = allowance.Most;
    }

    internal PromotionClaimResult Judge(PromotionClaim claim)
    {
        var against = new List<Reason>();
        if (claim.Allowance != _allowance.Number)
            against.Add(new Reason("claim.other-allowance", ("claimed", claim.Allowance.Code), ("allowance", _allowance.Number.Code)));
        if (claim.Customer != _allowance.Customer)
            against.Add(new Reason("claim.not-the-customer", ("customer", claim.Customer.Code)));
        if (against.Count > 0)
            return Ended(claim, ClaimState.Refused, null, against);

        var (complete, missing) = Evidence(claim);
        if (missing.Count == 0)
            return Grant(claim, complete);

        if (_allowance.LastDay is { } last && _asOf > last)
            missing.Add(new Reason("claim.deadline-passed", ("until", last)));
        return Ended(claim, ClaimState.NotProven, null, missing);
    }

    private PromotionClaimResult Ended(PromotionClaim claim, ClaimState state, LocalDate? complete, List<Reason> reasons) =>
        new(_allowance, claim, state, complete, PromotionSteps.None(Money.Zero(_left.Currency)), reasons);

    private PromotionClaimResult Grant(PromotionClaim claim, LocalDate complete)
    {
        var isLate = _allowance.LastDay is { } last && complete > last;
        var reasons = new List<Reason>();
        if (isLate)
            reasons.Add(new Reason("claim.too-late", ("claimed", complete), ("until", _allowance.LastDay!.Value)));
        if (isLate && _allowance.LateShare.IsZero)
            return Ended(claim, ClaimState.Refused, complete, reasons);
        if (!_left.IsPositive)
            return Ended(claim, ClaimState.Refused, complete, [.. reasons, new Reason("claim.used-up", ("cap", _allowance.Most))]);

        var asked = claim.Spent * _allowance.Share;
        var exact = isLate ? asked * _allowance.LateShare : asked;
        var rounded = exact.Round(_allowance.Rounding);
        var granted = Money.Min(rounded, _left);
        if (granted < rounded)
            reasons.Add(new Reason("claim.over-most", ("claimed", rounded), ("left", _left)));

        var steps = new PromotionSteps(asked, isLate, exact, rounded, _left, granted);
        _left -= granted;
        foreach (var evidence in claim.Evidence.Where(evidence => evidence.On <= _asOf && !_usedBy.ContainsKey(evidence.Document)))
            _usedBy.Add(evidence.Document, claim.Id);
        return new PromotionClaimResult(
            _allowance, claim, reasons.Count == 0 ? ClaimState.Granted : ClaimState.Reduced, complete, steps, reasons);
    }

    // The day on which all that is needed was there, and what is not there.
    private (LocalDate Complete, List<Reason> Missing) Evidence(PromotionClaim claim)
    {
        var (complete, missing) = (claim.On, new List<Reason>());
        foreach (var kind in _allowance.Evidence)
        {
            var given = claim.Evidence.Where(each => string.Equals(each.Kind, kind, System.StringComparison.Ordinal) && each.On <= _asOf)
                .ToList();
            var used = given.FindAll(each => _usedBy.ContainsKey(each.Document));
            if (given.Count > used.Count)
            {
                var on = given.Except(used).Min(each => each.On);
                complete = on > complete ? on : complete;
                continue;
            }

            missing.Add(new Reason("claim.evidence-missing", ("evidence", kind)));
            foreach (var each in used)
            {
                missing.Add(
                    new Reason(
                        "claim.evidence-used-before", ("document", each.Document.Code), ("claim", _usedBy[each.Document].Code)));
            }
        }

        return (complete, missing);
    }
}
