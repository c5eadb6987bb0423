using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;
using SalesDomain.Terms;

namespace SalesDomain.Pricing;

/// <content>What else is declared.</content>
public sealed partial class QuotationRules
{
    /// <summary>The rules that round net and tax in another way than discounts: prices to five cents, tax to the cent.</summary>
    /// <param name="rounding">How net and tax of a line are rounded.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    public QuotationRules WithTaxRounding(Rounding rounding) => new(_settings with { TaxRounding = Guard.Against.Null(rounding) });

    /// <summary>The rules that count by product, or by line, for a break of a price list.</summary>
    /// <param name="basis">
    /// <see cref="BreakBasis.Product"/> or <see cref="BreakBasis.Line"/>; a mix group is declared by <see cref="CountingTogether"/>.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="basis"/> is neither.</exception>
    public QuotationRules Counting(BreakBasis basis) =>
        basis is BreakBasis.Product or BreakBasis.Line ? new(_settings with { BreakBasis = basis })
            : throw Guards.OutOfRange(nameof(basis), basis.ToString(), "must be Product or Line; a mix group is a scope");

    /// <summary>
    /// The rules by which all sales of a scope count together for a break, whatever the product (组合数量): for a break by value each at its
    /// own first price in the list.
    /// </summary>
    /// <param name="mix">The sales.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="mix"/> is null.</exception>
    /// <exception cref="ArgumentException">A sale could be of this group and of another one.</exception>
    public QuotationRules CountingTogether(Scope mix)
    {
        Guard.Against.Null(mix);
        if (Array.Find(_settings.MixGroups, other => other.Overlaps(mix)) is { } other)
            throw Guards.Invalid(nameof(mix), "'" + mix + "' and '" + other + "'", "must have no sale in common with another group");

        return new QuotationRules(
            _settings with { MixGroups = [.. _settings.MixGroups.Append(mix).OrderBy(each => each.ToString(), StringComparer.Ordinal)] });
    }

    /// <summary>The rules by which lines of certain price kinds count for a break too, which they do not otherwise.</summary>
    /// <param name="kinds">Special, project or rebate-funded prices; standard and consignment prices always count.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="kinds"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">A kind is not defined, or is <see cref="PriceKind.Free"/>.</exception>
    public QuotationRules CountingAlso(params PriceKind[] kinds)
    {
        var counted = new SortedSet<PriceKind>(_settings.CountedKinds);
        foreach (var kind in Guard.Against.Null(kinds))
        {
            if (Guard.Against.Undefined(kind, nameof(kinds)) == PriceKind.Free)
                throw Guards.OutOfRange(nameof(kinds), kind.ToString(), "must not be free goods, which never count");
            if (kind is not (PriceKind.Standard or PriceKind.Consignment))
                counted.Add(kind);
        }

        return new QuotationRules(_settings with { CountedKinds = [.. counted] });
    }

    /// <summary>The rules with lowest prices by product, customer or day, below which no discount goes (底价).</summary>
    /// <param name="floors">
    /// The floors, in the tax basis of the rules, each of one of a unit that it names: <c>ItemPrice.Of(price)</c> is of a piece. That of
    /// the line, where one is stated, goes before. One in another currency than the quotation is converted by the rates of the price book
    /// on its day, and not rounded; a line for whose floor there is no rate is not priced, and says so.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="floors"/> is null.</exception>
    /// <exception cref="ArgumentException">A floor has breaks, or is of more or less than one of its unit.</exception>
    public QuotationRules WithFloors(ScopeTable<ItemPrice> floors)
    {
        foreach (var entry in Guard.Against.Null(floors).Entries)
        {
            if (entry.Value.HasBreaks || entry.Value.Per.Amount != 1m)
                throw Guards.Invalid(nameof(floors), entry.Name + ": " + entry.Value, "must be a price of one of a unit, without breaks");
        }

        return new QuotationRules(_settings with { Floors = floors });
    }

