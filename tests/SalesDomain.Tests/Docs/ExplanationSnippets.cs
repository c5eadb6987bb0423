using System;

namespace SalesDomain.Tests.Docs;

public static class ExplanationSnippets
{
    public static void ExplainedFurther()
    {
        #region ExplainedFurther
        var quota = Explanation.Node(
            "quota", new Money(660m, Currency.CNY), Operation.Product,
            Explanation.Fact("last year", new Money(600m, Currency.CNY)), Explanation.Constant("growth", 1.1m));
        var attainment = Explanation.Node(
            "attainment", Percentage.FromPercent(120), Operation.Ratio,
            Explanation.Fact("revenue", new Money(792m, Currency.CNY)), Explanation.Fact("quota", new Money(660m, Currency.CNY)));

        Console.Write(attainment.Expand(fact => fact.Name == "quota" ? quota : null));
        // attainment: 120%  [ratio]
        //   revenue: CNY 792.00  [fact]
        //   quota: CNY 660.00  [product]
        //     last year: CNY 600.00  [fact]
        //     growth: 1.1  [by the rule]
        #endregion
    }

    public static void AFigureThatExplainsItself()
    {
        #region AFigureThatExplainsItself
        var revenue = new Money(1_225_000m, Currency.CNY);
        var quota = new Money(1_141_000m, Currency.CNY);
        var rates = AttainmentRate.From(
            (Percentage.Zero, Percentage.FromPercent(1.5m)),
            (Percentage.OneHundred, Percentage.FromPercent(2.5m)));

        Money graduated = rates.Graduated(revenue, quota);
        Money commission = graduated.Round(Rounding.Commercial);

        Explanation explanation = Explanation.Node("commission", commission, Operation.Round(Rounding.Commercial),
            Explanation.Node("graduated", graduated, Operation.Graduated(rates),
                Explanation.Fact("revenue", revenue),
                Explanation.Fact("quota", quota)));

        Console.Write(explanation);
        // commission: CNY 19215.00  [round minor-unit half-away]
        //   graduated: CNY 19215.00  [graduated from 0%: 1.5%, from 100%: 2.5%]
        //     · CNY 1141000.00 at 1.5% = CNY 17115.00
        //     · CNY 84000.00 at 2.5% = CNY 2100.00
        //     revenue: CNY 1225000.00  [fact]
        //     quota: CNY 1141000.00  [fact]

        Console.WriteLine(explanation.IsVerified);  // True
        #endregion
    }

    public static void ATamperedFigureIsNamed()
    {
        #region ATamperedFigureIsNamed
        var commission = new Money(19_215m, Currency.CNY);
        var share = Percentage.FromPercent(30);

        Explanation explanation = Explanation.Node("paid", new Money(13_450.50m, Currency.CNY), Operation.Difference,
            Explanation.Fact("commission", commission),
            Explanation.Node("held back", new Money(5_764.60m, Currency.CNY), Operation.Product,
                Explanation.Fact("commission", commission),
                Explanation.Constant("share held back", share)));

        foreach (Discrepancy discrepancy in explanation.Verify())
            Console.WriteLine(discrepancy);
        // paid: difference gives CNY 13450.40, stated is CNY 13450.50
        // paid/held back: product gives CNY 5764.50, stated is CNY 5764.60
        #endregion
    }

    public static void TheShapeOfARule() =>
        _ = new GatedCommission(TieredRate.From(Currency.CNY, (0m, Percentage.Zero)), Percentage.OneHundred, Rounding.Commercial);

    public static void ARuleAtWork()
    {
        #region ARuleAtWork
        var tiers = TieredRate.From(Currency.CNY, (0m, Percentage.FromPercent(3)), (100_000m, Percentage.FromPercent(5)));
        var rule = new GatedCommission(tiers, gate: Percentage.FromPercent(80), Rounding.Commercial);

        GatedCommissionResult result = rule.Evaluate(
            revenue: new Money(131_250.55m, Currency.CNY),
            returns: new Money(1_250m, Currency.CNY));

        Console.WriteLine(result.Commission);  // CNY 3600.02
        Console.Write(result.Explain());
        // commission: CNY 3600.02  [round minor-unit half-away]
        //   after gate: CNY 3600.022  [product]
        //     graduated: CNY 4500.0275  [graduated from CNY 0.00: 3%, from CNY 100000.00: 5%]
        //       · CNY 100000.00 at 3% = CNY 3000.00
        //       · CNY 30000.55 at 5% = CNY 1500.0275
        //       basis: CNY 130000.55  [difference]
        //         revenue: CNY 131250.55  [fact]
        //         returns: CNY 1250.00  [fact]
        //     gate: 80%  [by the rule]
        #endregion
    }

    #region TheShapeOfARule
    public sealed class GatedCommission
    {
        private readonly TieredRate _tiers;
        private readonly Percentage _gate;
        private readonly Rounding _rounding;

        public GatedCommission(TieredRate tiers, Percentage gate, Rounding rounding)
        {
            _tiers = tiers ?? throw new ArgumentNullException(nameof(tiers));
            _gate = gate;
            _rounding = rounding ?? throw new ArgumentNullException(nameof(rounding));
        }

        internal TieredRate Tiers => _tiers;

        internal Percentage Gate => _gate;

        internal Rounding Rounding => _rounding;

        public GatedCommissionResult Evaluate(Money revenue, Money returns) => new(this, revenue, returns, Rule(revenue, returns));

        // The rule, as a finance person reads it: every intermediate figure has a name and is kept.
        private Steps Rule(Money revenue, Money returns)
        {
            var basis = revenue - returns;
            var graduated = _tiers.Graduated(basis);
            var gated = graduated * _gate;
            return new Steps(basis, graduated, gated, gated.Round(_rounding));
        }
    }

    internal readonly record struct Steps(Money Basis, Money Graduated, Money Gated, Money Commission);

    public sealed class GatedCommissionResult
    {
        private readonly GatedCommission _rule;
        private readonly Money _revenue;
        private readonly Money _returns;
        private readonly Steps _steps;

        internal GatedCommissionResult(GatedCommission rule, Money revenue, Money returns, Steps steps)
        {
            _rule = rule;
            _revenue = revenue;
            _returns = returns;
            _steps = steps;
        }

        public Money Commission => _steps.Commission;

        // No arithmetic: each node takes its value from the steps and states the operation said to give it.
        public Explanation Explain() =>
            Explanation.Node("commission", _steps.Commission, Operation.Round(_rule.Rounding),
                Explanation.Node("after gate", _steps.Gated, Operation.Product,
                    Explanation.Node("graduated", _steps.Graduated, Operation.Graduated(_rule.Tiers),
                        Explanation.Node("basis", _steps.Basis, Operation.Difference,
                            Explanation.Fact("revenue", _revenue),
                            Explanation.Fact("returns", _returns))),
                    Explanation.Constant("gate", _rule.Gate)));
    }
    #endregion
}
