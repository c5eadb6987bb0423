namespace SalesDomain.Pricing;

/// <summary>What a case is judged against: the rebate, what other cases took of it, and the deposit that is agreed and there.</summary>
internal readonly struct DiversionAccount
{
    internal DiversionAccount(Money rebate, Money takenOfRebate, int countTaken, Money agreed, Money balance)
    {
        Rebate = rebate;
        TakenOfRebate = takenOfRebate;
        CountTaken = countTaken;
        Agreed = agreed;
        Balance = balance;
    }

    internal Money Rebate { get; }

    internal Money TakenOfRebate { get; }

    /// <summary>How many cases took something of the rebate.</summary>
    internal int CountTaken { get; }

    internal Money Agreed { get; }

    internal Money Balance { get; }

    /// <summary>What the next case is judged against, after one.</summary>
    internal DiversionAccount After(DiversionPenalty penalty) =>
        new(
            Rebate, TakenOfRebate + penalty.OfRebate, CountTaken + (penalty.OfRebate.IsPositive ? 1 : 0), Agreed, penalty.DepositAfter);
}
