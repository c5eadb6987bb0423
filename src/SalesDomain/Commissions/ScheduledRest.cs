using System;
using NodaTime;

namespace SalesDomain.Commissions;

/// <summary>What of a component is earned by no line, where its lines are earned with their progress.</summary>
/// <param name="ofNoLine">What nobody sold by a line.</param>
/// <param name="least">The floor, after multipliers and cap of the plan; null where there is none.</param>
/// <param name="lines">The lines whose earnings are in the floor.</param>
internal sealed class ScheduledRest(Money ofNoLine, Money? least, ScheduledLine[] lines)
{
    internal bool HasLines => lines.Length > 0;

    // A line that is not known has not earned anything so far.
    internal RestToDate On(LocalDate on) =>
        new(ofNoLine, least, Array.ConvertAll(lines, line => (line.Line, line.On(on)?.Amount ?? line.Nothing)));
}
