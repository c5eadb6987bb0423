namespace SalesDomain;

/// <summary>Which way a <see cref="PayoutCurve"/> is declared to go.</summary>
public enum CurveOrder
{
    /// <summary>A higher level never pays less: attainment, margin, collection rate.</summary>
    Rising,

    /// <summary>A higher level never pays more: days late, complaints, expense ratio.</summary>
    Falling,

    /// <summary>Declared to go either way.</summary>
    Unordered,

    /// <summary>
    /// A best level or band between two sides that are worse, neither direction being better: stock days, forecast accuracy, use of a
    /// discount budget.
    /// </summary>
    Corridor,
}
