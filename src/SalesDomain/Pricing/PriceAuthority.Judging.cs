using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>Which table judges which lines, and which floors an approval lifts.</content>
public sealed partial class PriceAuthority
{
    /// <summary>The document in which approvals on file let prices go below their floors.</summary>
    /// <remarks>
    /// <para>
    /// An approval that limits <see cref="BelowFloor"/> to 5 % makes a floor of 80 one of 76, and one without limit on it takes the floor
    /// away, on each line that it covers by document, scope and day. Apply the discounts to the result, and they stop at the lower floor.
    /// The widest approval of a line counts, and only those count whose granter may go so far by the tables that judge the line; a table
    /// that is not over <see cref="BelowFloor"/> gives nobody the right.
    /// </para>
    /// <para>
    /// What else an approval asks for, say a margin, can be seen only when the prices are known: so
    /// <see cref="PriceApproval.With(Approval[])"/> looks at all of it again, and without it the figure asks for a role that may go so far.
    /// </para>
    /// </remarks>
    /// <param name="id">The number of the offer or order.</param>
    /// <param name="customer">Whose it is; a line whose subject states no customer is taken to be his.</param>
    /// <param name="document">The document before discounts.</param>
    /// <param name="approvals">The approvals on file.</param>
    /// <returns>The document, with <see cref="PricedLine.FloorLift"/> on the lines whose floor is lifted and on no others.</returns>
    /// <exception cref="ArgumentNullException">
    /// <paramref name="document"/>, <paramref name="approvals"/> or an approval is null.
    /// </exception>
    /// <exception cref="ArgumentException">
    /// <paramref name="id"/> or <paramref name="customer"/> is the default value, or an approval has a limit of another side or kind than a
    /// table of prices has.
    /// </exception>
    /// <exception cref="CurrencyMismatchException">An amount in a table or an approval is in another currency.</exception>
    /// <exception cref="TaxBasisMismatchException">The amounts of the authority are in another tax basis.</exception>
    public PricedDocument LiftFloors(DocumentId id, CustomerId customer, PricedDocument document, params Approval[] approvals)
    {
        Identifier.Given(id);
        Identifier.Given(customer);
        Guard.Against.Null(document);
        Approval[] copy = [.. Guard.Against.Null(approvals)];
        Array.ForEach(copy, approval => RequirePrices(approval, document.Currency, nameof(approvals)));
        Require(document, nameof(document));
        var list = GeneralList(customer, document);
        return document.LiftingFloors(Lift);

        Percentage Lift(PricedLine line)
        {
            var most = Percentage.Zero;
            if (line.Floor is null || line.IsReturn)
                return most;

            var subject = PriceCase.SubjectOf(line, customer);
            Authority[] tables = [.. TablesOf(subject, document.Date, list).Select(each => each.Table)];
            foreach (var approval in copy)
            {
                if (approval.LimitOf(BelowFloor) is not { } limit
                    || !approval.Check(id, subject, document.Date, AtTheirLimits(approval)).IsCovered
                    || !Array.TrueForAll(tables, table => table.IsOver(BelowFloor) && table.ReasonsAgainst(approval).Count == 0))
                {
                    continue;
                }

                var lift = limit.IsUnlimited ? Percentage.OneHundred : Percentage.FromFraction(limit.Bound.Number);
                most = lift > most ? lift : most;
            }

            return most > Percentage.OneHundred ? Percentage.OneHundred : most;
        }
    }

    /// <summary>The tables that have a say when the floor of a line is lifted, with their names: the general one has none.</summary>
    internal Func<PricedLine, (string? Name, Authority Table)[]> TablesOfFloors(CustomerId customer, PricedDocument document)
    {
        var list = GeneralList(customer, document);
        return line => [.. TablesOf(PriceCase.SubjectOf(line, customer), document.Date, list)];
    }

    /// <summary>
    /// Every table with the lines that it judges: the general one first, then own ones by their names; of each what is asked for of it,
    /// where that is not all.
    /// </summary>
    internal PriceApprovalPart[] Parts(DocumentId id, Currency currency, CaseLine[] sold, Func<Authority, Authority?>? ofTable = null)
    {
        if (sold.Length == 0)
            return [];

        var byOwn = sold.Select(line => (Line: line, Own: OwnTable(line.Subject, line.Case.Date))).ToArray();
        CaseLine[] general = [.. byOwn.Where(each => !_isApart || each.Own is null).Select(each => each.Line)];
        var parts = new List<PriceApprovalPart>();
        if (general.Length > 0)
        {
            var figures = new PriceFigures(currency, general);
            Add(null, General(Money.Sum(currency, general.Select(line => line.Line.Line.ListAmount))), general, figures);
        }

        var owns = byOwn.Where(each => each.Own is not null).GroupBy(each => each.Own!.Name, StringComparer.Ordinal)
            .OrderBy(same => same.Key, StringComparer.Ordinal);
        foreach (var same in owns)
        {
            CaseLine[] lines = [.. same.Select(each => each.Line)];
            Add(same.Key, same.First().Own!.Value, lines, new PriceFigures(currency, lines));
        }

        return [.. parts];

        void Add(string? name, Authority table, CaseLine[] lines, PriceFigures figures)
        {
            if ((ofTable is null ? table : ofTable(table)) is { } asked)
                parts.Add(new PriceApprovalPart(name, asked, id, lines, figures));
        }
    }

    /// <summary>The figures of prices, by their names.</summary>
    internal static (string Name, Figure Value)[] Named(PriceFigures figures) =>
        Array.ConvertAll(s_names, name => (name, figures.Of(name)));

    internal static string[] Names => s_names;

    // At its own limits an approval stands or falls by document, scope and day alone.
    private static (string Name, Figure Value)[] AtTheirLimits(Approval approval) =>
        [.. approval.Names.Select(name => (name, approval.LimitOf(name)!.Bound))];

    private Authority General(Money list) => _byListAmount is { } tables ? tables.At(list) : _first;

    private ScopeEntry<Authority>? OwnTable(ScopeSubject subject, LocalDate on) => _scopes?.Resolve(subject, on).Winner;

    /// <summary>The list amount by which the general table is chosen: of the lines that it judges, not rounded.</summary>
    private Money GeneralList(CustomerId customer, PricedDocument document) =>
        Money.Sum(
            document.Currency,
            document.Lines.Where(line =>
                !line.IsReturn && (!_isApart || OwnTable(PriceCase.SubjectOf(line, customer), document.Date) is null))
                .Select(line => line.ListAmount));

    private IEnumerable<(string? Name, Authority Table)> TablesOf(ScopeSubject subject, LocalDate on, Money list)
    {
        var own = OwnTable(subject, on);
        if (own is null || !_isApart)
            yield return (null, General(list));
        if (own is not null)
            yield return (own.Name, own.Value);
    }
}
