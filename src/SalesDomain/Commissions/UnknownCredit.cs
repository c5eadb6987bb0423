namespace SalesDomain.Commissions;

/// <summary>A credit that counts and whose value is not known.</summary>
internal readonly struct UnknownCredit
{
    internal UnknownCredit(LineId line, CreditStatus status)
    {
        Line = line;
        Status = status;
    }

    internal LineId Line { get; }

    internal CreditStatus Status { get; }

    internal Reason Reason => Status.Reason(Line);
}
