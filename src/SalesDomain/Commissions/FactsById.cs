using System;
using System.Collections.Generic;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>Facts by their numbers, each once, with the one way back from each to what it takes back in the end.</summary>
internal sealed class FactsById
{
    private readonly Dictionary<(Stage Stage, LineId Id), SalesLine> _lines = [];
    private readonly Dictionary<LineId, CollectionLine> _receipts = [];

    internal FactsById(
        IEnumerable<SalesLine> lines, IEnumerable<CollectionLine> receipts, string parameterOfLines, string parameterOfReceipts)
    {
        Lines = [.. lines];
        Receipts = [.. receipts];
        foreach (var line in Lines)
        {
            var key = (Guard.Against.Null(line, parameterOfLines).Stage, line.Id);
            if (_lines.ContainsKey(key))
                throw Twice(parameterOfLines, line.Id, " " + line.Stage.ToString());

            _lines.Add(key, line);
        }

        foreach (var receipt in Receipts)
        {
            if (_receipts.ContainsKey(Guard.Against.Null(receipt, parameterOfReceipts).Id))
                throw Twice(parameterOfReceipts, receipt.Id, "");

            _receipts.Add(receipt.Id, receipt);
        }
    }

    internal SalesLine[] Lines { get; }

    internal CollectionLine[] Receipts { get; }

    internal static bool TakesBack(SalesLine line) => line.IsReturn || line.NetAmount.IsNegative;

    internal SalesLine? Ordered(LineId id) => _lines.TryGetValue((Stage.Ordered, id), out var line) ? line : null;

    internal SalesLine? Invoiced(LineId id) => _lines.TryGetValue((Stage.Invoiced, id), out var line) ? line : null;

    /// <summary>The sale that a line takes back, through returns of returns; itself where it takes back none.</summary>
    /// <param name="line">The line.</param>
    /// <param name="isKnown">False where a line of the chain is not given, or the chain ends at what is itself a return.</param>
    internal SalesLine OriginalOf(SalesLine line, out bool isKnown)
    {
        var (original, isFound) = line.Original is null ? (line, true) : Original(line);
        isKnown = isFound && !TakesBack(original);
        return original;
    }

    /// <summary>
    /// The receipt that another takes back; itself where it takes back none. A returned cheque pays back what its receipt paid, so its
    /// invoice is that of the original, whatever it says itself.
    /// </summary>
    internal CollectionLine OriginalOf(CollectionLine receipt, out bool isKnown)
    {
        var (original, isFound) = receipt.Original is null ? (receipt, true) : Original(receipt);
        isKnown = isFound && !original.Amount.IsNegative;
        return original;
    }

    private (SalesLine Original, bool IsFound) Original(SalesLine line) =>
        WayBack(line, at => at.Original, id => _lines.TryGetValue((line.Stage, id), out var next) ? next : null, _lines.Count);

    private (CollectionLine Original, bool IsFound) Original(CollectionLine receipt) =>
        WayBack(receipt, at => at.Original, id => _receipts.TryGetValue(id, out var next) ? next : null, _receipts.Count);

    private static (TFact Original, bool IsFound) WayBack<TFact>(
        TFact fact, Func<TFact, LineId?> original, Func<LineId, TFact?> find, int most)
        where TFact : class
    {
        var at = fact;
        for (var steps = 0; original(at) is { } id; steps++)
        {
            // Facts that name each other in a circle take nothing back.
            if (steps > most)
                return (fact, false);
            if (find(id) is not { } next)
                return (at, false);

            at = next;
        }

        return (at, true);
    }

    private static ArgumentException Twice(string parameterName, LineId id, string stage) =>
        Guards.Invalid(parameterName, id + stage, "must have each document and line once");
}
