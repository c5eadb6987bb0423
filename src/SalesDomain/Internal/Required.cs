using System;
using Ardalis.GuardClauses;

namespace SalesDomain.Internal;

/// <summary>What the builders of facts ask of a value that must be set.</summary>
internal static class Required
{
    internal static LineId Id(DocumentId document, int? line) =>
        new(Identifier.Given(document, "Document"), Guard.Against.OutsideRange(0, int.MaxValue, Set(line, "Line"), "Line"));

    internal static T Set<T>(T? value, string property)
        where T : struct =>
        value ?? throw new ArgumentException(property + " must be set.", property);
}
