using System;
using System.Collections.Generic;
using System.Linq;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>
/// What comes off after the invoice, rule by rule, so that the price waterfall of sold lines can be drawn: list → on invoice → invoice
/// net → off invoice → pocket → pocket margin.
/// </summary>
/// <remarks>
/// Each deduction of each line is rounded, so that lines, customers and quarters add up exactly in any grouping. What comes back gives its
/// rebate back, and not the freight that was spent on it (<see cref="WaterfallRule.IsGivenBack"/>). Immutable. Equality is by rules in
/// their order, and rounding.
/// </remarks>
public sealed partial class WaterfallSchedule : IEquatable<WaterfallSchedule>
{
    private readonly WaterfallRule[] _rules;

    private WaterfallSchedule(Rounding rounding, WaterfallRule[] rules)
    {
        (Rounding, _rules) = (rounding, rules);
    }

    /// <summary>How each deduction of a line is rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>The rules, in the order in which the waterfall shows them.</summary>
    public IReadOnlyList<WaterfallRule> Rules => Array.AsReadOnly(_rules);

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A schedule.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(WaterfallSchedule? left, WaterfallSchedule? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A schedule.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(WaterfallSchedule? left, WaterfallSchedule? right) => !(left == right);

    /// <summary>A schedule.</summary>
    /// <param name="rounding">How each deduction of a line is rounded.</param>
    /// <param name="rules">
    /// The rules; none leaves the waterfall at the invoice. Two of one name are two rates of one deduction, and may not meet on a line.
    /// </param>
    /// <returns>The schedule.</returns>
    /// <exception cref="ArgumentNullException">An argument or a rule is null.</exception>
    /// <exception cref="ArgumentException">Two rules of one name are for lines that can be the same.</exception>
    public static WaterfallSchedule Of(Rounding rounding, params WaterfallRule[] rules)
    {
        Guard.Against.Null(rounding);
        WaterfallRule[] copy = [.. Guard.Against.Null(rules)];
        Array.ForEach(copy, rule => Guard.Against.Null(rule, nameof(rules)));
        foreach (var ofName in copy.GroupBy(rule => rule.Name, StringComparer.Ordinal))
        {
            WaterfallRule[] rates = [.. ofName];
            if (Ambiguity.Find(Array.ConvertAll(rates, rule => new RankedScope(rule.Scope, DateSpan.Always, 0, 0))) is var (one, other))
                throw Guards.Invalid(nameof(rules), Quoted(rates[other]), "must not be for lines of " + Quoted(rates[one]));
        }

        return new WaterfallSchedule(rounding, copy);
    }

    /// <summary>The waterfall of a line, which is to the scopes of the rules what it says itself.</summary>
    /// <param name="line">What was sold.</param>
    /// <returns>
    /// The waterfall; without one, and with the reason, where the line has a quantity and no list amount, or was paid out of a rebate.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">An amount per unit is in another currency than the line.</exception>
    public LineWaterfall Evaluate(SalesLine line) => Drawn(Guard.Against.Null(line), null, nameof(line));

    /// <summary>The waterfall of a line.</summary>
    /// <param name="line">What was sold.</param>
    /// <param name="subject">
    /// What the line is to the scopes of the rules: more than it says itself, the category of its product say.
    /// </param>
    /// <returns>
    /// The waterfall; without one, and with the reason, where the line has a quantity and no list amount, or was paid out of a rebate.
    /// </returns>
    /// <exception cref="ArgumentNullException"><paramref name="line"/> is null.</exception>
    /// <exception cref="CurrencyMismatchException">An amount per unit is in another currency than the line.</exception>
    public LineWaterfall Evaluate(SalesLine line, ScopeSubject subject) => Drawn(Guard.Against.Null(line), subject, nameof(line));

    /// <summary>The waterfalls of many lines, each to the scopes what it says itself, and of all of them together.</summary>
    /// <param name="currency">Their currency.</param>
    /// <param name="lines">What was sold, each line once and of one stage: what was invoiced, say.</param>
    /// <returns>Each line, the sum of those that have a waterfall, and what was left out.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="ArgumentException">Lines are of two stages, or a line comes twice.</exception>
    /// <exception cref="CurrencyMismatchException">A line or an amount per unit is in another currency.</exception>
    public SalesWaterfall Evaluate(Currency currency, IEnumerable<SalesLine> lines) => Drawn(currency, lines, null);

    /// <summary>The waterfalls of many lines, and of all of them together.</summary>
    /// <param name="currency">Their currency.</param>
    /// <param name="lines">What was sold, each line once and of one stage: what was invoiced, say.</param>
    /// <param name="subject">
    /// What each line is to the scopes of the rules: more than it says itself, the category of its product say.
    /// </param>
    /// <returns>Each line, the sum of those that have a waterfall, and what was left out.</returns>
    /// <exception cref="ArgumentNullException">An argument or a line is null.</exception>
    /// <exception cref="ArgumentException">Lines are of two stages, or a line comes twice.</exception>
    /// <exception cref="CurrencyMismatchException">A line or an amount per unit is in another currency.</exception>
    public SalesWaterfall Evaluate(Currency currency, IEnumerable<SalesLine> lines, Func<SalesLine, ScopeSubject> subject)
    {
        Guard.Against.Null(currency);
        return Drawn(currency, lines, Guard.Against.Null(subject));
    }

    /// <summary>Whether the other has the same rules in the same order, and the same rounding.</summary>
    /// <param name="other">The schedule to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(WaterfallSchedule? other) => other is not null && Rounding == other.Rounding && _rules.SequenceEqual(other._rules);

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as WaterfallSchedule);

