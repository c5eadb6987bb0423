namespace SalesDomain.Organization;

/// <summary>Adds up the orders of visits: a sum is known only where that of each is.</summary>
internal sealed class VisitOrders
{
    private int _orders;
    private int _withLines;
    private int _withValue;
    private long _lines;
    private Money _value;
    private bool _isMixed;

    /// <summary>The lines of all orders; null where those of one are not known.</summary>
    internal long? Lines => _withLines == _orders ? _lines : null;

    /// <summary>The value of all orders; null where there is none, where that of one is not known, and of several currencies.</summary>
    internal Money? Value => _orders > 0 && _withValue == _orders && !_isMixed ? _value : null;

    internal void Add(Visit visit)
    {
        if (!visit.OrderTaken)
            return;

        _orders++;
        if (visit.OrderLines is { } lines)
        {
            _withLines++;
            _lines += lines;
        }

        if (visit.OrderValue is { } value)
            AddValue(value, 1);
    }

    internal void Add(VisitOrders other)
    {
        _orders += other._orders;
        _withLines += other._withLines;
        _lines += other._lines;
        _isMixed |= other._isMixed;
        if (other._withValue > 0)
            AddValue(other._value, other._withValue);
    }

    private void AddValue(Money value, int orders)
    {
        _isMixed |= _withValue > 0 && _value.Currency != value.Currency;
        if (!_isMixed)
            _value = _withValue == 0 ? value : _value + value;
        _withValue += orders;
    }
}
