namespace SalesDomain;

/// <summary>
/// Where the item goes with which the running total crosses the bound of a class. An item that reaches a bound exactly is in the class.
/// </summary>
public enum CrossingItem
{
    /// <summary>
    /// It still belongs to the class that it fills up: the class holds at least its share of the total. The largest item is always in the
    /// first class.
    /// </summary>
    Included,

    /// <summary>It belongs to a later class: the class holds at most its share. A customer of 85 % alone is then no A customer.</summary>
    Excluded,

    /// <summary>Whichever leaves the class nearer to its bound; when both are equally near, it is included.</summary>
    Nearest,
}
