using System;
using System.Collections.Generic;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of who may approve prices.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_priceAuthority = new()
    {
        [typeof(PriceApproval)] = () => [Needed(), PriceLimits().Decide(Sold("SO-1"))],
        [typeof(PriceApprovalDay)] = () => [Needed().OfTheDay!],
        [typeof(PriceApprovalLine)] = () => [.. Needed().Lines],
        [typeof(PriceApprovalPart)] = () => [.. Needed().Parts],
        [typeof(PriceAuthority)] = () =>
        [
            PriceLimits(), PriceAuthority.ByListAmount(TaxBasis.WithoutTax, OfPrices()), PriceLimits().WithScopes(OwnPrices(5)),
            PriceLimits().WithScopesApart(OwnPrices(5)),
        ],
        [typeof(PriceCase)] = () => [Sold("SO-1"), Sold("SO-2").WithCosts(TaxBasis.WithoutTax, (1, new Money(2.5m, Currency.USD)))],
        [typeof(ScopeEntry<Authority>)] = () =>
            [ScopeEntry.Of("a", Scope.Everything.Only(new ProductId("P-9")), PriceTable(5)), OwnPrices(5).Entries[0]],
        [typeof(ScopeTable<Authority>)] = () => [OwnPrices(5), OwnPrices(2)],
        [typeof(StepSchedule<Money, Authority>)] = () =>
            [OfPrices(), StepSchedule.UpTo((new Money(2m, Currency.USD), PriceTable(10))).ThenAbove(PriceTable(2))],
    };

    private static PriceAuthority PriceLimits() => PriceAuthority.Of(PriceTable(5));

    private static Authority PriceTable(int percent) =>
        Authority.Over(PriceAuthority.Discount, PriceAuthority.BelowFloor)
            .With(
                new RoleId("R-0"), (PriceAuthority.Discount, AuthorityLimit.AtMost(Percentage.FromPercent(percent))),
                (PriceAuthority.BelowFloor, AuthorityLimit.AtMost(Percentage.Zero)))
            .With(
                new RoleId("R-1"), (PriceAuthority.Discount, AuthorityLimit.Unlimited),
                (PriceAuthority.BelowFloor, AuthorityLimit.AtMost(Percentage.FromPercent(percent))));

    private static StepSchedule<Money, Authority> OfPrices() =>
        StepSchedule.From((Money.Zero(Currency.USD), PriceTable(10)), (new Money(2m, Currency.USD), PriceTable(2)));

    private static ScopeTable<Authority> OwnPrices(int percent) => Prices(PriceTable(percent), PriceTable(2));

    private static PriceCase Sold(string id) => PriceCase.Of(new DocumentId(id), new CustomerId("C-1"), DiscountedSale());

    private static PriceApproval Needed() => PriceLimits().Decide(Sold("SO-1"), [Sold("SO-2")]);
}
