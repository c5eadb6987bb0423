namespace SalesDomain.Internal;

/// <summary>
/// The numbers of a subject's codes, one for each dimension; unknown at first. On the stack, where an array would be on the heap.
/// </summary>
internal struct CodeNumbers
{
    internal const int Unknown = -2;

    // Each is two more than the number, so that zero, the default, stands for unknown.
    private int _customer;
    private int _group;
    private int _class;
    private int _product;
    private int _category;
    private int _channel;
    private int _territory;
    private int _priceKind;

    internal int this[int dimension]
    {
        readonly get => Unknown + dimension switch
        {
            0 => _customer,
            1 => _group,
            2 => _class,
            3 => _product,
            4 => _category,
            5 => _channel,
            6 => _territory,
            _ => _priceKind,
        };
        set
        {
            var kept = value - Unknown;
            switch (dimension)
            {
                case 0: _customer = kept; break;
                case 1: _group = kept; break;
                case 2: _class = kept; break;
                case 3: _product = kept; break;
                case 4: _category = kept; break;
                case 5: _channel = kept; break;
                case 6: _territory = kept; break;
                default: _priceKind = kept; break;
            }
        }
    }
}
