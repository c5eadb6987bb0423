using System.Collections.Generic;
using System.Linq;
using System.Xml.Linq;
using Mono.Cecil;
using Mono.Cecil.Rocks;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Finds public types and members without documentation in the file that the compiler writes beside an assembly.</summary>
internal sealed class Documentation
{
    private readonly Dictionary<string, XElement> _entries;

    internal Documentation(XDocument file) =>
        _entries = file.Descendants("member").ToDictionary(entry => entry.Attribute("name")!.Value);

    internal int Count => _entries.Count;

    internal IEnumerable<string> FaultsOf(TypeDefinition type)
    {
        if (FaultOf(
            DocCommentId.GetDocCommentId(type), [], [.. type.GenericParameters.Select(parameter => parameter.Name)],
            returns: false) is { } ofType)
            yield return ofType;

        // The members of a delegate are the runtime's; an enum has one field that is no value of it.
        if (type.BaseType?.FullName == "System.MulticastDelegate")
            yield break;

        foreach (var field in type.Fields.Where(field => field.IsPublic && !field.IsSpecialName))
        {
            if (FaultOf(DocCommentId.GetDocCommentId(field), [], [], returns: false) is { } fault)
                yield return fault;
        }

        foreach (var property in type.Properties.Where(
            property => property.GetMethod?.IsPublic == true || property.SetMethod?.IsPublic == true))
        {
            if (!IsGenerated(property.GetMethod ?? property.SetMethod, property)
                && FaultOf(DocCommentId.GetDocCommentId(property), [], [], returns: false) is { } fault)
                yield return fault;
        }

        foreach (var method in type.Methods.Where(
            method => method.IsPublic && !method.IsGetter && !method.IsSetter && !IsGenerated(method, method)))
        {
            // A constructor without parameters may be the one that nobody wrote; the summary of a conversion is what it returns.
            if (method.IsConstructor && method.Parameters.Count == 0)
                continue;

            var returns = method.ReturnType.FullName != "System.Void" && !IsConversion(method);
            if (FaultOf(
                Id(method), [.. method.Parameters.Select(parameter => parameter.Name)],
                [.. method.GenericParameters.Select(parameter => parameter.Name)], returns) is { } fault)
                yield return fault;
        }
    }

    /// <summary>What the compiler makes for a record has no source to stand above.</summary>
    private static bool IsGenerated(MethodDefinition method, ICustomAttributeProvider member) =>
        method.Name == "<Clone>$"
        || new[] { method, member }.Any(
            each =>
                each.CustomAttributes.Any(attribute => attribute.AttributeType.Name == "CompilerGeneratedAttribute") && !method.IsGetter);

    // The reader of ids leaves out what a conversion returns, which is part of its id.
    private static string Id(MethodDefinition method)
    {
        var id = DocCommentId.GetDocCommentId(method);
        return IsConversion(method) && !id.Contains('~') ? id + "~" + method.ReturnType.FullName : id;
    }

    private static bool IsConversion(MethodDefinition method) => method.Name is "op_Implicit" or "op_Explicit";

    private string? FaultOf(string id, string[] parameters, string[] typeParameters, bool returns)
    {
        if (!_entries.TryGetValue(id, out var entry))
            return id + " is not documented";

        // Whatever stands above the member that it points to.
        if (entry.Elements("inheritdoc").Any(inherited => inherited.Attribute("path") is null))
            return null;

        string?[] missing =
        [
            IsSaid(entry, "summary", null) ? null : "summary",
            .. parameters.Where(name => !IsSaid(entry, "param", name)),
            .. typeParameters.Where(name => !IsSaid(entry, "typeparam", name)),
            returns && !IsSaid(entry, "returns", null) ? "returns" : null,
        ];
        var named = missing.Where(what => what is not null).ToArray();
        return named.Length == 0 ? null : id + " does not say: " + string.Join(", ", named);
    }

    private static bool IsSaid(XElement entry, string element, string? name) =>
        entry.Elements(element).Any(said => said.Attribute("name")?.Value == name && (said.Value.Trim().Length > 0 || said.HasElements));
}
