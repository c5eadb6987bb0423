using System.Collections.Generic;
using NodaTime;
using SalesDomain;
using SalesDomain.Commissions;

namespace QuarterClose.Rules;

/// <summary>
/// Goods of one order line that came back, and the day on which that was undone, if it was. It is two things to a commission: a fact, by
/// which an open quarter is rated again, and an event, by which a closed one is clawed back.
/// </summary>
public sealed record GoodsReturn(DocumentId Id, Sale Sale, int Quantity, LocalDate On, LocalDate? ReinstatedOn)
{
    /// <summary>The number of the return, as a fact and as an event.</summary>
    public LineId Returned => new(Id, 1);

    /// <summary>That of what undid it.</summary>
    public LineId Reinstated => new(Id, 2);

    /// <summary>What the customer gets back: the net amount of the line in proportion to the pieces, rounded to cents.</summary>
    public Money Net => Taken.Money;

    public Measured Taken =>
        Measure.Revenue.Of((Sale.Line.NetAmount * Quantity / Sale.Line.Quantity.Amount).Round(Rounding.Commercial));

    /// <summary>What is known by a day: the return, and what undid it.</summary>
    public IEnumerable<SalesLine> LinesBy(LocalDate day)
    {
        if (On <= day)
            yield return Line(Returned, On, Sale.Line.Id, -1);
        if (ReinstatedOn is { } again && again <= day)
            yield return Line(Reinstated, again, Returned, 1);
    }

    public IEnumerable<CommissionEvent> EventsBy(LocalDate day)
    {
        // Of what was given away there is nothing to take back.
        if (Net.IsZero)
            yield break;

        if (On <= day)
            yield return CommissionEvent.Return(Returned, Sale.Line.Id, Sale.Line.Date, On, Taken);
        if (ReinstatedOn is { } again && again <= day)
            yield return CommissionEvent.Reinstatement(Reinstated, Returned, again);
    }

    private SalesLine Line(LineId id, LocalDate on, LineId original, int sign)
    {
        var line = Sale.Line.ToBuilder();
        line.Document = id.Document;
        line.Line = id.Line;
        line.Date = on;
        line.Quantity = SalesDomain.Quantity.Pieces(sign * Quantity);
        line.NetAmount = Net * sign;
        line.ListAmount = Sale.Price.ListPrice * (sign * Quantity);
        line.Original = original;
        return line.Build();
    }
}
