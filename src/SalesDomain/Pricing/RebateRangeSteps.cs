namespace SalesDomain.Pricing;

/// <summary>Every figure on the way to the two bounds of a rebate.</summary>
internal readonly record struct RebateRangeSteps(
    Money ReturnOfMonths, Money Return, Money MustEarn, Money DealerNeeds, Money FloorMargin, Money AboveFloor, Percentage Rest,
    Money MakerCanGive, Money Least);
