using System;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

public sealed partial class PhasedQuota
{
    // Where this is a sum or a difference, the quotas it is of: they know what is due on a day within a period.
    private readonly PhasedQuotaTerms? _terms;

    private PhasedQuota(PhasedQuotaTerms terms, string parameterName)
    {
        var left = terms.Left;
        Total = terms.Total;
        Rounding = left.Rounding;
        AllowsNegative = left.AllowsNegative;
        _terms = terms;
        _rest = Total;
        _running = new RunningTotals([.. left.Phasing.Periods.Spans.Select(span => terms.ToDate(span.End!.Value).Amount)]);
        _ofRest = [];
        Phasing = PhasedByParts(left.Phasing, _running, parameterName);
        _weights = Phasing.Cumulated;
    }

    private PhasedQuota(PhasedQuota other, bool allowsNegative)
    {
        (Phasing, Total, Rounding, AllowsNegative) = (other.Phasing, other.Total, other.Rounding, allowsNegative);
        (_published, _publishedPeriods, _terms) = (other._published, other._publishedPeriods, other._terms);
        (_running, _weights, _rest, _ofRest) = (other._running, other._weights, other._rest, other._ofRest);
    }

    /// <summary>Whether a change may leave some periods that ask less than nothing beside others that ask something.</summary>
    public bool AllowsNegative { get; }

    /// <summary>The quota with another added, day by day: an account that comes, with its own phasing.</summary>
    /// <param name="left">A quota, whose periods are those of the sum.</param>
    /// <param name="right">
    /// Another, of the same periods or of finer ones in a part of them: from the day on which the account comes, in the middle of a month.
    /// </param>
    /// <returns>
    /// The sum. On every day it is due what is due of both: <see cref="QuotaToDate"/> is the sum of theirs, and each part is the sum of
    /// what falls to the period. It is rounded as <paramref name="left"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// Measure, tax basis, unit or currency differ; the second is not within the periods of the first, or a period of it is across a bound
    /// of theirs; it is rounded to a unit that is no multiple of that of the first; it has a part in a period in which
    /// the first has no working day; or
    /// the sum has parts of both signs and the first is not <see cref="AllowingNegative"/>.
    /// </exception>
    /// <exception cref="OverflowException">A running total needs more digits than a decimal holds.</exception>
    public static PhasedQuota operator +(PhasedQuota left, PhasedQuota right) => Combined(left, right, isDifference: false);

    /// <summary>The quota with another taken away, day by day: an account that goes, with its own phasing.</summary>
    /// <param name="left">A quota, whose periods are those of the difference.</param>
    /// <param name="right">
    /// What is taken away, of the same periods or of finer ones in a part of them: from the day on which the account goes.
    /// </param>
    /// <returns>
    /// The difference. On every day it is due what is due of the first less what is due of the second. It is rounded as
    /// <paramref name="left"/>.
    /// </returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException">
    /// Measure, tax basis, unit or currency differ; the second is not within the periods of the first, or a period of it is across a bound
    /// of theirs; it is rounded to a unit that is no multiple of that of the first; it has a part in a period in which
    /// the first has no working day; or
    /// the difference has parts of both signs and the first is not <see cref="AllowingNegative"/>.
    /// </exception>
    /// <exception cref="OverflowException">A running total needs more digits than a decimal holds.</exception>
    public static PhasedQuota operator -(PhasedQuota left, PhasedQuota right) => Combined(left, right, isDifference: true);

    /// <summary>The same quota, of which a change may leave periods that ask less than nothing.</summary>
    /// <returns>The changed copy.</returns>
    public PhasedQuota AllowingNegative() => AllowsNegative ? this : new PhasedQuota(this, allowsNegative: true);

    /// <summary>As strict as another about parts of both signs.</summary>
    internal PhasedQuota AllowingNegativeAs(PhasedQuota other, string parameterName) =>
        AllowsNegative == other.AllowsNegative ? this : new PhasedQuota(this, other.AllowsNegative).OfOneSign(parameterName);

    private static PhasedQuota Combined(PhasedQuota left, PhasedQuota right, bool isDifference)
    {
        Guard.Against.Null(left);
        Guard.Against.Null(right);
        Measured.RequireSame(left.Total, right.Total, nameof(right));
        var (periods, others) = (left.Phasing.Periods, right.Phasing.Periods);
        if (!periods.Span.Contains(others.Span))
            throw Guards.Invalid(nameof(right), others.Span.ToString(), "must be within the periods of " + periods.Span);

        foreach (var period in periods.Spans)
        {
            if (others.TryIndexOf(period.End!.Value, out var index) && others.At(index).End != period.End)
                throw Guards.Invalid(nameof(right), others[index].ToString(), "must have no period across the end of " + period);
        }

        var unit = UnitOf(left.Rounding, left.Total.Currency);
        if (UnitOf(right.Rounding, right.Total.Currency) % unit != 0m)
        {
            throw Guards.Invalid(
                nameof(right), right.Rounding.ToString(), "must have parts that are multiples of the unit " + InvariantText.Number(unit));
        }

        return new PhasedQuota(new PhasedQuotaTerms(left, right, isDifference), nameof(right)).OfOneSign(nameof(right));
    }

    private static Phasing PhasedByParts(Phasing like, RunningTotals running, string parameterName)
    {
        var parts = new decimal[running.Count];
        for (var i = 0; i < parts.Length; i++)
        {
            parts[i] = running.Part(i);
            if (parts[i] != 0m && like.LengthOf(i) == 0)
                throw Guards.Invalid(parameterName, like.Periods[i].ToString(), "must have no part in a period without a working day");
        }

        if (Array.TrueForAll(parts, part => part == 0m) || HasBothSigns(parts))
            return like;

        var phasing = Phasing.ByWeights(like.Periods, Array.ConvertAll(parts, Math.Abs));
        return like.WorkCalendar is null ? phasing : phasing.InWorkingDays(like.WorkCalendar);
    }

    private static bool HasBothSigns(decimal[] parts) =>
        Array.Exists(parts, part => part < 0m) && Array.Exists(parts, part => part > 0m);

    private PhasedQuota OfOneSign(string parameterName)
    {
        if (AllowsNegative)
            return this;

        decimal[] parts = [.. Enumerable.Range(0, _running.Count).Select(_running.Part)];
        if (!HasBothSigns(parts))
            return this;

        var least = Array.IndexOf(parts, parts.Min());
        throw Guards.Invalid(
            parameterName, Phasing.Periods[least] + " " + this[least].Value,
            "must leave no period that asks less than nothing, unless the quota is declared AllowingNegative()");
    }
}
