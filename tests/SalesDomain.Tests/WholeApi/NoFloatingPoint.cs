using System;
using System.Collections.Generic;
using System.Linq;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class NoFloatingPoint
{
    [Fact]
    public void There_is_no_double_and_no_float_in_the_library() => Faults.MustBeNone(FloatingPoint.FaultsIn(IlCode.Library));

    [Fact]
    public void The_check_finds_them_wherever_they_hide()
    {
        var faulty = FloatingPoint.FaultsIn(IlCode.Tests, nameof(Floating))
            .Select(fault => fault.Split([": "], StringSplitOptions.None)[0]);
        var expected = typeof(Floating).GetMembers(
            System.Reflection.BindingFlags.Instance | System.Reflection.BindingFlags.NonPublic
            | System.Reflection.BindingFlags.DeclaredOnly)
            .Where(
                member =>
                    member.MemberType is not System.Reflection.MemberTypes.Constructor and not System.Reflection.MemberTypes.NestedType)
            .Select(member => nameof(Floating) + "." + member.Name);
        Assert.Equal(
            expected.OrderBy(name => name, StringComparer.Ordinal),
            faulty.Where(name => !name.Contains(".ctor")).Distinct().OrderBy(name => name, StringComparer.Ordinal));
    }

    [Fact]
    public void The_check_lets_exact_arithmetic_pass() => Faults.MustBeNone(FloatingPoint.FaultsIn(IlCode.Tests, nameof(Exact)));

#pragma warning disable // What follows is written to break the rules.
    private sealed class Floating
    {
        private float _field;
        private List<double?>? _fieldOfMany;

        private void Parameter(ref double value) => value = default;

        private int Literal() => BitConverter.GetBytes(1.5e300).Length;

        private decimal Cast(decimal value) => decimal.Truncate((decimal)Math.Sqrt((double)value));

        private object CallOnly(decimal value) => Convert.ToDouble(value);

        private int IntegerFromAFloat(object value) => (int)(float)value;

        private bool GenericArgument(object value) => value is IEnumerable<double>;

        private Func<decimal, decimal> InALambda() => value => (decimal)Math.Pow((double)value, 2);

        private long Conversion(long value) => checked((long)(value * 1.0f));
    }

    private sealed class Exact
    {
        private decimal _value;

        private decimal Half() => _value / 2m;

        private long Whole() => (long)_value + decimal.ToInt64(Math.Abs(_value));
    }
#pragma warning restore
}
