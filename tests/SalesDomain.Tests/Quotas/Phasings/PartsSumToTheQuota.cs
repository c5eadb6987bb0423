using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;
using SalesDomain.Quotas;
using static SalesDomain.Tests.Quotas.Phasings.PhasingSample;

namespace SalesDomain.Tests.Quotas.Phasings;

public sealed class PartsSumToTheQuota
{
    [Property(MaxTest = 300)]
    public Property The_parts_sum_to_the_quota_whatever_weights_unit_and_sign() =>
        Prop.ForAll(PhasingSample.Any, sample =>
        {
            var quota = sample.Quota;
            return quota.Parts.Aggregate((sum, part) => sum + part) == sample.Total
                && quota.Cumulative[quota.Cumulative.Count - 1] == sample.Total;
        });

    [Property(MaxTest = 300)]
    public Property Each_running_total_is_within_a_rounding_of_the_exact_one() =>
        Prop.ForAll(PhasingSample.Any, sample =>
        {
            var cumulative = sample.Quota.Cumulative;
            return cumulative.Select((total, i) => (Exact.Of(AmountOf(total)) - Through(sample.Phasing, AmountOf(sample.Total), i)).Abs())
                .All(deviation => deviation <= Exact.Of(sample.MostDeviation) + Exact.Of(0.000000000000001m));
        });

    [Property(MaxTest = 300)]
    public Property Each_running_total_is_the_quotient_rounded_once() =>
        Prop.ForAll(PhasingSample.Any, sample =>
        {
            var total = AmountOf(sample.Total);
            var cumulative = sample.Quota.Cumulative;

            // A quotient has 28 digits: where it meets a bound of the rounding only to all of them, either side is right.
            var last = Exact.Of(0.0000000000000000000000000001m) * (Exact.Of(total).Abs() + Exact.Of(1));
            return Enumerable.Range(0, cumulative.Count).All(i =>
                (cumulative[i].IsZero && Through(sample.Phasing, total, i).Abs() <= last)
                || new[] { Exact.Of(0), last, -last }
                    .Select(digit => Rounded(Through(sample.Phasing, total, i) + digit, sample.Unit, sample.Rounding.Mode))
                    .Contains(AmountOf(cumulative[i])));
        });

    [Property(MaxTest = 200)]
    public Property A_part_is_a_multiple_of_the_unit() =>
        Prop.ForAll(PhasingSample.Any, sample => sample.Quota.Parts.All(part => AmountOf(part) % sample.Unit == 0m));

    [Property(MaxTest = 200)]
    public Property A_period_without_weight_has_no_part() =>
        Prop.ForAll(PhasingSample.Any, sample =>
            sample.Quota.Parts.Zip(sample.Phasing.Weights, (part, weight) => weight != 0m || part.IsZero).All(isSo => isSo));

    [Property(MaxTest = 200)]
    public Property Only_the_ratio_of_weights_counts() =>
        Prop.ForAll(PhasingSample.Any, sample =>
            Phasing.ByWeights(sample.Phasing.Periods, sample.Phasing.Weights.Select(weight => weight * 0.7m))
                .Split(sample.Total, sample.Rounding).Parts.SequenceEqual(sample.Quota.Parts));

    [Property(MaxTest = 100)]
    public Property Many_are_phased_as_one_is() =>
        Prop.ForAll(PhasingSample.Any, sample =>
            sample.Phasing.SplitEach([sample.Total, -sample.Total], sample.Rounding)
                .SequenceEqual([sample.Quota, sample.Phasing.Split(-sample.Total, sample.Rounding)]));

    [Property(MaxTest = 300)]
    public Property A_quota_to_date_ends_each_period_with_its_running_total_and_never_falls() =>
        Prop.ForAll(PhasingSample.Any, sample =>
        {
            var (quota, periods) = (sample.Quota, sample.Phasing.Periods);
            var first = periods.Span.Start!.Value;
            var zero = sample.Total * 0m;
            var toDate = Enumerable.Range(-1, periods.Span.Days!.Value + 2).Select(day => quota.QuotaToDate(first.PlusDays(day))).ToArray();
            var signed = AmountOf(sample.Total) < 0m ? toDate.Select(each => -each).ToArray() : toDate;
            return toDate[0] == zero && toDate[toDate.Length - 1] == sample.Total
                && periods.Spans.Zip(quota.Cumulative, (span, total) => quota.QuotaToDate(span.End!.Value) == total).All(isSo => isSo)
                && signed.Zip(signed.Skip(1), (day, next) => day <= next).All(isSo => isSo);
        });

    /// <summary>The oracle: a fraction to a multiple of the unit, by comparing it with the multiples around it.</summary>
    private static decimal Rounded(Exact value, decimal unit, RoundingMode mode)
    {
        var below = (value / Exact.Of(unit)).Floor();
        var over = (value / Exact.Of(unit)) - below;
        if (over.Sign == 0)
            return Multiple(below, unit);

        var isUp = mode switch
        {
            RoundingMode.Ceiling => true,
            RoundingMode.Floor => false,
            RoundingMode.Up => value.Sign > 0,
            RoundingMode.Down => value.Sign < 0,
            RoundingMode.HalfEven => over > Exact.Half || (over == Exact.Half && !below.IsEven),
            _ => over > Exact.Half || (over == Exact.Half && value.Sign > 0),
        };
        return Multiple(isUp ? below + Exact.Of(1) : below, unit);
    }

    private static decimal Multiple(Exact whole, decimal unit)
    {
        var text = whole.ToString();
        return decimal.Parse(text.Split('/')[0], System.Globalization.CultureInfo.InvariantCulture) * unit;
    }
}
