using System.Collections.Generic;
using static SalesDomain.Explanation;

namespace SalesDomain.Quotas;

public sealed partial class NewCustomerOutcome
{
    private const string ValidText = "valid";
    private const string PendingText = "pending";
    private const string NotValidText = "not valid";
    private const string UnknownText = "unknown";

    /// <summary>Why the account has its status: every day and figure that was compared.</summary>
    /// <returns>The explanation, whose figure is the status in words.</returns>
    public Explanation Explain() => Node("status", StatusText(), Operation.Select, [.. Choices()]);

    private string StatusText() =>
        Status switch
        {
            NewCustomerStatus.Valid => ValidText,
            NewCustomerStatus.Pending => PendingText,
            NewCustomerStatus.NotValid => NotValidText,
            _ => UnknownText,
        };

    // Conditions and words in turn, and the last word for what meets none of them.
    private IEnumerable<Explanation> Choices()
    {
        yield return Fact("continues another account", Continues is not null);
        yield return Constant("then", NotValidText);
        if (Continues is null)
        {
            yield return ExplainBefore();
            yield return Constant("then", NotValidText);
            yield return ExplainTooLate();
            yield return Constant("then", NotValidText);
            yield return ExplainHistory();
            yield return Constant("then", UnknownText);
            if (_steps.IsAmountUnknown)
            {
                yield return ExplainUnknown();
                yield return Constant("then", UnknownText);
            }
            else
            {
                yield return ExplainEnough();
                yield return Constant("then", ValidText);
            }
        }

        yield return Constant("else", PendingText);
    }

    private Explanation ExplainBefore() =>
        _steps.Previous is not { } previous ? Fact("bought in the months before", false)
            : Node(
                "bought in the months before", _steps.BoughtBefore, Operation.Compare(ComparisonKind.GreaterOrEqual),
                Fact("last order before", previous), Constant("months before the first order", _steps.AbsentFrom));

    private Explanation ExplainTooLate() =>
        _steps.IsAmountUnknown
            ? Node(
                "too late", _steps.IsTooLate, Operation.Select,
                ExplainShort(), ExplainOver(), Constant("else", false))
            : Node(
                "too late", _steps.IsTooLate, Operation.Select,
                ExplainEnough(), Constant("then", false), ExplainOver(), Constant("then", true), Constant("else", false));

    private Explanation ExplainOver() =>
        Node(
            "window is over", _steps.IsOver, Operation.Compare(ComparisonKind.GreaterOrEqual),
            Fact("known up to", _steps.KnownTo),
            Node(
                "end of the window", _steps.WindowEnd, Operation.Sum,
                Fact("first order", _steps.First), Constant("days", (decimal)Rule.WithinDays)));

    private Explanation ExplainHistory() =>
        _steps.KnownFrom is not { } from ? Fact("history is too short", false)
            : Node(
                "history is too short", _steps.IsHistoryShort, Operation.Compare(ComparisonKind.Greater),
                Fact("known from", from), Constant("months before the first order", _steps.AbsentFrom));

    private Explanation ExplainUnknown() =>
        Node(
            "an amount is not known", _steps.IsAmountUnknown, Operation.Compare(ComparisonKind.Greater),
            FactSum("lines of unknown amount", (decimal)_steps.Unknown, _steps.Unknown), Constant("none", 0m));

    private Explanation ExplainShort() =>
        Node(
            "too few orders", _steps.IsShortOfOrders, Operation.Compare(ComparisonKind.Less),
            FactSum("orders in the window", (decimal)Orders, Orders), Constant("orders required", (decimal)Rule.MinimumOrders));

    private Explanation ExplainEnough() =>
        Node(
            "enough", _steps.IsEnough, Operation.Select,
            ExplainShort(), Constant("then", false),
            Node(
                "below the floor", _steps.IsBelowFloor, Operation.Compare(ComparisonKind.Less),
                FactSum("amount in the window", Amount.Value, _steps.Documents), Constant("floor", Rule.Floor.Value)),
            Constant("then", false), Constant("else", true));
}
