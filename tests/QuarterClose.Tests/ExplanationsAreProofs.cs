using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using Xunit;

namespace QuarterClose.Tests;

public sealed class ExplanationsAreProofs
{
    public static TheoryData<string> TheNine => [.. Northwind.Closed.People.Select(line => line.Person.Id.Code)];

    [Theory]
    [MemberData(nameof(TheNine))]
    public void Every_commission_verifies_down_to_its_order_lines(string id)
    {
        var proof = Proof.Of(Northwind.Closed, id, Detail.Lines);

        Assert.Empty(proof.Discrepancies);
        Assert.Empty(proof.Shown.Verify());
        Assert.Equal((Figure)Northwind.Employee(id).Commission.Amount!.Value, proof.Shown.Value);
    }

    [Theory]
    [MemberData(nameof(TheNine))]
    public void The_program_says_so(string id)
    {
        var outcome = Outcome.Of("--explain", id);

        Assert.Equal(Program.Success, outcome.ExitCode);
        Assert.EndsWith("\nverified\n", outcome.Output);
    }

    // Verified is more than what is shown: the plan and the weights too, from the lines of 1997. 241 lines in 92 orders made the plan,
    // 1,059 in 408 the weights and 36 in 12 the revenue of employee 5. A line has three computed figures, an order one; then there are 11
    // revenues and 6 figures above them.
    [Fact]
    public void Nothing_but_facts_and_constants_is_left_unproven()
    {
        var proof = Proof.Of(Northwind.Closed, "5", Detail.Total);
        var orders = 92 + 408 + 12;

        Assert.Equal((3 * (241 + 1_059 + 36)) + orders + 11 + 6, proof.FiguresVerified);
    }

    [Fact]
    public void What_is_shown_goes_as_deep_as_asked()
    {
        Assert.DoesNotContain("unit price", Outcome.Of("--explain", "5").Output);
        Assert.Contains("unit price", Outcome.Of("--explain", "5", "--lines").Output);
    }

    [Theory]
    [InlineData(false, "NOT verified\n")]
    [InlineData(true, "\"verified\": false")]
    public void A_tampered_one_is_named_and_does_not_exit_as_if_all_were_well(bool json, string verdict)
    {
        var person = Northwind.Employee("5");
        var genuine = person.Commission.Explain(Detail.Orders, Detail.Total);
        var tampered = Explanation.Node("commission", new Money(985.34m, Currency.USD), genuine.Operation!, [.. genuine.Children]);

        var (page, exitCode) = Program.Report(Northwind.Closed, new Proof(person, tampered, tampered), json);

        Assert.Equal(Program.NotVerified, exitCode);
        Assert.Contains("commission: round minor-unit half-away gives USD 985.33, stated is USD 985.34", page);
        Assert.Contains(verdict, page);
    }
}
