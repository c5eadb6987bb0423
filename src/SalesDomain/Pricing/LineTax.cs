using System;
using Ardalis.GuardClauses;
using SalesDomain.Internal;

namespace SalesDomain.Pricing;

/// <summary>The tax of one line, split off the line and not off the unit: net + tax = gross, to the cent.</summary>
/// <remarks>
/// <para>
/// From net: net = round(amount), tax = round(net × rate), gross = net + tax. From gross: gross = round(amount),
/// net = round(gross ÷ (1 + rate)), tax = gross − net. Splitting the unit first would lose: 9.99 ÷ 1.13 is 8.84 a piece, and 8,840.00 for
/// 1,000; the line is 9,990.00 ÷ 1.13 = 8,840.71.
/// </para>
/// <para>A negative amount, a return, is the mirror image of the positive one. Equality is by amount, rate, basis and rounding.</para>
/// </remarks>
public sealed class LineTax : IEquatable<LineTax>
{
    private readonly TaxSteps _steps;

    private LineTax(TaxBasis basis, Money amount, Percentage rate, Rounding rounding)
    {
        Basis = basis;
        Amount = amount;
        Rate = rate;
        Rounding = rounding;
        _steps = Rule();
    }

    /// <summary>Whether the amount had the tax in it.</summary>
    public TaxBasis Basis { get; }

    /// <summary>The amount of the line it was split from, as given: exact, not rounded before.</summary>
    public Money Amount { get; }

    /// <summary>The tax in percent of the net amount.</summary>
    public Percentage Rate { get; }

    /// <summary>How amounts are rounded.</summary>
    public Rounding Rounding { get; }

    /// <summary>The amount without tax.</summary>
    public Money Net => _steps.Net;

    /// <summary>The tax.</summary>
    public Money Tax => _steps.Tax;

    /// <summary>The amount with tax.</summary>
    public Money Gross => _steps.Gross;

    /// <summary>Whether both are equal.</summary>
    /// <param name="left">A split.</param>
    /// <param name="right">Another.</param>
    /// <returns>True when both are null, or equal.</returns>
    public static bool operator ==(LineTax? left, LineTax? right) => left is null ? right is null : left.Equals(right);

    /// <summary>Whether the two differ.</summary>
    /// <param name="left">A split.</param>
    /// <param name="right">Another.</param>
    /// <returns>The opposite of <c>==</c>.</returns>
    public static bool operator !=(LineTax? left, LineTax? right) => !(left == right);

    /// <summary>The tax on an amount without tax.</summary>
    /// <param name="net">The amount of the line, of any sign.</param>
    /// <param name="rate">The tax in percent of it, zero or more.</param>
    /// <param name="rounding">How amounts are rounded.</param>
    /// <returns>Net, tax and gross.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The rounding needs a minor unit, and the currency has none.</exception>
    public static LineTax OnNet(Money net, Percentage rate, Rounding rounding) => Of(TaxBasis.WithoutTax, net, rate, rounding);

    /// <summary>The tax in an amount with tax.</summary>
    /// <param name="gross">The amount of the line, of any sign.</param>
    /// <param name="rate">The tax in percent of the net amount, zero or more.</param>
    /// <param name="rounding">How amounts are rounded.</param>
    /// <returns>Net, tax and gross.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException"><paramref name="rate"/> is negative.</exception>
    /// <exception cref="InvalidOperationException">The rounding needs a minor unit, and the currency has none.</exception>
    public static LineTax InGross(Money gross, Percentage rate, Rounding rounding) => Of(TaxBasis.WithTax, gross, rate, rounding);

    /// <summary>The tax of an amount with the basis it has: that of a resolved price.</summary>
    /// <param name="basis">Whether the amount has the tax in it.</param>
    /// <param name="amount">The amount of the line, of any sign.</param>
    /// <param name="rate">The tax in percent of the net amount, zero or more.</param>
    /// <param name="rounding">How amounts are rounded.</param>
    /// <returns>Net, tax and gross.</returns>
    /// <exception cref="ArgumentNullException"><paramref name="rounding"/> is null.</exception>
    /// <exception cref="ArgumentOutOfRangeException">
    /// <paramref name="rate"/> is negative, or <paramref name="basis"/> not defined.
    /// </exception>
    /// <exception cref="InvalidOperationException">The rounding needs a minor unit, and the currency has none.</exception>
    public static LineTax Of(TaxBasis basis, Money amount, Percentage rate, Rounding rounding)
    {
        Guard.Against.Undefined(basis);
        Guard.Against.Below(0m, rate.Fraction, nameof(rate));
        return new LineTax(basis, amount, rate, Guard.Against.Null(rounding));
    }

