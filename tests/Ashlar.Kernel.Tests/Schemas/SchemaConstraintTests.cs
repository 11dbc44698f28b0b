using Ashlar.Emit.Sql;
using Ashlar.Kernel.Tests.Data;
using Ashlar.Testing;
using static Ashlar.Kernel.Tests.Schemas.BookshopRows;

namespace Ashlar.Kernel.Tests.Schemas;

/// <summary>The schema of an example refuses, past the API, what breaks a rule of its model, and names the rule.</summary>
public sealed class SchemaConstraintTests(PostgresServer server)
{
    private static readonly Dictionary<string, (string Constraint, ViolationKind Kind, Row[] Rows)> BookshopCases = new()
    {
        ["too short"] = ("catalog_books_isbn_check", ViolationKind.Check, [NewBook(("isbn", "978000000004"))]),
        ["too long"] = ("catalog_books_title_check", ViolationKind.Check, [NewBook(("title", new string('t', 201)))]),
        ["no match"] = ("catalog_books_isbn_check", ViolationKind.Check, [NewBook(("isbn", "978000000004x"))]),
        ["blank"] = ("catalog_authors_name_check", ViolationKind.Check, [Author.Another(("name", "\u00a0 "))]),
        ["too small"] = ("catalog_books_price_check", ViolationKind.Check, [NewBook(("price", Price(-0.01m)))]),
        ["too large"] = ("catalog_books_pages_check", ViolationKind.Check, [NewBook(("pages", 20001))]),
        ["no value of the enum"] = ("catalog_books_format_check", ViolationKind.Check, [NewBook(("format", "Scroll"))]),
        ["no state"] = ("ordering_orders_status_check", ViolationKind.Check, [NewOrder(("status", "Lost"))]),
        ["no address of mail"] = ("customers_accounts_email_check", ViolationKind.Check, [Account.Another(("email", "Ann@x"))]),
        ["half a value"] = (
            "customers_accounts_address_check", ViolationKind.Check, [NewAccount(("address_street", "4 Mill Lane"))]),
        ["a check"] = (
            "catalog_books_priced_hardcover_check", ViolationKind.Check,
            [NewBook(("format", "Hardcover"), ("price", Price(0)), ("cost", Price(0)))]),
        ["a check over two dates"] = (
            "catalog_authors_dies_after_birth_check", ViolationKind.Check,
            [Author.Another(("born", new DateOnly(2000, 1, 1)), ("died", new DateOnly(1999, 1, 1)))]),
        ["taken"] = ("catalog_books_isbn_key", ViolationKind.Unique, [Book.Another()]),
        ["taken together"] = ("ordering_reviews_one_review_key", ViolationKind.Unique, [Review.Another()]),
        ["taken in the list"] = ("ordering_order_lines_one_line_for_a_book_key", ViolationKind.Unique, [Line.Another()]),
        ["item beyond the list"] = (
            "catalog_books_tags_position_check", ViolationKind.Check, [Tag.But(("position", 20))]),
        ["item that does not match"] = (
            "catalog_books_tags_value_check", ViolationKind.Check, [Tag.But(("position", 1), ("value", "Gothic"))]),
        ["more rows than the list may have"] = ("ordering_orders_lines_check", ViolationKind.Check, [.. Lines(100)]),
        ["a check over the list"] = (
            "ordering_orders_under_limit_check", ViolationKind.Check, [.. Lines(1).Select(row => Dear(row))]),
    };

    private static readonly Dictionary<string, (string Constraint, ViolationKind Kind, Row[] Rows)> HelpdeskCases = new()
    {
        ["taken where a condition holds"] = (
            "support_tickets_one_urgent_key", ViolationKind.Unique, [HelpdeskRows.Ticket.Another(("number", 2))]),
        ["at the same time"] = (
            "support_shifts_one_shift_excl", ViolationKind.Exclusive,
            [HelpdeskRows.Shift.Another(("starts_at", HelpdeskRows.Now.AddHours(7)), ("ends_at", HelpdeskRows.Now.AddHours(9)))]),
        ["a check over times"] = (
            "support_shifts_not_too_long_check", ViolationKind.Check,
            [HelpdeskRows.Shift.Another(("starts_at", HelpdeskRows.Now.AddDays(1)), ("ends_at", HelpdeskRows.Now.AddDays(2)))]),
        ["a check over values that no request writes"] = (
            "support_tickets_solved_after_opened_check", ViolationKind.Check,
            [Ordinary(("solved_at", HelpdeskRows.Now.AddMinutes(-1)))]),
        ["another of them"] = (
            "support_tickets_promises_in_order_check", ViolationKind.Check,
            [Ordinary(("answer_by", HelpdeskRows.Now.AddHours(2)), ("solve_by", HelpdeskRows.Now.AddHours(1)))]),
        ["no day of the week"] = (
            "support_shifts_weekday_check", ViolationKind.Check,
            [HelpdeskRows.Shift.Another(("weekday", "Someday"), ("agent_id", HelpdeskRows.ReporterId))]),
    };

