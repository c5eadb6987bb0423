namespace SalesDomain.Commissions;

/// <summary>What one event took back of one earning.</summary>
internal sealed class ClawedPart(
    CommissionEvent source, decimal? asked, Percentage? timeLeft, decimal amount = 0m, decimal taken = 0m, decimal inPlan = 0m,
    decimal inFull = 0m)
{
    private static readonly Rounding s_down = Rounding.ToMinorUnit(RoundingMode.Down);

    internal CommissionEvent Event { get; } = source;

    /// <summary>The base the event is about; null for all of it.</summary>
    internal decimal? Asked { get; } = asked;

    /// <summary>What was taken back for it, zero or more.</summary>
    internal decimal Amount { get; } = amount;

    /// <summary>The same in the currency of the plan, by what was entered at the time.</summary>
    internal decimal InPlan { get; } = inPlan;

    /// <summary>
    /// What came back, before a clause for the time left, in the currency of the plan: fixed at the time, whatever is entered later.
    /// </summary>
    internal decimal InFull { get; } = inFull;

    /// <summary>The base for which that was: no more than was left.</summary>
    internal decimal Taken { get; } = taken;

    /// <summary>Whether all of the commission of that base is taken back; otherwise the part for the time left.</summary>
    internal bool IsFull => TimeLeft is null;

    /// <summary>The part of the window that was left; null where all is taken back.</summary>
    internal Percentage? TimeLeft { get; } = timeLeft;

    internal ClawedPart With(decimal more, decimal moreTaken, decimal moreInPlan, decimal moreInFull) =>
        new(Event, Asked, TimeLeft, Amount + more, Taken + moreTaken, InPlan + moreInPlan, InFull + moreInFull);

    /// <summary>
    /// What was taken in the currency of a plan, as far as it is whole cents: by the rate of what was entered it can lie between two.
    /// </summary>
    internal static Money ToTheCent(Money taken) =>
        taken.Currency.MinorDigits is null ? taken : taken.Round(s_down);
}
