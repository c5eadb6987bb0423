namespace SalesDomain.Terms;

/// <summary>What days of grace mean once they are over.</summary>
public enum GraceCharging
{
    /// <summary>All days from the due date: grace is a tolerance, and who pays after it was late from the due date on.</summary>
    FromDueDate,

    /// <summary>Only the days after the grace are charged: grace puts the charge off.</summary>
    AfterGrace,
}
