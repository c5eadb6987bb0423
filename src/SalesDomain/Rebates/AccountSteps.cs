namespace SalesDomain.Rebates;

/// <summary>Every figure of one rebate and period in a run over an account.</summary>
internal readonly struct AccountSteps
{
    internal AccountSteps(AccountTotals before, Money earnedToDate, AccrualTarget target, Money accruedToDate)
    {
        var zero = Money.Zero(earnedToDate.Currency);
        Before = before.Balances;
        EarnedToDate = earnedToDate;
        Target = target;
        AccruedToDate = accruedToDate;
        Earned = earnedToDate - Before.Earned;
        Accrued = accruedToDate - Before.Accrued;
        Due = earnedToDate - Before.Settled - Before.WrittenOff;
        Settled = zero;
        WrittenOff = zero;
        Carried = before.Carried;
        Room = null;
    }

    private AccountSteps(in AccountSteps steps, Money settled, Money writtenOff, Money carried, Money? room)
    {
        this = steps;
        Settled = settled;
        WrittenOff = writtenOff;
        Carried = carried;
        Room = room;
    }

    internal RebateBalances Before { get; }

    internal Money EarnedToDate { get; }

    internal AccrualTarget Target { get; }

    internal Money AccruedToDate { get; }

    /// <summary>By how much what is earned to date has changed.</summary>
    internal Money Earned { get; }

    /// <summary>By how much what is accrued to date has changed.</summary>
    internal Money Accrued { get; }

    /// <summary>Earned to date − settled − written off before.</summary>
    internal Money Due { get; }

    internal Money Settled { get; }

    internal Money WrittenOff { get; }

    /// <summary>Kept for the next settlement.</summary>
    internal Money Carried { get; }

    /// <summary>What of a part that is paid was left for it; null where no bound held.</summary>
    internal Money? Room { get; }

    /// <summary>With what becomes of what is due.</summary>
    internal AccountSteps With(Money settled, Money writtenOff, Money carried) => new(this, settled, writtenOff, carried, Room);

    /// <summary>Of a part that is paid, with what was left for it.</summary>
    internal AccountSteps Within(Money room) => new(this, Settled, WrittenOff, Carried, room);
}