    public static TheoryData<DatabaseKind, string> BookshopViolations => Names(BookshopCases.Keys);

    public static TheoryData<DatabaseKind, string> HelpdeskViolations => Names(HelpdeskCases.Keys);

    [Theory]
    [MemberData(nameof(BookshopViolations))]
    public async Task The_bookshop_names_the_rule_that_a_row_breaks(DatabaseKind kind, string name)
    {
        await using var schema = await SchemaDatabase.CreateAsync(kind, server, "bookshop", Accounts, All);

        await AssertRefusedAsync(schema, BookshopCases[name]);
    }

    [Theory]
    [MemberData(nameof(HelpdeskViolations))]
    public async Task The_helpdesk_names_the_rule_that_a_row_breaks(DatabaseKind kind, string name)
    {
        await using var schema = await SchemaDatabase.CreateAsync(
            kind, server, "helpdesk", HelpdeskRows.Accounts, HelpdeskRows.All);

        await AssertRefusedAsync(schema, HelpdeskCases[name]);
    }

    [Fact]
    public void Every_kind_of_constraint_of_the_examples_is_broken_by_a_row()
    {
        var broken = BookshopCases.Concat(HelpdeskCases).Select(item => item.Value.Constraint).ToHashSet(StringComparer.Ordinal);
        var constraints = new[] { "bookshop", "helpdesk" }.Select(SchemaDatabase.ModelOf)
            .SelectMany(model => model.Entities.SelectMany(entity =>
                EntityConstraints.Of(model, EntityTable.Of(model, entity))))
            .Where(constraint => constraint is not ForeignKey)
            .ToLookup(constraint => constraint.GetType(), constraint => constraint.Name);

        Assert.All(constraints, names => Assert.True(names.Any(broken.Contains), $"no row breaks a {names.Key.Name}"));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task A_value_that_is_not_there_and_a_row_that_is_not_there_are_refused(DatabaseKind kind)
    {
        await using var schema = await SchemaDatabase.CreateAsync(kind, server, "bookshop", Accounts, All);

        var nothing = await RefusalAsync(schema, NewBook(("title", Value.Null(ValueKind.Text))));
        var nowhere = await RefusalAsync(schema, NewBook(("author_id", Guid.NewGuid())));

        Assert.Equal(ViolationKind.Null, nothing.Kind);
        Assert.Equal(
            (ViolationKind.Missing, schema.IsPostgres ? "catalog_books_author_id_fkey" : ""), (nowhere.Kind, nowhere.Constraint));
    }

    [Theory]
    [InlineData(DatabaseKind.Sqlite)]
    [InlineData(DatabaseKind.Postgres)]
    public async Task No_row_has_more_digits_than_its_type(DatabaseKind kind)
    {
        await using var schema = await SchemaDatabase.CreateAsync(kind, server, "bookshop", Accounts, All);

        if (!schema.IsPostgres)
        {
            await Assert.ThrowsAsync<Microsoft.Data.Sqlite.SqliteException>(
                () => schema.ExecuteAsync("update catalog_books set price = 1890.5"));
            return;
        }

        await schema.ExecuteAsync("update catalog_books set price = 18.905");
        Assert.Equal(1, await schema.CountAsync("catalog_books where scale(price) = 2"));
        await Assert.ThrowsAsync<OverflowException>(() => schema.ExecuteAsync("update catalog_books set price = 123456789"));
    }

    private static async Task AssertRefusedAsync(
        SchemaDatabase schema, (string Constraint, ViolationKind Kind, Row[] Rows) expected)
    {
        var refused = await RefusalAsync(schema, expected.Rows);

        Assert.Equal((expected.Constraint, expected.Kind), (refused.Constraint, refused.Kind));
    }

    private static Task<ConstraintViolationException> RefusalAsync(SchemaDatabase schema, params Row[] rows) =>
        Assert.ThrowsAsync<ConstraintViolationException>(() => schema.InsertAsync(rows));

    private static Row NewBook(params ReadOnlySpan<(string Column, Value Value)> changes) =>
        Book.Another(("isbn", "9780000000057")).But(changes);

    private static Row NewOrder(params ReadOnlySpan<(string Column, Value Value)> changes) =>
        Order.Another(("number", "ORD-2")).But(changes);

    private static Row Ordinary(params ReadOnlySpan<(string Column, Value Value)> changes) =>
        HelpdeskRows.Ticket.Another(("number", 2), ("priority", "Normal")).But(changes);

    private static Row NewAccount(params ReadOnlySpan<(string Column, Value Value)> changes) =>
        Account.Another(("email", "tom@reader.example")).But(changes);

    private static Row Dear(Row row) =>
        row.Table == Line.Table ? row.But(("quantity", 99), ("unit_price", Price(250))) : row;

    private static TheoryData<DatabaseKind, string> Names(IEnumerable<string> cases)
    {
        var data = new TheoryData<DatabaseKind, string>();
        foreach (var name in cases)
        {
            data.Add(DatabaseKind.Sqlite, name);
            data.Add(DatabaseKind.Postgres, name);
        }

        return data;
    }
}