    /// <inheritdoc/>
    public override int GetHashCode() => _rules.Aggregate(Rounding.GetHashCode(), (hash, rule) => Hash.Combine(hash, rule.GetHashCode()));

    /// <summary>The rules a line, and the rounding.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => string.Concat(_rules.Select(rule => rule + "\n")) + "rounded " + Rounding;

    /// <summary>Where an amount comes from that this schedule took off a line.</summary>
    internal Explanation Explain(WaterfallDeduction deduction, WaterfallSource line)
    {
        if (deduction.Stage == WaterfallStage.OnInvoice)
            return line.ExplainOnInvoice(deduction);

        var rule = _rules[deduction.Place];
        return rule.Explain(line, deduction.Amount, rule.On(line, Rounding));
    }

    private static Reason NoMargin(SalesLine line) =>
        line.Cost is not { } cost ? new Reason("pricing.no-cost", ("line", line.Id.ToString()))
            : new Reason("pricing.cost-in-another-currency", ("line", line.Id.ToString()), ("cost", cost));

    private static string Quoted(WaterfallRule rule) => "'" + rule + "'";

    private static string NameOf(PriceKind kind) => kind switch
    {
        PriceKind.Special => "special price",
        PriceKind.Free => DiscountedSource.FreeGoods,
        PriceKind.Project => "project price",
        _ => "discount",
    };

    private SalesWaterfall Drawn(Currency currency, IEnumerable<SalesLine> lines, Func<SalesLine, ScopeSubject>? subject)
    {
        Guard.Against.Null(currency);
        var given = LinesOfOneStage.Given(lines, nameof(lines));
        var drawn = new LineWaterfall[given.Count];
        for (var i = 0; i < drawn.Length; i++)
        {
            var line = given[i];
            if (line.Currency != currency)
                throw new CurrencyMismatchException(currency, line.Currency, line.Id.ToString(), nameof(lines));

            drawn[i] = Drawn(line, subject?.Invoke(line), nameof(lines));
        }

        return new SalesWaterfall(currency, drawn);
    }

    private LineWaterfall Drawn(SalesLine line, in ScopeSubject? subject, string parameterName)
    {
        if (line.PriceKind == PriceKind.RebateFunded)
            return new LineWaterfall(line.Id, null, new Reason("pricing.rebate-funded", ("line", line.Id.ToString())));
        if (SaleSource.ListOf(line) is not { } list)
            return new LineWaterfall(line.Id, null, new Reason("pricing.no-list-amount", ("line", line.Id.ToString())));

        List<Reason>? reasons = null;
        var source = new SaleSource(this, line);
        var (deductions, count) = (new WaterfallDeduction[_rules.Length + 1], 0);
        var onInvoice = list - line.NetAmount;
        if (!onInvoice.IsZero)
        {
            deductions[count++] = WaterfallDeduction.Of(
                source, NameOf(line.PriceKind), WaterfallStage.OnInvoice, onInvoice, (int)line.PriceKind);
        }

        count = OffInvoice(source, line, subject, deductions, count, parameterName, ref reasons);
        Array.Resize(ref deductions, count);
        var cost = line.Cost is { } known && known.Currency == list.Currency ? known : (Money?)null;
        if (cost is null)
            (reasons ??= []).Add(NoMargin(line));
        return new LineWaterfall(line.Id, PriceWaterfall.InOrder(list, deductions, cost), reasons is null ? [] : [.. reasons]);
    }

    // Each stands where a waterfall has it: by rules, of which no two of one name are for one line. Without a subject a line is what it
    // states itself.
    private int OffInvoice(
        WaterfallSource source, SalesLine? line, in ScopeSubject? subject, WaterfallDeduction[] deductions, int count,
        string parameterName, ref List<Reason>? reasons)
    {
        for (var i = 0; i < _rules.Length; i++)
        {
            var rule = _rules[i];
            if (!(subject is { } stated ? rule.Scope.Matches(stated) : rule.Scope.MatchesStated(line!)))
                continue;
            if (source.Quantity.IsNegative && !rule.IsGivenBack)
                continue;

            if (rule.Against(source) is { } reason)
            {
                (reasons ??= []).Add(reason);
                continue;
            }

            var amount = rule.On(source, Rounding).Rounded;
            if (amount.Currency != source.Net.Currency)
            {
                throw new CurrencyMismatchException(
                    source.Net.Currency, amount.Currency, source.Line.Name + " " + source.Line.Value, parameterName);
            }

            deductions[count++] = WaterfallDeduction.Of(source, rule.Name, WaterfallStage.OffInvoice, amount, i);
        }

        return count;
    }
}
