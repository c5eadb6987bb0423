using System;
using System.Collections.Generic;
using NodaTime;

namespace SalesDomain.Quotas;

/// <summary>Rolls up forecasts without naming the type of their nodes.</summary>
public static class ForecastRollUp
{
    /// <summary>Forecasts rolled up through a hierarchy, with the judgement of each level beside the figures of the system.</summary>
    /// <typeparam name="TNode">The type of the nodes.</typeparam>
    /// <param name="hierarchy">Who stands below whom.</param>
    /// <param name="on">The day of the roll-up: links in force, and judgements made, by then.</param>
    /// <param name="figures">
    /// The figures of the system, each node once: the commit or the expected value of a <see cref="PipelineForecast"/>. At least one;
    /// nodes without one count as zero.
    /// </param>
    /// <param name="judgements">The judgements, in any order; the last of a node by the day of the roll-up is in force. Possibly
    /// none.</param>
    /// <returns>The roll-up.</returns>
    /// <exception cref="ArgumentNullException">An argument, a node or a judgement is null.</exception>
    /// <exception cref="ArgumentException">
    /// There are no figures, a node has two, two are of different measures, a node has two judgements of one day or stands in no
    /// <paramref name="hierarchy"/>, or <paramref name="on"/> is not of the ISO calendar.
    /// </exception>
    /// <exception cref="OverflowException">A sum does not fit in a decimal.</exception>
    public static ForecastRollUp<TNode> Of<TNode>(
        Hierarchy<TNode> hierarchy, LocalDate on, IEnumerable<(TNode Node, Measured Amount)> figures,
        IEnumerable<ForecastJudgement<TNode>> judgements)
        where TNode : notnull =>
        ForecastRollUp<TNode>.Create(hierarchy, on, figures, judgements);
}
