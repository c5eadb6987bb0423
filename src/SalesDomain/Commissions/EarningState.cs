using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using SalesDomain.Internal;

namespace SalesDomain.Commissions;

/// <summary>What an account knows of one key: what is entered of it and not undone, and what was taken back.</summary>
internal sealed class EarningState
{
    internal const int RecordedDecimals = 12;

    private EarningState(
        decimal amount, decimal planAmount, Currency currency, Measured? paidOn, CommissionEntry[] live, ClawedPart[] clawed,
        EarningState[]? following = null, Measured? own = null)
    {
        Following = following ?? [];
        Own = following is null ? paidOn : own;
        Amount = amount;
        PlanAmount = planAmount;
        Currency = currency;
        Base = paidOn;
        Live = live;
        Clawed = clawed;
    }

    /// <summary>Entered to date, in the currency of the account, without what was taken back.</summary>
    internal decimal Amount { get; }

    /// <summary>The same in the currency of the plan.</summary>
    internal decimal PlanAmount { get; }

    /// <summary>The currency of the plan.</summary>
    internal Currency Currency { get; }

    /// <summary>The base entered to date.</summary>
    internal Measured? Base { get; }

    /// <summary>That of the line by itself, where the base is together with what follows it.</summary>
    internal Measured? Own { get; }

    /// <summary>
    /// The base of which a part comes back. Where nothing is measured the line itself is one, in all of its periods, and what follows it is
    /// as much of it as it is of its commission.
    /// </summary>
    internal decimal Whole
    {
        get
        {
            var whole = Base?.Amount ?? 1m;
            foreach (var each in Base is null ? Following : [])
                whole += PartOfLine(each);

            return whole;
        }
    }

    /// <summary>The entries that are not undone, in the order of record: their amounts sum to what is entered.</summary>
    internal CommissionEntry[] Live { get; }

    /// <summary>What events took back, and was not reinstated.</summary>
    internal ClawedPart[] Clawed { get; }

    /// <summary>The version of the plan that made the last entry.</summary>
    internal string? Version => Live.Length == 0 ? null : Live[Live.Length - 1].PlanVersion;

    /// <summary>
    /// Of a line together with what follows it, the states of what follows: its own in other periods, and what takes it back; none
    /// otherwise.
    /// </summary>
    internal EarningState[] Following { get; }

    /// <summary>The one rate of all of it, or null.</summary>
    internal Percentage? Rate =>
        Live.Length == 0 || Array.Exists(Following, each => each.Rate != Live[Live.Length - 1].Rate) ? null : Live[Live.Length - 1].Rate;

    /// <summary>The line that this one takes back.</summary>
    internal LineId? Original => Array.FindLast(Live, entry => entry.Original is not null)?.Original;

    /// <summary>The day of the line, where an entry has it.</summary>
    internal LocalDate? On => Array.FindLast(Live, entry => entry.On is not null)?.On;

    /// <summary>The deal of the line, where an entry has it.</summary>
    internal DocumentId? Deal => Array.FindLast(Live, entry => entry.Deal is not null)?.Deal;

    /// <summary>What the facts entered last includes; corrections have theirs beside it.</summary>
    internal LineId[] Included => Array.FindLast(Live, entry => entry.Event is null)?.IncludedLines ?? [];

    /// <summary>All that what is entered includes: what the facts entered last do, and each correction.</summary>
    internal LineId[] AllIncluded => [.. Included.Concat(Corrections.SelectMany(entry => entry.IncludedLines)).Distinct()];

    /// <summary>The entries of events that corrected what is entered, while the period was closed.</summary>
    internal CommissionEntry[] Corrections => Array.FindAll(Live, entry => entry.Event is not null);

    /// <summary>Whether an event corrected what is entered, while the period was closed.</summary>
    internal bool IsCorrected => Array.Exists(Live, entry => entry.Event is not null);

    /// <summary>Taken back to date; zero or more.</summary>
    internal decimal ClawedAmount => Clawed.Sum(part => part.Amount);

    /// <summary>The same without what some events took.</summary>
    /// <param name="undone">Their numbers; null for none.</param>
    internal decimal ClawedWithout(HashSet<LineId>? undone) =>
        Clawed.Sum(part => undone?.Contains(part.Event.Id) == true ? 0m : part.Amount);

    /// <summary>Entered to date less what was taken back.</summary>
    internal decimal Standing => Clawed.Length == 0 ? Amount : Amount - ClawedAmount;

    /// <summary>
    /// A base as it is recorded: to so many decimals that what is recorded sums exactly, whatever quotient it is. Otherwise a base to date
    /// and the sum of its differences can differ in the last digit for ever.
    /// </summary>
    internal static Measured? Recorded(Measured? @base) => @base is { } exact ? exact.With(Recorded(exact.Amount)) : null;

    internal static decimal Recorded(decimal @base) => decimal.Round(@base, RecordedDecimals, MidpointRounding.ToEven);

    internal static EarningState Nothing(Currency currency) => new(0m, 0m, currency, null, [], []);

    internal bool IsAs(CommissionEarning earning) =>
        PlanAmount == earning.Amount.Amount && Base == Recorded(earning.Base) && IsAt(earning.Rate) && Currency == earning.Amount.Currency
        && Original == earning.Original && Included.SequenceEqual(earning.IncludedLines);

    // A correction need not say the rate of the facts that it stands beside.
    private bool IsAt(Percentage? rate) =>
        Rate == rate || (Array.FindLast(Live, entry => entry.Event is null) is { } facts && facts.Rate == rate);

