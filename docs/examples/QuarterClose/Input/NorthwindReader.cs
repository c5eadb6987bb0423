using System;
using System.Collections.Generic;
using System.Linq;
using NodaTime;
using QuarterClose.Rules;
using SalesDomain;
using SalesDomain.Organization;

namespace QuarterClose.Input;

/// <summary>Turns the rows of Northwind into sales facts: the only place that knows how its files look.</summary>
public static class NorthwindReader
{
    private static readonly CsvFile s_employees = new(
        "employees.csv", "employee_id", "last_name", "first_name", "title", "hire_date", "city", "country", "reports_to");

    private static readonly CsvFile s_products = new(
        "products.csv", "product_id", "product_name", "supplier_id", "category_id", "quantity_per_unit", "list_price",
        "units_in_stock", "units_on_order", "reorder_level", "discontinued");

    private static readonly CsvFile s_customers = new(
        "customers.csv", "customer_id", "company_name", "contact_name", "contact_title", "city", "region", "country");

    private static readonly CsvFile s_categories = new("categories.csv", "category_id", "category_name", "description");

    private static readonly CsvFile s_orders = new(
        "orders.csv", "order_id", "customer_id", "employee_id", "order_date", "required_date", "shipped_date",
        "ship_via", "freight", "ship_city", "ship_country");

    private static readonly CsvFile s_details = new(
        "order_details.csv", "order_id", "product_id", "unit_price", "quantity", "discount");

    private static readonly CsvFile s_regions = new("regions.csv", "region_id", "region");

    private static readonly CsvFile s_territories = new("territories.csv", "territory_id", "territory", "region_id");

    private static readonly CsvFile s_holders = new("employee_territories.csv", "employee_id", "territory_id");

    private static readonly CsvFile s_returns = new(
        "returns.csv", "return_id", "order_id", "product_id", "quantity", "returned_on", "reinstated_on");

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

    /// <summary>The hierarchy of the team, the territories and who has them.</summary>
    public static FieldOrganization ReadField(string folder, SalesData data)
    {
        var regions = Index(folder, s_regions, "region_id", line => line.Text("region"));
        var territories = Index(folder, s_territories, "territory_id", line =>
        {
            Find(regions, line, "region_id", s_regions);
            return (Region: line.Text("region_id"),
                Territory: new Territory(new TerritoryId(line.Text("territory_id")), line.Text("territory")));
        });
        var team = data.Team.ToDictionary(person => person.Id.Code);
        var seen = new HashSet<(TerritoryId, SalespersonId)>();
        var holders = s_holders.Read(folder, line =>
        {
            var territory = Find(territories, line, "territory_id", s_territories).Territory.Id;
            var person = Find(team, line, "employee_id", s_employees).Id;
            return seen.Add((territory, person)) ? (territory, person, DateSpan.Always)
                : throw line.Refused("territory_id", "is with employee " + person + " twice");
        });

        return new FieldOrganization(
            Reports(data.Team),
            [
                .. regions.Select(
                    region => new Region(
                        region.Value, [.. territories.Values.Where(each => each.Region == region.Key).Select(each => each.Territory)])),
            ],
            Assignments.Of([.. holders]));
    }

