using System;
using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// Finds double and float in an assembly: in fields, signatures and locals, in the operations on them, and in what is called, since a cast
/// between decimal and double is a call.
/// </summary>
internal static class FloatingPoint
{
    public static IReadOnlyList<string> FaultsIn(string assemblyPath, string namePart = "") =>
        [.. IlCode.Types(assemblyPath, namePart).SelectMany(FaultsOf).Distinct()];

    private static IEnumerable<string> FaultsOf(TypeDefinition type)
    {
        foreach (var field in type.Fields.Where(field => IsFloating(field.FieldType)))
            yield return type.Name + "." + field.Name + ": field of " + field.FieldType.Name;
        if (IsFloating(type.BaseType) || type.Interfaces.Any(implemented => IsFloating(implemented.InterfaceType)))
            yield return type.Name + ": base type or interface";

        foreach (var method in type.Methods)
        {
            if (HasFloating(method))
                yield return IlCode.Where(method) + ": signature";
            if (method.HasBody && method.Body.Variables.Any(variable => IsFloating(variable.VariableType)))
                yield return IlCode.Where(method) + ": local";
            foreach (var instruction in IlCode.Body(method).Where(IsFloating))
            {
                yield return IlCode.Where(method) + ": " + instruction.OpCode.Name
                    + (instruction.Operand is MemberReference member ? " " + member.Name : "");
            }
        }
    }

    private static bool IsFloating(Instruction instruction) =>
        instruction.OpCode.Name.EndsWith(".r4", StringComparison.Ordinal)
        || instruction.OpCode.Name.EndsWith(".r8", StringComparison.Ordinal)
        || instruction.OpCode.Code == Code.Conv_R_Un
        || instruction.Operand switch
        {
            MethodReference method => HasFloating(method),
            FieldReference field => IsFloating(field.FieldType) || IsFloating(field.DeclaringType),
            TypeReference type => IsFloating(type),
            _ => false,
        };

    private static bool HasFloating(MethodReference method) =>
        IsFloating(method.ReturnType) || IsFloating(method.DeclaringType)
        || method.Parameters.Any(parameter => IsFloating(parameter.ParameterType))
        || (method is GenericInstanceMethod generic && generic.GenericArguments.Any(IsFloating));

    private static bool IsFloating(TypeReference? type) =>
        type is not null
        && (type.FullName is "System.Double" or "System.Single" or "System.Half"
            || (type is GenericInstanceType generic && generic.GenericArguments.Any(IsFloating))
            || (type is TypeSpecification specification && IsFloating(specification.ElementType)));
}
