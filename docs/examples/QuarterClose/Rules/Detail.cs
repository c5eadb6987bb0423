namespace QuarterClose.Rules;

/// <summary>How far down the explanation of a revenue goes.</summary>
public enum Detail
{
    /// <summary>The revenue as one sum of order lines.</summary>
    Total,

    /// <summary>The orders, each as one sum of its lines.</summary>
    Orders,

    /// <summary>The lines, each from unit price, quantity and discount.</summary>
    Lines,
}
