using System.Collections.Generic;
using System.Linq;
using System.Text.RegularExpressions;
using ArchUnitNET.Domain;
using ArchUnitNET.Fluent;
using ArchUnitNET.Loader;
using static ArchUnitNET.Fluent.ArchRuleDefinition;

namespace SalesDomain.Tests.WholeApi;

/// <summary>
/// The types under a root namespace, held to the table of floors. The ground is the root itself and what is internal to it.
/// </summary>
internal sealed class House
{
    private const string Internal = "Internal";

    // The namespaces that every type may use. What the compiler makes stands in none: an array that may only be read, a text known when
    // compiled.
    private const string Foundation = @"|(System|Microsoft|NodaTime|Ardalis\.GuardClauses)(\..*)?";

    private readonly Architecture _architecture;
    private readonly string _root;

    internal House(System.Reflection.Assembly assembly, string root)
    {
        _architecture = new ArchLoader().LoadAssembly(assembly).Build();
        _root = Regex.Escape(root);
    }

    /// <summary>The rules of all floors, each true of a context that does not exist yet.</summary>
    internal IEnumerable<IArchRule> Rules()
    {
        yield return Rule("the ground", _root + "|" + Below(Internal));
        foreach (var floor in Floor.All)
            yield return Rule(floor.Context, Below(floor.Context), [floor.Context, .. floor.MayUse]);
    }

    internal IEnumerable<string> Faults() =>
        Rules().SelectMany(rule => rule.Evaluate(_architecture)).Where(result => !result.Passed).Select(result => result.Description)
            .Concat(Unlisted());

    /// <summary>Namespaces that the table does not know: a new context has to be given a floor.</summary>
    private IEnumerable<string> Unlisted() =>
        from name in _architecture.Types.Select(type => type.Namespace.FullName).Distinct()
        let context = Regex.Match(name, "^" + _root + @"\.(\w+)").Groups[1].Value
        where context.Length > 0 && context != Internal && Floor.Of(context) is null
        select context + " has no floor";

    private ArchRule<IType> Rule(string name, string own, params string[] contexts)
    {
        var allowed = string.Join("|", contexts.Select(Below).Prepend(Below(Internal)).Prepend(_root).Prepend(own));
        return Types().That().ResideInNamespaceMatching("^(" + own + ")$")
            .Should().NotDependOnAny(
                Types(includeReferenced: true).That().DoNotResideInNamespaceMatching("^(" + allowed + Foundation + "|)$"))
            .Because(name + " stands on the floors below it")
            .WithoutRequiringPositiveResults();
    }

    private string Below(string context) => _root + @"\." + context + @"(\..*)?";
}
