using System.Linq;
using NodaTime;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Commissions;
using Xunit;

namespace QuarterClose.Tests;

public sealed class MonthsAndTrueUpsAreTheYear
{
    public static TheoryData<string> TheNine => [.. Northwind.Paid.People.Select(person => person.Person.Id.Code)];

    [Theory]
    [MemberData(nameof(TheNine))]
    public void For_everybody_by_runs_and_by_quarters(string id)
    {
        var person = Northwind.PaidPerson(id);
        var (balances, proof) = (person.Balances, Northwind.Paid.ProofOf(person));

        Assert.Equal(12 + 4, person.Runs.Count);
        Assert.Equal(balances.Paid, Sum([.. person.Runs.Select(run => run.Settled.Paid)]));
        Assert.Equal(balances.Paid, balances.Earned + balances.DrawOwed + balances.Debit);
        Assert.Equal(
            balances.Earned - balances.Total(CommissionEntryKind.ClawedBack), Sum([.. person.TrueUps.Select(run => run.Result.Earned)]));
        Assert.All(proof.Parts, part => Assert.Empty(part.Discrepancies));
        Assert.All(proof.Parts, part => Assert.Equal((Figure)balances.Paid, part.Shown.Value));
    }

    [Theory]
    [MemberData(nameof(TheNine))]
    public void Every_statement_verifies_down_to_its_order_lines(string id) =>
        Assert.All(
            Northwind.PaidPerson(id).Runs,
            run =>
            {
                var proof = new StatementProof(run, Detail.Lines);
                Assert.True(proof.IsVerified);
                Assert.Equal((Figure)run.Settled.Paid, proof.Paid.Shown.Value);
            });

    [Theory]
    [MemberData(nameof(TheNine))]
    public void A_run_made_again_pays_nothing(string id)
    {
        var person = Northwind.PaidPerson(id);
        var last = person.Runs[^1];
        var again = last.Settled.Account.Settle(last.Result.ToEarnings(byCredit: true), last.Settled.Run, person.Rules);

        Assert.Empty(again.Entries);
        Assert.True(again.Paid.IsZero);
    }

    // Its statement is that of a payout period: of a quarter's last month it holds the true-up as well.
    [Theory]
    [MemberData(nameof(TheNine))]
    public void The_statement_of_the_account_says_the_same_of_every_month(string id)
    {
        var person = Northwind.PaidPerson(id);
        foreach (var month in person.Runs.GroupBy(run => run.Run.Month))
        {
            var statement = person.Account.Statement(month.Key.Span);
            Assert.Equal(month.First().Opening, statement.Opening);
            Assert.Equal(month.Last().Closing, statement.Closing);
            Assert.Equal(Sum([.. month.Select(run => run.Settled.Paid)]), statement.Paid);
            Assert.Equal(Sum([.. month.Select(run => run.Settled.Earned)]), statement.Earned + statement.Corrected);
            Assert.Equal(month.Sum(run => run.Settled.Entries.Count), statement.Entries.Count);
            Assert.Empty(statement.Explain().Verify());
        }
    }

    [Fact]
    public void A_line_at_more_than_one_rate_is_told_rate_by_rate()
    {
        var runs = Northwind.Paid.People.SelectMany(person => person.Runs).ToArray();
        Assert.Contains(runs, run => run.Tiered.Any());
        foreach (var run in runs)
        {
            Assert.Equal(run.Settled.Paid, run.Statement.Paid);
            foreach (var (entry, portions) in run.Tiered)
            {
                Assert.True(portions.Count > 1);
                Assert.Equal(run.FactOf(entry.Line!.Value)!.NetAmount, Sum([.. portions.Select(portion => portion.Base)]));
            }
        }
    }

    [Fact]
    public void A_tampered_run_is_named_and_does_not_exit_as_if_all_were_well()
    {
        var person = Northwind.PaidPerson("7");
        var genuine = person.ExplainByRuns(inDetail: false);
        var tampered = Explanation.Node(genuine.Name, new Money(2_393.93m, Currency.USD), genuine.Operation!, [.. genuine.Children]);
        var proof = new PayProof(person) { ByRuns = new Proven(tampered, tampered) };

        var (page, exitCode) = Program.Report(Northwind.Paid, proof, json: false);

        Assert.Equal(Program.NotVerified, exitCode);
        Assert.Contains("paid in the year: sum gives USD 2393.92, stated is USD 2393.93", page);
        Assert.Contains("NOT verified\n", page);
        Assert.Equal(Program.NotVerified, Program.Report(Northwind.Paid, proof, json: true).ExitCode);
    }

    [Fact]
    public void The_program_says_so_of_a_statement_with_its_lines_too()
    {
        var outcome = Outcome.Of("--commissions", "1997-Q2", "--explain", "3", "--lines");

        Assert.Equal(Program.Success, outcome.ExitCode);
        Assert.EndsWith("\nverified\n", outcome.Output);
        Assert.DoesNotContain("NOT", outcome.Output);
        Assert.Contains("return RT-1/1 of 10540/3", outcome.Output);
        Assert.Contains("accelerator by line", outcome.Output);
    }

    [Fact]
    public void The_order_of_the_facts_does_not_matter()
    {
        var data = Northwind.Data with { Sales = [.. Northwind.Data.Sales.Reverse()] };
        var reversed = PaidYear.Of(PayTerms.Of1997, data, Northwind.Year, [.. Northwind.Paid.Returns.Reverse()]);

        Assert.Equal(Output.PayJson.Of(Northwind.Paid), Output.PayJson.Of(reversed));
    }

    [Fact]
    public void Who_was_hired_last_has_the_draw_and_never_owes_more_than_its_ceiling()
    {
        Assert.Equal(("9", new LocalDate(1994, 11, 15)), (Northwind.Paid.NewestHire!.Id.Code, Northwind.Paid.NewestHire.HiredOn));
        foreach (var person in Northwind.Paid.People)
        {
            var owed = person.Runs.Select(run => run.Closing.DrawOwed.Amount).ToArray();
            Assert.Equal(person.Person == Northwind.Paid.NewestHire ? 300m : 0m, owed.Max());
        }
    }

    private static Money Sum(params Money[] amounts) => Money.Sum(Currency.USD, amounts);
}
