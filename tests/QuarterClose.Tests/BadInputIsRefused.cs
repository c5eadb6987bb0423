using System.IO;
using Xunit;

namespace QuarterClose.Tests;

/// <summary>Whatever is wrong with a file: exit code 2, nothing on standard output, one line that says where and what.</summary>
public sealed class BadInputIsRefused
{
    private const string Details = "order_id,product_id,unit_price,quantity,discount";

    [Theory]
    [InlineData(
        "order_details.csv", 17, "10253,39,abc,40,0.05",
        "order_details.csv, line 17, column unit_price: 'abc' is not a number such as 12.5.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,,40,0.05", "order_details.csv, line 17, column unit_price: '' is not a number such as 12.5.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,\"64,8\",40,0.05",
        "order_details.csv, line 17, column unit_price: '64,8' is not a number such as 12.5.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,1e3,40,0.05",
        "order_details.csv, line 17, column unit_price: '1e3' is not a number such as 12.5.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,\"64.8\n\",40,0.05",
        "order_details.csv, line 17, column unit_price: '64.8 ' is not a number such as 12.5.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,64.800000000000000000000000001,40,0.05",
        "order_details.csv, line 17, column unit_price: '64.800000000000000000000000001' is not a number such as 12.5.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,-0.01,40,0.05",
        "order_details.csv, line 17, column unit_price: '-0.01' must be from 0 to 1000000000.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,1000000000.01,40,0.05",
        "order_details.csv, line 17, column unit_price: '1000000000.01' must be from 0 to 1000000000.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,64.8,0,0.05", "order_details.csv, line 17, column quantity: '0' must be from 1 to 1000000000.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,64.8,40.5,0.05", "order_details.csv, line 17, column quantity: '40.5' must be a whole number.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,64.8,40,1.01", "order_details.csv, line 17, column discount: '1.01' must be from 0 to 1.")]
    [InlineData(
        "order_details.csv", 17, "10253,39,64.8,40,-0.01", "order_details.csv, line 17, column discount: '-0.01' must be from 0 to 1.")]
    [InlineData(
        "order_details.csv", 17, "99999,39,64.8,40,0.05", "order_details.csv, line 17, column order_id: '99999' is not in orders.csv.")]
    [InlineData(
        "order_details.csv", 17, "10253,999,64.8,40,0.05", "order_details.csv, line 17, column product_id: '999' is not in products.csv.")]
    [InlineData("order_details.csv", 3, "10248,11,14,12,0", "order_details.csv, line 3, column product_id: '11' is in order 10248 twice.")]
    [InlineData("order_details.csv", 17, "10253,39,64.8,40", "order_details.csv, line 17: is not well-formed CSV: ")]
    [InlineData("order_details.csv", 17, "10253,39,64.8,40,0.05,1", "order_details.csv, line 17: is not well-formed CSV: ")]
    [InlineData("order_details.csv", 17, "10253,39,64.8,40,\"0.05", "order_details.csv, line 17: is not well-formed CSV: ")]
    [InlineData("order_details.csv", 17, "10253,3\"9,64.8,40,0.05", "order_details.csv, line 17: is not well-formed CSV: ")]
    [InlineData(
        "order_details.csv", 1, "order_id,product_id,quantity,discount,price", "order_details.csv, line 1, column unit_price: is missing.")]
    [InlineData("order_details.csv", 1, Details + ",margin", "order_details.csv, line 1, column margin: is unknown.")]
    [InlineData("order_details.csv", 1, Details + ",discount", "order_details.csv, line 1, column discount: is there twice.")]
    [InlineData(
        "orders.csv", 3, "10249,TOMSP,6,05.07.1996,1996-08-16,1996-07-10,1,11.61,Münster,Germany",
        "orders.csv, line 3, column order_date: '05.07.1996' is not a date such as 1998-03-31.")]
    [InlineData(
        "orders.csv", 3, "10249,TOMSP,6,1997-02-29,1996-08-16,1996-07-10,1,11.61,Münster,Germany",
        "orders.csv, line 3, column order_date: '1997-02-29' is not a date such as 1998-03-31.")]
    [InlineData(
        "orders.csv", 3, "10249,TOMSP,10,1996-07-05,1996-08-16,1996-07-10,1,11.61,Münster,Germany",
        "orders.csv, line 3, column employee_id: '10' is not in employees.csv.")]
    [InlineData(
        "orders.csv", 3, "10248,TOMSP,6,1996-07-05,1996-08-16,1996-07-10,1,11.61,Münster,Germany",
        "orders.csv, line 3, column order_id: '10248' is there twice.")]
    [InlineData(
        "orders.csv", 3, "10249,,6,1996-07-05,1996-08-16,1996-07-10,1,11.61,Münster,Germany",
        "orders.csv, line 3, column customer_id: '' must be a text without white space at its ends.")]
    [InlineData(
        "employees.csv", 2, "one,Davolio,Nancy,Sales Representative,1992-05-01,Seattle,USA,2",
        "employees.csv, line 2, column employee_id: 'one' is not a number such as 12.5.")]
    [InlineData(
        "employees.csv", 3, "1,Fuller,Andrew,\"Vice President, Sales\",1992-08-14,Tacoma,USA,",
        "employees.csv, line 3, column employee_id: '1' is there twice.")]
    [InlineData(
        "products.csv", 2, "1,Chai,1,1,10 boxes x 20 bags,cheap,39,0,10,0",
        "products.csv, line 2, column list_price: 'cheap' is not a number such as 12.5.")]
    public void Naming_file_line_and_column(string file, int line, string text, string error)
    {
        using var folder = new DataFolder();
        folder.Replace(file, line, text);

        Refused(folder, error);
    }

