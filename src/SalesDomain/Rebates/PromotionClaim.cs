using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Rebates;

/// <summary>What a customer spent on an activity that was agreed, and the evidence it handed in.</summary>
/// <remarks>Immutable. Equality is by all values, the order of the evidence apart.</remarks>
public sealed class PromotionClaim : IEquatable<PromotionClaim>
{
    private readonly ClaimEvidence[] _evidence;

    private PromotionClaim(
        DocumentId id, LocalDate on, DocumentId allowance, CustomerId customer, Money spent, ClaimEvidence[] evidence)
    {
        Id = id;
        On = on;
        Allowance = allowance;
        Customer = customer;
        Spent = spent;
        _evidence = evidence;
    }

    /// <summary>The number of the claim.</summary>
    public DocumentId Id { get; }

    /// <summary>The day on which it came in.</summary>
    public LocalDate On { get; }

    /// <summary>The number of the allowance that it names.</summary>
    public DocumentId Allowance { get; }

    /// <summary>Who claims.</summary>
    public CustomerId Customer { get; }

    /// <summary>What the customer spent, without tax; the maker's share of it is what is claimed.</summary>
    public Money Spent { get; }

    /// <summary>The evidence, by day, kind and document.</summary>
    public IReadOnlyList<ClaimEvidence> Evidence => Array.AsReadOnly(_evidence);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A claim.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(PromotionClaim? left, PromotionClaim? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A claim.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(PromotionClaim? left, PromotionClaim? right) => !(left == right);

    /// <summary>A claim without evidence.</summary>
    /// <param name="id">The number of the claim.</param>
    /// <param name="on">The day on which it came in.</param>
    /// <param name="allowance">The number of the allowance that it names.</param>
    /// <param name="customer">Who claims.</param>
    /// <param name="spent">What the customer spent, above zero, without tax.</param>
    /// <returns>The claim.</returns>
    /// <exception cref="ArgumentException">
    /// An identifier is the default value, or <paramref name="on"/> is of another calendar.
    /// </exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="spent"/> is not above zero.</exception>
    public static PromotionClaim Of(DocumentId id, LocalDate on, DocumentId allowance, CustomerId customer, Money spent) =>
        new(
            Identifier.Given(id), Guard.Against.OtherCalendar(on), Identifier.Given(allowance), Identifier.Given(customer),
            Guard.Against.NotPositive(spent), []);

    /// <summary>The claim with evidence, beside what it has.</summary>
    /// <param name="evidence">The documents; one that is there already has no effect.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="evidence"/> or a document is null.</exception>
    public PromotionClaim With(params ClaimEvidence[] evidence)
    {
        Guard.Against.Null(evidence);
        Array.ForEach(evidence, each => Guard.Against.Null(each, nameof(evidence)));
        return new PromotionClaim(
            Id, On, Allowance, Customer, Spent,
            [
                .. _evidence.Concat(evidence).Distinct().OrderBy(each => each.On).ThenBy(each => each.Kind, StringComparer.Ordinal)
                    .ThenBy(each => each.Document),
            ]);
    }

    /// <summary>Whether the other has the same values and evidence.</summary>
    /// <param name="other">The claim to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(PromotionClaim? other) =>
        other is not null && Id == other.Id && On == other.On && Allowance == other.Allowance && Customer == other.Customer
        && Spent == other.Spent && _evidence.SequenceEqual(other._evidence);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as PromotionClaim);

    /// <inheritdoc/>
    public override int GetHashCode() => Hash.Combine(Id.GetHashCode(), On.GetHashCode(), Spent.GetHashCode(), _evidence.Length);

    /// <summary>Number, day, allowance, amount and evidence.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        Id + " on " + InvariantText.Date(On) + ": " + Allowance + ", " + Customer + ", " + Spent
        + string.Concat(_evidence.Select(each => "; " + each));
}
