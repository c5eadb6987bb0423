using System.Collections.Generic;
using static SalesDomain.Explanation;

namespace SalesDomain.Commissions;

/// <summary>What the draw adds, and what is recovered of it.</summary>
public sealed partial class CommissionSettlement
{
    private Explanation ExplainAfterDraw(SettledResults? results)
    {
        List<Explanation> parts = [ExplainBeforeDraw(results)];
        if (_steps.IsDrawRecoverable ? Rules.Draw is not null || _steps.AdvancedBefore != 0m : _steps.AdvancedBefore != 0m)
            parts.Add(ExplainAdvanced());
        if (!_steps.IsDrawRecoverable || Rules.Draw?.Guarantee is not null || _steps.GrantedBefore != 0m)
            parts.Add(ExplainGranted());

        return _steps.Owed == 0m && _steps.RecoveredBefore == 0m && !_steps.IsDrawSetOff
            ? Node("after the draw", In(_steps.AfterDraw), Operation.Sum, [.. parts])
            : Node(
                "after the draw", In(_steps.AfterDraw), Operation.Difference,
                Node("with the draw", In(_steps.WithDraw), Operation.Sum, [.. parts]), ExplainRecovered());
    }

    private Explanation ExplainPeriodBeforeDraw() =>
        AtLeastZero(
            "before the draw, in the payout period", _steps.PeriodBeforeDraw,
            Node(
                "of all its runs", In(_steps.PeriodBeforeDrawSigned), Operation.Difference,
                Node(
                    "with this run", In(_steps.EarlierWithRun), Operation.Sum,
                    Fact("of earlier runs, and carried into it", In(_steps.EarlierBeforeDraw)), Fact("before the draw", BeforeDraw)),
                Fact("carried from them", Carried)));

    private Explanation ExplainDraw() =>
        Node(
            "draw", In(_steps.Draw), Operation.Round(Rules.Rounding),
            Node(
                "draw due", In(_steps.ExactDraw), Operation.Product, Constant("draw of a full period", In(_steps.FullDraw)),
                Constant("part of the period", _steps.DrawShare)));

    private Explanation ExplainNeed() =>
        AtLeastZero(
            "missing to the draw", _steps.Need,
            _steps.IsDrawRecoverable
                ? Node("draw less payable", In(_steps.NeedSigned), Operation.Difference, ExplainDraw(), ExplainPeriodBeforeDraw())
                : Node("draw less earned", In(_steps.NeedSigned), Operation.Difference, ExplainDraw(), ExplainEarnedInPeriod()));

    private Explanation ExplainEarnedInPeriod() =>
        AtLeastZero(
            "earned in the payout period", _steps.EarnedInPeriod, Fact("earned in all its runs", In(_steps.EarnedInPeriodSigned)));

    private Explanation ExplainAdvanced() =>
        Node(
            "draw advanced", DrawAdvanced, Operation.Difference,
            !_steps.IsDrawRecoverable ? Constant("advanced to date", In(_steps.AdvancedToDate))
                : _steps.Ceiling is { } ceiling
                    ? Node(
                        "advanced to date", In(_steps.AdvancedToDate), Operation.Min, ExplainNeed(),
                        AtLeastZero(
                            "room below the ceiling", _steps.Room,
                            Node(
                                "ceiling less owed", In(_steps.RoomSigned), Operation.Difference, Constant("ceiling", In(ceiling)),
                                Fact("owed", In(_steps.Owed)))))
                    : Node("advanced to date", In(_steps.AdvancedToDate), Operation.Sum, ExplainNeed()),
            Fact("advanced before in the payout period", In(_steps.AdvancedBefore)));

    private Explanation ExplainGranted() =>
        Node(
            "draw granted", DrawGranted, Operation.Max,
            Node(
                "granted to date less before", In(_steps.GrantedSigned), Operation.Difference, ExplainGrantedToDate(),
                Fact("granted before in the payout period", In(_steps.GrantedBefore))),
            Node(
                "taken back at most", In(_steps.LeastGranted), Operation.Difference, Constant("nothing", Zero),
                Fact("before the draw", BeforeDraw)));

    private Explanation ExplainGrantedToDate() =>
        !_steps.IsDrawRecoverable ? Node("granted to date", In(_steps.GrantedToDate), Operation.Sum, ExplainNeed())
            : AtLeastZero(
                "granted to date", _steps.GrantedToDate,
                Node(
                    "missing to the guarantee", In(_steps.GrantSigned), Operation.Difference,
                    Constant("guarantee", In(_steps.Guarantee)),
                    Node(
                        "with the advance", In(_steps.EarnedWithAdvance), Operation.Sum, ExplainEarnedInPeriod(),
                        Fact("advanced to date", In(_steps.AdvancedToDate)))));

    private Explanation ExplainRecovered()
    {
        var byRule = Node(
            "by the excess", In(_steps.RecoveredByRule), Operation.Min, Fact("owed", In(_steps.Owed)),
            Node(
                "share of the excess", In(_steps.ExcessShareRounded), Operation.Round(Rules.Rounding),
                Node(
                    "exact share", In(_steps.ExcessShare), Operation.Product,
                    AtLeastZero(
                        "excess", _steps.Excess,
                        Node(
                            "payable less draw", In(_steps.ExcessSigned), Operation.Difference,
                            Fact("before the draw, in the payout period", In(_steps.PeriodBeforeDraw)), Fact("draw", In(_steps.Draw)))),
                    Constant("share", Rules.Draw is null ? Percentage.OneHundred : Rules.Draw.RecoveryShare))),
            Fact("excess", In(_steps.Excess)));
        return Node(
            "draw recovered", DrawRecovered, Operation.Difference,
            !_steps.IsDrawSetOff ? byRule
                : Node(
                    "recovered to date", In(_steps.RecoveredToDate), Operation.Sum, byRule,
                    Node(
                        "set off on leaving", In(_steps.SetOff), Operation.Min, Fact("owed", In(_steps.OwedBeforeSetOff)),
                        Fact("payable", In(_steps.LeftBeforeSetOff)))),
            Fact("recovered before in the payout period", In(_steps.RecoveredBefore)));
    }
}
