using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>How a rule reads one kind of facts. Structs implement it, so that the loop over the facts is compiled for each kind.</summary>
internal interface IFacts<TFact>
{
    /// <summary>Whether it is of the stage or instrument that counts.</summary>
    bool IsCounted(TFact fact);

    LineId Id(TFact fact);

    LocalDate Day(TFact fact);

    LineId? Original(TFact fact);

    bool TakesBack(TFact fact);

    bool IsInScope(TFact fact);

    /// <summary>What is known of it, by which scopes are asked.</summary>
    ScopeSubject Subject(TFact fact);

    /// <summary>What it contributes when it counts on a day; false when that is not known.</summary>
    bool TryValue(TFact fact, LocalDate on, string parameterName, out decimal amount);
}
