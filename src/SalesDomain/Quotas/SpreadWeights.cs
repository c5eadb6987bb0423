using System;
using System.Collections.Generic;
using System.Numerics;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>The weights of periods that are cut by day from those of a phasing, brought to whole numbers: no quotient is rounded.</summary>
internal static class SpreadWeights
{
    internal static decimal[] Of(Phasing phasing, PlanPeriods periods)
    {
        var cuts = Cuts(phasing, periods);
        var common = BigInteger.One;
        foreach (var (_, from, days) in cuts)
        {
            var length = new BigInteger(phasing.LengthOf(from));
            if (days != 0)
                common = Multiple(common, length / BigInteger.GreatestCommonDivisor(length, days));
        }

        var digits = 0;
        foreach (var weight in phasing.Weights)
            digits = Math.Max(digits, DecimalMath.Scale(weight));

        var weights = new BigInteger[periods.Count];
        foreach (var (to, from, days) in cuts)
        {
            if (days != 0)
                weights[to] += DecimalMath.ToInteger(phasing.Weights[from], digits) * days * common / phasing.LengthOf(from);
        }

        var divisor = BigInteger.Zero;
        foreach (var weight in weights)
            divisor = BigInteger.GreatestCommonDivisor(divisor, weight);

        return Array.ConvertAll(weights, weight => DecimalMath.FromInteger(weight / divisor, 0));
    }

    /// <summary>What each of the periods has in common with each of the phasing's: the days that count.</summary>
    private static List<(int To, int From, int Days)> Cuts(Phasing phasing, PlanPeriods periods)
    {
        var cuts = new List<(int, int, int)>();
        var (to, from) = (0, 0);
        while (to < periods.Count)
        {
            var common = periods.At(to).Intersection(phasing.Periods.At(from))!.Value;
            cuts.Add((to, from, phasing.WorkCalendar is { } calendar ? calendar.WorkingDays(common) : common.Days!.Value));
            var (isEnd, isFromEnd) = (common.End == periods.At(to).End, common.End == phasing.Periods.At(from).End);
            to += isEnd ? 1 : 0;
            from += isFromEnd ? 1 : 0;
        }

        return cuts;
    }

    private static BigInteger Multiple(BigInteger one, BigInteger other) =>
        one / BigInteger.GreatestCommonDivisor(one, other) * other;
}
