using static SalesDomain.Explanation;

namespace SalesDomain.Pricing;

/// <summary>A line that costs another amount as it was asked for than it is quoted at, since a floor holds it or another line.</summary>
/// <remarks>Part of a <see cref="FloorRelease"/>; equality is by reference.</remarks>
public sealed class FloorReleaseLine
{
    // As finely as an approval states a percentage: of 80.00 for 90.00 it has to grant 11.1112 %.
    private static readonly Rounding s_granted = Rounding.ToDigits(4, RoundingMode.Up);

    private readonly Percentage _netOfFloor;
    private readonly Percentage _exactly;

    internal FloorReleaseLine(DiscountedLine asQuoted, DiscountedLine asAsked)
    {
        AsQuoted = asQuoted;
        AsAsked = asAsked;
        Difference = asQuoted.Net - asAsked.Net;
        if (!IsHeld(asQuoted, asAsked.Net))
            return;

        // Held at more than nothing: the floor is not zero.
        _netOfFloor = Percentage.Ratio(asAsked.Net, asAsked.Line.FloorAmount!.Value)!.Value;
        _exactly = _netOfFloor.Complement();
        BelowFloor = _exactly.Round(s_granted);
    }

    /// <summary>The line as it is quoted, held at floors.</summary>
    public DiscountedLine AsQuoted { get; }

    /// <summary>The line as it was asked for, with no floor on any line.</summary>
    public DiscountedLine AsAsked { get; }

    /// <summary>
    /// What the customer pays more than he asked for: net as quoted less net as asked, in the tax basis of the quotation. Negative of a
    /// line that takes what a floor refused another one.
    /// </summary>
    public Money Difference { get; }

    /// <summary>
    /// How far below its floor an approval has to let the line go: 1 − net as asked ÷ floor, rounded up to a ten-thousandth of a percent,
    /// since the lowered floor is itself rounded up to the cent. Zero where it is not its own floor that holds the line.
    /// </summary>
    public Percentage BelowFloor { get; }

    /// <summary>Both nets, and how far below: <c>line 1: quoted CNY 800.00, asked CNY 700.00, 12.5% below its floor</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() =>
        AsQuoted.Name + ": quoted " + AsQuoted.Net + ", asked " + AsAsked.Net
        + (BelowFloor.IsZero ? "" : ", " + BelowFloor + " below its floor");

    internal Explanation StateBelowFloor() => Fact(BelowFloorName, BelowFloor);

    internal Explanation ExplainBelowFloor(CountedOnce counted) =>
        Node(
            BelowFloorName, BelowFloor, Operation.Round(s_granted),
            Node(
                AsQuoted.Name + " below its floor", _exactly, Operation.Difference, Constant("whole", Percentage.OneHundred),
                Node("net ÷ floor", _netOfFloor, Operation.Ratio, AsAsked.Explain(counted), AsAsked.ExplainWholeFloor())));

    private string BelowFloorName => AsQuoted.Name + " below its floor, as granted";

    // A list price below the floor is no lower for it, so that nothing has to be released for the list price itself.
    private static bool IsHeld(DiscountedLine asQuoted, Money asked) =>
        asked.Amount < asQuoted.LeastAmount && asked < asQuoted.ListAmount;
}