    /// <summary>How net, tax and gross came about.</summary>
    /// <returns>The explanation of what was asked for: of the gross amount on net, of the tax in gross.</returns>
    public Explanation Explain()
    {
        var rounding = Operation.Round(_steps.Rounding);
        var given = Explanation.Node("rounded", _steps.Given, rounding, Explanation.Fact("amount", Amount));
        return Basis == TaxBasis.WithTax
            ? Explanation.Node(
                "tax", Tax, Operation.Difference, given,
                Explanation.Node(
                    "net", Net, rounding,
                    Explanation.Node(
                        "÷ (1 + rate)", _steps.Exact, Operation.Ratio, given, Explanation.Constant("1 + rate", _steps.Factor))))
            : Explanation.Node(
                "gross", Gross, Operation.Sum, given,
                Explanation.Node(
                    "tax", Tax, rounding,
                    Explanation.Node("net × rate", _steps.Exact, Operation.Product, given, Explanation.Constant("rate", Rate))));
    }

    /// <summary>The net amount from the amount of the line, of which the explanation is given, and that of the rate.</summary>
    internal Explanation ExplainNet(Explanation amount, Explanation rate)
    {
        var rounding = Operation.Round(_steps.Rounding);
        return Basis == TaxBasis.WithoutTax ? Explanation.Node("net", Net, rounding, amount)
            : Explanation.Node(
                "net", Net, rounding,
                Explanation.Node(
                    "÷ (1 + rate)", _steps.Exact, Operation.Ratio, Explanation.Node("rounded", _steps.Given, rounding, amount),
                    Explanation.Node("1 + rate", _steps.Factor, Operation.Sum, Explanation.Constant("1", Percentage.OneHundred), rate)));
    }

    /// <summary>The tax from the net amount, or from what has it in it.</summary>
    internal Explanation ExplainTax(Explanation rate)
    {
        var net = Explanation.Fact("net", Net);
        return Basis == TaxBasis.WithTax
            ? Explanation.Node("tax", Tax, Operation.Difference, Explanation.Fact("with tax", _steps.Given), net)
            : Explanation.Node(
                "tax", Tax, Operation.Round(_steps.Rounding),
                Explanation.Node("net × rate", _steps.Exact, Operation.Product, net, rate));
    }

    /// <summary>Whether the other splits the same amount in the same way.</summary>
    /// <param name="other">The split to compare with.</param>
    /// <returns>Whether they are equal.</returns>
    public bool Equals(LineTax? other) =>
        other is not null && Basis == other.Basis && Amount == other.Amount && Rate == other.Rate && Rounding == other.Rounding;

    /// <inheritdoc/>
    public override bool Equals(object? obj) => Equals(obj as LineTax);

    /// <inheritdoc/>
    public override int GetHashCode() =>
        Hash.Combine((int)Basis, Amount.GetHashCode(), Rate.GetHashCode(), Rounding.GetHashCode());

    /// <summary>All three: <c>CNY 8840.71 + 13% CNY 1149.29 = CNY 9990.00</c>.</summary>
    /// <returns>The text, the same in every culture.</returns>
    public override string ToString() => Net + " + " + Rate + " " + Tax + " = " + Gross;

    private TaxSteps Rule()
    {
        var rounding = Rounding.For(Amount.Amount);
        var factor = Percentage.OneHundred + Rate;
        var given = Amount.Round(rounding);
        if (Basis == TaxBasis.WithTax)
        {
            var exactNet = given / factor;
            var net = exactNet.Round(rounding);
            return new TaxSteps(rounding, factor, given, exactNet, net, given - net, given);
        }

        var exactTax = given * Rate;
        var tax = exactTax.Round(rounding);
        return new TaxSteps(rounding, factor, given, exactTax, given, tax, given + tax);
    }
}
