namespace SalesDomain.Commissions;

/// <summary>What a component pays that waits for a figure nobody stated: of a gate, a multiplier, a matrix, a goal.</summary>
public enum UnstatedFigure
{
    /// <summary>It is not known yet what it pays: an account leaves what is entered of it, and the settlement says so.</summary>
    Unknown,

    /// <summary>Nothing, as if the gate were closed, until the figure is stated.</summary>
    PaysNothing,
}
