namespace SalesDomain.Rebates;

/// <summary>What is granted of one sale, and what of it came back.</summary>
internal sealed class GrantedSale
{
    private readonly Quantity _units;
    private readonly Money _amount;
    private Quantity _keptBySale;
    private Quantity _standingUnits;
    private Money _standing;

    internal GrantedSale(Quantity sold, Quantity units, Money amount)
    {
        _keptBySale = sold;
        _units = units;
        _amount = amount;
        _standingUnits = units;
        _standing = amount;
    }

    /// <summary>What stands after some came back, the units that were not granted first.</summary>
    internal TakenBackSteps TakeBack(Quantity returned, Rounding rounding)
    {
        var none = Quantity.Zero(_units.Unit);
        _keptBySale += returned;
        var smaller = _keptBySale < _units ? _keptBySale : _units;
        var kept = smaller < none ? none : smaller;
        var product = _amount * kept.Amount;
        var exact = product / _units.Amount;
        var stands = kept == _units ? _amount : exact.Round(rounding);
        var steps = new TakenBackSteps(
            _units, _amount, kept, product, exact, stands, _standing, kept - _standingUnits, stands - _standing);
        _standingUnits = kept;
        _standing = stands;
        return steps;
    }
}
