using System;
using NodaTime;
using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>The two quotas of which one is the sum or the difference, on every day.</summary>
internal sealed class PhasedQuotaTerms : IEquatable<PhasedQuotaTerms>
{
    private readonly PhasedQuota _right;
    private readonly bool _isDifference;

    internal PhasedQuotaTerms(PhasedQuota left, PhasedQuota right, bool isDifference) =>
        (Left, _right, _isDifference) = (left, right, isDifference);

    internal PhasedQuota Left { get; }

    internal Measured Total => new SumOrDifference(Left.Total, _right.Total, _isDifference).Value;

    public bool Equals(PhasedQuotaTerms? other) =>
        other is not null && _isDifference == other._isDifference && _right == other._right
        && Left.AllowingNegative() == other.Left.AllowingNegative();

    public override bool Equals(object? obj) => Equals(obj as PhasedQuotaTerms);

    public override int GetHashCode() => Hash.Combine(Left.GetHashCode(), _right.GetHashCode());

    internal Measured ToDate(LocalDate date) =>
        new SumOrDifference(Left.QuotaToDate(date), _right.QuotaToDate(date), _isDifference).Value;

    internal Explanation Explain(string name, LocalDate date) =>
        Node(
            name, ToDate(date).Value, _isDifference ? Operation.Difference : Operation.Sum, Left.Explain(date), _right.Explain(date));
}
