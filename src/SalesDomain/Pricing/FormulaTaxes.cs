using System.Collections.Generic;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>Refuses formulas that would come from prices without tax to prices with it, or back, and do not say by what rate.</summary>
internal static class FormulaTaxes
{
    /// <summary>The base of every formula is among the lists.</summary>
    internal static void Check(Dictionary<string, PriceList> lists, string parameterName)
    {
        foreach (var list in lists.Values)
        {
            foreach (var entry in list.Versions.Entries)
            {
                if (entry.Value.Formula is { } formula)
                    Check(list, formula, formula.BaseList is { } name ? lists[name] : null, parameterName);
            }
        }
    }

    private static void Check(PriceList list, PriceFormula formula, PriceList? below, string parameterName)
    {
        var hasCost = list.TaxBasis == TaxBasis.WithTax && (below is null || formula.HasMarginBounds);
        var needsRate = hasCost || (below is not null && below.TaxBasis != list.TaxBasis);
        if (needsRate == formula.TaxRate is not null)
            return;

        var name = "'" + list.Name + "' is " + Measure.Text(list.TaxBasis);
        if (!needsRate)
        {
            throw Guards.Invalid(
                parameterName, name + " like all it is computed from", "must state a tax rate only where tax is added or taken out");
        }

        throw Guards.Invalid(
            parameterName,
            name + ", and " + (below is null || below.TaxBasis == list.TaxBasis ? "cost and margin are "
                : "'" + below.Name + "', which it is computed from, is ")
            + Measure.Text(list.TaxBasis == TaxBasis.WithTax ? TaxBasis.WithoutTax : TaxBasis.WithTax),
            "must state the tax rate of the formula (WithTaxRate)");
    }
}
