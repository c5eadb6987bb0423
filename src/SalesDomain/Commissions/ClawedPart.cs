namespace SalesDomain.Commissions;

/// <summary>What one event took back of one earning.</summary>
internal sealed class ClawedPart(CommissionEvent source, decimal? asked, decimal amount, decimal taken, Percentage? timeLeft)
{
    internal CommissionEvent Event { get; } = source;

    /// <summary>The base the event is about; null for all of it.</summary>
    internal decimal? Asked { get; } = asked;

    /// <summary>What was taken back for it, zero or more.</summary>
    internal decimal Amount { get; } = amount;

    /// <summary>The base for which that was: no more than was left.</summary>
    internal decimal Taken { get; } = taken;

    /// <summary>Whether all of the commission of that base is taken back; otherwise the part for the time left.</summary>
    internal bool IsFull => TimeLeft is null;

    /// <summary>The part of the window that was left; null where all is taken back.</summary>
    internal Percentage? TimeLeft { get; } = timeLeft;

    internal ClawedPart With(decimal more, decimal moreTaken) => new(Event, Asked, Amount + more, Taken + moreTaken, TimeLeft);
}