    /// <summary>The goods that came back, in the order of the file.</summary>
    public static IReadOnlyList<GoodsReturn> ReadReturns(string folder, SalesData data)
    {
        var sales = data.Sales.ToDictionary(sale => (sale.Line.Id.Document.ToString(), sale.Line.Product.ToString()));
        var orders = data.Sales.Select(sale => sale.Line.Id.Document.ToString()).ToHashSet();
        var seen = new HashSet<string>();
        var left = new Dictionary<Sale, int>();
        return s_returns.Read(folder, line =>
        {
            if (!sales.TryGetValue((line.Text("order_id"), line.Text("product_id")), out var sale))
                throw line.Refused("product_id", "is not in order " + line.Text("order_id"));
            if (!seen.Add(line.Text("return_id")))
                throw line.Refused("return_id", "is there twice");
            if (orders.Contains(line.Text("return_id")))
                throw line.Refused("return_id", "is the number of an order");

            var quantity = line.WholeNumber("quantity");
            left[sale] = left.GetValueOrDefault(sale, decimal.ToInt32(sale.Price.Quantity.Amount)) - quantity;
            if (left[sale] < 0)
                throw line.Refused("quantity", "is more than was sold and not returned before");

            var on = line.Date("returned_on");
            if (on < sale.Line.Date)
                throw line.Refused("returned_on", "is before the day of the order");

            LocalDate? reinstated = line.OptionalText("reinstated_on") is null ? null : line.Date("reinstated_on");
            return reinstated is null || reinstated > on
                ? new GoodsReturn(new DocumentId(line.Text("return_id")), sale, quantity, on, reinstated)
                : throw line.Refused("reinstated_on", "is not after the day of the return");
        });
    }

    /// <summary>The categories of the products, and when and at what freight each order was shipped.</summary>
    public static PriceData ReadPrices(string folder, SalesData data)
    {
        var categories = Index(
            folder, s_categories, "category_id",
            line => new Category(new ProductCategoryId(line.Text("category_id")), line.Text("category_name")));
        var categoryOf = Index(folder, s_products, "product_id", line => Find(categories, line, "category_id", s_categories));
        var shipments = Index(folder, s_orders, "order_id", Shipment);
        return new PriceData(
            data,
            [.. categories.Values],
            categoryOf.ToDictionary(each => new ProductId(each.Key), each => each.Value),
            shipments.ToDictionary(each => new DocumentId(each.Key), each => each.Value));
    }

    /// <summary>The customers, in the order of the file; every order is of one of them.</summary>
    public static IReadOnlyList<Customer> ReadCustomers(string folder)
    {
        var customers = Index(
            folder, s_customers, "customer_id",
            line => new Customer(new CustomerId(line.Text("customer_id")), line.Text("company_name"), line.Text("country")));
        s_orders.Read(folder, line => Find(customers, line, "customer_id", s_customers));
        return [.. customers.Values];
    }

    private static Shipment Shipment(CsvLine line)
    {
        var freight = Dollars(line, "freight");
        if (freight != freight.Round(Rounding.Commercial))
            throw line.Refused("freight", "must be in whole cents");

        var required = NotBefore("required_date");
        return new Shipment(required, line.OptionalText("shipped_date") is null ? null : NotBefore("shipped_date"), freight);

        LocalDate NotBefore(string column) =>
            line.Date(column) is var day && day >= line.Date("order_date") ? day
                : throw line.Refused(column, "is before the day of the order");
    }

    private static Hierarchy<SalespersonId> Reports(IReadOnlyList<Employee> team)
    {
        foreach (var person in team.Where(person => person.ReportsTo is { } manager && team.All(other => other.Id != manager)))
        {
            throw new InputException(
                $"{s_employees.Name}, column reports_to: '{person.ReportsTo}' of employee {person.Id} is not in {s_employees.Name}.");
        }

        try
        {
            var links = Hierarchy.Of(
                [.. team.Where(person => person.ReportsTo is not null).Select(person => (person.Id, person.ReportsTo!.Value))]);
            return team.Where(person => person.ReportsTo is null).Aggregate(links, (hierarchy, root) => hierarchy.WithRoot(root.Id));
        }
        catch (ArgumentException e)
        {
            throw new InputException(s_employees.Name + ", column reports_to: " + e.Message.ReplaceLineEndings(" "));
        }
    }

    private static Employee Employee(CsvLine line) =>
        new(new SalespersonId(line.Text("employee_id")),
            line.WholeNumber("employee_id"),
            line.Text("first_name") + " " + line.Text("last_name"),
            line.OptionalText("reports_to") is { } manager ? new SalespersonId(manager) : null,
            line.Date("hire_date"));

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
