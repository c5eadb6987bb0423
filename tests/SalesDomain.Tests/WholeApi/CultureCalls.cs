using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// Finds calls whose result depends on the culture of the machine, among them those that no source shows: a number in an interpolated or
/// added-up string is formatted by a call that the compiler writes.
/// </summary>
internal static class CultureCalls
{
    // The one place where numbers and dates become text and back, and the one that formats for display by a provider given.
    private static readonly string[] s_textHelpers = ["SalesDomain.Internal.InvariantText", "SalesDomain.Internal.DisplayFormat"];

    private static readonly Dictionary<string, string> s_allowed = new()
    {
        ["TextConverter`1.ConvertTo"] = "ToString of types that have a Parse, which the round-trip tests hold under every culture",
        ["ObjectComparison.With"] = "CompareTo of comparable types of our own",
        ["Levels.Compare"] = "CompareTo of levels that are no text: text is taken before",
        ["Levels.CompareWithUnits"] = "CompareTo of money and quantities alone",
    };

    private static readonly string[] s_numbersAndDates =
    [
        "System.SByte", "System.Byte", "System.Int16", "System.UInt16", "System.Int32", "System.UInt32", "System.Int64", "System.UInt64",
        "System.Int128",
        "System.UInt128", "System.IntPtr", "System.UIntPtr", "System.Decimal", "System.Double", "System.Single", "System.Half",
        "System.DateTime",
        "System.DateTimeOffset", "System.TimeSpan", "System.DateOnly", "System.TimeOnly", "System.Numerics.BigInteger",
    ];

    // Text that is the same everywhere. An enum prints its name; bool, True or False.
    private static readonly string[] s_plain =
        [
            "System.String", "System.Char", "System.Boolean", "System.Enum", "System.Type", "System.Text.StringBuilder",
            "System.ReadOnlySpan`1<System.Char>", "System.Char[]",
        ];

    private static readonly string[] s_sorting =
        ["OrderBy", "OrderByDescending", "ThenBy", "ThenByDescending", "Order", "OrderDescending", "Min", "Max", "MinBy", "MaxBy", "Sort"];

    public static IReadOnlyList<string> FaultsIn(string assemblyPath, string namePart = "")
    {
        // On netstandard2.0 the assembly holds copies of a few types of the framework, which nobody here wrote.
        var types = IlCode.Types(assemblyPath, namePart).Where(type => !type.Namespace.StartsWith("System", StringComparison.Ordinal));
        return [.. types.SelectMany(type => type.Methods).Where(method => !IsDead(method)).SelectMany(FaultsOf).Distinct()];
    }

    private static IEnumerable<string> FaultsOf(MethodDefinition method)
    {
        foreach (var instruction in IlCode.Body(method))
        {
            if (instruction.Operand is not MethodReference callee)
                continue;

            var where = IlCode.Where(method);
            if (!s_allowed.ContainsKey(where)
                && Reason(callee, CalledOn(method, instruction, callee), instruction, IsTextHelper(method)) is { } reason)
                yield return where + ": " + reason + " (" + callee.DeclaringType.Name + "." + callee.Name + ")";
        }
    }

    /// <summary>What the source calls the member on, where the member itself is that of a base type: object.ToString, above all.</summary>
    private static TypeReference CalledOn(MethodDefinition method, Instruction instruction, MethodReference callee)
    {
        if (instruction.Previous is { OpCode.Code: Code.Constrained } prefix)
            return (TypeReference)prefix.Operand;

        var isOfAnyObject = callee.DeclaringType.FullName == "System.Object" && callee is { HasThis: true, HasParameters: false };
        return (isOfAnyObject ? IlCode.PushedBy(method, IlCode.Receiver(instruction)) : null) ?? callee.DeclaringType;
    }

    private static string? Reason(MethodReference callee, TypeReference on, Instruction instruction, bool inTextHelper)
    {
        var hasProvider = callee.Parameters.Any(
            parameter => parameter.ParameterType.FullName is "System.IFormatProvider" or "System.Globalization.CultureInfo");
        if (callee.Name.StartsWith("get_Current", StringComparison.Ordinal)
            && callee.ReturnType.Namespace is "System.Globalization" or "System"
            && callee.ReturnType.Name is "CultureInfo" or "NumberFormatInfo" or "DateTimeFormatInfo" or "StringComparer")
        {
            return "asks for the current culture";
        }

        if (callee.Name.EndsWith("WithCurrentCulture", StringComparison.Ordinal))
            return "asks for the current culture";
        if (callee.Parameters.LastOrDefault()?.ParameterType.FullName == "System.StringComparison"
            && instruction.Previous.OpCode.Code is Code.Ldc_I4_0 or Code.Ldc_I4_1)
            return "compares in the current culture";

        return callee.Name switch
        {
            "ToString" when callee.HasThis => ReasonOfToString(on, hasProvider, inTextHelper),
            "Format" or "Parse" when on.Namespace == "NodaTime.Text" =>
                inTextHelper ? null : "reads or writes a date outside the text helpers",
            "Parse" or "TryParse" or "ParseExact" or "TryParseExact" when IsNumberOrDate(on) && !hasProvider =>
                "parses in the current culture",
            "CompareTo" when on is GenericParameter && callee.DeclaringType.Name == "IComparable`1" =>
                "compares what may be text, in the current culture",
            "get_Default" when on is GenericInstanceType { Name: "Comparer`1" } comparer && IsText(comparer.GenericArguments[0]) =>
                "compares text in the current culture",
            _ when callee.DeclaringType.FullName == "System.String" => ReasonOfString(callee, hasProvider),
            _ when callee.DeclaringType.FullName == "System.Text.StringBuilder" => ReasonOfBuilder(callee),
            _ when callee.DeclaringType.FullName == "System.Convert" =>
                hasProvider || callee.ReturnType.FullName == "System.Boolean" ? null : "converts in the current culture",
            "AppendFormatted" when callee.DeclaringType.Name.EndsWith("InterpolatedStringHandler", StringComparison.Ordinal) =>
                ReasonOfHole(callee),
            "ToUpper" or "ToLower" when on.FullName == "System.Char" && !hasProvider => "changes case in the current culture",
            _ when callee is GenericInstanceMethod generic && s_sorting.Contains(callee.Name) => ReasonOfSorting(generic),
            _ => null,
        };
    }

