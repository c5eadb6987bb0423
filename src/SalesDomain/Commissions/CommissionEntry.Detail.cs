using System;
using NodaTime;

namespace SalesDomain.Commissions;

public sealed partial class CommissionEntry
{
    /// <summary>What not every entry has.</summary>
    internal struct Detail
    {
        public string? Plan { get; set; }

        public string? PlanVersion { get; set; }

        public string? Component { get; set; }

        public DateSpan? Period { get; set; }

        public LineId? Line { get; set; }

        public DateSpan? RatedIn { get; set; }

        public LocalDate? On { get; set; }

        public DocumentId? Deal { get; set; }

        public Measured? Base { get; set; }

        public Percentage? Rate { get; set; }

        public Conversion? Conversion { get; set; }

        public CommissionEvent? Event { get; set; }

        public Percentage? Part { get; set; }

        public Percentage? TimeLeft { get; set; }

        public int? Reverses { get; set; }

        public Reason[]? Reasons { get; set; }

        public LineId? Original { get; set; }

        public LineId[]? Included { get; set; }

        /// <summary>Everything that an earning says but its amount; what it does not say stays.</summary>
        internal readonly Detail For(CommissionEarning earning) =>
            this with
            {
                Plan = earning.Plan,
                PlanVersion = earning.PlanVersion,
                Component = earning.Component,
                Period = earning.Period,
                Line = earning.Line,
                RatedIn = earning.Key.RatedIn,
                On = earning.On,
                Deal = earning.Deal,
                Base = earning.Base,
                Rate = earning.Rate,
                Reasons = earning.AllReasons,
                Original = earning.Original,
                Included = earning.IncludedLines,
            };
    }

    /// <summary>The entry that undoes this one: the same figures, with the opposite sign.</summary>
    internal CommissionEntry Reversed(
        int number, DateSpan payoutPeriod, LocalDate recorded, Reason because, CommissionEvent? source = null) =>
        new(
            number, Kind, payoutPeriod, recorded, -Amount,
            Parts() with
            {
                Base = Base is { } paidOn ? -paidOn : null,
                Conversion = Conversion is { } conversion ? conversion.Of(-conversion.Amount) : null,
                Event = source ?? Event,
                Reverses = Number,
                Reasons = [because],
            });

    private CommissionEntry Changed(Detail detail) => new(Number, Kind, PayoutPeriod, Recorded, Amount, detail);

    private Detail Parts() => new()
    {
        Plan = Plan,
        PlanVersion = PlanVersion,
        Component = Component,
        Period = Period,
        Line = Line,
        RatedIn = _ratedIn,
        On = On,
        Deal = Deal,
        Base = Base,
        Rate = Rate,
        Conversion = Conversion,
        Event = Event,
        Part = Part,
        TimeLeft = TimeLeft,
        Reverses = Reverses,
        Reasons = _reasons,
        Original = Original,
        Included = _included,
    };

    internal LineId[] IncludedLines => _included;

    /// <summary>What an account compares it by, within its period; of an entry of an earning.</summary>
    internal EarningKey Key => new(Plan!, Component!, Line, _ratedIn);

    /// <summary>Whether it was made because the payee had left.</summary>
    internal bool IsOfLeaving => Array.Exists(_reasons, reason => reason.Code == OnLeaving);
}
