using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// Finds arithmetic in the methods named Explain of an assembly. An explanation that computes is a second engine: it would agree with
/// itself and not with the figure it explains. Looked at are the method, what the compiler moves out of it (lambdas, local functions,
/// iterators) and every other member of the same type that it calls.
/// </summary>
public static class ExplainArithmetic
{
    private static readonly HashSet<Code> s_opcodes =
    [
        Code.Add, Code.Add_Ovf, Code.Add_Ovf_Un, Code.Sub, Code.Sub_Ovf, Code.Sub_Ovf_Un, Code.Mul, Code.Mul_Ovf, Code.Mul_Ovf_Un,
        Code.Div, Code.Div_Un, Code.Rem, Code.Rem_Un, Code.Neg,
    ];

    private static readonly HashSet<string> s_operators =
    [
        "op_Addition", "op_Subtraction", "op_Multiply", "op_Division", "op_Modulus", "op_UnaryNegation", "op_Increment", "op_Decrement",
        "op_CheckedAddition", "op_CheckedSubtraction", "op_CheckedMultiply", "op_CheckedDivision", "op_CheckedUnaryNegation",
        "op_CheckedIncrement", "op_CheckedDecrement",
    ];

    // Members of the framework that compute, by type; "" stands for every member.
    private static readonly Dictionary<string, string[]> s_framework = new()
    {
        ["System.Decimal"] =
            [
                "Add", "Subtract", "Multiply", "Divide", "Remainder", "Negate", "Round", "Truncate", "Floor", "Ceiling", "Abs", "Min",
                "Max", "Clamp",
            ],
        ["System.Math"] = [""],
        ["System.Numerics.BigInteger"] =
            ["Add", "Subtract", "Multiply", "Divide", "DivRem", "Remainder", "Negate", "Pow", "Abs", "Min", "Max"],
        ["System.Linq.Enumerable"] = ["Sum", "Min", "Max", "Average", "Aggregate", "MinBy", "MaxBy", "AggregateBy"],
    };

    // Members of the kernel that compute, whatever the type; only an Operation may say their names, which is not to do them.
    private static readonly HashSet<string> s_kernel =
    [
        "Round", "Sum", "Min", "Max", "Abs", "Graduated", "AllUnits", "Portions", "Split", "SplitEvenly", "Ratio", "Compound", "Successive",
        "PointsAbove",
        "get_Complement", "Convert", "Break", "At", "TryAt", "RateAt", "PriceAt", "TryPriceAt", "Recompute",
    ];

    /// <summary>Each arithmetic operation in an Explain, as "Type.Method: operation".</summary>
    /// <param name="assemblyPath">The assembly.</param>
    /// <param name="namePart">Part of the full names of the types to look at; all without it.</param>
    public static IReadOnlyList<string> FaultsIn(string assemblyPath, string namePart = "") =>
        [.. Explanations(assemblyPath, namePart).SelectMany(FaultsOf).Distinct()];

    /// <summary>The names of the types that have an Explain, so that a test can see that there was something to look at.</summary>
    /// <param name="assemblyPath">The assembly.</param>
    /// <param name="namePart">Part of the full names of the types to look at; all without it.</param>
    public static IReadOnlyList<string> TypesIn(string assemblyPath, string namePart = "") =>
        [.. Explanations(assemblyPath, namePart).Select(method => IlCode.SourceType(method.DeclaringType).Name).Distinct()];

    private static IEnumerable<MethodDefinition> Explanations(string assemblyPath, string namePart) =>
        IlCode.Types(assemblyPath, namePart).SelectMany(type => type.Methods)
            .Where(method => method.HasBody && IlCode.SourceMethod(method) == "Explain");

    private static IEnumerable<string> FaultsOf(MethodDefinition explain)
    {
        var seen = new HashSet<MethodDefinition>();
        var pending = new Stack<MethodDefinition>([explain]);
        while (pending.Count > 0)
        {
            var method = pending.Pop();
            if (!seen.Add(method))
                continue;

            foreach (var instruction in IlCode.Body(method))
            {
                if (Operation(instruction) is { } operation)
                {
                    yield return IlCode.SourceType(explain.DeclaringType).Name + ".Explain: " + operation
                        + (IlCode.SourceMethod(method) == "Explain" ? "" : " in " + IlCode.SourceMethod(method));
                }

                if (instruction.Operand is MethodReference called && OwnMember(called, explain) is { } member)
                    pending.Push(member);
            }
        }
    }

    /// <summary>A helper or property of the same type: what it computes is computed by the explanation. Constructors only store.</summary>
    private static MethodDefinition? OwnMember(MethodReference called, MethodDefinition explain) =>
        called.DeclaringType.GetElementType() is TypeDefinition { } type
        && IlCode.SourceType(type) == IlCode.SourceType(explain.DeclaringType)
        && called.Resolve() is { IsConstructor: false } member ? member : null;

    private static string? Operation(Instruction instruction)
    {
        if (s_opcodes.Contains(instruction.OpCode.Code))
            return IsStepOfALoop(instruction) ? null : instruction.OpCode.Name;
        if (instruction.Operand is not MethodReference called)
            return null;

        var type = called.DeclaringType.GetElementType();
        var computes = s_operators.Contains(called.Name)
            || (s_framework.TryGetValue(type.FullName, out var names) && (names[0].Length == 0 || names.Contains(called.Name)))
            || (type.Namespace == "SalesDomain" && type.Name != "Operation" && s_kernel.Contains(called.Name))
            || (type.FullName == "SalesDomain.Percentage" && called.Name == "Of");
        return computes ? type.Name + "." + called.Name : null;
    }

    /// <summary>
    /// The compiler's own counting in a foreach over an array: local = local + 1, or in an iterator a field, unchecked. The library is
    /// compiled with checked arithmetic, so that an addition in its source is never this one.
    /// </summary>
    private static bool IsStepOfALoop(Instruction add) =>
        add.OpCode.Code == Code.Add && add.Previous?.OpCode.Code == Code.Ldc_I4_1
        && PlaceOf(add.Previous.Previous) is { IsStore: false } read && PlaceOf(add.Next) is { IsStore: true } written
        && read.Place.Equals(written.Place);

    private static (object Place, bool IsStore)? PlaceOf(Instruction? instruction) =>
        instruction?.OpCode.Code switch
        {
            Code.Ldloc_0 => (0, false),
            Code.Ldloc_1 => (1, false),
            Code.Ldloc_2 => (2, false),
            Code.Ldloc_3 => (3, false),
            Code.Stloc_0 => (0, true),
            Code.Stloc_1 => (1, true),
            Code.Stloc_2 => (2, true),
            Code.Stloc_3 => (3, true),
            Code.Ldloc or Code.Ldloc_S => (((VariableReference)instruction.Operand).Index, false),
            Code.Stloc or Code.Stloc_S => (((VariableReference)instruction.Operand).Index, true),
            Code.Ldfld or Code.Stfld when instruction.Operand is FieldReference { Name: ['<', '>', ..] } field =>
                (field.FullName, instruction.OpCode.Code == Code.Stfld),
            _ => null,
        };
}
