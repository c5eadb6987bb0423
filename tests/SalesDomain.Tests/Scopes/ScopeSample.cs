using System;
using System.Collections.Generic;
using System.Linq;
using FsCheck;
using FsCheck.Fluent;

namespace SalesDomain.Tests.Scopes;

/// <summary>A step of building a scope, in plain terms.</summary>
internal sealed record Narrowing(ScopeDimensions Dimension, bool IsExclusion, string[] Codes)
{
    /// <summary>What the step says of a subject, without a word of the library's own code.</summary>
    internal bool Admits(PlainSubject subject) => subject.Of(Dimension).Intersect(Codes).Any() != IsExclusion;

    public override string ToString() => (IsExclusion ? "except " : "only ") + Dimension + " " + string.Join(",", Codes);
}

/// <summary>A subject as plain lists of codes.</summary>
internal sealed record PlainSubject(string? Customer, string[] Groups, string? Product, string? PriceKind)
{
    /// <summary>Every subject there is in a small world: codes in sets, one that no scope names, and none.</summary>
    internal static IReadOnlyList<PlainSubject> World { get; } =
    [
        .. from customer in new[] { null, "A", "B", "C", "Z" }
           from groups in Enumerable.Range(0, 16)
               .Select(bits => new[] { "A", "B", "C", "Z" }.Where((_, i) => (bits >> i & 1) == 1).ToArray())
           from product in new[] { null, "A", "B", "C", "Z" }
           from kind in new[] { null, "Standard", "Special", "Free", "Project" }
           select new PlainSubject(customer, groups, product, kind),
    ];

    internal ScopeSubject Subject { get; } = Build(Customer, Groups, Product, PriceKind);

    internal string[] Of(ScopeDimensions dimension) =>
        dimension switch
        {
            ScopeDimensions.Customer => Customer is null ? [] : [Customer],
            ScopeDimensions.CustomerGroup => Groups,
            ScopeDimensions.Product => Product is null ? [] : [Product],
            _ => PriceKind is null ? [] : [PriceKind],
        };

    private static ScopeSubject Build(string? customer, string[] groups, string? product, string? kind)
    {
        var subject = default(ScopeSubject).InGroups([.. groups.Select(code => new CustomerGroupId(code))]);
        if (customer is not null)
            subject = subject.With(new CustomerId(customer));
        if (product is not null)
            subject = subject.With(new ProductId(product));

        return kind is null ? subject : subject.With(ScopeSample.Kind(kind));
    }
}

/// <summary>A scope built by random steps, beside the steps themselves; no scope where they contradict each other.</summary>
internal sealed class ScopeSample
{
    internal static Gen<Narrowing> Step { get; } =
        from dimension in Gen.Elements(
            ScopeDimensions.Customer, ScopeDimensions.CustomerGroup, ScopeDimensions.CustomerGroup, ScopeDimensions.Product,
            ScopeDimensions.PriceKind)
        from isExclusion in Gen.Elements(true, false)
        from codes in Gen.Elements(dimension == ScopeDimensions.PriceKind ? ["Standard", "Special", "Free"] : new[] { "A", "B", "C" })
            .NonEmptyListOf()
        select new Narrowing(dimension, isExclusion, [.. codes.Take(3)]);

    internal static Gen<ScopeSample> Samples { get; } = Gen.Choose(0, 5).SelectMany(count => Step.ArrayOf(count))
        .Select(steps => new ScopeSample(steps));

    internal static Arbitrary<ScopeSample> Any { get; } = Samples.ToArbitrary();

    /// <summary>Samples that have a scope.</summary>
    internal static Arbitrary<ScopeSample> Whole { get; } = Samples.Where(sample => sample.Scope is not null).ToArbitrary();

    internal ScopeSample(Narrowing[] steps)
    {
        Steps = steps;
        try
        {
            Scope = Build(steps);
        }
        catch (ArgumentException e)
        {
            RefusedInTheNameOf = e.ParamName;
        }
    }

    internal Narrowing[] Steps { get; }

    internal Scope? Scope { get; }

    internal string? RefusedInTheNameOf { get; }

    internal PlainSubject[] Members => [.. PlainSubject.World.Where(subject => Array.TrueForAll(Steps, step => step.Admits(subject)))];

    public override string ToString() => string.Join("; ", Steps.Select(step => step.ToString()));

    internal static Scope Build(IEnumerable<Narrowing> steps) => steps.Aggregate(Scope.Everything, Narrow);

    internal static Scope Narrow(Scope scope, Narrowing step) =>
        (step.Dimension, step.IsExclusion) switch
        {
            (ScopeDimensions.Customer, false) => scope.Only(Array.ConvertAll(step.Codes, code => new CustomerId(code))),
            (ScopeDimensions.Customer, true) => scope.Except(Array.ConvertAll(step.Codes, code => new CustomerId(code))),
            (ScopeDimensions.CustomerGroup, false) => scope.Only(Array.ConvertAll(step.Codes, code => new CustomerGroupId(code))),
            (ScopeDimensions.CustomerGroup, true) => scope.Except(Array.ConvertAll(step.Codes, code => new CustomerGroupId(code))),
            (ScopeDimensions.Product, false) => scope.Only(Array.ConvertAll(step.Codes, code => new ProductId(code))),
            (ScopeDimensions.Product, true) => scope.Except(Array.ConvertAll(step.Codes, code => new ProductId(code))),
            (_, false) => scope.Only(Array.ConvertAll(step.Codes, Kind)),
            (_, true) => scope.Except(Array.ConvertAll(step.Codes, Kind)),
        };

    internal static PriceKind Kind(string name) =>
        name switch
        {
            "Standard" => PriceKind.Standard,
            "Special" => PriceKind.Special,
            "Project" => PriceKind.Project,
            _ => PriceKind.Free,
        };
}
