using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>What counts for a break of a price list, over the lines of a request.</summary>
internal sealed class QuoteCounting
{
    private readonly QuotationRules _rules;
    private readonly QuoteRequest _request;
    private readonly List<int>[] _groups;
    private readonly Dictionary<UnitOfMeasure, (decimal Sum, int[] Others)>[] _sums;
    private readonly bool[] _counts;
    private readonly (int Mix, string Product)[] _keys;
    private readonly ILookup<int, EarlierPurchase>? _earlierOfMix;
    private readonly Dictionary<((int Mix, string Product) Key, UnitOfMeasure Unit), EarlierCount?> _before = [];

    internal QuoteCounting(QuotationRules rules, QuoteRequest request)
    {
        _rules = rules;
        _request = request;
        var lines = request.Lines;
        _groups = new List<int>[lines.Count];
        _sums = new Dictionary<UnitOfMeasure, (decimal, int[])>[lines.Count];
        _counts = new bool[lines.Count];
        _keys = new (int, string)[lines.Count];
        _earlierOfMix = rules.MixGroups.Count == 0 ? null : request.Purchases.Purchases.Where(IsCounted).ToLookup(MixOf);
        Subjects = new ScopeSubject[lines.Count];
        LeadsItsGroup = new bool[lines.Count];
        var numbers = new Dictionary<(int Mix, string Product), int>();
        var leaders = new HashSet<(int Group, string Product, UnitOfMeasure Unit, LocalDate On, OpenOrderPrice Takes)>();
        for (var i = 0; i < lines.Count; i++)
        {
            var line = lines[i];
            Subjects[i] = line.SubjectOf(request.Subject);
            var group = GroupOf(numbers, i);
            _groups[i] = group == i ? [] : _groups[group];
            _sums[i] = group == i ? [] : _sums[group];
            if (line.IsReturn || Subjects[i].PriceKind == PriceKind.Free)
                continue;

            _counts[i] = rules.Counts(line.SoldAs(Subjects[i]).PriceKind);
            if (_counts[i])
                _groups[i].Add(i);

            var (on, _, takes) = request.PricesOf(line);
            LeadsItsGroup[i] = !_counts[i] || leaders.Add((group, line.Product.Code, line.Quantity.Unit, on, takes));
        }
    }

    /// <summary>What is known of the sale of each line.</summary>
    internal ScopeSubject[] Subjects { get; }

    /// <summary>Whether a line is the first of those whose price is found by one quantity: what is said of them is said once.</summary>
    internal bool[] LeadsItsGroup { get; }

    /// <summary>
    /// The quantity that counts for a break of a line, in its own unit: what its group buys; of free goods alone, and of a price kind that
    /// does not count, of the line itself.
    /// </summary>
    internal Quantity CountedFor(int line)
    {
        var own = _request.Lines[line].Quantity;
        var sum = IsOfItself(line) ? 0m : CountedIn(own.Unit, line).Sum;
        return sum == 0m ? own : new Quantity(sum, own.Unit);
    }

    /// <summary>What was bought before and counts with a line, where the list declares that; null where nothing is known of it.</summary>
    internal EarlierCount? BeforeOf(int line)
    {
        if (IsOfItself(line))
            return null;

        var key = (_keys[line], _request.Lines[line].Quantity.Unit);
        if (!_before.TryGetValue(key, out var found))
            _before.Add(key, found = EarlierCount.Of(_rules.Prices, key.Unit, _request.Date, EarlierOf(key.Item1.Mix, line)));

        return found;
    }

    /// <summary>The lines of the group of a line that do not convert to its unit, and so do not count for it.</summary>
    internal int[] NotCountedFor(int line) =>
        IsOfItself(line) ? [] : CountedIn(_request.Lines[line].Quantity.Unit, line).Others;

    /// <summary>Whether two lines count together for a break.</summary>
    internal bool CountTogether(int one, int other) => _counts[one] && _counts[other] && ReferenceEquals(_groups[one], _groups[other]);

    private bool IsOfItself(int line) =>
        !_counts[line] && !_request.Lines[line].IsReturn && Subjects[line].PriceKind != PriceKind.Free;

    private (decimal Sum, int[] Others) CountedIn(UnitOfMeasure unit, int line)
    {
        if (_sums[line].TryGetValue(unit, out var found))
            return found;

        var (sum, others) = (0m, new List<int>());
        foreach (var other in _groups[line])
        {
            var counted = _request.Lines[other];
            if (_rules.Prices.TryIn(unit, counted.Quantity, counted.Product, out var amount))
                sum += amount;
            else
                others.Add(other);
        }

        _sums[line].Add(unit, found = (sum, [.. others]));
        return found;
    }

    private int GroupOf(Dictionary<(int Mix, string Product), int> numbers, int line)
    {
        var key = _keys[line] = KeyOf(Subjects[line], _request.Lines[line].Product);
        if (key.Mix == _rules.MixGroups.Count && _rules.BreakBasis == BreakBasis.Line)
            return line;

        if (!numbers.TryGetValue(key, out var number))
            numbers.Add(key, number = line);

        return number;
    }

    /// <summary>The mix group of a sale, or without one its product.</summary>
    private (int Mix, string Product) KeyOf(in ScopeSubject subject, ProductId product)
    {
        var groups = _rules.MixGroups;
        var mix = 0;
        while (mix < groups.Count && !groups[mix].Matches(subject))
            mix++;

        return (mix, mix == groups.Count ? product.Code : "");
    }

    /// <summary>The earlier purchases of the mix group of a line, or without one those of its product.</summary>
    private IEnumerable<EarlierPurchase> EarlierOf(int mix, int line) =>
        mix < _rules.MixGroups.Count ? _earlierOfMix![mix]
            : _request.Purchases.Of(_request.Lines[line].Product).Where(purchase => IsCounted(purchase) && MixOf(purchase) == mix);

    private int MixOf(EarlierPurchase purchase) => KeyOf(SubjectOf(purchase), purchase.Product).Mix;

    private bool IsCounted(EarlierPurchase purchase) =>
        (purchase.Document is null || purchase.Document != _request.Document)
        && (purchase.Customer is null || purchase.Customer == _request.Subject.Customer)
        && _rules.Counts(purchase.PriceKind);

    private ScopeSubject SubjectOf(EarlierPurchase purchase)
    {
        var subject = _request.Subject.With(purchase.Product);
        subject = purchase.Category is { } category ? subject.With(category) : subject;
        return purchase.PriceKind is { } kind ? subject.With(kind) : subject;
    }
}