    private static string? ReasonOfToString(TypeReference on, bool hasProvider, bool inTextHelper) =>
        IsPlain(on) || IsOurs(on) || (on is GenericParameter parameter && IsEnum(parameter)) ? null
            : inTextHelper && (hasProvider || on.FullName == "System.Object") ? null
            : "formats " + on.Name + (hasProvider ? " outside the text helpers" : ", perhaps in the current culture");

    private static string? ReasonOfString(MethodReference callee, bool hasProvider)
    {
        var parameters = callee.Parameters.Select(parameter => parameter.ParameterType).ToArray();
        var saysHow = hasProvider || parameters.Any(type => type.FullName == "System.StringComparison");
        return callee.Name switch
        {
            "Format" => "formats whatever it is given in the current culture",
            "Concat" or "Join" when callee is GenericInstanceMethod || parameters.Any(type => !IsPieceOfText(type)) =>
                "formats whatever it is given in the current culture",
            "ToUpper" or "ToLower" when !hasProvider => "changes case in the current culture",
            "CompareTo" => "compares in the current culture",
            "Compare" when !saysHow => "compares in the current culture",
            "StartsWith" or "EndsWith" or "IndexOf" or "LastIndexOf" when !saysHow && IsText(parameters[0]) =>
                "compares in the current culture",
            _ => null,
        };
    }

    private static string? ReasonOfBuilder(MethodReference callee)
    {
        var piece = callee.Name switch
        {
            "Append" or "AppendLine" => callee.Parameters.FirstOrDefault(),
            "Insert" => callee.Parameters[1],
            "AppendFormat" or "AppendJoin" => callee.Parameters.Last(),
            _ => null,
        };
        var isHandler = piece?.ParameterType.Name.StartsWith("AppendInterpolatedStringHandler", StringComparison.Ordinal) == true;
        return piece is null || isHandler || (IsPieceOfText(piece.ParameterType) && callee.Name != "AppendFormat") ? null
            : "formats in the current culture";
    }

    /// <summary>
    /// A hole in an interpolated string. Types of our own print canonical text, which the tests hold under every culture.
    /// </summary>
    private static string? ReasonOfHole(MethodReference callee)
    {
        var type = callee is GenericInstanceMethod generic ? generic.GenericArguments[0] : callee.Parameters[0].ParameterType;
        return IsPlain(type) || IsOurs(type) ? null : "formats " + type.Name + " in the current culture";
    }

    private static string? ReasonOfSorting(GenericInstanceMethod callee)
    {
        var hasComparer = callee.Parameters.Any(
            parameter => parameter.ParameterType.Name is "IComparer`1" or "Comparison`1" or "IComparer");
        return !hasComparer && callee.GenericArguments.Last() is var key && IsText(key)
            && callee.DeclaringType.Name is "Enumerable" or "Array"
            ? "sorts text in the current culture" : null;
    }

    /// <summary>
    /// What records print their members by is written by the compiler even where the record has its own ToString, and then never called.
    /// </summary>
    private static bool IsDead(MethodDefinition method) =>
        method.Name == "PrintMembers" && method.IsPrivate
        && !method.DeclaringType.Methods.SelectMany(IlCode.Body)
        .Any(instruction => instruction.Operand is MethodReference { Name: "PrintMembers" });

    private static bool IsTextHelper(MethodDefinition method) =>
        IlCode.SourceType(method.DeclaringType) is var type && s_textHelpers.Contains(type.FullName)
        && type.Module.Assembly.Name.Name == "SalesDomain";

    private static bool IsPlain(TypeReference type) => s_plain.Contains(type.FullName);

    private static bool IsPieceOfText(TypeReference type) =>
        IsPlain(type)
        || type.FullName is "System.String[]" or "System.Collections.Generic.IEnumerable`1<System.String>"
            or "System.ReadOnlySpan`1<System.String>";

    private static bool IsText(TypeReference type) => type.FullName == "System.String";

    private static bool IsNumberOrDate(TypeReference type) =>
        s_numbersAndDates.Contains(type.FullName) || type.FullName.StartsWith("NodaTime.", StringComparison.Ordinal);

    // A generic type of ours prints its arguments, which may be anybody's; that is looked at where it prints them.
    private static bool IsOurs(TypeReference type) =>
        type is not GenericParameter && type.FullName.StartsWith("SalesDomain.", StringComparison.Ordinal);

    private static bool IsEnum(GenericParameter parameter) =>
        parameter.Constraints.Any(constraint => constraint.ConstraintType.FullName == "System.Enum");
}
