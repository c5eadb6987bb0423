using System;
using FsCheck.Xunit;
using Xunit;

namespace SalesDomain.Tests.Units;

public sealed class QuantitiesAcrossUnits
{
    [Property]
    public void Are_never_equal_and_refused_by_every_operation_that_needs_one_unit(Quantity left, Quantity right)
    {
        if (left.Unit == right.Unit)
            return;

        Assert.False(left == right);
        Assert.True(left != right);
        RefuseAll(left, right);
    }

    [Fact]
    public void Are_refused_for_zero_too()
    {
        RefuseAll(default, Quantity.Zero(UnitOfMeasure.Case));
        RefuseAll(Quantity.Zero(UnitOfMeasure.Case), default);
        RefuseAll(Quantity.Zero(UnitOfMeasure.Case), Quantity.Zero(UnitOfMeasure.Pallet));
    }

    [Fact]
    public void The_refusal_carries_both_units_and_says_them()
    {
        var refusal = new UnitMismatchException(UnitOfMeasure.Piece, UnitOfMeasure.Case, "other");

        Assert.Equal(UnitOfMeasure.Piece, refusal.Expected);
        Assert.Equal(UnitOfMeasure.Case, refusal.Actual);
        Assert.Equal("other", refusal.ParamName);
        Assert.StartsWith("The quantity must be in PCE and is in CS.", refusal.Message, StringComparison.Ordinal);
    }

    [Fact]
    public void The_refusal_needs_both_units()
    {
        Assert.Equal(
            "expected", Assert.Throws<ArgumentNullException>(() => new UnitMismatchException(null!, UnitOfMeasure.Case, null)).ParamName);
        Assert.Equal(
            "actual", Assert.Throws<ArgumentNullException>(() => new UnitMismatchException(UnitOfMeasure.Case, null!, null)).ParamName);
    }

    private static void RefuseAll(Quantity left, Quantity right)
    {
        Refuse(left, right, "right", () => left + right);
        Refuse(left, right, "right", () => left - right);
        Refuse(left, right, "right", () => left / right);
        Refuse(left, right, "right", () => left < right);
        Refuse(left, right, "right", () => left <= right);
        Refuse(left, right, "right", () => left > right);
        Refuse(left, right, "right", () => left >= right);
        Refuse(left, right, "other", () => left.CompareTo(right));
        Refuse(left, right, "whole", () => Percentage.Ratio(left, right));
        Refuse(left, right, "quantities", () => Quantity.Sum(left.Unit, [left, right]));
    }

    private static void Refuse(Quantity left, Quantity right, string parameterName, Func<object?> operation)
    {
        var refusal = Assert.Throws<UnitMismatchException>(() => operation());

        Assert.Equal(left.Unit, refusal.Expected);
        Assert.Equal(right.Unit, refusal.Actual);
        Assert.Equal(parameterName, refusal.ParamName);
    }
}
