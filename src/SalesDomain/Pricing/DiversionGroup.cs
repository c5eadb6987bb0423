using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>The cases that are one occurrence, by day and number, and the how-manieth it is.</summary>
internal sealed class DiversionGroup
{
    private readonly List<DiversionFinding> _findings = [];

    internal DiversionGroup(int occurrence) => Occurrence = occurrence;

    internal int Occurrence { get; }

    internal DiversionFinding First => _findings[0];

    internal IReadOnlyList<DiversionFinding> Findings => _findings;

    /// <summary>Adds a finding that comes after those that are in it, and says how many those are.</summary>
    internal int Add(DiversionFinding finding)
    {
        _findings.Add(finding);
        return _findings.Count - 1;
    }
}
