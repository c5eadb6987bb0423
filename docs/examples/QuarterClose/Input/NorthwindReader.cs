using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using QuarterClose.Rules;
using SalesDomain;

namespace QuarterClose.Input;

/// <summary>Turns the rows of Northwind into sales facts: the only place that knows how its files look.</summary>
public static class NorthwindReader
{
    private static readonly CsvFile s_employees = new(
        "employees.csv", "employee_id", "last_name", "first_name", "title", "hire_date", "city", "country", "reports_to");

    private static readonly CsvFile s_products = new(
        "products.csv", "product_id", "product_name", "supplier_id", "category_id", "quantity_per_unit", "list_price",
        "units_in_stock", "units_on_order", "reorder_level", "discontinued");

    private static readonly CsvFile s_orders = new(
        "orders.csv", "order_id", "customer_id", "employee_id", "order_date", "required_date", "shipped_date",
        "ship_via", "freight", "ship_city", "ship_country");

    private static readonly CsvFile s_details = new(
        "order_details.csv", "order_id", "product_id", "unit_price", "quantity", "discount");

    public static SalesData Read(string folder)
    {
        var team = Index(folder, s_employees, "employee_id", Employee);
        var listPrices = Index(folder, s_products, "product_id", line => Dollars(line, "list_price"));
        var orders = Index(folder, s_orders, "order_id", line => Order(line, team));

        var seen = new HashSet<(DocumentId, ProductId)>();
        var linesOf = new Dictionary<DocumentId, int>();
        var sales = s_details.Read(folder, line =>
        {
            var order = Find(orders, line, "order_id", s_orders);
            var product = new ProductId(line.Text("product_id"));
            if (!seen.Add((order.Document, product)))
                throw line.Refused("product_id", "is in order " + order.Document + " twice");

            var number = linesOf[order.Document] = linesOf.GetValueOrDefault(order.Document) + 1;
            return Sale(line, order, number, product, Find(listPrices, line, "product_id", s_products));
        });

        return new SalesData([.. team.Values.OrderBy(employee => employee.Number)], sales);
    }

    private static Employee Employee(CsvLine line) =>
        new(new SalespersonId(line.Text("employee_id")),
            line.WholeNumber("employee_id"),
            line.Text("first_name") + " " + line.Text("last_name"));

    private static OrderRow Order(CsvLine line, Dictionary<string, Employee> team) =>
        new(new DocumentId(line.Text("order_id")),
            new CustomerId(line.Text("customer_id")),
            Find(team, line, "employee_id", s_employees).Id,
            line.Date("order_date"));

    private static Sale Sale(CsvLine line, OrderRow order, int number, ProductId product, Money listPrice)
    {
        var price = new LinePrice(
            listPrice,
            Dollars(line, "unit_price"),
            Quantity.Pieces(line.WholeNumber("quantity")),
            Percentage.FromFraction(line.Number("discount", to: 1m)));

        return new Sale(price, new SalesLineBuilder
        {
            Stage = Stage.Ordered,
            Document = order.Document,
            Line = number,
            Date = order.Date,
            Customer = order.Customer,
            Product = product,
            Quantity = price.Quantity,
            ListAmount = price.ListAmount,
            NetAmount = price.NetAmount,
            Tax = Money.Zero(Currency.USD),
            Salesperson = order.Salesperson,
        }.Build());
    }

    private static Money Dollars(CsvLine line, string column) => new(line.Number(column), Currency.USD);

    private static Dictionary<string, T> Index<T>(string folder, CsvFile file, string key, Func<CsvLine, T> parse)
    {
        var index = new Dictionary<string, T>();
        file.Read(folder, line => index.TryAdd(line.Text(key), parse(line)) ? true : throw line.Refused(key, "is there twice"));
        return index;
    }

    private static T Find<T>(Dictionary<string, T> index, CsvLine line, string column, CsvFile file) =>
        index.TryGetValue(line.Text(column), out var found) ? found : throw line.Refused(column, "is not in " + file.Name);

    private sealed record OrderRow(DocumentId Document, CustomerId Customer, SalespersonId Salesperson, LocalDate Date);
}
