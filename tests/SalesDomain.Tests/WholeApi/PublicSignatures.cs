using System.Collections.Generic;
using System.Linq;
using Mono.Cecil;
using Xunit;
using Xunit.Abstractions;

namespace SalesDomain.Tests.WholeApi;

/// <summary>A caller needs the framework, NodaTime and nothing else to name everything in the public surface.</summary>
public sealed class PublicSignatures
{
    [Fact]
    public void They_name_types_of_the_library_of_NodaTime_and_of_the_framework_alone() =>
        Faults.MustBeNone(IlCode.Types(IlCode.Library).Where(IsVisible).SelectMany(ForeignTypesOf));

    [Fact]
    public void The_check_finds_a_foreign_type_wherever_it_stands()
    {
        var type = IlCode.Types(IlCode.Tests, "/" + nameof(Open)).Single();
        Assert.True(IsVisible(type));
        Assert.Equal(
            ["Open: ITestOutputHelper", "Open.Field: Record", "Open.Property: Record", "Open.Method: Record", "Open.Method: Assert"],
            ForeignTypesOf(type));
    }

    private static bool IsVisible(TypeDefinition type) => type.IsPublic || (type.IsNestedPublic && IsVisible(type.DeclaringType));

    private static IEnumerable<string> ForeignTypesOf(TypeDefinition type) =>
        Uses(type).SelectMany(use => Parts(use.Type).Where(IsForeign).Select(part => use.Member + ": " + part.Name)).Distinct();

    private static IEnumerable<(string Member, TypeReference? Type)> Uses(TypeDefinition type)
    {
        yield return (type.Name, type.BaseType);
        foreach (var implemented in type.Interfaces)
            yield return (type.Name, implemented.InterfaceType);
        foreach (var constraint in type.GenericParameters.SelectMany(parameter => parameter.Constraints))
            yield return (type.Name, constraint.ConstraintType);
        foreach (var field in type.Fields.Where(field => field.IsPublic))
            yield return (type.Name + "." + field.Name, field.FieldType);

        foreach (var method in type.Methods.Where(method => method.IsPublic))
        {
            var name = type.Name + "." + method.Name.Replace("get_", "");
            yield return (name, method.ReturnType);
            foreach (var parameter in method.Parameters)
                yield return (name, parameter.ParameterType);
            foreach (var constraint in method.GenericParameters.SelectMany(parameter => parameter.Constraints))
                yield return (name, constraint.ConstraintType);
        }
    }

    private static IEnumerable<TypeReference> Parts(TypeReference? type) =>
        type switch
        {
            null or GenericParameter => [],
            GenericInstanceType generic => generic.GenericArguments.SelectMany(Parts).Prepend(generic.ElementType),
            TypeSpecification specification => Parts(specification.ElementType),
            _ => [type],
        };

    private static bool IsForeign(TypeReference type)
    {
        var outermost = type;
        while (outermost.DeclaringType is { } outer)
            outermost = outer;

        return !new[] { "System", nameof(NodaTime), nameof(SalesDomain) }.Contains(outermost.Namespace.Split('.')[0]);
    }

#pragma warning disable // What follows is written to break the rules.
    public abstract class Open : ITestOutputHelper
    {
        public Record? Field;

        public Dictionary<int, Record[]>? Property => null;

        public abstract void WriteLine(string message);

        public abstract void WriteLine(string format, params object[] args);

        public List<Record> Method<T>(ref int number)
            where T : Assert => [];

        private Record? Hidden(Record record) => null;
    }
#pragma warning restore
}
