using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What one return is credited with, at the price of the sale.</summary>
/// <remarks>
/// <para>
/// Credit = due to date − credited before, at least zero. Due when r came back = the greatest over all r′ ≤ r of share(r′) − lost(r′),
/// where share(r) = net × r ÷ sold, no more than the net, and the net itself when all is back; and lost(r) = what is kept costs by its own
/// quantity − its part of what all that was sold costs, or nothing where that is no rise; rounded once. The r′ are the multiples of the
/// smallest quantity (<see cref="ReturnPolicy.Smallest"/>), and r itself. Where the net is the price of what was sold, due is the net less
/// what is kept costs, rounded: what is kept is rated anew to the cent. What was bought before in other documents counts for the step
/// alone. So two returns of one quantity are credited as one, however it is cut into such multiples.
/// </para>
/// <para>Immutable; equality is by reference.</para>
/// </remarks>
public sealed class ReturnCredit
{
    private readonly ReturnSteps? _steps;
    private readonly ReturnSteps? _earlier;
    private readonly Money _due;
    private readonly Money _toDate;

    internal ReturnCredit(ReturnedSale sale, Quantity returned)
    {
        Sale = sale;
        Returned = returned;
        IsRefused = returned > sale.Open;
        var none = Money.Zero(sale.Sold.Currency);
        Amount = LostQuantityPrice = none;
        After = sale;
        if (IsRefused)
            return;

        _steps = new ReturnSteps(sale, sale.Returned + returned);
        _earlier = sale.Policy.Price is null ? null : Earlier(sale, _steps, sale.Returned + returned);
        _due = _earlier?.Due ?? _steps.Due;

        // What was credited is not asked back: a return is never charged.
        _toDate = Money.Max(_due, sale.Credited);
        Amount = _toDate - sale.Credited;
        LostQuantityPrice = _steps.IsLess ? Money.Max(none, _steps.Share - _toDate) : none;
        if (LostQuantityPrice.IsPositive)
            (KeptPrice, KeptAmount) = (_steps.KeptPrice, _steps.KeptAmount);

        After = sale.After(returned, Amount);
    }

    /// <summary>The sale before this return.</summary>
    public ReturnedSale Sale { get; }

    /// <summary>What comes back.</summary>
    public Quantity Returned { get; }

    /// <summary>True where more comes back than is open: nothing is credited.</summary>
    public bool IsRefused { get; }

    /// <summary>What is credited, without tax; zero where it is refused.</summary>
    public Money Amount { get; }

    /// <summary>
    /// The break price at what is kept, where it is above that at what was sold; null where nothing is lost, or prices are graduated.
    /// </summary>
    public Money? KeptPrice { get; }

    /// <summary>
    /// What is kept costs by its own quantity, with what is counted beside it and after what was bought before, not rounded; null where
    /// nothing is lost.
    /// </summary>
    public Money? KeptAmount { get; }

    /// <summary>What is credited less to date, because what is kept does not reach the quantity price.</summary>
    public Money LostQuantityPrice { get; }

    /// <summary>The sale after this return; as before where it is refused.</summary>
    public ReturnedSale After { get; }

