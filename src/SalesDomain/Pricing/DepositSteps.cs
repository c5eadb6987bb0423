using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>Every figure on the way from the entries to how a deposit stands.</summary>
internal readonly struct DepositSteps
{
    internal DepositSteps(
        Money paidIn, Money penalties, Money refunds, int countPaidIn, int countPenalties, int countRefunds, Money net, Money balance,
        Money notCovered, Money restOwed, Money missing, Money topUp, Money toPay, (LocalDate Day, Money Amount)[] parts,
        (LocalDate Day, Money Amount)? overRefunded)
    {
        PaidIn = paidIn;
        Penalties = penalties;
        Refunds = refunds;
        CountPaidIn = countPaidIn;
        CountPenalties = countPenalties;
        CountRefunds = countRefunds;
        Net = net;
        Balance = balance;
        NotCovered = notCovered;
        RestOwed = restOwed;
        Missing = missing;
        TopUp = topUp;
        ToPay = toPay;
        Parts = parts;
        OverRefunded = overRefunded;
    }

    internal Money PaidIn { get; }

    internal Money Penalties { get; }

    internal Money Refunds { get; }

    internal int CountPaidIn { get; }

    internal int CountPenalties { get; }

    internal int CountRefunds { get; }

    internal Money Net { get; }

    internal Money Balance { get; }

    internal Money NotCovered { get; }

    internal Money RestOwed { get; }

    internal Money Missing { get; }

    internal Money TopUp { get; }

    internal Money ToPay { get; }

    /// <summary>What is to be paid, by the day on which it arose.</summary>
    internal (LocalDate Day, Money Amount)[] Parts { get; }

    /// <summary>What was given back and was not there, and since when.</summary>
    internal (LocalDate Day, Money Amount)? OverRefunded { get; }
}
