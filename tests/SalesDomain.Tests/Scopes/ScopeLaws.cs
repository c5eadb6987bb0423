using System;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;
using FsCheck.Xunit;

namespace SalesDomain.Tests.Scopes;

/// <summary>Scopes against every subject of a small world, tried one by one.</summary>
public sealed class ScopeLaws
{
    [Property(MaxTest = 300)]
    public Property A_scope_matches_what_every_step_admits() =>
        Prop.ForAll(ScopeSample.Whole, sample =>
            PlainSubject.World.All(
                subject => sample.Scope!.Matches(subject.Subject) == Array.TrueForAll(sample.Steps, step => step.Admits(subject))));

    [Property(MaxTest = 300)]
    public Property What_nobody_could_match_is_refused_and_nothing_else() =>
        Prop.ForAll(ScopeSample.Any, sample =>
            (sample.Scope is null) == (sample.Members.Length == 0)
            && (sample.Scope is null) == sample.RefusedInTheNameOf is "customers" or "groups" or "products" or "priceKinds");

    [Property]
    public Property The_order_of_the_steps_does_not_matter() =>
        Prop.ForAll(ScopeSample.Whole, Gen.Choose(0, int.MaxValue).ToArbitrary(), (sample, seed) =>
        {
            var random = new Random(seed);
            var other = ScopeSample.Build(sample.Steps.OrderBy(_ => random.Next()).ToArray());
            return other == sample.Scope && other.GetHashCode() == sample.Scope!.GetHashCode()
                && other.ToString() == sample.Scope.ToString();
        });

    [Property(MaxTest = 300)]
    public Property Scopes_are_equal_exactly_when_they_match_the_same_subjects() =>
        Prop.ForAll(ScopeSample.Whole, Near.ToArbitrary(), (sample, near) =>
        {
            var other = near.Of(sample);
            return other is null || (other.Scope == sample.Scope) == sample.Members.SequenceEqual(other.Members);
        });

    [Property(MaxTest = 300)]
    public Property They_overlap_exactly_when_a_subject_matches_both() =>
        Prop.ForAll(ScopeSample.Whole, ScopeSample.Whole, (one, other) =>
        {
            var common = one.Members.Intersect(other.Members).Any();
            return one.Scope!.Overlaps(other.Scope!) == common && other.Scope!.Overlaps(one.Scope) == common;
        });

    [Property(MaxTest = 300)]
    public Property The_intersection_matches_what_both_match_and_is_null_where_nothing_does() =>
        Prop.ForAll(ScopeSample.Whole, ScopeSample.Whole, (one, other) =>
        {
            var both = one.Scope!.Intersection(other.Scope!);
            return both == other.Scope!.Intersection(one.Scope)
                && (both is null ? !one.Scope.Overlaps(other.Scope) : both.Overlaps(both))
                && PlainSubject.World.All(
                    subject =>
                        (both?.Matches(subject.Subject) ?? false)
                        == (one.Scope.Matches(subject.Subject) && other.Scope.Matches(subject.Subject)));
        });

    [Property(MaxTest = 300)]
    public Property One_contains_the_other_exactly_when_it_matches_all_that_the_other_does() =>
        Prop.ForAll(ScopeSample.Whole, Near.ToArbitrary(), (sample, near) =>
        {
            var other = near.Of(sample);
            return other is null
                || (sample.Scope!.Contains(other.Scope!) == !other.Members.Except(sample.Members).Any()
                    && other.Scope!.Contains(sample.Scope) == !sample.Members.Except(other.Members).Any());
        });

    [Property]
    public Property There_is_a_reason_for_each_condition_that_is_not_met_and_none_when_all_are() =>
        Prop.ForAll(ScopeSample.Whole, Gen.Elements(PlainSubject.World.ToArray()).ToArbitrary(), (sample, subject) =>
        {
            var scope = sample.Scope!;
            var unmet = scope.Conditions.Where(
                condition => !new Narrowing(condition.Dimension, condition.IsExclusion, [.. condition.Codes]).Admits(subject)).ToArray();
            var reasons = scope.Mismatches(subject.Subject);
            return (reasons.Count == 0) == scope.Matches(subject.Subject)
                && reasons.Select(reason => reason.Code.StartsWith("scope.excluded-", StringComparison.Ordinal))
                .SequenceEqual(unmet.Select(condition => condition.IsExclusion));
        });

    [Property]
    public Property It_tells_what_it_speaks_of_and_the_subject_does_not_state() =>
        Prop.ForAll(ScopeSample.Whole, Gen.Elements(PlainSubject.World.ToArray()).ToArbitrary(), (sample, subject) =>
            sample.Scope!.Unstated(subject.Subject) == sample.Steps
                .Where(step => step.Dimension != ScopeDimensions.CustomerGroup && subject.Of(step.Dimension).Length == 0)
                .Aggregate(ScopeDimensions.None, (all, step) => all | step.Dimension)
            && sample.Scope.Unstated(default) == sample.Steps.Aggregate(ScopeDimensions.None, (all, step) => all | step.Dimension));

    [Property]
    public Property A_scope_is_rebuilt_from_its_conditions() =>
        Prop.ForAll(ScopeSample.Whole, sample =>
            ScopeSample.Build(
                sample.Scope!.Conditions.Select(
                    condition => new Narrowing(condition.Dimension, condition.IsExclusion, [.. condition.Codes]))) == sample.Scope);

    [Property]
    public Property It_is_as_specific_as_the_dimensions_in_which_only_some_are_in() =>
        Prop.ForAll(ScopeSample.Whole, sample =>
            sample.Scope!.Dimensions
            == sample.Steps.Where(step => !step.IsExclusion).Aggregate(ScopeDimensions.None, (all, step) => all | step.Dimension));

    /// <summary>Scopes a step apart, since two at random are seldom equal or contained.</summary>
    private sealed record Near(Narrowing Step, int Left)
    {
        internal static Arbitrary<Near> ToArbitrary() =>
            (from step in ScopeSample.Step from left in Gen.Choose(-1, 5) select new Near(step, left)).ToArbitrary();

        internal ScopeSample? Of(ScopeSample sample)
        {
            var near = new ScopeSample([.. sample.Steps.Where((_, i) => i != Left), .. Left % 2 == 0 ? [Step] : Array.Empty<Narrowing>()]);
            return near.Scope is null ? null : near;
        }
    }
}
