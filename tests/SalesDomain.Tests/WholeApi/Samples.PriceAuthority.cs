using System;
using System.Collections.Generic;
using SalesDomain.Pricing;

namespace SalesDomain.Tests.WholeApi;

/// <summary>Samples of who may approve prices.</summary>
internal static partial class Samples
{
    private static readonly Dictionary<Type, Func<object[]>> s_priceAuthority = new()
    {
        [typeof(PriceApproval)] = () => [Needed(), Prices().Decide(Sold("SO-1"))],
        [typeof(PriceApprovalDay)] = () => [Needed().OfTheDay!],
        [typeof(PriceApprovalLine)] = () => [.. Needed().Lines],
        [typeof(PriceApprovalPart)] = () => [.. Needed().Parts],
        [typeof(PriceAuthority)] = () =>
        [
            Prices(), PriceAuthority.ByListAmount(OfPrices()), Prices().WithScopes(Prices(PriceTable(5), PriceTable(2))),
            Prices().WithScopesApart(Prices(PriceTable(5), PriceTable(2))),
        ],
        [typeof(PriceCase)] = () => [Sold("SO-1"), Sold("SO-2").WithCosts((1, new Money(2.5m, Currency.USD)))],
        [typeof(StepSchedule<Money, Authority>)] = () =>
            [OfPrices(), StepSchedule.UpTo((new Money(2m, Currency.USD), PriceTable(10))).ThenAbove(PriceTable(2))],
    };

    private static PriceAuthority Prices() => PriceAuthority.Of(PriceTable(5));

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

    private static PriceCase Sold(string id) => PriceCase.Of(new DocumentId(id), new CustomerId("C-1"), DiscountedSale());

    private static PriceApproval Needed() => Prices().Decide(Sold("SO-1"), [Sold("SO-2")]);
}