    [Theory]
    [InlineData("employees.csv")]
    [InlineData("products.csv")]
    [InlineData("orders.csv")]
    [InlineData("order_details.csv")]
    public void When_a_file_is_missing_or_empty_or_has_no_rows(string file)
    {
        using var folder = new DataFolder();
        var path = folder.FileNamed(file);
        var header = File.ReadAllLines(path)[0];

        File.WriteAllText(path, header + "\n");
        Refused(folder, file + ": has no rows.");

        File.WriteAllText(path, "");
        Refused(folder, file + ", line 1, column " + header.Split(',')[0] + ": is missing.");

        File.Delete(path);
        Refused(folder, file + ": is missing in " + folder.Folder + ".");

        Directory.CreateDirectory(path);
        Refused(folder, file + ": cannot be read: ");
    }

    [Fact]
    public void When_the_folder_is_missing() =>
        Assert.Equal(
            new Outcome(Program.BadInput, "", "employees.csv: is missing in nowhere.\n"),
            Outcome.Of("--data", "nowhere"));

    [Fact]
    public void When_a_file_is_not_UTF_8()
    {
        using var folder = new DataFolder();
        File.AppendAllBytes(folder.FileNamed("orders.csv"), [(byte)'M', 0xFC, (byte)'n']);

        Refused(folder, "orders.csv: is not UTF-8 text.");
    }

    [Fact]
    public void When_nothing_was_sold_in_the_year_that_weighs_the_quotas()
    {
        using var folder = new DataFolder();
        File.WriteAllText(folder.FileNamed("orders.csv"), File.ReadAllText(folder.FileNamed("orders.csv")).Replace(",1997-", ",1995-"));

        Refused(folder, "orders.csv: has no sales in 1997, by which the quotas are apportioned.");
    }

    // The other side: what a spreadsheet may change without changing a figure.
    [Fact]
    public void But_not_for_a_byte_order_mark_CRLF_quotes_trailing_zeros_or_another_order_of_columns()
    {
        using var folder = new DataFolder();
        folder.Replace("order_details.csv", 2, "\"10248\",11,14.00,12,0.0");
        var details = File.ReadAllText(folder.FileNamed("order_details.csv"));
        File.WriteAllText(folder.FileNamed("order_details.csv"), "\uFEFF" + details.Replace("\n", "\r\n"));
        var categories = File.ReadAllLines(folder.FileNamed("products.csv"));
        File.WriteAllLines(folder.FileNamed("products.csv"), System.Array.ConvertAll(categories, Reversed));

        Assert.Equal(Outcome.Of(), folder.Close());
    }

    private static string Reversed(string line)
    {
        var fields = line.Split(',');
        System.Array.Reverse(fields);
        return string.Join(',', fields);
    }

    private static void Refused(DataFolder folder, string error)
    {
        var outcome = folder.Close();

        Assert.Equal(Program.BadInput, outcome.ExitCode);
        Assert.Empty(outcome.Output);
        Assert.StartsWith(error, outcome.Error);
        Assert.Single(outcome.Error.TrimEnd('\n').Split('\n'));
    }
}
