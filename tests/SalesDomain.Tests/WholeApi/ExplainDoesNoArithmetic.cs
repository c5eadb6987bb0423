using System.Collections.Generic;
using System.Linq;
using SalesDomain.Tests.WholeApi.SampleRule;
using Xunit;

namespace SalesDomain.Tests.WholeApi;

public sealed class ExplainDoesNoArithmetic
{
    [Fact]
    public void No_explanation_in_the_library_computes() => Faults.MustBeNone(ExplainArithmetic.FaultsIn(IlCode.Library));

    [Fact]
    public void A_rule_in_the_right_shape_passes_and_its_explanation_verifies()
    {
        Assert.Equal([nameof(SampleCommissionResult)], ExplainArithmetic.TypesIn(IlCode.Tests, typeof(SampleCommission).Namespace!));
        Faults.MustBeNone(ExplainArithmetic.FaultsIn(IlCode.Tests, typeof(SampleCommission).Namespace!));

        var result = SampleCommission.InDollars.Evaluate(new Money(1600m, Currency.USD), new Money(99.5m, Currency.USD));
        Assert.Equal(new Money(63.03m, Currency.USD), result.Commission);
        var explanation = result.Explain();
        Assert.Equal(result.Commission, explanation.Value);
        Assert.Empty(explanation.Verify());
    }

    [Fact]
    public void Loops_lambdas_and_operations_are_no_arithmetic()
    {
        Assert.Contains(nameof(Listing), ExplainArithmetic.TypesIn(IlCode.Tests, nameof(ExplainDoesNoArithmetic)));
        Faults.MustBeNone(ExplainArithmetic.FaultsIn(IlCode.Tests, nameof(Listing)));
    }

    [Theory]
    [InlineData(nameof(AnOperator), "Money.op_Subtraction")]
    [InlineData(nameof(ADecimalOperator), "Decimal.op_Multiply")]
    [InlineData(nameof(AnInteger), "add.ovf")]
    [InlineData(nameof(ACallOfDecimal), "Decimal.Add")]
    [InlineData(nameof(ARounding), "Money.Round")]
    [InlineData(nameof(ARoundingOfANumber), "Rounding.Round")]
    [InlineData(nameof(ASum), "Money.Sum")]
    [InlineData(nameof(ASumOfLinq), "Enumerable.Sum")]
    [InlineData(nameof(AShare), "Percentage.Of")]
    [InlineData(nameof(ATier), "TieredRate.Graduated")]
    [InlineData(nameof(ALambda), "Money.op_UnaryNegation")]
    [InlineData(nameof(ALocalFunction), "Money.op_Division")]
    [InlineData(nameof(AnIterator), "Money.op_Addition")]
    [InlineData(nameof(AHelper), "Money.op_Addition in Total")]
    [InlineData(nameof(AProperty), "Money.op_Subtraction in get_Basis")]
    [InlineData(nameof(AnInterface), "Money.op_UnaryNegation")]
    public void The_check_finds_arithmetic_wherever_it_hides(string type, string operation) =>
        Assert.Equal(
            [type + ".Explain: " + operation],
            ExplainArithmetic.FaultsIn(IlCode.Tests, nameof(ExplainDoesNoArithmetic) + "/" + type)
                .Where(fault => fault.StartsWith(type + ".", System.StringComparison.Ordinal)));

#pragma warning disable // What follows is written to break the rules.
    private sealed class Listing
    {
        private readonly Money[] _lines = [];
        private readonly List<Money> _more = [];

        public Explanation Explain()
        {
            var children = new List<Explanation>();
            foreach (var line in _lines)
                children.Add(Explanation.Fact("line", line));
            foreach (var line in _more)
                children.Add(Explanation.Fact("line", line));
            children.AddRange(_more.Select((line, i) => Explanation.Fact("line " + i, line)));
            return Explanation.Node("sum", Total, Operation.Max, Explanation.Node("sum", Total, Operation.Sum, [.. children]));
        }

        private Money Total { get; }
    }

    private sealed class AnOperator(Money revenue, Money returns)
    {
        public Explanation Explain() => Explanation.Fact("basis", revenue - returns);
    }

    private sealed class ADecimalOperator(decimal revenue)
    {
        public Explanation Explain() => Explanation.Fact("basis", revenue * 2m);
    }

    private sealed class AnInteger(int count)
    {
        public Explanation Explain() => Explanation.FactSum("basis", 1m, count + 1);
    }

    private sealed class ACallOfDecimal(decimal revenue)
    {
        public Explanation Explain() => Explanation.Fact("basis", decimal.Add(revenue, 1m));
    }

    private sealed class ARounding(Money revenue)
    {
        public Explanation Explain() => Explanation.Fact("basis", revenue.Round(Rounding.Commercial));
    }

    private sealed class ARoundingOfANumber(decimal revenue)
    {
        public Explanation Explain() => Explanation.Fact("basis", Rounding.Commercial.Round(revenue));
    }

    private sealed class ASum(Money[] lines)
    {
        public Explanation Explain() => Explanation.Fact("basis", Money.Sum(Currency.USD, lines));
    }

    private sealed class ASumOfLinq(decimal[] lines)
    {
        public Explanation Explain() => Explanation.Fact("basis", lines.Sum());
    }

    private sealed class AShare(Money revenue)
    {
        public Explanation Explain() => Explanation.Fact("basis", Percentage.OneHundred.Of(revenue));
    }

    private sealed class ATier(TieredRate tiers, Money revenue)
    {
        public Explanation Explain() =>
            Explanation.Node("basis", tiers.Graduated(revenue), Operation.Graduated(tiers), Explanation.Fact("revenue", revenue));
    }

    private sealed class ALambda(Money[] lines)
    {
        public Explanation Explain() =>
            Explanation.Node("basis", 0m, Operation.Sum, lines.Select(line => Explanation.Fact("line", -line)).ToArray());
    }

    private sealed class ALocalFunction(Money revenue)
    {
        public Explanation Explain()
        {
            return Explanation.Fact("half", Half());

            Money Half() => revenue / 2m;
        }
    }

    private sealed class AnIterator(Money[] lines)
    {
        public IEnumerable<Explanation> Explain()
        {
            foreach (var line in lines)
                yield return Explanation.Fact("line", line + line);
        }
    }

    private sealed class AHelper(Money left, Money right)
    {
        public Explanation Explain() => Explanation.Fact("basis", Total());

        private Money Total() => left + right;
    }

    private sealed class AProperty(Money left, Money right)
    {
        public Money Basis => left - right;

        public Explanation Explain() => Explanation.Fact("basis", Basis);
    }

    private interface IExplained
    {
        Explanation Explain();
    }

    private sealed class AnInterface(Money revenue) : IExplained
    {
        Explanation IExplained.Explain() => Explanation.Fact("basis", -revenue);
    }
#pragma warning restore
}
