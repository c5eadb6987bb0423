namespace SalesDomain.Commissions;

/// <summary>What an event took back of a line, and what came back by it before a clause for the time left.</summary>
internal readonly struct TakenBack(Money taken, Money inFull)
{
    internal Money Taken { get; } = taken;

    internal Money InFull { get; } = inFull;

    internal TakenBack With(TakenBack other) => new(Taken + other.Taken, InFull + other.InFull);
}