    /// <summary>
    /// The line and what follows it as one: what is taken back of it is a part of what both have earned, as far as it was not taken back of
    /// what follows by itself.
    /// </summary>
    internal EarningState Together(EarningState[] following)
    {
        var (amount, planAmount, paidOn, own) = (Amount, PlanAmount, Base, Base);
        foreach (var each in following)
        {
            amount += each.Standing;
            planAmount += each.PlanAmount;
            if (!IsAlike(each) || paidOn is null)
                continue;

            paidOn += each.Base!.Value;
            if (each.Original is null)
                own += each.Base!.Value;
        }

        return new EarningState(amount, planAmount, Currency, paidOn, Live, Clawed, following, own);
    }

    /// <summary>Whether both are paid on one measure, or neither on any.</summary>
    internal bool IsAlike(EarningState other) =>
        Base?.Measure == other.Base?.Measure && Equals(Base?.Currency, other.Base?.Currency);

    /// <summary>
    /// What one that follows the line is of it, as a part of its commission: minus a third where a third came back. Another period of the
    /// line is none: a cheque that comes back is no return.
    /// </summary>
    internal decimal PartOfLine(EarningState following) =>
        following.Original is not null && Amount - Following.Sum(each => each.Original is null ? 0m : each.Standing) is var own && own > 0m
            ? Recorded(following.Standing / own) : 0m;

    internal EarningState With(CommissionEntry entry, string parameterName)
    {
        var at = entry.Reverses is { } number ? Array.FindIndex(Live, each => each.Number == number) : -1;
        CommissionEntry[] live = at < 0 ? [.. Live, entry] : Live.Length == 1 ? [] : [.. Live.Where((_, i) => i != at)];
        var plan = InPlan(entry);
        return new EarningState(
            Amount + entry.Amount.Amount, PlanAmount + plan.Amount, plan.Currency, BaseOf(live, entry, parameterName), live, Clawed);
    }

    /// <summary>The amount of an entry in the currency of the plan.</summary>
    internal static Money InPlan(CommissionEntry entry) => entry.Conversion?.Amount ?? entry.Amount;

    internal bool IsLive(CommissionEntry entry) => Array.Exists(Live, each => each.Number == entry.Number);

    internal EarningState With(ClawedPart[] clawed) => new(Amount, PlanAmount, Currency, Base, Live, clawed);

    /// <summary>What an event came to, entry by entry.</summary>
    /// <param name="entry">What it took.</param>
    /// <param name="together">The line with what follows it, of which it did.</param>
    internal EarningState Take(CommissionEntry entry, EarningState together)
    {
        var at = Array.FindIndex(Clawed, part => part.Event.Id == entry.Event!.Id);
        var part = at < 0 ? new ClawedPart(entry.Event!, AskedBy(entry.Event!), entry.TimeLeft) : Clawed[at];
        var taken = entry.Base is { } returned ? -returned.Amount : entry.Part?.Fraction ?? PartLeft(part);
        var amount = together.InPlan(-entry.Amount.Amount);
        part = part.With(-entry.Amount.Amount, taken, amount, part.IsFull ? amount : together.CameBack(taken, amount));
        return With(at < 0 ? [.. Clawed, part] : [.. Clawed.Select((each, i) => i == at ? part : each)]);
    }

    // Of what was entered together, in the currency of the plan: to the cent where that is the one of the account.
    private decimal InPlan(decimal amount)
    {
        var entered = Amount + Following.Sum(each => each.ClawedAmount);
        return entered == PlanAmount || !(entered > 0m) ? amount : Fraction.Of(PlanAmount, entered).Times(amount);
    }

    /// <summary>
    /// What came back in full, before a clause for the time left, in the currency of the plan: so much of what was entered when it did,
    /// and no more than stood of that.
    /// </summary>
    private decimal CameBack(decimal taken, decimal amount)
    {
        var (whole, entered) = (Whole, InPlan(Amount));
        var inFull = whole > 0m ? Fraction.Of(taken, whole).Times(entered) : amount;
        return Math.Max(amount, Math.Min(inFull, entered - Clawed.Sum(part => part.InFull)));
    }

    // Of an entry that was made by hand, and does not say it.
    private decimal PartLeft(ClawedPart part) =>
        Base is null ? Math.Min(part.Asked ?? 1m, 1m - Clawed.Sum(each => each.Taken)) : 0m;

    /// <summary>What an event took back is given back.</summary>
    internal EarningState GiveBack(LineId id) => With(Array.FindAll(Clawed, part => part.Event.Id != id));

    /// <summary>
    /// How much of the base an event asks for: in its measure, or a part of that of the line itself. Null for all of it, where it does not
    /// say.
    /// </summary>
    internal decimal? AskedBy(CommissionEvent source) =>
        Base is { } paidOn && source.ReturnedOf(paidOn) is { } asked ? Recorded(asked)
        : source.PartOf(Base) is { } part ? Recorded(part.Fraction * (Own?.Amount ?? 1m))
        : null;

    /// <summary>The same of one that took back already: a part is one of the line as it stands.</summary>
    internal decimal? AskedBy(ClawedPart part) => part.Event.Part is null ? part.Asked : AskedBy(part.Event);

    private static Measured? BaseOf(CommissionEntry[] live, CommissionEntry entry, string parameterName)
    {
        Measured? sum = null;
        foreach (var each in live)
        {
            if (each.Base is not { } paidOn)
                continue;

            if (sum is { } before && (before.Measure != paidOn.Measure || !Equals(before.Currency, paidOn.Currency)))
                throw Guards.Invalid(parameterName, entry.ToString(), "must be paid on what the entries before it are paid on");

            sum = sum is { } known ? known + paidOn : paidOn;
        }

        return sum;
    }
}
