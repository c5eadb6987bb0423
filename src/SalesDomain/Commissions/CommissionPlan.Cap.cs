using System;
using System.Linq;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

public sealed partial class CommissionPlan
{
    /// <summary>How the cap is shared: in the steps to which components are rounded, the minor unit where these are none.</summary>
    internal Apportionment CapShares =>
        CapStep == Apportionment.ToMinorUnit.UnitFor(Currency) ? Apportionment.ToMinorUnit : Apportionment.InUnitsOf(CapStep);

    /// <summary>How what is left of the cap becomes whole steps.</summary>
    internal Rounding CapSteps => Rounding.ToStep(CapStep, RoundingMode.Down);

    private decimal CapStep => Math.Max(Rounding.UnitFor(Currency) ?? 0m, Apportionment.ToMinorUnit.UnitFor(Currency));

    private PlanSteps Rule(CommissionTerms terms, CommissionFigures figures)
    {
        var components = new ComponentSteps?[_components.Length];
        var rounded = new decimal?[_components.Length];
        var (sum, positive, standing) = (0m, 0m, 0m);
        for (var i = 0; i < components.Length; i++)
        {
            components[i] = _components[i].Evaluate(Currency, terms.Of(_components[i].Name), figures);
            rounded[i] = components[i] is { } steps && IsKnown(steps) ? new Money(steps.Exact, Currency).Round(Rounding).Amount : null;
            var amount = rounded[i] ?? 0m;
            sum += amount;
            if (amount > 0m)
                positive += amount;
            if (rounded[i] is null)
                standing += StandingOf(_components[i].Name, figures);
        }

        return CapOf(terms) is { } cap && positive > 0m && sum + standing > cap
            ? Capped(components, rounded, sum, positive, standing, cap)
            : new PlanSteps(components, rounded, sum, CapOf(terms), left: null, toShare: null, rounded, sum);
    }

    private bool IsKnown(ComponentSteps steps) => !steps.IsWaiting || UnstatedFigures == UnstatedFigure.PaysNothing;

    private decimal StandingOf(string component, CommissionFigures figures)
    {
        if (figures.StandingOf(component) is not { } standing)
            return 0m;

        return standing.Currency == Currency ? standing.Amount
            : throw new CurrencyMismatchException(Currency, standing.Currency, nameof(figures));
    }

    // What is negative stays, and makes room for as much more; what stands of a component that is not known takes its room.
    private PlanSteps Capped(
        ComponentSteps?[] components, decimal?[] rounded, decimal sum, decimal positive, decimal standing, decimal cap)
    {
        var left = cap - (sum - positive) - standing;
        var toShare = left <= 0m ? 0m : left - (left % CapStep);
        var shares = CapShares.Split(
            new Money(toShare, Currency), rounded.Select(amount => amount is { } weight && weight > 0m ? weight : 0m));
        var earned = new decimal?[rounded.Length];
        for (var i = 0; i < earned.Length; i++)
            earned[i] = rounded[i] > 0m ? shares[i].Amount : rounded[i];

        return new PlanSteps(components, rounded, sum, cap, left, toShare, earned, sum - positive + toShare);
    }

    private decimal? CapOf(CommissionTerms terms)
    {
        if (Cap is { } cap)
            return cap.Amount;
        if (CapOfTarget is not { } multiple)
            return null;

        var targets = 0m;
        foreach (var component in _components)
        {
            if (terms.TargetOf(component.Name) is not { } target)
            {
                throw Guards.Invalid(
                    nameof(terms), "'" + component.Name + "'",
                    "must have a target incentive for every component, as the plan is capped at a multiple of them");
            }

            if (target.Currency != Currency)
                throw new CurrencyMismatchException(Currency, target.Currency, "'" + component.Name + "'", nameof(terms));
            targets += target.Amount;
        }

        return new Money(multiple.Fraction * targets, Currency).Round(Rounding).Amount;
    }
}
