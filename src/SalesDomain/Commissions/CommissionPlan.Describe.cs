using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;

namespace SalesDomain.Commissions;

public sealed partial class CommissionPlan
{
    /// <summary>The plan in sentences, for the person who is paid by it.</summary>
    /// <param name="terms">The person's terms; what is missing of them is said to be missing.</param>
    /// <returns>
    /// Lines in English, the same in every culture. The first names the plan; then each component has a line that says what is paid on, and
    /// below it, indented, a sentence for everything that decides what that pays. What of it is paid when (holdback, draw, minimum) is not
    /// the plan's to say.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> is null.</exception>
    /// <exception cref="ArgumentException">Something is agreed for a component that the plan does not have.</exception>
    public IReadOnlyList<string> Describe(CommissionTerms terms)
    {
        Guard.Against.Null(terms);
        MustHave(terms.Components, nameof(terms));
        var lines = new List<string> { NameAndVersion + ". All amounts are in " + Currency + "." };
        foreach (var component in _components)
            lines.AddRange(ComponentText.Of(component, terms.Of(component.Name) ?? new ComponentTerms()));

        if (Cap is { } cap)
            lines.Add("All components together pay at most " + cap + "; each is reduced in proportion.");
        if (CapOfTarget is { } multiple)
        {
            lines.Add(
                "All components together pay at most " + multiple + " of their target incentives ("
                + new Money(CapOf(terms)!.Value, Currency) + "); each is reduced in proportion.");
        }

        if (Array.Exists(_components, component => component.ReadsFigures))
        {
            lines.Add(
                UnstatedFigures == UnstatedFigure.Unknown ? "What waits for a figure that is not stated yet is not known until it is."
                    : "What waits for a figure that is not stated yet pays nothing until it is.");
        }

        lines.Add("What a component pays is rounded once, at the end: " + Rounding + ".");
        if (CostOfFunds is { } funds)
        {
            lines.Add(
                "Late money costs you " + funds.Rate + " a year of the amount with tax for each day it is late, year of "
                + funds.Basis.ToString() + "; that is taken from what all components pay together"
                + (CostOfFundsCap is { } share ? ", at most " + share + " of it" : "") + ", and rounded once.");
        }

        return lines.AsReadOnly();
    }
}
