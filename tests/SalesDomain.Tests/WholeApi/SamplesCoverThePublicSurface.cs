using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

/// <summary>The checks over the whole surface are as good as the samples they run on.</summary>
public sealed class SamplesCoverThePublicSurface
{
    [Fact]
    public void Every_public_type_has_a_sample() =>
        Faults.MustBeNone(PublicSurface.Types.Where(LacksSample).Select(type => type.FullName!));

    [Fact]
    public void A_generic_type_has_a_sample_with_a_class_for_each_parameter_that_takes_one()
    {
        // Null can only be given where the type argument is a class.
        var missing =
            from type in PublicSurface.Types
            where type.IsGenericTypeDefinition
            from parameter in type.GetGenericArguments()
            where (parameter.GenericParameterAttributes & System.Reflection.GenericParameterAttributes.NotNullableValueTypeConstraint) == 0
            where Samples.Closed(type).All(closed => closed.GetGenericArguments()[parameter.GenericParameterPosition].IsValueType)
            select type.FullName + ": " + parameter;
        Faults.MustBeNone(missing);
    }

    [Fact]
    public void A_type_without_a_sample_is_told_so()
    {
        Assert.True(LacksSample(typeof(WithoutSample)));
        Assert.True(LacksSample(typeof(List<>)));
        Assert.False(LacksSample(typeof(StringComparison)));
        var refusal = Assert.Throws<InvalidOperationException>(() => Samples.Of(typeof(WithoutSample)));
        Assert.Contains(nameof(WithoutSample), refusal.Message, StringComparison.Ordinal);
    }

    private static bool LacksSample(Type type) =>
        !PublicSurface.IsStatic(type) && !type.IsEnum && !type.IsInterface && !PublicSurface.IsDelegate(type)
        && !Samples.Closed(type).Any(Samples.Has);

    private sealed class WithoutSample;
}
