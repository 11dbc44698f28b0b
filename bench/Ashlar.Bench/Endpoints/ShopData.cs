namespace Ashlar.Bench.Endpoints;

/// <summary>The rows of the workload, the same in every run.</summary>
internal sealed record ShopData(int Rows, bool HasPeople)
{
    public const string Description =
        "Made of solid oak with a natural finish, this piece fits in every room and lasts for generations to come.";

    private const int LinesOfOrder = 10;

    private static readonly DateTime Start = new(2025, 1, 1, 0, 0, 0, DateTimeKind.Utc);

    /// <summary>The tables with their rows, each after those that it refers to.</summary>
    public IEnumerable<ShopTable> Tables
    {
        get
        {
            yield return new("catalog_categories", ["id", "name"], Categories());
            yield return new(
                "catalog_products",
                ["id", "sku", "name", "description", "price", "stock", "is_visible", "category_id", "added_at", "changed_at"],
                Products());
            if (HasPeople)
            {
                yield return new("people_people", ["id", "email", "password", "name"], Accounts());
                yield return new("ashlar_sessions", ["token_hash", "account_id", "created_at", "expires_at"], Sessions());
                yield return new("ashlar_role_members", ["account_id", "role", "granted_at"], Clerks());
            }

            string[] columns = ["id", "number", "status", "remark", "placed_at"];
            yield return new("ordering_orders", HasPeople ? [.. columns, "customer_id"] : columns, Orders());
            yield return new(
                "ordering_order_lines", ["id", "order_id", "position", "product_id", "quantity", "unit_price"], Lines());
        }
    }

    private int OrderCount => Rows / 2;

    private static IEnumerable<object?[]> Categories() => Enumerable.Range(0, ShopIds.Categories)
        .Select(i => new object?[] { ShopIds.Category(i), $"Category {i}" });

    private IEnumerable<object?[]> Products() => Enumerable.Range(0, Rows).Select(i => new object?[]
    {
        ShopIds.Product(i), $"SKU-{i}", $"Product {i} of the benchmark", i % 5 == 0 ? null : Description,
        decimal.Divide(100 + i % 10_000, 100) + 0.00m, i % 500, true, ShopIds.Category(i % ShopIds.Categories), At(i), At(i),
    });

    private static IEnumerable<object?[]> Accounts() => People.All.Select(person => new object?[]
    {
        person.Id, person.Email, "$none$", $"Person {person.Index}",
    });

    private static IEnumerable<object?[]> Sessions() => People.All.Select(person => new object?[]
    {
        person.TokenHash, person.Id, Start, Start.AddYears(100),
    });

    private static IEnumerable<object?[]> Clerks() => People.All.Where(person => person.IsClerk)
        .Select(person => new object?[] { person.Id, "Clerk", Start });

    private IEnumerable<object?[]> Orders()
    {
        for (var i = 0; i < OrderCount; i++)
        {
            object?[] row = [ShopIds.Order(i), $"ORD-{i}", "Placed", i % 3 == 0 ? "Leave it at the door." : null, At(i)];
            yield return HasPeople ? [.. row, People.Reader(i).Id] : row;
        }
    }

    private IEnumerable<object?[]> Lines() => Enumerable.Range(0, OrderCount * LinesOfOrder).Select(i => new object?[]
    {
        ShopIds.Line(i), ShopIds.Order(i / LinesOfOrder), i % LinesOfOrder,
        ShopIds.Product((int)((long)i * 31 % Rows)), i % 9 + 1, 10.00m + i % 50,
    });

    private static DateTime At(int index) => Start.AddMilliseconds(index * 60_000L);
}

/// <summary>One table and what it gets.</summary>
internal sealed record ShopTable(string Name, IReadOnlyList<string> Columns, IEnumerable<object?[]> Rows);
