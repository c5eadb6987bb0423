using System.Collections.Generic;
using System.Linq;

namespace SalesDomain.Commissions;

/// <summary>What the account has of a line as it stands, <see cref="AccountLines"/>.</summary>
internal sealed partial class SettlementEngine
{
    /// <summary>The keys of the line of an event, each with what follows it; without lines those of the day of the sale.</summary>
    private List<(PeriodBook Book, EarningKey Key)> KeysOf(CommissionEvent source)
    {
        if (_state.Lines.Of(source.Line!.Value) is { } keys)
        {
            var heads = keys.Select(each => HeadOf(each.Book.Period, each.Key)).Distinct();
            return [.. heads.Select(each => (_state.Books[each.Period], each.Key))];
        }

        return _state.Lines.ComponentsOn(source.SoldOn!.Value);
    }

    private EarningState StateOf(DateSpan period, EarningKey key) => _state.Books[period].Keys[key];

    private EarningState Together(DateSpan period, EarningKey key) => _state.Lines.Together(period, key);

    private (string Name, Money Commission, decimal Base)[] FollowingOf(EarningState state)
    {
        if (state.Following.Length == 0)
            return [];

        var (amount, paidOn) = (state.Amount, state.Whole);
        foreach (var each in state.Following)
        {
            amount -= each.Standing;
            paidOn -= BaseOf(each);
        }

        return
        [
            (state.Live[0].Line!.Value.ToString(), In(amount), paidOn),
            .. state.Following.Select(each => (NameOf(each.Live[0]), In(each.Standing), BaseOf(each))),
        ];

        string NameOf(CommissionEntry entry) =>
            entry.Line!.Value.ToString() + (entry.Line == state.Live[0].Line ? " " + entry.Period!.Value.ToString() : "");

        decimal BaseOf(EarningState each) => state.Base is null ? state.PartOfLine(each) : each.Base?.Amount ?? 0m;
    }

    private (DateSpan Period, EarningKey Key) HeadOf(DateSpan period, EarningKey key) =>
        HeadOf(period, key, StateOf(period, key).Original) ?? (period, key);

    private (DateSpan Period, EarningKey Key)? HeadOf(DateSpan period, EarningKey key, LineId? original) =>
        _state.Lines.HeadOf(period, key, original);
}
