using System.Collections.Generic;
using System.Linq;
using NodaTime;

namespace SalesDomain.Pricing;

/// <summary>What counts for a break of a price list, over the lines of a request.</summary>
internal sealed class QuoteCounting
{
    private readonly QuotationRules _rules;
    private readonly QuoteRequest _request;
    private readonly CountedGroup[] _groups;
    private readonly bool[] _counts;
    private readonly (int Mix, string Product)[] _keys;
    private readonly ILookup<int, EarlierPurchase>? _earlierOfMix;
    private readonly Dictionary<(int Mix, string Product), EarlierCount?> _before = [];
    private readonly Dictionary<ProductId, ProductCategoryId> _categories = [];

    // With more of one line: its place, the line, and its group in place of that without.
    private readonly int _place = -1;
    private readonly QuoteLine? _larger;
    private readonly CountedGroup? _group;

    internal QuoteCounting(QuotationRules rules, QuoteRequest request)
    {
        _rules = rules;
        _request = request;
        var lines = request.Lines;
        _groups = new CountedGroup[lines.Count];
        _counts = new bool[lines.Count];
        _keys = new (int, string)[lines.Count];
        foreach (var line in lines)
        {
            if (line.Category is { } category && !_categories.ContainsKey(line.Product))
                _categories.Add(line.Product, category);
        }

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
            _groups[i] = group == i ? new CountedGroup(rules.Prices) : _groups[group];
            if (line.IsReturn || Subjects[i].PriceKind == PriceKind.Free)
            {
                // What is free among what was ordered was ordered.
                if (!line.IsReturn && rules.IsFreeAmongOrdered(line, request.Date))
                    _groups[i].Add(i, line);
                continue;
            }

            _counts[i] = rules.Counts(line.SoldAs(Subjects[i]).PriceKind);
            if (_counts[i])
                _groups[i].Add(i, line);

            var (on, _, takes) = request.PricesOf(line);
            LeadsItsGroup[i] = !_counts[i] || leaders.Add((group, line.Product.Code, line.Quantity.Unit, on, takes));
        }
    }

    private QuoteCounting(QuoteCounting other, int place, QuoteLine larger)
    {
        (_rules, _request, _groups, _counts, _keys) = (other._rules, other._request, other._groups, other._counts, other._keys);
        (_earlierOfMix, _before, _categories) = (other._earlierOfMix, other._before, other._categories);
        (Subjects, LeadsItsGroup) = (other.Subjects, other.LeadsItsGroup);
        var line = _request.Lines[place];
        (_place, _larger) = (place, larger);
        _group = !_counts[place] ? null : _groups[place].With(line, larger.Quantity.Amount - line.Quantity.Amount);
    }

    /// <summary>What is known of the sale of each line.</summary>
    internal ScopeSubject[] Subjects { get; }

    /// <summary>Whether a line is the first of those whose price is found by one quantity: what is said of them is said once.</summary>
    internal bool[] LeadsItsGroup { get; }

    /// <summary>
    /// The same with more of one line. What was bought before was added up, and so were the other lines: neither is done again.
    /// </summary>
    internal QuoteCounting With(int place, QuoteLine larger) => new(this, place, larger);

    /// <summary>A line of the request, or where there is more of it that.</summary>
    internal QuoteLine LineAt(int place) => place == _place ? _larger! : _request.Lines[place];

    /// <summary>What counts with a line.</summary>
    internal CountedGroup GroupAt(int place) =>
        _group is not null && ReferenceEquals(_groups[place], _groups[_place]) ? _group : _groups[place];

    /// <summary>
    /// What a book is asked about a line: the quantity that counts for a break, which is what its group buys; of a price kind that does not
    /// count, of the line itself. Where a list has breaks in another unit than the line is ordered in, each line and each purchase before
    /// counts by how its own product converts to that, and where it has breaks by value, at its own first price: so of the product alone,
    /// with what counts beside it.
    /// </summary>
    internal PriceQuestion QuestionOf(int line, LocalDate on)
    {
        var (asked, group) = (LineAt(line), GroupAt(line));
        var (own, product) = (asked.Quantity, asked.Product);
        var alone = new PriceQuestion(product, own, Subjects[line], on, _request.Currency, BeforeOf(line));
        if (IsOfItself(line))
            return alone;

        var (same, lines) = group.Of(product, own.Unit);
        if (!group.HasOthersThan(product, own.Unit))
            return same == 0m ? alone : alone.With(new Quantity(same, own.Unit));
        if (!_rules.Prices.CountsInOther(alone))
            return group.In(own.Unit).Sum.Amount is var sum && sum == 0m ? alone : alone.With(new Quantity(sum, own.Unit));

        // Of free goods nothing is in the group: they are priced at the step that the group reaches.
        var priced = same == 0m ? own : new Quantity(same, own.Unit);
        return new PriceQuestion(
            product, priced, Subjects[line], on, _request.Currency, alone.Earlier,
            new CountedBeside(group, product, priced, lines));
    }

    /// <summary>The lines of the group of a line that do not convert to the unit of a break, and so do not count for it.</summary>
    internal int[] NotCountedFor(int line, UnitOfMeasure unit) =>
        MixedGroupOf(line)?.In(unit).Others ?? [];

    /// <summary>The lines of the group of a line that have no first price in the list of a break by value, and so do not count.</summary>
    internal int[] NotCountedFor(int line, in ValueScale scale) =>
        MixedGroupOf(line)?.In(scale).Others ?? [];

    /// <summary>The group of a line, where lines of other products or units are in it; null else.</summary>
    private CountedGroup? MixedGroupOf(int line) =>
        IsOfItself(line) || !GroupAt(line).HasOthersThan(_request.Lines[line].Product, _request.Lines[line].Quantity.Unit) ? null
            : GroupAt(line);

    /// <summary>Whether two lines count together for a break.</summary>
    internal bool CountTogether(int one, int other) => _counts[one] && _counts[other] && ReferenceEquals(_groups[one], _groups[other]);

    /// <summary>Whether what a line costs does not look at others.</summary>
    internal bool IsOfItself(int line) =>
        !_counts[line] && !_request.Lines[line].IsReturn && Subjects[line].PriceKind != PriceKind.Free;

    /// <summary>What was bought before and counts with a line, where the list declares that; null where nothing is known of it.</summary>
    private EarlierCount? BeforeOf(int line)
    {
        if (IsOfItself(line))
            return null;

        if (!_before.TryGetValue(_keys[line], out var found))
            _before.Add(_keys[line], found = EarlierCount.Of(_rules.Prices, _request.Date, EarlierOf(_keys[line].Mix, line)));

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

        // What is bought before of the very product of a line has its category.
        if (purchase.Category is { } category || _categories.TryGetValue(purchase.Product, out category))
            subject = subject.With(category);

        return purchase.PriceKind is { } kind ? subject.With(kind) : subject;
    }
}
