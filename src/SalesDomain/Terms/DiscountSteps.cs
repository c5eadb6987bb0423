using SalesDomain.Internal;
using static SalesDomain.Explanation;

namespace SalesDomain.Terms;

/// <summary>What of an invoice is to be paid when a discount is taken on all of it: the price of settling it.</summary>
internal readonly struct DiscountSteps
{
    private const decimal FitsTwice = 10_000_000_000m;

    private readonly PayableInvoice _invoice;
    private readonly TaxBasis _basis;
    private readonly Money _withTax;
    private readonly Money _taxOfBase;
    private readonly Money _base;
    private readonly Money _off;
    private readonly decimal _ofPayment;
    private readonly decimal _ofDebt;

    internal DiscountSteps(PayableInvoice invoice, TaxBasis basis, Percentage rate)
    {
        _invoice = invoice;
        _basis = basis;
        Rate = rate;
        Owed = invoice.Owed;
        _withTax = Owed - invoice.Excluded;
        _taxOfBase = invoice.Tax - invoice.ExcludedTax - invoice.ReturnedTax;
        _base = basis == TaxBasis.WithTax ? _withTax : _withTax - _taxOfBase;
        _off = _base * rate;
        ToPay = Owed - _off;
        _ofPayment = Owed.Amount / ToPay.Amount;
        _ofDebt = ToPay.Amount / Owed.Amount;
    }

    internal Percentage Rate { get; }

    internal Money Owed { get; }

    internal Money ToPay { get; }

    /// <summary>Whether there is nothing off: a payment then settles itself, and no rounding comes between.</summary>
    internal bool IsNothingOff => ToPay == Owed;

    /// <summary>The debt that a payment settles, exact.</summary>
    internal Money Settles(Money payment) => payment.With(Part(payment.Amount, Owed.Amount, ToPay.Amount));

    /// <summary>The payment that a debt takes, exact.</summary>
    internal Money Takes(Money debt) => debt.With(Part(debt.Amount, ToPay.Amount, Owed.Amount));

    internal Explanation ExplainSettled(Money exact, Explanation payment) =>
        Node(
            "settled by the payment", exact, Operation.Product, payment,
            Node("invoice value settled by 1 paid", _ofPayment, Operation.Ratio, ExplainOwed(), ExplainToPay()));

    internal Explanation ExplainTaken(string name, Money exact, Explanation debt) =>
        Node(
            name, exact, Operation.Product, debt,
            Node("payment for 1 of invoice value", _ofDebt, Operation.Ratio, ExplainToPay(), ExplainOwed()));

    internal Explanation ExplainOwed() =>
        Node("owed", Owed, Operation.Difference, Fact("invoice", _invoice.Amount), Fact("returned", _invoice.Returned));

    internal Explanation ExplainToPay(string name = "to pay for all of it") =>
        Node(
            name, ToPay, Operation.Difference, ExplainOwed(),
            Node("discount on all of it", _off, Operation.Product, ExplainBase(), Constant("discount", Rate)));

    // amount × part ÷ whole, with one division; of amounts whose product a decimal would not hold, in whole numbers.
    private static decimal Part(decimal amount, decimal part, decimal whole) =>
        amount < FitsTwice && part < FitsTwice ? amount * part / whole
            : DecimalMath.Quotient(
                DecimalMath.ToInteger(amount, DecimalMath.MostDigits) * DecimalMath.ToInteger(part, DecimalMath.MostDigits),
                DecimalMath.ToInteger(whole, DecimalMath.MostDigits) * DecimalMath.ToInteger(1m, DecimalMath.MostDigits));

    private Explanation ExplainBase()
    {
        var withTax = Node("discountable, with tax", _withTax, Operation.Difference, ExplainOwed(), Fact("excluded", _invoice.Excluded));
        return _basis == TaxBasis.WithTax ? withTax
            : Node(
                "discountable, without tax", _base, Operation.Difference, withTax,
                Node(
                    "tax of it", _taxOfBase, Operation.Difference, Fact("tax", _invoice.Tax),
                    Fact("tax of what is excluded", _invoice.ExcludedTax), Fact("tax of what was returned", _invoice.ReturnedTax)));
    }
}
