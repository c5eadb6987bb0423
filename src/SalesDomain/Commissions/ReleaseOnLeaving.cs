namespace SalesDomain.Commissions;

/// <summary>
/// What a payee who left was held of, and what became of it: amounts, since who comes back is held anew. Part and rest are those without
/// leaving.
/// </summary>
internal sealed class ReleaseOnLeaving(Percentage part, bool forfeitsRest, decimal released, decimal forfeited)
{
    internal Percentage Part { get; } = part;

    internal bool ForfeitsRest { get; } = forfeitsRest;

    internal decimal Released { get; } = released;

    internal decimal Forfeited { get; } = forfeited;

    /// <summary>All that was held then.</summary>
    internal decimal Held => Released + Forfeited;
}
