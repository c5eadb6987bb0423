namespace SalesDomain.Quotas;

/// <summary>The figures of a ramped period.</summary>
internal sealed class RampSteps
{
    private readonly (Percentage Share, int Days)[] _shares;

    internal RampSteps(decimal full, (Percentage Share, int Days)[] shares, int days)
    {
        _shares = shares;
        for (var i = 0; i < shares.Length; i++)
            FullDays += Of(i);

        // Multiplied first, divided last.
        Times = full * FullDays;
        Exact = days == 0 || FullDays == days ? full : Times / days;
    }

    internal decimal FullDays { get; }

    internal decimal Times { get; }

    internal decimal Exact { get; }

    internal decimal Of(int slice) => _shares[slice].Share.Fraction * _shares[slice].Days;
}
