namespace SalesDomain.Rebates;

/// <summary>Every intermediate figure of one rebate of one period, in the order in which they arise; exact until rounded.</summary>
internal sealed class RebateSteps
{
    /// <summary>What is sold, of which the level is made.</summary>
    internal SlotSum Sold { get; set; }

    /// <summary>What was sold in the base period, by the lines; null where it is given, or there is no base period.</summary>
    internal SlotSum? SoldBefore { get; set; }

    /// <summary>What the level is reduced by: what was sold in the base period.</summary>
    internal decimal? Before { get; set; }

    /// <summary>The families of the level, each with its sum.</summary>
    internal SlotSum[] Families { get; set; } = [];

    /// <summary>The level: what is sold, less the base period where there is one; null where it is not known.</summary>
    internal decimal? Level { get; set; }

    /// <summary>The target or the base period, by which bounds are multiplied; null where they are absolute.</summary>
    internal decimal? Against { get; set; }

    /// <summary>What is paid on, by the lines.</summary>
    internal SlotSum PaidOn { get; set; }

    internal SlotSum? PaidOnBefore { get; set; }

    /// <summary>What was paid on in the base period, where only the increase is paid on.</summary>
    internal decimal? PaidOnBase { get; set; }

    /// <summary>What is paid on, less the base period.</summary>
    internal decimal Increase { get; set; }

    /// <summary>What earlier rebates take off what is paid on.</summary>
    internal RebateResult[] Reducing { get; set; } = [];

    internal decimal Reduction { get; set; }

    /// <summary>What is paid on; null where it is not known, or nothing is.</summary>
    internal decimal? Basis { get; set; }

    internal ScaleSteps Scale { get; set; }

    /// <summary>What the steps give.</summary>
    internal decimal Tiered { get; set; }

    /// <summary>The scores of the indicators, null for one that is missing, and what they total by weight.</summary>
    internal Percentage?[] Scores { get; set; } = [];

    /// <summary>Weight × score of each indicator.</summary>
    internal decimal[] WeightedScores { get; set; } = [];

    internal decimal Score { get; set; } = 1m;

    internal decimal Scored { get; set; }

    internal SlotSum Units { get; set; }

    internal decimal? UnitCap { get; set; }

    /// <summary>That, and not below zero.</summary>
    internal decimal UnitCapUsed { get; set; }

    internal decimal Capped { get; set; }

    internal JudgedCondition[] Conditions { get; set; } = [];

    /// <summary>
    /// Of each condition how often it counts, and what it makes of the rebate: the share withheld, or where one is of what others leave,
    /// the share left.
    /// </summary>
    internal int[] Times { get; set; } = [];

    internal decimal[] Effects { get; set; } = [];

    /// <summary>What each condition leaves each time it is broken.</summary>
    internal decimal[] LeftEachTime { get; set; } = [];

    /// <summary>What all leave, which is below zero where they withhold more than everything.</summary>
    internal decimal ShareLeft { get; set; } = 1m;

    /// <summary>The share that is lost, and that share with what is not proven.</summary>
    internal decimal Lost { get; set; }

    internal decimal LostOrOpen { get; set; }

    /// <summary>What is left of it.</summary>
    internal decimal KeptShare { get; set; } = 1m;

    internal decimal Withheld { get; set; }

    internal decimal Pending { get; set; }

    internal decimal Kept { get; set; }

    internal decimal Rounded { get; set; }

    /// <summary>Of a cumulative guarantee: what was earned before, with this period, and what that entitles to, before and now.</summary>
    internal decimal EarnedBefore { get; set; }

    internal decimal EarnedToDate { get; set; }

    internal decimal EntitledBefore { get; set; }

    internal decimal EntitledToDate { get; set; }

    internal bool IsGuaranteeDue { get; set; }

    /// <summary>What is earned with the guarantee.</summary>
    internal decimal Guaranteed { get; set; }

    internal RebateResult[] NetOf { get; set; } = [];

    internal decimal Netted { get; set; }

    internal decimal AfterNetting { get; set; }

    /// <summary>The least that taking off others may leave: nothing, or what was negative before.</summary>
    internal decimal LeastNet { get; set; }

    internal decimal Net { get; set; }

    /// <summary>Of a claw-back: the share, what was given earlier in the year, and what is taken back of it.</summary>
    internal decimal ClawBackShare { get; set; }

    internal decimal GivenInYear { get; set; }

    /// <summary>That, and not below zero.</summary>
    internal decimal GivenToTakeBack { get; set; }

    internal decimal ClawBackExact { get; set; }

    internal decimal ClawedBack { get; set; }

    /// <summary>What is left before a least payout, and what it makes of that.</summary>
    internal decimal BeforeMinimum { get; set; }

    internal decimal Earned { get; set; }

    internal decimal CarriedIn { get; set; }

    internal decimal Due { get; set; }

    internal decimal Payable { get; set; }

    internal decimal CarriedOut { get; set; }

    /// <summary>
    /// Of a group that shares by turnover what each member bought, of no other; and the weights by which what is earned is shared.
    /// </summary>
    internal SlotSum[] Bought { get; set; } = [];

    internal decimal[] Weights { get; set; } = [];
}
