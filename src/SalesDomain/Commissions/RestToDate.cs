using System.Linq;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>
/// What is earned by no line by a day, where lines are earned with their progress: what nobody sold by a line, or what is missing to the
/// floor.
/// </summary>
internal sealed class RestToDate
{
    private readonly Money _ofNoLine;
    private readonly Money? _least;
    private readonly (LineId Line, Money Earned)[] _lines;
    private readonly Money _missing;

    internal RestToDate(Money ofNoLine, Money? least, (LineId Line, Money Earned)[] lines)
    {
        (_ofNoLine, _least, _lines) = (ofNoLine, least, lines);
        ByLines = Money.Sum(ofNoLine.Currency, lines.Select(each => each.Earned));
        _missing = least is { } floor ? floor - ByLines : ofNoLine;
        Amount = _missing > ofNoLine ? _missing : ofNoLine;
    }

    internal Money ByLines { get; }

    internal Money Amount { get; }

    internal Explanation Explain(string name) =>
        _least is not { } least ? Fact(name, Amount)
            : Node(
                name, Amount, Operation.Max, Fact("of no line", _ofNoLine),
                Node(
                    "missing to the floor", _missing, Operation.Difference, Fact("floor, after multipliers and cap of the plan", least),
                    _lines.Length == 0 ? Constant("earned by lines", ByLines)
                        : Node(
                            "earned by lines", ByLines, Operation.Sum,
                            [.. _lines.Select(each => Fact("earned by " + each.Line, each.Earned))])));
}
