namespace SalesDomain;

/// <summary>Which neighbour a <see cref="Rounding"/> takes for a value between two multiples of its step.</summary>
public enum RoundingMode
{
    /// <summary>The nearer neighbour; a tie goes away from zero: 0.125 to 0.13, −0.125 to −0.13. The commercial rounding (四舍五入).</summary>
    HalfAwayFromZero,

    /// <summary>
    /// The nearer neighbour; a tie goes to the even multiple: 0.125 to 0.12, 0.135 to 0.14. Also called banker's rounding.
    /// </summary>
    HalfEven,

    /// <summary>Away from zero: 0.121 to 0.13, −0.121 to −0.13.</summary>
    Up,

    /// <summary>Toward zero: 0.129 to 0.12, −0.129 to −0.12.</summary>
    Down,

    /// <summary>Toward positive infinity: 0.121 to 0.13, −0.129 to −0.12.</summary>
    Ceiling,

    /// <summary>Toward negative infinity: 0.129 to 0.12, −0.121 to −0.13.</summary>
    Floor,
}
