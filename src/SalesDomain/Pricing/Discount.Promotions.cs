using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

public sealed partial class Discount
{
    /// <summary>The deal over pieces of several lines, or null.</summary>
    public Deal? Deal => _settings.Deal;

    /// <summary>The amounts off the order by its amount, or null.</summary>
    public StepSchedule<Money, Money>? OffByAmount => _settings.OffByAmount;

    /// <summary>The amounts off the order by its quantity, or off each unit by the quantity that counts, or null.</summary>
    public StepSchedule<Quantity, Money>? OffByQuantity => _settings.OffByQuantity;

    /// <summary>For every full what <see cref="Amount"/> is taken off, or null.</summary>
    public Money? EveryAmount => _settings.EveryAmount;

    /// <summary>For every full what quantity <see cref="Amount"/> is taken off, or null.</summary>
    public Quantity? EveryQuantity => _settings.EveryQuantity;

    /// <summary>How much it may take off at most, or null.</summary>
    public PromotionBudget? Budget => _settings.Budget;

    /// <summary>A deal over pieces of several lines.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="deal">The deal; only pieces in the scope of the discount come into it.</param>
    /// <returns>The discount; it has its place among those of lines.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    public static Discount OfDeal(string name, Deal deal) =>
        Of(DiscountKind.Deal, name, new Settings { Deal = Guard.Against.Null(deal), Counts = BreakBasis.MixGroup });

    /// <summary>An amount off the lines in scope together, by their amount: 10 off from 100, 25 off from 200 (满减).</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="steps">The amounts off, zero or more, by the amount of the lines in scope.</param>
    /// <returns>The discount; outside the steps there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount or a level is negative.</exception>
    /// <exception cref="CurrencyMismatchException">Amounts off and levels are in different currencies.</exception>
    public static Discount OfOrder(string name, StepSchedule<Money, Money> steps)
    {
        Guard.Against.Null(steps);
        Guard.Against.Below(0m, steps.Bounds[0].Amount, nameof(steps));
        foreach (var amount in steps.Values)
            Off(amount, steps.Bounds[0].Currency, nameof(steps));
        return Of(DiscountKind.AmountOfOrder, name, new Settings { OffByAmount = steps });
    }

    /// <summary>An amount off the lines in scope together, by their quantity: 10 off from 3 pieces.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="steps">The amounts off, zero or more, by the quantity of the lines in scope; levels of one unit.</param>
    /// <returns>The discount; outside the steps there is none.</returns>
    /// <exception cref="ArgumentNullException">An argument is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount or a level is negative.</exception>
    /// <exception cref="CurrencyMismatchException">Two amounts are in different currencies.</exception>
    public static Discount OfOrder(string name, StepSchedule<Quantity, Money> steps)
    {
        var settings = Checked(steps);
        return Of(DiscountKind.AmountOfOrder, name, settings);
    }

    /// <summary>An amount off for every full amount of the lines in scope together: 40 off for every full 300 (每满减).</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="every">For every full what, positive.</param>
    /// <param name="amount">What is taken off each time, positive, no more than <paramref name="every"/>.</param>
    /// <returns>The discount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">An amount is not positive, or more is taken off than counts.</exception>
    /// <exception cref="CurrencyMismatchException">The two are in different currencies.</exception>
    public static Discount ForEvery(string name, Money every, Money amount)
    {
        Guard.Against.NotPositive(every);
        Guard.Against.NotPositive(amount);
        return Off(amount, every.Currency, nameof(amount)) <= every
            ? Of(DiscountKind.AmountOfOrder, name, new Settings { EveryAmount = every, Amount = amount })
            : throw Guards.OutOfRange(nameof(amount), amount.ToString(), "must be no more than " + every);
    }