    /// <summary>
    /// <c>pricing.return-above-sold</c> with what comes back and what is open; <c>pricing.return-rated-anew</c> with what is kept, its
    /// price and what is lost to date, and <c>pricing.return-rated-graduated</c> with what it costs, both with what was back already when
    /// as much was due, where that was less; <c>pricing.return-no-price</c> where what is kept is below the first step, and is rated at its
    /// price, or where what was sold has no price in the breaks: nothing is lost.
    /// </summary>
    public IReadOnlyList<Reason> Reasons
    {
        get
        {
            if (IsRefused)
                return Array.AsReadOnly([new Reason("pricing.return-above-sold", ("returned", Returned), ("open", Sale.Open))]);

            var reasons = new List<Reason>();
            var kept = ("kept", (Figure)_steps!.Kept);
            if (KeptAmount is { } amount)
            {
                (string, Figure)[] figures = KeptPrice is { } price ? [kept, ("price", price)] : [kept, ("costs", amount)];
                reasons.Add(new Reason(
                    KeptPrice is null ? "pricing.return-rated-graduated" : "pricing.return-rated-anew",
                    [
                        .. figures, ("lost", LostQuantityPrice),
                        .. _earlier is null ? Array.Empty<(string, Figure)>() : [("as when back", (Figure)_earlier.ToDate)],
                    ]));
            }

            if (Sale.Policy.Price is { } record && _steps.Kept.IsPositive && !_steps.HasOwnPrice)
            {
                reasons.Add(
                    _steps.HasPrice ? new Reason("pricing.return-no-price", kept, ("price of the first step", record.FirstPrice))
                        : new Reason("pricing.return-no-price", kept));
            }

            return reasons.AsReadOnly();
        }
    }

    /// <summary>How the credit follows from the sale.</summary>
    /// <returns>The explanation, whose figure is <see cref="Amount"/>; absent where the return is refused.</returns>
    public Explanation Explain()
    {
        if (IsRefused)
            return Fact("credit", Figure.Absent);

        var due = _earlier is null ? _steps!.Explain() : Node("due", _due, Operation.Max, _steps!.Explain(), _earlier.Explain());
        var credited = Fact("credited before", Sale.Credited);
        return Node(
            "credit", Amount, Operation.Difference, Node("credited to date", _toDate, Operation.Max, due, credited), credited);
    }

    /// <summary>What comes back and its credit: <c>2 PCE, CNY 18.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Returned + ", " + (IsRefused ? Reasons[0].ToString() : Amount.ToString());

    // Within a step what is due only rises, or only falls: so it is greatest at the multiples around where a step, or its rise, ends.
    private static ReturnSteps? Earlier(ReturnedSale sale, ReturnSteps now, Quantity toDate)
    {
        var unit = sale.Quantity.Unit;
        var together = sale.Quantity + sale.Policy.Beside(unit);
        var smallest = sale.Policy.Smallest?.Amount ?? Math.Min(LastPlace(sale.Quantity.Amount), LastPlace(toDate.Amount));
        ReturnSteps? most = null;
        foreach (var kept in Turns(sale, now, together))
        {
            var multiple = decimal.Floor((together.Amount - kept) / smallest) * smallest;
            for (var back = multiple - smallest; back <= multiple + smallest; back += smallest)
            {
                if (back <= 0m || back >= toDate.Amount)
                    continue;

                var steps = new ReturnSteps(sale, new Quantity(back, unit));
                most = steps.Due > (most ?? now).Due ? steps : most;
            }
        }

        return most;
    }

    /// <summary>What is kept where a step begins and, graduated, where it begins to cost more than its part of the sale.</summary>
    private static List<decimal> Turns(ReturnedSale sale, ReturnSteps now, Quantity together)
    {
        var turns = sale.Policy.AtBounds(together.Unit).Select(kept => kept.Amount).ToList();
        if (sale.Policy.Price is not { IsGraduated: true } || !now.HasPrice)
            return turns;

        var (last, lastRise) = (now.Kept.Amount, now.Rise.Amount);
        foreach (var kept in turns.Where(kept => kept > last && kept < together.Amount).OrderBy(kept => kept).ToArray())
        {
            var rise = new ReturnSteps(sale, together - new Quantity(kept, together.Unit)).Rise.Amount;
            if (lastRise * rise < 0m)
                turns.Add(last + ((kept - last) * lastRise / (lastRise - rise)));
            (last, lastRise) = (kept, rise);
        }

        return turns;
    }

    /// <summary>One, or of what is no whole number its last decimal place.</summary>
    private static decimal LastPlace(decimal amount)
    {
        var place = 1m;
        while (amount % place != 0m)
            place /= 10m;

        return place;
    }
}
