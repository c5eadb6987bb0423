using System;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Quotas;

/// <summary>A prospective sale as it stands: whose, how much, how far, and when it is expected to close.</summary>
/// <remarks>
/// Probability and forecast category are those of the stage unless the opportunity has its own. Immutable; the <c>With…</c> methods
/// return changed copies. Equality is by all values.
/// </remarks>
public sealed record Opportunity
{
    /// <summary>Creates an opportunity.</summary>
    /// <param name="id">The caller's own code.</param>
    /// <param name="customer">The customer.</param>
    /// <param name="salesperson">Who follows it.</param>
    /// <param name="amount">What it would bring, zero or more.</param>
    /// <param name="stageName">The name of its stage (<see cref="PipelineStages"/>); not blank.</param>
    /// <param name="expectedClose">The day on which it is expected to close or, once it is won, on which it did.</param>
    /// <exception cref="ArgumentNullException"><paramref name="stageName"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    /// <exception cref="ArgumentException">
    /// An identifier or <paramref name="amount"/> is the default value, <paramref name="stageName"/> is blank, or the day is not of the
    /// ISO calendar.
    /// </exception>
    public Opportunity(
        OpportunityId id, CustomerId customer, SalespersonId salesperson, Measured amount, string stageName, LocalDate expectedClose)
        : this(
            Identifier.Given(id), Identifier.Given(customer), Identifier.Given(salesperson), NotNegative(amount),
            Identifier.Checked(stageName), Guard.Against.OtherCalendar(expectedClose), ownProbability: null, ownCategory: null,
            product: null)
    {
    }

    private Opportunity(
        OpportunityId id, CustomerId customer, SalespersonId salesperson, Measured amount, string stageName, LocalDate expectedClose,
        Percentage? ownProbability, ForecastCategory? ownCategory, ProductId? product)
    {
        Id = id;
        Customer = customer;
        Salesperson = salesperson;
        Amount = amount;
        StageName = stageName;
        ExpectedClose = expectedClose;
        OwnProbability = ownProbability;
        OwnCategory = ownCategory;
        Product = product;
    }

    /// <summary>The caller's own code.</summary>
    public OpportunityId Id { get; }

    /// <summary>The customer.</summary>
    public CustomerId Customer { get; }

    /// <summary>Who follows it.</summary>
    public SalespersonId Salesperson { get; }

    /// <summary>What it would bring.</summary>
    public Measured Amount { get; }

    /// <summary>The name of its stage.</summary>
    public string StageName { get; }

    /// <summary>The day on which it is expected to close or, once it is won, on which it did.</summary>
    public LocalDate ExpectedClose { get; }

    /// <summary>Its own probability, or null for that of its stage.</summary>
    public Percentage? OwnProbability { get; }

    /// <summary>Its own forecast category, or null for that of its stage.</summary>
    public ForecastCategory? OwnCategory { get; }

    /// <summary>The product, where it is known.</summary>
    public ProductId? Product { get; }

    /// <summary>The same opportunity with another amount, for a changed offer or to see what if.</summary>
    /// <param name="amount">What it would bring, zero or more.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="amount"/> is negative.</exception>
    /// <exception cref="ArgumentException"><paramref name="amount"/> is the default value, which measures nothing.</exception>
    public Opportunity WithAmount(Measured amount) =>
        new(Id, Customer, Salesperson, NotNegative(amount), StageName, ExpectedClose, OwnProbability, OwnCategory, Product);

    /// <summary>
    /// The same opportunity in another stage. What it has of its own, probability and category, stays: without
    /// <see cref="WithProbability"/> and <see cref="WithCategory"/> both are those of the new stage.
    /// </summary>
    /// <param name="stageName">The name of the stage, not blank.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="stageName"/> is null.</exception>
    /// <exception cref="ArgumentException"><paramref name="stageName"/> is blank or begins or ends with white space.</exception>
    public Opportunity WithStage(string stageName) =>
        new(
            Id, Customer, Salesperson, Amount, Identifier.Checked(stageName), ExpectedClose, OwnProbability, OwnCategory, Product);

    /// <summary>The same opportunity, expected to close on another day.</summary>
    /// <param name="expectedClose">The day.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="expectedClose"/> is not of the ISO calendar.</exception>
    public Opportunity WithExpectedClose(LocalDate expectedClose) =>
        new(
            Id, Customer, Salesperson, Amount, StageName, Guard.Against.OtherCalendar(expectedClose), OwnProbability, OwnCategory, Product);

    /// <summary>The same opportunity with a probability of its own.</summary>
    /// <param name="probability">The probability, 0 % to 100 %.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="probability"/> is outside 0 % to 100 %.</exception>
    public Opportunity WithProbability(Percentage probability) =>
        new(Id, Customer, Salesperson, Amount, StageName, ExpectedClose, Guard.Against.NoPart(probability), OwnCategory, Product);

    /// <summary>The same opportunity with a forecast category of its own.</summary>
    /// <param name="category">The category. What is closed is certain and what is omitted does not count, whatever the probability.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="category"/> is not defined.</exception>
    public Opportunity WithCategory(ForecastCategory category) =>
        new(Id, Customer, Salesperson, Amount, StageName, ExpectedClose, OwnProbability, Guard.Against.Undefined(category), Product);

    /// <summary>The same opportunity with its product.</summary>
    /// <param name="product">The product.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentException"><paramref name="product"/> is the default value, which holds no code.</exception>
    public Opportunity WithProduct(ProductId product) =>
        new(Id, Customer, Salesperson, Amount, StageName, ExpectedClose, OwnProbability, OwnCategory, Identifier.Given(product));

    /// <summary>Code, amount, stage and day: <c>O-17: CNY 3950.00, offer, 2026-03-31</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Id + ": " + Amount.Value + ", " + StageName + ", " + InvariantText.Date(ExpectedClose);

    private static Measured NotNegative(Measured amount) =>
        MeasuredArgument.Given(amount).Amount >= 0m ? amount
            : throw Guards.OutOfRange(nameof(amount), amount.ToString(), "must not be negative");
}
