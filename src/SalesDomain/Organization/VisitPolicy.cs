using System;
using System.Collections.Generic;
using System.Diagnostics.CodeAnalysis;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Organization;

/// <summary>How customers are to be visited: a rule for each class, and exceptions for single customers, each over the days it is in
/// force.</summary>
/// <remarks>
/// <para>
/// The rule of a customer is its own, if it has one on that day, or else that of its class of the day; without either there is no rule,
/// which is not the same as no calls. Frequencies are in periods of one kind (weeks, months, quarters), that of the first period, from
/// which cycles are counted.
/// </para>
/// <para>Immutable. Equality is by first period, rules and what is asked in part periods. Source: common practice of field sales (call
/// frequency, call cycle).</para>
/// </remarks>
public sealed partial class VisitPolicy : IEquatable<VisitPolicy>
{
    private readonly Dictionary<CustomerClassId, Timeline<VisitRule>> _ofClasses;
    private readonly Dictionary<CustomerId, Timeline<VisitRule>> _ofCustomers;

    private VisitPolicy(
        FiscalPeriod first,
        Dictionary<CustomerClassId, Timeline<VisitRule>> ofClasses,
        Dictionary<CustomerId, Timeline<VisitRule>> ofCustomers,
        PartPeriod partPeriods)
    {
        First = first;
        PartPeriods = partPeriods;
        _ofClasses = ofClasses;
        _ofCustomers = ofCustomers;
    }

    /// <summary>The period with which the policy and its cycles begin; its kind is that of all frequencies.</summary>
    public FiscalPeriod First { get; }

    /// <summary>How many calls a customer has in a period of which the relation covers a part; all of them, where nothing was
    /// said.</summary>
    public PartPeriod PartPeriods { get; }

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A policy.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(VisitPolicy? left, VisitPolicy? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A policy.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(VisitPolicy? left, VisitPolicy? right) => !(left == right);

    /// <summary>A policy without rules yet.</summary>
    /// <param name="first">The period with which cycles begin: a month for calls a month, a week for calls every so many weeks.</param>
    /// <returns>The policy.</returns>
    public static VisitPolicy StartingWith(FiscalPeriod first) => new(first, [], [], PartPeriod.Whole);

    /// <summary>The policy with another answer to how many calls a customer has in a part of a period.</summary>
    /// <param name="partPeriods">All of them, the part by days rounded up, or none.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="partPeriods"/> is not a value of its type.</exception>
    public VisitPolicy WithPartPeriods(PartPeriod partPeriods) =>
        new(First, _ofClasses, _ofCustomers, Guard.Against.Undefined(partPeriods));

    /// <summary>The rule of a customer on a day, if there is one.</summary>
    /// <param name="customer">The customer.</param>
    /// <param name="on">The day.</param>
    /// <param name="rule">The rule of the customer, or else of its class of the day, or null.</param>
    /// <returns>False where neither has a rule on that day.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="customer"/> is null.</exception>
    /// <exception cref="ArgumentException">The day is not of the ISO calendar.</exception>
    public bool TryRule(CustomerToVisit customer, LocalDate on, [NotNullWhen(true)] out VisitRule? rule)
    {
        Guard.Against.Null(customer);
        Guard.Against.OtherCalendar(on);
        return (_ofCustomers.TryGetValue(customer.Customer, out var own) && own.TryAt(on, out rule))
            || (customer.TryClassOn(on, out var its) && _ofClasses.TryGetValue(its, out var ofClass) && ofClass.TryAt(on, out rule))
            || IsNone(out rule);
    }

    /// <summary>Whether the other has the same first period and the same rules.</summary>
    /// <param name="other">The policy to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(VisitPolicy? other) =>
        other is not null && First == other.First && PartPeriods == other.PartPeriods && AreEqual(_ofClasses, other._ofClasses)
        && AreEqual(_ofCustomers, other._ofCustomers);

    /// <inheritdoc/>
    public override bool Equals([NotNullWhen(true)] object? obj) => Equals(obj as VisitPolicy);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        _ofClasses.Aggregate(
            Hash.Combine(Hash.Combine(First.GetHashCode(), (int)PartPeriods), _ofClasses.Count, _ofCustomers.Count),
            (hash, entry) => hash ^ Hash.Combine(entry.Key.GetHashCode(), entry.Value.GetHashCode()));

    /// <summary>The rules in words, by class and then by customer, in the order of their codes, and what parts of periods have but for
    /// all.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        "from " + First + string.Concat(Words(_ofClasses, "class ")) + string.Concat(Words(_ofCustomers, "customer "))
        + PartAsked.Words(PartPeriods);

    private static bool IsNone(out VisitRule? rule)
    {
        rule = null;
        return false;
    }

    private static bool AreEqual<TKey>(Dictionary<TKey, Timeline<VisitRule>> left, Dictionary<TKey, Timeline<VisitRule>> right)
        where TKey : notnull =>
        left.Count == right.Count && left.All(entry => right.TryGetValue(entry.Key, out var same) && same == entry.Value);

    private static IEnumerable<string> Words<TKey>(Dictionary<TKey, Timeline<VisitRule>> rules, string kind)
        where TKey : notnull =>
        rules.OrderBy(entry => entry.Key, Comparer<TKey>.Default).Select(entry => "; " + kind + InvariantText.Any(entry.Key) + ": "
            + string.Join(", ", entry.Value.Entries.Select(slice =>
                (slice.Span == DateSpan.Always ? "" : slice.Span + ": ") + slice.Value)));
}
