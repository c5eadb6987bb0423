using System.Collections.Generic;

namespace SalesDomain.Pricing;

/// <summary>What counts for a break of a price list, over the lines of a request.</summary>
internal sealed class QuoteCounting
{
    private readonly QuotationRules _rules;
    private readonly QuoteRequest _request;
    private readonly List<int>[] _groups;
    private readonly Dictionary<UnitOfMeasure, decimal>[] _sums;

    internal QuoteCounting(QuotationRules rules, QuoteRequest request)
    {
        _rules = rules;
        _request = request;
        var lines = request.Lines;
        _groups = new List<int>[lines.Count];
        _sums = new Dictionary<UnitOfMeasure, decimal>[lines.Count];
        Subjects = new ScopeSubject[lines.Count];
        LeadsItsGroup = new bool[lines.Count];
        var numbers = new Dictionary<(int Mix, string Product), int>();
        var leaders = new HashSet<(int Group, string Product, UnitOfMeasure Unit)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            Subjects[i] = line.SubjectOf(request.Subject);
            var group = GroupOf(numbers, i);
            _groups[i] = group == i ? [] : _groups[group];
            _sums[i] = group == i ? [] : _sums[group];
            if (line.IsReturn || Subjects[i].PriceKind == PriceKind.Free)
                continue;

            _groups[i].Add(i);
            LeadsItsGroup[i] = leaders.Add((group, line.Product.Code, line.Quantity.Unit));
        }
    }

    /// <summary>What is known of the sale of each line.</summary>
    internal ScopeSubject[] Subjects { get; }

    /// <summary>Whether a line is the first of those whose price is found by one quantity: what is said of them is said once.</summary>
    internal bool[] LeadsItsGroup { get; }

    /// <summary>
    /// The quantity that counts for a break of a line, in its own unit: what its group buys; of free goods alone, of themselves.
    /// </summary>
    internal Quantity CountedFor(int line)
    {
        var own = _request.Lines[line].Quantity;
        if (!_sums[line].TryGetValue(own.Unit, out var sum))
        {
            foreach (var other in _groups[line])
            {
                var counted = _request.Lines[other];
                if (_rules.Prices.TryIn(own.Unit, counted.Quantity, counted.Product, out var amount))
                    sum += amount;
            }

            _sums[line].Add(own.Unit, sum);
        }

        return sum == 0m ? own : new Quantity(sum, own.Unit);
    }

    private int GroupOf(Dictionary<(int Mix, string Product), int> numbers, int line)
    {
        var groups = _rules.MixGroups;
        var mix = 0;
        while (mix < groups.Count && !groups[mix].Matches(Subjects[line]))
            mix++;

        if (mix == groups.Count && _rules.BreakBasis == BreakBasis.Line)
            return line;

        var key = (mix, mix == groups.Count ? _request.Lines[line].Product.Code : "");
        if (!numbers.TryGetValue(key, out var number))
            numbers.Add(key, number = line);

        return number;
    }
}
