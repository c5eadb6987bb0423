namespace SalesDomain.Quotas;

/// <summary>Who bears what a ramp or a leave takes off a quota.</summary>
public enum ReliefBearer
{
    /// <summary>The manager's plan stays at the full quota: somebody else has to make up for the relief.</summary>
    Manager,

    /// <summary>The manager's plan falls with it: the company has that much less planned.</summary>
    Company,
}