    /// <summary>The rules with the same terms of payment for everybody.</summary>
    /// <param name="terms">The terms.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> is null.</exception>
    public QuotationRules WithTerms(PaymentTerms terms) => WithTerms(Everywhere("terms", Guard.Against.Null(terms)));

    /// <summary>The rules with terms of payment by customer, class or day; they are looked up without a product.</summary>
    /// <param name="terms">The terms.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="terms"/> is null.</exception>
    public QuotationRules WithTerms(ScopeTable<PaymentTerms> terms) => new(_settings with { Terms = Guard.Against.Null(terms) });

    /// <summary>The rules with the working days that terms may need.</summary>
    /// <param name="calendar">The working days.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="calendar"/> is null.</exception>
    public QuotationRules WithCalendar(WorkCalendar calendar) => new(_settings with { Calendar = Guard.Against.Null(calendar) });

    /// <summary>The rules that draw the waterfall of each line after its discounts, down to the pocket margin.</summary>
    /// <param name="waterfall">What is expected to come off after the invoice: rebate, freight, cost of credit.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="waterfall"/> is null.</exception>
    public QuotationRules WithWaterfall(WaterfallSchedule waterfall) =>
        new(_settings with { Waterfall = Guard.Against.Null(waterfall) });

    /// <summary>The rules by which somebody has to approve prices.</summary>
    /// <param name="authority">
    /// Who may approve what. Its figures are of the quotation in its tax basis, costs being those of the products of the price book; but a
    /// pocket margin is without tax, by the waterfall of the rules, which is declared before.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="authority"/> is null.</exception>
    /// <exception cref="ArgumentException">
    /// It is over <see cref="PriceAuthority.PocketMargin"/>, and no waterfall was declared by <see cref="WithWaterfall"/>: nobody could
    /// ever approve anything.
    /// </exception>
    /// <exception cref="TaxBasisMismatchException">Its amounts are in another tax basis than that of the rules.</exception>
    public QuotationRules WithAuthority(PriceAuthority authority)
    {
        Guard.Against.Null(authority);
        if (Waterfall is null && authority.IsOver(PriceAuthority.PocketMargin))
        {
            throw Guards.Invalid(
                nameof(authority), "'" + PriceAuthority.PocketMargin + "'",
                "must not be judged without the waterfall of WithWaterfall, which has to be declared before");
        }

        if (authority.TaxBasis is { } basis && basis != Basis)
            throw new TaxBasisMismatchException(Basis, basis, nameof(authority));

        return new QuotationRules(_settings with { Authority = authority });
    }

    /// <summary>The rules with promotions that give free goods, in place of those before (搭赠).</summary>
    /// <param name="promotions">
    /// The promotions, in any order, each name once. They are offered together, so that those with one gift do not take each other's.
    /// </param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="promotions"/> or a promotion is null.</exception>
    /// <exception cref="ArgumentException">Two promotions have one name.</exception>
    public QuotationRules WithFreeGoods(params FreeGoodsPromotion[] promotions) =>
        new(_settings with { FreeGoods = FreeGoodsPromotion.Sorted(promotions) });

    /// <summary>The rules that tell when little more reaches a lower price.</summary>
    /// <param name="within">How much more at most, in percent of the quantity, zero or more: 10 % of 97 are 9.7.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="within"/> is negative.</exception>
    public QuotationRules WithNearBreak(Percentage within)
    {
        Guard.Against.Below(0m, within.Fraction, nameof(within));
        return new QuotationRules(_settings with { NearBreak = within });
    }

    /// <summary>The rules by which a quotation holds for some days.</summary>
    /// <param name="days">How many days beyond its own, 0 to 3,650.</param>
    /// <returns>The changed copy.</returns>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="days"/> is out of its range.</exception>
    public QuotationRules ValidFor(int days) => new(_settings with { ValidDays = Guard.Against.OutsideRange(0, 3650, days) });
}
