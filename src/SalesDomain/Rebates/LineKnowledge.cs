using System;

namespace SalesDomain.Rebates;

/// <summary>What the caller knows of a line beyond what it states: groups, class and category, and how its product converts.</summary>
internal sealed class LineKnowledge(Func<SalesLine, ScopeSubject>? subjects, Func<ProductId, UnitConversions?>? units)
{
    // What all that read lines call them.
    private const string Lines = "lines";

    internal static LineKnowledge None { get; } = new(null, null);

    internal Func<SalesLine, ScopeSubject>? Subjects { get; } = subjects;

    internal Func<ProductId, UnitConversions?>? Units { get; } = units;

    internal bool Matches(Scope scope, SalesLine line) =>
        Subjects is null ? scope.Matches(line) : scope.Matches(Subjects(line));

    internal bool TryAmount(Measure measure, SalesLine line, Currency currency, out decimal amount)
    {
        if (measure.Unit is { } unit && line.Quantity.Unit != unit)
        {
            amount = Convert(line, unit, Lines);
            return true;
        }

        return measure.TryAmount(line, currency, Lines, out amount);
    }

    private decimal Convert(SalesLine line, UnitOfMeasure unit, string parameterName)
    {
        var conversions = Units?.Invoke(line.Product) ?? throw new UnitMismatchException(unit, line.Quantity.Unit, parameterName);
        return conversions.Convert(line.Quantity, unit).Amount;
    }
}
