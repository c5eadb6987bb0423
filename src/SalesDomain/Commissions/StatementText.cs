using System;
using System.Collections.Generic;
using System.Linq;
using System.Text;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>A statement in plain lines: what there is to say on the left, the amount on the right.</summary>
internal sealed class StatementText
{
    private const int Width = 78;

    private readonly StringBuilder _text = new();
    private readonly CommissionStatement _statement;
    private readonly int _decimals;

    internal StatementText(CommissionStatement statement)
    {
        _statement = statement;
        _decimals = statement.Account.Currency.MinorDigits ?? 0;
        var recorded = statement.Settlement is { } of ? ", run of " + InvariantText.Date(of.Run.Recorded) : "";
        Line("Commission statement " + statement.PayoutPeriod + recorded + ", " + statement.Account.Currency.Code);
        if (statement.Plans.Count > 0)
            Line("Plan: " + string.Join("; ", statement.Plans));

        Balances("Opening balances", statement.Opening);
        Earnings("Earned", statement.Earnings, statement.Earned);
        Earnings(
            statement.Settlement is null ? "Corrections of earlier periods" : "Corrections of what was entered before",
            statement.Corrections, statement.Corrected);
        Section("Claw-backs", 1, CommissionEntryKind.ClawedBack, CommissionEntryKind.LossShared);
        Section("Holdback", -1, CommissionEntryKind.HeldBack);
        Section("Holdback released", 1, CommissionEntryKind.HoldbackReleased);
        Section("Charged to the debit balance", 1, CommissionEntryKind.DebitCharged);
        Section("Debit balance recovered", -1, CommissionEntryKind.DebitRecovered);
        Section("Draw", 1, CommissionEntryKind.DrawAdvanced, CommissionEntryKind.DrawGranted);
        Section("Draw recovered", -1, CommissionEntryKind.DrawRecovered);
        Line("");
        Line("Payable", statement.Payable.Amount);
        Line("Paid", statement.Paid.Amount);
        Line("Carried to the next period", statement.Closing.Payable.Amount);
        Section(
            "Beside the payment", 1, CommissionEntryKind.HoldbackForfeited, CommissionEntryKind.DebitDeducted,
            CommissionEntryKind.DebitWrittenOff, CommissionEntryKind.DrawForgiven, CommissionEntryKind.DebitSetOff,
            CommissionEntryKind.DrawSetOff);
        Balances("Closing balances", statement.Closing);
        Listed("Open disputes", statement.OpenDisputes.Select(dispute => dispute.ToString()));
        Listed("Remarks", statement.Reasons.Select(reason => reason.ToString()));
    }

    public override string ToString() => _text.ToString(0, _text.Length - 1);

    /// <summary>What an entry is of, for a reader.</summary>
    internal static string Named(CommissionEntry entry, bool isOfPlans)
    {
        var what = (entry.On is { } on ? InvariantText.Date(on) + " " : "") + (entry.Line is { } line ? line + " " : "")
            + (entry.Component is { } component ? component + " " : "") + (entry.Period is { } period ? PeriodOf(entry, period) + " " : "");
        return InvariantText.Number(entry.Number) + " " + (what.Length > 0 ? what.TrimEnd() : entry.Kind.ToString())
            + (isOfPlans && entry.Plan is { } plan ? ", " + plan : "");
    }

    // What another measurement period rated is told with it.
    private static string PeriodOf(CommissionEntry entry, DateSpan period) =>
        entry.RatedIn is { } ratedIn && ratedIn != period ? "of " + ratedIn + " " + period : period.ToString();

    private static string Kind(CommissionEntryKind kind) => kind switch
    {
        CommissionEntryKind.ClawedBack => "clawed back",
        CommissionEntryKind.LossShared => "share of a loss",
        CommissionEntryKind.HeldBack => "held back",
        CommissionEntryKind.HoldbackReleased => "released",
        CommissionEntryKind.HoldbackForfeited => "holdback forfeited",
        CommissionEntryKind.DebitCharged => "owed from now on",
        CommissionEntryKind.DebitRecovered => "recovered of commissions",
        CommissionEntryKind.DebitDeducted => "debit balance kept of fixed pay",
        CommissionEntryKind.DebitWrittenOff => "debit balance written off",
        CommissionEntryKind.DrawAdvanced => "advanced, and owed",
        CommissionEntryKind.DrawGranted => "granted, and not owed",
        CommissionEntryKind.DrawRecovered => "recovered of commissions",
        CommissionEntryKind.DrawForgiven => "draw forgiven",
        CommissionEntryKind.DebitSetOff => "held back, set off against the debit balance",
        CommissionEntryKind.DrawSetOff => "held back, set off against the draw owed",
        _ => kind.ToString(),
    };

