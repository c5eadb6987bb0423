using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <content>What tables, approvals and documents have to be to go together.</content>
public sealed partial class PriceAuthority
{
    /// <summary>Refuses what cannot be an approval of prices in a currency.</summary>
    internal static void RequirePrices(Approval approval, Currency currency, string parameterName)
    {
        Guard.Against.Null(approval, parameterName);
        foreach (var name in approval.Names.Where(name => Array.IndexOf(s_names, name) >= 0))
        {
            var limit = approval.LimitOf(name)!;
            RequireKind(name, limit, parameterName);
            if (CurrencyOf(limit) is { } stated && stated != currency)
                throw new CurrencyMismatchException(stated, currency, parameterName);
        }
    }

    /// <summary>The currencies of all amounts; refuses a table that is not over prices, or has other roles than the first.</summary>
    private Currency[] CheckedTables(string parameterName)
    {
        var currencies = new List<Currency>();
        if (_byListAmount is { } byListAmount)
            currencies.Add(byListAmount.Bounds[0].Currency);

        foreach (var table in Tables())
        {
            foreach (var name in table.Names)
            {
                if (Array.IndexOf(s_names, name) < 0)
                    throw Guards.Invalid(parameterName, "'" + name + "'", "must be over figures of prices: " + string.Join(", ", s_names));

                foreach (var role in table.Roles)
                {
                    var limit = table.LimitOf(role, name)!;
                    RequireKind(name, limit, parameterName);
                    if (CurrencyOf(limit) is { } stated && !currencies.Contains(stated))
                        currencies.Add(stated);
                }
            }

            if (!table.Roles.SequenceEqual(Roles))
                throw Guards.Invalid(parameterName, Text(table.Roles), "must have the roles " + Text(Roles));
        }

        if (currencies.Count > 0 && TaxBasis is null)
        {
            throw Guards.Invalid(
                parameterName, currencies[0].Code, "must not have amounts where the authority does not say whether they have tax in them");
        }

        return [.. currencies];

        static string Text(IReadOnlyList<RoleId> roles) => "'" + string.Join(", ", roles.Select(role => role.ToString())) + "'";
    }

    private static void RequireKind(string name, AuthorityLimit limit, string parameterName)
    {
        var kind = name == DiscountAmount ? FigureKind.Money : FigureKind.Percentage;
        if (!limit.IsUnlimited && (limit.Bound.Kind != kind || limit.IsFloor != name is Margin or PocketMargin))
        {
            throw Guards.Invalid(
                parameterName, name + " " + limit,
                "must have " + (kind == FigureKind.Money ? "an amount" : "a percentage")
                + (name is Margin or PocketMargin ? " as its least" : " as its most"));
        }
    }

    private static Currency? CurrencyOf(AuthorityLimit limit) =>
        limit.Bound.Kind == FigureKind.Money ? (Currency)limit.Bound.Unit! : null;

    /// <summary>Refuses a document in another currency or tax basis than a limit, before any figure is worked out.</summary>
    private void Require(PricedDocument document, string parameterName)
    {
        var other = Array.FindIndex(_currencies, stated => stated != document.Currency);
        if (other >= 0)
            throw new CurrencyMismatchException(_currencies[other], document.Currency, parameterName);
        if (TaxBasis is { } basis && basis != document.TaxBasis)
            throw new TaxBasisMismatchException(basis, document.TaxBasis, parameterName);
    }
}
