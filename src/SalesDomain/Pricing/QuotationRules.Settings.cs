using System.Linq;
using SalesDomain.Internal;
using SalesDomain.Terms;

namespace SalesDomain.Pricing;

/// <summary>What is declared.</summary>
public sealed partial class QuotationRules
{
    private sealed record Settings
    {
        internal Settings(PriceBook prices, DiscountSchedule discounts, ScopeTable<Percentage> taxRates, TaxBasis basis)
        {
            Prices = prices;
            Discounts = discounts;
            TaxRates = taxRates;
            Basis = basis;
        }

        internal PriceBook Prices { get; }

        internal DiscountSchedule Discounts { get; }

        internal ScopeTable<Percentage> TaxRates { get; }

        internal TaxBasis Basis { get; }

        internal Rounding? TaxRounding { get; init; }

        internal BreakBasis BreakBasis { get; init; }

        internal Scope[] MixGroups { get; init; } = [];

        internal PriceKind[] CountedKinds { get; init; } = [];

        internal ScopeTable<ItemPrice>? Floors { get; init; }

        internal WaterfallSchedule? Waterfall { get; init; }

        internal ScopeTable<PaymentTerms>? Terms { get; init; }

        internal WorkCalendar? Calendar { get; init; }

        internal PriceAuthority? Authority { get; init; }

        internal FreeGoodsPromotion[] FreeGoods { get; init; } = [];

        internal Percentage? NearBreak { get; init; }

        internal int ValidDays { get; init; }

        public bool Equals(Settings? other) =>
            other is not null && Prices == other.Prices && Discounts == other.Discounts && TaxRates == other.TaxRates
            && Basis == other.Basis && TaxRounding == other.TaxRounding && BreakBasis == other.BreakBasis && Terms == other.Terms
            && Calendar == other.Calendar && Authority == other.Authority && NearBreak == other.NearBreak && ValidDays == other.ValidDays
            && Floors == other.Floors && Waterfall == other.Waterfall && MixGroups.SequenceEqual(other.MixGroups)
            && CountedKinds.SequenceEqual(other.CountedKinds) && FreeGoods.SequenceEqual(other.FreeGoods);

        public override int GetHashCode() =>
            Hash.Combine(Prices.GetHashCode(), Discounts.GetHashCode(), (int)Basis, Hash.Combine((int)BreakBasis, ValidDays));
    }
}
