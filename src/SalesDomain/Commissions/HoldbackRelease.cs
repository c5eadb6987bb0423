namespace SalesDomain.Commissions;

/// <summary>What was released of the measurement periods within a span.</summary>
internal sealed class HoldbackRelease(
    DateSpan span, string? component, Percentage part, bool forfeitsRest, decimal released, decimal forfeited,
    ReleaseOnLeaving? onLeaving = null, bool isGivenBack = false)
{
    internal DateSpan Span { get; } = span;

    /// <summary>The component released by itself; null for all.</summary>
    internal string? Component { get; } = component;

    internal Percentage Part { get; } = part;

    internal bool ForfeitsRest { get; } = forfeitsRest;

    internal decimal Released { get; } = released;

    internal decimal Forfeited { get; } = forfeited;

    /// <summary>What leaving made of it, in part and rest too; null where it did nothing.</summary>
    internal ReleaseOnLeaving? OnLeaving { get; } = onLeaving;

    /// <summary>Whether what was forfeited on leaving is held again in this run.</summary>
    internal bool IsGivenBack { get; } = isGivenBack;

    /// <summary>As it is for who has not left: by part and rest without leaving, whose amounts stay.</summary>
    internal HoldbackRelease OfWhoStays() =>
        OnLeaving is not { } left ? this : new(Span, Component, left.Part, left.ForfeitsRest, Released, Forfeited, left);

    /// <summary>The same, of which what was forfeited on leaving is held again.</summary>
    internal HoldbackRelease GivenBack() =>
        OnLeaving is { Forfeited: not 0m } ? new(Span, Component, Part, ForfeitsRest, Released, Forfeited, isGivenBack: true) : this;

    /// <summary>With one more entry. Once nothing is forfeited any more, what was is given back, and leaving is forgotten.</summary>
    internal static HoldbackRelease After(HoldbackRelease? before, CommissionEntry entry, DateSpan span)
    {
        var isForfeit = entry.Kind == CommissionEntryKind.HoldbackForfeited;
        var amount = entry.Amount.Amount;
        var released = (before?.Released ?? 0m) + (isForfeit ? 0m : amount);
        var forfeited = (before?.Forfeited ?? 0m) + (isForfeit ? amount : 0m);
        var part = entry.Rate ?? Percentage.Zero;
        var left = before?.OnLeaving;
        var forfeitsRest = isForfeit || before is { ForfeitsRest: true };
        if (entry.IsOfLeaving)
        {
            left = new ReleaseOnLeaving(
                left?.Part ?? before?.Part ?? Percentage.Zero, left?.ForfeitsRest ?? before is { ForfeitsRest: true }, released, forfeited);
        }
        else if (left is { Forfeited: not 0m } && forfeited == 0m)
        {
            forfeitsRest = left.ForfeitsRest;
            left = null;
        }
        else if (left is not null)
        {
            left = new ReleaseOnLeaving(part, left.ForfeitsRest || (isForfeit && amount > 0m), left.Released, left.Forfeited);
        }

        return new HoldbackRelease(span, entry.Component, part, forfeitsRest, released, forfeited, left);
    }
}