    private static string Detail(CommissionEntry entry)
    {
        var what = entry.Rate is { } rate ? rate + (entry.Base is null ? "" : " of ") : "";
        return InvariantText.Listed(
            (entry.On is { } on ? InvariantText.Date(on) : "") + (entry.Line is { } line ? " " + line : "") + DealOf(entry),
            what + (entry.Base is { } paidOn ? paidOn.ToString() : ""),
            entry.TimeLeft is { } left ? left + " of the window left" : "",
            entry.Conversion is { } conversion ? "of " + conversion.Amount : "",
            entry.Reverses is { } number ? "reverses entry " + InvariantText.Number(number) : "",
            entry.Event is { } source ? source.Kind + " " + source.Id + " on " + InvariantText.Date(source.On) + PartOf(source, entry) : "")
            .Trim();
    }

    // The document of a line may be the deal itself.
    private static string DealOf(CommissionEntry entry) =>
        entry.Deal is { } deal && entry.Line?.Document != deal ? " of " + deal : "";

    // The part that was left to take counts before the one asked for, and what came back by measure before both.
    private static string PartOf(CommissionEvent source, CommissionEntry entry) =>
        (entry.Part ?? source.PartOf(entry.Base)) is { } part && entry.Part != Percentage.OneHundred
            && !(entry.Base is { } paidOn && source.ReturnedOf(paidOn) is not null)
            ? ", " + part + " of the line" : "";

    private void Balances(string title, CommissionBalances balances)
    {
        Line("");
        Line(title);
        Line("  payable", balances.Payable.Amount);
        Line("  held back", balances.HeldBack.Amount);
        Line("  draw owed", balances.DrawOwed.Amount);
        Line("  debit balance", balances.Debit.Amount);
    }

    private void Earnings(string title, IReadOnlyList<CommissionEntry> entries, Money sum)
    {
        if (entries.Count == 0)
            return;

        Line("");
        Line(title);
        foreach (var group in entries.GroupBy(
            entry => (entry.Plan, entry.Component, Period: entry.Period!.Value, RatedIn: entry.RatedIn ?? entry.Period!.Value)))
        {
            Line(
                "  " + group.Key.Component + " " + PeriodOf(group.First(), group.Key.Period)
                + (_statement.IsOfPlans ? ", " + group.Key.Plan : ""));
            foreach (var entry in group)
            {
                Entry(Detail(entry) is { Length: > 0 } detail ? detail : "to date less before", entry, 1);
                if (entry.Line is not null)
                    Tiers(entry);
            }

            Portions(group.Key.Plan!, group.Key.Component!, group.Key.RatedIn);
        }

        Line("  together", sum.Amount);
    }

    // The tiers that a line went through, where its own rate does not say it.
    private void Tiers(CommissionEntry entry)
    {
        if (entry.Rate is not null)
            return;

        foreach (var portion in _statement.PortionsOf(entry.Number))
            Line("      " + Told(portion));
    }

    private static string Told(RatePortion portion) =>
        portion.Base + " at " + (portion.Rate?.ToString() ?? "no rate") + " is " + portion.Result;

    // What the component came to, where its result is known.
    private void Portions(string plan, string component, DateSpan period)
    {
        var result = _statement.Results.FirstOrDefault(each => each.Period == period && each.Plan.Name == plan);
        if (result?.Components.FirstOrDefault(each => each.Component.Name == component) is not { } found)
            return;

        var reached = found.Level is { } level ? "level " + level : "";
        Line("    " + InvariantText.Listed("to date " + found, reached, found.Attainment is { } part ? "attainment " + part : ""));
        foreach (var portion in found.Portions)
            Line("      " + Told(portion));
    }

    private void Section(string title, int sign, params CommissionEntryKind[] kinds)
    {
        var entries = _statement.Entries.Where(entry => Array.IndexOf(kinds, entry.Kind) >= 0 && !entry.Amount.IsZero).ToList();
        if (entries.Count == 0)
            return;

        Line("");
        Line(title);
        foreach (var entry in entries)
        {
            Entry(
                InvariantText.Listed(
                    Kind(entry.Kind), entry.Component ?? "", entry.Period is { } period ? period.ToString() : "",
                    _statement.IsOfPlans ? entry.Plan ?? "" : "", Detail(entry)),
                entry, sign);
        }
    }

    private void Entry(string text, CommissionEntry entry, int sign)
    {
        Line("    " + InvariantText.Number(entry.Number) + ": " + text, sign * entry.Amount.Amount);
        foreach (var reason in entry.Reasons)
            Line("      " + reason);
    }

    private void Listed(string title, IEnumerable<string> lines)
    {
        foreach (var (line, i) in lines.Select((line, i) => (line, i)))
        {
            if (i == 0)
            {
                Line("");
                Line(title);
            }

            Line("  " + line);
        }
    }

    private void Line(string text) => _text.Append(text).Append('\n');

    private void Line(string text, decimal amount)
    {
        var number = InvariantText.Number(amount, _decimals);
        Line(text.PadRight(Math.Max(text.Length + 1, Width - number.Length)) + number);
    }
}
