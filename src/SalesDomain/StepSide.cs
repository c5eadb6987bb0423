namespace SalesDomain;

/// <summary>To which of two neighbouring steps the bound between them belongs.</summary>
public enum StepSide
{
    /// <summary>
    /// From-scale: steps are given by their lower bounds, and the bound belongs to the step that begins there. "From 100" includes 100.
    /// </summary>
    From,

    /// <summary>
    /// To-scale: steps are given by their upper bounds, and the bound belongs to the step that ends there. "Up to 100" includes 100.
    /// </summary>
    UpTo,
}
