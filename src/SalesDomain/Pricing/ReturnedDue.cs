using System;
using System.Collections.Generic;
using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>What is due of a document of which something came back: in all, and of each line.</summary>
/// <remarks>
/// In all the net of the sale less that of what is kept, at most what was paid for what is back. Of each line it is the same; what one
/// line has above what was paid for it, since a discount is shared otherwise by what is kept, goes to the lines that lose a discount.
/// </remarks>
internal sealed class ReturnedDue
{
    private readonly DiscountedDocument _sold;
    private readonly decimal[] _returned;
    private readonly DiscountedLine?[] _kept;
    private readonly Line[] _lines;
    private readonly Money _above;
    private readonly bool _isSpread;

    internal ReturnedDue(
        DiscountedDocument sold, decimal[] returned, DiscountedDocument? rest, DiscountedLine?[] kept, bool isKeptInFull)
    {
        (_sold, _returned, _kept) = (sold, returned, kept);
        IsKeptInFull = isKeptInFull;
        Less = rest is null ? sold.Net : sold.Net - rest.Net;
        _lines = new Line[returned.Length];
        var (paid, above, room) = (Money.Zero(sold.Net.Currency), Money.Zero(sold.Net.Currency), Money.Zero(sold.Net.Currency));
        for (var i = 0; i < _lines.Length; i++)
        {
            var line = _lines[i] = LineOf(i);
            (paid, above, room) = (paid + line.Paid, above + line.Above, room + line.Room);
        }

        (Paid, _above) = (paid, above);
        InAll = isKeptInFull ? Less : Money.Min(Less, paid);
        _isSpread = above.IsPositive && above < room;
        Parts = _isSpread ? ApportionedBy.Split(above, Array.ConvertAll(_lines, line => line.Room.Amount))
            : Array.ConvertAll(_lines, line => above.IsPositive ? line.Room : Money.Zero(above.Currency));
        Due = [.. _lines.Select((line, i) => isKeptInFull ? line.Less : line.Least + Parts[i])];
    }

    /// <summary>Whether what is kept has its discounts in full, whatever was paid for what is back.</summary>
    internal bool IsKeptInFull { get; }

    /// <summary>The net of the sale less that of what is kept.</summary>
    internal Money Less { get; }

    /// <summary>What was paid for what is back.</summary>
    internal Money Paid { get; }

    internal Money InAll { get; }

    private Money[] Parts { get; }

    private Money[] Due { get; }

    private Apportionment ApportionedBy => Apportionment.InUnitsOf(_sold.Run.Unit);

    /// <summary>What is due of a line to date.</summary>
    internal Money Of(int index) => Due[index];

    /// <summary>How what is due in all follows from the sale and from what is kept.</summary>
    internal Explanation Explain(Explanation sold, Explanation? kept)
    {
        if (kept is null)
            return sold;

        var less = Node("net of the sale less net of what is kept", Less, Operation.Difference, sold, kept);
        return IsKeptInFull ? less
            : Node(
                "due", InAll, Operation.Min, less,
                Node(
                    "paid for what is back", Paid, Operation.Sum,
                    [.. Enumerable.Range(0, _lines.Length).Where(i => _lines[i].IsBack).Select(ExplainPaid)]));
    }

    /// <summary>How what is due of a line to date follows from the line at the sale, what is kept of it, and the others.</summary>
    internal Explanation Explain(int index, Explanation sold, Explanation? kept)
    {
        var line = _lines[index];
        var less = kept is null ? sold : Node("net of the sale less net of what is kept", line.Less, Operation.Difference, sold, kept);
        if (IsKeptInFull || kept is null)
            return less;

        var paid = ExplainPaid(index);
        var least = Node("no more than was paid", line.Least, Operation.Min, less, paid);
        if (!_above.IsPositive)
            return least;

        var part = _isSpread
            ? Node("of what others have above it", Parts[index], Operation.Share(ApportionedBy, index), [ExplainAbove(), .. ExplainRooms()])
            : Node("up to what was paid", Parts[index], Operation.Difference, paid, least);
        return Node("due", Of(index), Operation.Sum, least, part);
    }

    private Line LineOf(int index)
    {
        var (net, quantity) = (_sold.Lines[index].Net, _sold.Lines[index].Line.Quantity.Amount);
        var less = _kept[index] is { } kept ? net - kept.Net : net;
        var product = net * _returned[index];
        var exact = product / quantity;
        var rounded = exact.Round(_sold.Schedule.Rounding);
        var paid = _returned[index] == 0m ? Money.Zero(net.Currency) : _returned[index] == quantity ? net : Money.Min(rounded, net);
        var least = Money.Min(less, paid);
        return new Line(_returned[index] > 0m, less, product, exact, rounded, paid, least, less - least, paid - least);
    }

    private Explanation ExplainPaid(int index)
    {
        var (line, sold) = (_lines[index], _sold.Lines[index]);
        var net = Fact("net of " + sold.Name, sold.Net);
        return !line.IsBack ? Constant("paid for what is back of " + sold.Name, line.Paid)
            : _kept[index] is null ? net
            : Node(
                "paid for what is back of " + sold.Name, line.Paid, Operation.Min,
                Node(
                    "net × back ÷ sold, rounded", line.Rounded, Operation.Round(_sold.Schedule.Rounding),
                    Node(
                        "net × back ÷ sold", line.Exact, Operation.Ratio,
                        Node(
                            "net × back", line.Product, Operation.Product, net, Fact("back, as a number", _returned[index])),
                        Fact("sold, as a number", sold.Line.Quantity.Amount))),
                net);
    }

    private Explanation ExplainAbove() =>
        Node(
            "above what was paid for it", _above, Operation.Sum,
            [.. _lines.Select((line, i) => Node(_sold.Lines[i].Name, line.Above, Operation.Difference, Lesser(i), ExplainLeast(i)))]);

    private IEnumerable<Explanation> ExplainRooms() =>
        _lines.Select((line, i) => Node(
            "below what was paid for " + _sold.Lines[i].Name, line.Room, Operation.Difference,
            Fact("paid for what is back", line.Paid), ExplainLeast(i)));

    private Explanation ExplainLeast(int index) =>
        Node("no more than was paid", _lines[index].Least, Operation.Min, Lesser(index), Fact("paid for what is back", _lines[index].Paid));

    private Explanation Lesser(int index) => Fact("net of the sale less net of what is kept", _lines[index].Less);

    private readonly struct Line(
        bool isBack, Money less, Money product, Money exact, Money rounded, Money paid, Money least, Money above, Money room)
    {
        internal bool IsBack { get; } = isBack;

        internal Money Less { get; } = less;

        internal Money Product { get; } = product;

        internal Money Exact { get; } = exact;

        internal Money Rounded { get; } = rounded;

        /// <summary>What was paid for what is back of it.</summary>
        internal Money Paid { get; } = paid;

        /// <summary>The lesser of the two.</summary>
        internal Money Least { get; } = least;

        /// <summary>What it has above what was paid.</summary>
        internal Money Above { get; } = above;

        /// <summary>What was paid above what it has.</summary>
        internal Money Room { get; } = room;
    }
}
