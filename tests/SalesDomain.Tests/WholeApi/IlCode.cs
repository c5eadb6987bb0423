using System.Collections.Generic;
using System.IO;
using System.Linq;
using Mono.Cecil;
using Mono.Cecil.Cil;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Reads compiled code: what the source looks like cannot hide what is called.</summary>
internal static class IlCode
{
    internal static string Library { get; } = PublicSurface.Library.Location;

    internal static string Tests { get; } = typeof(IlCode).Assembly.Location;

    /// <summary>Every type of the assembly, nested ones included; with a part of a name, those whose full name has it.</summary>
    internal static IEnumerable<TypeDefinition> Types(string assemblyPath, string namePart = "")
    {
        var resolver = new DefaultAssemblyResolver();
        resolver.AddSearchDirectory(Path.GetDirectoryName(assemblyPath));
        var module = ModuleDefinition.ReadModule(assemblyPath, new ReaderParameters { InMemory = true, AssemblyResolver = resolver });
        return module.Types.SelectMany(WithNested).Where(type => type.FullName.Contains(namePart));
    }

    internal static IEnumerable<Instruction> Body(MethodDefinition method) => method.HasBody ? method.Body.Instructions : [];

    /// <summary>The type in the source that the code stands in, from which the compiler may have moved it to a type of its own.</summary>
    internal static TypeDefinition SourceType(TypeDefinition type) =>
        type.DeclaringType is { } outer && type.Name[0] == '<' ? SourceType(outer) : type;

    /// <summary>
    /// The method in the source, from which the compiler may have moved a lambda, a local function or an iterator to one of its own.
    /// </summary>
    internal static string SourceMethod(MethodDefinition method)
    {
        // <Explain>b__3_0, <Explain>g__Local|3_0; MoveNext of <Explain>d__3; explicit implementations keep the interface before the name.
        foreach (var name in new[] { method.Name, method.DeclaringType.Name })
        {
            if (name[0] == '<' && name.IndexOf('>') is > 1 and var end)
                return name.Substring(1, end - 1).Split('.').Last();
        }

        return method.Name is ".ctor" or ".cctor" ? method.Name : method.Name.Split('.').Last();
    }

    internal static string Where(MethodDefinition method) => SourceType(method.DeclaringType).Name + "." + SourceMethod(method);

    /// <summary>
    /// The instruction that pushed what a call without arguments is made on; a class is first tested for null where text is added up.
    /// </summary>
    internal static Instruction? Receiver(Instruction call)
    {
        var at = call.Previous;
        if (at is { OpCode.FlowControl: FlowControl.Branch, Previous: { OpCode.Code: Code.Ldnull, Previous: { } popped } }
            && popped is { OpCode.Code: Code.Pop, Previous.Previous: { OpCode.Code: Code.Dup } dup })
            at = dup.Previous;

        return at;
    }

    /// <summary>The type of what the instruction pushes, null where that takes more than a look at the instruction.</summary>
    internal static TypeReference? PushedBy(MethodDefinition method, Instruction? instruction) =>
        instruction?.OpCode.Code switch
        {
            Code.Ldarg_0 when method.HasThis => method.DeclaringType,
            Code.Ldarg_0 => method.Parameters[0].ParameterType,
            Code.Ldarg_1 => method.Parameters[method.HasThis ? 0 : 1].ParameterType,
            Code.Ldarg_2 => method.Parameters[method.HasThis ? 1 : 2].ParameterType,
            Code.Ldarg_3 => method.Parameters[method.HasThis ? 2 : 3].ParameterType,
            Code.Ldloc_0 => method.Body.Variables[0].VariableType,
            Code.Ldloc_1 => method.Body.Variables[1].VariableType,
            Code.Ldloc_2 => method.Body.Variables[2].VariableType,
            Code.Ldloc_3 => method.Body.Variables[3].VariableType,
            _ => instruction?.Operand switch
            {
                ParameterReference parameter => parameter.ParameterType,
                VariableReference variable => variable.VariableType,
                FieldReference field => Closed(field.FieldType, field.DeclaringType),
                MethodReference { Name: ".ctor" } constructor => constructor.DeclaringType,
                MethodReference called =>
                    Closed(called.ReturnType, called is GenericInstanceMethod generic ? generic : called.DeclaringType),
                TypeReference type when instruction.OpCode.Code == Code.Castclass => type,
                _ => null,
            },
        };

    private static TypeReference Closed(TypeReference type, MemberReference generic) =>
        type is GenericParameter parameter && generic is IGenericInstance instance && instance.GenericArguments.Count > parameter.Position
            ? instance.GenericArguments[parameter.Position]
            : type;

    private static IEnumerable<TypeDefinition> WithNested(TypeDefinition type) => type.NestedTypes.SelectMany(WithNested).Prepend(type);
}