    /// <summary>An amount off for every full quantity of the lines in scope together: 5 off for every full dozen.</summary>
    /// <param name="name">The name; not empty, no white space at either end.</param>
    /// <param name="every">For every full what, positive; lines that do not convert to its unit take no part.</param>
    /// <param name="amount">What is taken off each time, positive.</param>
    /// <returns>The discount.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="name"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="name"/> is empty or padded.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="every"/> or <paramref name="amount"/> is not positive.
    /// </exception>
    public static Discount ForEvery(string name, Quantity every, Money amount)
    {
        Guard.Against.NotPositive(every.Amount, nameof(every));
        return Of(DiscountKind.AmountOfOrder, name, new Settings { EveryQuantity = every, Amount = Guard.Against.NotPositive(amount) });
    }

    /// <summary>The discount only where a coupon is presented that has uses left.</summary>
    /// <param name="coupon">The codes, one of which is enough, and how often they may be used.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="coupon"/> is null.</exception>
    public Discount WithCoupon(Coupon coupon) => new(_settings with { Coupon = Guard.Against.Null(coupon) });

    /// <summary>The discount that takes off no more than a budget allows.</summary>
    /// <param name="budget">
    /// Its limits. A discount of each line has only one by the unit: which line would go without is chance, so take a percentage of the
    /// order in its stead.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="budget"/> is null.</exception>
    /// <exception cref="InvalidOperationException">
    /// This is a discount of each line, and the budget has a limit that all lines share.
    /// </exception>
    public Discount WithBudget(PromotionBudget budget)
    {
        Guard.Against.Null(budget);
        return IsOverLines || !budget.IsOverLines ? new Discount(_settings with { Budget = budget })
            : throw new InvalidOperationException("'" + Name + "' is of each line, and cannot share a budget between lines.");
    }

    /// <summary>True for what is worked over several lines at once: a deal, or a discount of the order.</summary>
    internal bool IsOverLines => IsOfOrder || Kind == DiscountKind.Deal;

    /// <summary>True where an amount off is chosen by what the lines cost.</summary>
    internal bool CountsAmounts => OffByAmount is not null || EveryAmount is not null;

    /// <summary>The unit of its steps, or null.</summary>
    internal UnitOfMeasure? StepUnit => QuantitySteps?.Bounds[0].Unit ?? OffByQuantity?.Bounds[0].Unit ?? EveryQuantity?.Unit;

    private static Settings Checked(StepSchedule<Quantity, Money> steps)
    {
        Guard.Against.Null(steps);
        Guard.Against.Below(0m, steps.Bounds[0].Amount, nameof(steps));
        foreach (var amount in steps.Values)
            Off(amount, steps.Values[0].Currency, nameof(steps));

        return new Settings { OffByQuantity = steps };
    }

    private static Money Off(Money amount, Currency currency, string parameterName)
    {
        Guard.Against.Below(0m, amount.Amount, parameterName);
        return amount.Currency == currency ? amount : throw new CurrencyMismatchException(currency, amount.Currency, parameterName);
    }

    private string Taken()
    {
        var amount = Amount?.ToString();
        var rate = Rate?.ToString() ?? QuantitySteps?.ToString() ?? AmountSteps?.ToString()
            ?? RateTable?.ToString().Trim().Replace("\n", ", ");
        var graduated = IsGraduated ? ", graduated," : "";
        var every = EveryAmount?.ToString() ?? EveryQuantity?.ToString();
        return Kind switch
        {
            DiscountKind.Percent => rate + graduated + " of the " + Base,
            DiscountKind.PerUnit => (amount ?? OffByQuantity!.ToString()) + graduated + " per " + Unit,
            DiscountKind.FixedPrice => "fixed price " + amount + " per " + Unit,
            DiscountKind.Deal => "deal of " + Deal,
            DiscountKind.PercentOfOrder => rate + graduated + " of the order, " + Base,
            _ when every is not null => amount + " off the order for every full " + every + Counted(),
            _ when amount is null => "off the order " + (OffByAmount?.ToString() ?? OffByQuantity!.ToString()) + Counted(),
            _ => amount + " off the order",
        };

        string Counted() => CountsAmounts && Base != DiscountBase.Running ? " of the " + Base : "";
    }
}
