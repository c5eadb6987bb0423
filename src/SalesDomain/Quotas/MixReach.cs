using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

/// <summary>
/// What has to be sold more or less of one part of a mix, the others as they are, for it to have a share:
/// (share × total − own) ÷ (100 % − share).
/// </summary>
internal sealed class MixReach
{
    private readonly MixShare _part;
    private readonly Measured _total;
    private readonly Percentage _share;
    private readonly Measured _wanted;
    private readonly Measured _missing;
    private readonly Measured _others;
    private readonly Percentage _rest;

    internal MixReach(MixShare part, Measured total, Percentage share)
    {
        _part = part;
        _total = total;
        _share = share;
        if (part.Share is null)
            return;

        _wanted = total * share;
        _missing = _wanted - part.Known;
        _others = total - part.Known;
        _rest = share.Complement();
        if (_missing.IsZero)
            Amount = _missing;

        // Where nothing else is sold the share stays 100 %, and beside anything else it never gets there.
        else if (_others.Amount > 0m && _rest > Percentage.Zero)
            Amount = total.With(_missing.Amount / _rest.Fraction);
    }

    /// <summary>The amount, to 28 digits; null where there is no share, or no amount gives it.</summary>
    internal Measured? Amount { get; }

    internal Explanation Explain(string name)
    {
        if (_part.Share is null)
        {
            return Conditions.LeaveOut(
                name,
                Node("there is no share", true, Operation.Compare(ComparisonKind.Equal), _part.Explain(), Constant("none", Figure.Absent)));
        }

        var missing = Node(
            "missing in the total as it is", _missing.Value, Operation.Difference,
            Node(
                "share of the total", _wanted.Value, Operation.Product,
                _part.ExplainTotal(), Constant("share aimed at", PlanAmounts.Factor(_total, _share))),
            _part.ExplainAmount());
        var rest = Node(
            "share of the others", _rest, Operation.Difference,
            Constant("whole", Percentage.OneHundred), Constant("share aimed at", _share));
        if (Amount is not { } amount)
        {
            return _others.Amount > 0m
                ? Conditions.LeaveOut(
                    name,
                    Node(
                        "nothing is left to others", true, Operation.Compare(ComparisonKind.LessOrEqual),
                        rest, Constant("none", Percentage.Zero)))
                : Conditions.LeaveOut(
                    name,
                    Node(
                        "others are zero or less", true, Operation.Compare(ComparisonKind.LessOrEqual),
                        Node("others", _others.Value, Operation.Difference, _part.ExplainTotal(), _part.ExplainAmount()),
                        Constant("zero", _total.With(0m).Value)));
        }

        return _missing.IsZero ? Node(name, amount.Value, Operation.Sum, missing)
            : Node(name, amount.Value, Operation.Ratio, missing, rest);
    }
}
