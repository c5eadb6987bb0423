using System;
using System.Collections.Generic;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Finds where Equals, the hash code, the operators and CompareTo disagree about two values.</summary>
internal static class EqualityOfValues
{
    internal static IEnumerable<string> FaultsOf(Type type, object left, object right, bool areEqual)
    {
        var pair = type + ": " + left + " and " + right + ": ";
        if (left.Equals(right) != areEqual)
            yield return pair + "Equals(object)";
        if ((bool)typeof(IEquatable<>).MakeGenericType(type).GetMethod("Equals")!.Invoke(left, [right])! != areEqual)
            yield return pair + "Equals(T)";
        if (Apply(type, "op_Equality", left, right) != areEqual)
            yield return pair + "==";
        if (Apply(type, "op_Inequality", left, right) == areEqual)
            yield return pair + "!=";
        if (areEqual && left.GetHashCode() != right.GetHashCode())
            yield return pair + "hash code";

        if (Order(type, left, right) is not { } order)
            yield break;

        if (order == 0 != areEqual)
            yield return pair + "CompareTo";
        if (order != -Order(type, right, left))
            yield return pair + "CompareTo the other way round";
        if (EqualityRules.Operator(type, "op_LessThan") is null)
            yield break;

        bool[] expected = [order < 0, order <= 0, order > 0, order >= 0];
        for (var i = 0; i < expected.Length; i++)
        {
            if (Apply(type, EqualityRules.Comparisons[i], left, right) != expected[i])
                yield return pair + EqualityRules.Comparisons[i];
        }
    }

    private static bool Apply(Type type, string name, object left, object right) =>
        (bool)EqualityRules.Operator(type, name)!.Invoke(null, [left, right])!;

    /// <summary>Null where the type has no order or the two values have none between them: amounts in two currencies.</summary>
    private static int? Order(Type type, object left, object right)
    {
        if (left is not IComparable comparable)
            return null;

        var outcome = Call.Of(typeof(IComparable<>).MakeGenericType(type).GetMethod("CompareTo")!, left, right);
        if (outcome.Exception is ArgumentException)
            return null;

        var order = Math.Sign((int)outcome.Result!);
        return order == Math.Sign(comparable.CompareTo(right)) ? order
            : throw new InvalidOperationException(type + ": the two CompareTo disagree about " + left + " and " + right + ".");
    }
}
