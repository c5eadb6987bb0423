using System.Linq;
using System.Text.Json;
using QuarterClose.Rules;
using SalesDomain;

namespace QuarterClose.Output;

/// <summary>An explanation and what verifying it found, as part of a JSON document.</summary>
public static class ProofJson
{
    public static JsonSerializerOptions Options { get; } = new() { WriteIndented = true, NewLine = "\n" };

    public static object Of(Employee person, Proven proven) => new
    {
        salesperson = person.Id.Code,
        verified = proven.IsVerified,
        figuresVerified = proven.FiguresVerified,
        discrepancies = proven.Discrepancies.Select(discrepancy => discrepancy.ToString()),
        root = Node(proven.Shown),
    };

    public static object Of(string title, Proven proven) => new
    {
        of = title,
        verified = proven.IsVerified,
        figuresVerified = proven.FiguresVerified,
        discrepancies = proven.Discrepancies.Select(discrepancy => discrepancy.ToString()),
        root = Node(proven.Shown),
    };

    private static object Node(Explanation node) => node.Kind switch
    {
        ExplanationKind.Computed => new
        {
            name = node.Name,
            value = node.Value.ToString(),
            operation = node.Operation!.Name,
            from = node.Children.Select(Node),
        },
        ExplanationKind.FactSum => new { name = node.Name, value = node.Value.ToString(), orderLines = node.FactCount },
        ExplanationKind.Fact => new { name = node.Name, value = node.Value.ToString(), given = "fact" },
        _ => new { name = node.Name, value = node.Value.ToString(), given = "by the rule" },
    };
}
