using System;

namespace SalesDomain.Quotas;

/// <summary>Apportions a value of any measure.</summary>
internal static class MeasuredSplit
{
    internal static Measured[] By(Apportionment apportionment, Measured total, decimal[] weights) =>
        total.Measure.Kind switch
        {
            FigureKind.Money => Array.ConvertAll(apportionment.Split(total.Money, weights), total.Measure.Of),
            FigureKind.Quantity => Array.ConvertAll(apportionment.Split(total.Quantity, weights), total.Measure.Of),
            _ => Array.ConvertAll(apportionment.Split(total.Number, weights), total.Measure.Of),
        };
}
