using System.Linq;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Commissions;
using Xunit;

namespace QuarterClose.Tests;

public sealed class ReturnsAreTakenBackOnce
{
    private static readonly string[] s_pay = ["--commissions", "1997"];

    // 7,905.00 × 10 ÷ 30 = 2,635.00, at 3 % in June and at 4 % of 31,266.94 in the true-up of the quarter.
    [Fact]
    public void In_its_open_quarter_a_return_is_rated_again_and_not_clawed_back()
    {
        var june = Northwind.PaidRun("3", "1997-06");
        var entry = Assert.Single(
            june.Of(CommissionEntryKind.Earned),
            each => each.Component == PayTerms.OwnSales && each.Line!.Value.Document == new DocumentId("RT-1"));
        Assert.Equal(Usd(-79.05m), entry.Amount);
        Assert.True(june.Settled.ClawedBack.IsZero);
        Assert.Equal(Usd(31_266.94m), Northwind.PaidRun("3", "1997-Q2").Measured.Level!.Value.Money);
        Assert.Equal(Usd(753.48m), Northwind.PaidRun("3", "1997-Q2").Measured.Earned);
    }

    // 10,540.00 × 3 % and × 0.5 %.
    [Theory]
    [InlineData("4", 316.20)]
    [InlineData("2", 52.70)]
    public void After_its_quarter_was_closed_it_is_clawed_back_and_given_back_when_it_is_undone(string id, decimal amount)
    {
        Assert.Equal(Usd(-amount), Northwind.PaidRun(id, "1997-06").Settled.ClawedBack);
        Assert.Equal(Usd(amount), Northwind.PaidRun(id, "1997-08").Settled.ClawedBack);
    }

    [Fact]
    public void What_a_month_cannot_bear_is_owed_and_recovered()
    {
        Assert.Equal(Usd(193.72m), Northwind.PaidRun("4", "1997-06").Closing.Debit);
        Assert.True(Northwind.PaidRun("4", "1997-08").Closing.Debit.IsZero);
    }

    // 114.00 and 152.00 of 7, 38.00 of 5 and 19.00 of 2, each × 60 ÷ 100.
    [Theory]
    [InlineData("7", -68.40, -91.20)]
    [InlineData("5", -22.80)]
    [InlineData("2", -11.40)]
    [InlineData("9")]
    public void A_part_takes_back_its_part_of_what_the_line_itself_was_paid(string id, params double[] amounts)
    {
        var entries = Northwind.PaidPerson(id).Account.Entries.Where(entry => entry.Event?.Id.Document.ToString() == "RT-3");
        Assert.Equal(amounts.Select(amount => Usd((decimal)amount)), entries.Select(entry => entry.Amount));
    }

    [Fact]
    public void Closed_quarters_stay_closed()
    {
        foreach (var account in Northwind.Paid.People.Select(person => person.Account))
        {
            Assert.Equal(4, account.Closings.Count);
            foreach (var closing in account.Closings)
            {
                Assert.All(
                    account.Entries.Where(entry => entry.Kind == CommissionEntryKind.Earned && entry.Period == closing.Span),
                    entry => Assert.True(entry.Recorded <= closing.On));
            }
        }
    }

    // The last day of the window is in it: 1997-01-16 and 180 days are 1997-07-15.
    [Theory]
    [InlineData("1997-07-15", "-368.90 clawed back")]
    [InlineData("1997-07-16", "outside the window")]
    [InlineData("1998-02-01", "nothing in the year")]
    public void Within_180_days_of_the_sale(string returned, string cameTo)
    {
        using var folder = new DataFolder();
        folder.Replace("returns.csv", 3, "RT-2,10417,38,50," + returned + ",");

        var row = folder.Close(s_pay).Output.Split('\n').Single(line => line.StartsWith("| RT-2 ", System.StringComparison.Ordinal));
        Assert.Contains(" " + cameTo + " ", row);
    }

    // On the day of the true-up a return is known to it; on the day after the quarter is closed.
    [Theory]
    [InlineData("1997-04-20", "rated again")]
    [InlineData("1997-04-21", "clawed back")]
    public void A_quarter_is_open_until_its_true_up(string returned, string cameTo)
    {
        using var folder = new DataFolder();
        folder.Replace("returns.csv", 3, "RT-2,10417,38,50," + returned + ",");

        var outcome = folder.Close(s_pay);
        Assert.Equal(Program.Success, outcome.ExitCode);
        Assert.Contains(cameTo, outcome.Output.Split('\n').Single(line => line.StartsWith("| RT-2 ", System.StringComparison.Ordinal)));
    }

    [Fact]
    public void Undone_in_the_open_quarter_it_is_as_if_it_had_never_been()
    {
        using var folder = new DataFolder();
        folder.Replace("returns.csv", 2, "RT-1,10540,38,10,1997-06-16,1997-06-20");
        using var without = new DataFolder();
        without.Replace("returns.csv", 2, "RT-1,10540,38,10,1998-06-16,");

        Assert.Equal(Row(without), Row(folder));

        static string Row(DataFolder data) =>
            data.Close(s_pay).Output.Split('\n').Single(line => line.StartsWith("| 3 Janet Leverling ", System.StringComparison.Ordinal));
    }

    [Theory]
    [InlineData(2, "RT-1,10540,1,10,1997-06-16,", "returns.csv, line 2, column product_id: '1' is not in order 10540.")]
    [InlineData(2, "RT-1,99999,38,10,1997-06-16,", "returns.csv, line 2, column product_id: '38' is not in order 99999.")]
    [InlineData(
        2, "RT-1,10540,38,31,1997-06-16,", "returns.csv, line 2, column quantity: '31' is more than was sold and not returned before.")]
    [InlineData(
        3, "RT-2,10540,38,21,1997-06-16,", "returns.csv, line 3, column quantity: '21' is more than was sold and not returned before.")]
    [InlineData(2, "RT-1,10540,38,0,1997-06-16,", "returns.csv, line 2, column quantity: '0' must be from 1 to 1000000000.")]
    [InlineData(3, "RT-1,10417,38,50,1997-06-10,", "returns.csv, line 3, column return_id: 'RT-1' is there twice.")]
    [InlineData(2, "RT-1,10540,38,10,1997-05-18,", "returns.csv, line 2, column returned_on: '1997-05-18' is before the day of the order.")]
    [InlineData(
        2, "RT-1,10540,38,10,1997-06-16,1997-06-16",
        "returns.csv, line 2, column reinstated_on: '1997-06-16' is not after the day of the return.")]
    [InlineData(2, "10540,10540,38,10,1997-06-16,", "returns.csv, line 2, column return_id: '10540' is the number of an order.")]
    public void What_makes_no_sense_is_refused_in_one_line(int line, string text, string error)
    {
        using var folder = new DataFolder();
        folder.Replace("returns.csv", line, text);

        Assert.Equal(new Outcome(Program.BadInput, "", error + "\n"), folder.Close(s_pay));
        Assert.Equal(Program.Success, folder.Close().ExitCode);
    }

    private static Money Usd(decimal amount) => new(amount, Currency.USD);
}
