namespace Ashlar.Kernel.Tests.Schemas;

/// <summary>One valid row of every table of the bookshop.</summary>
internal static class BookshopRows
{
    public const string Accounts = "customers_accounts";

    private static readonly DateTimeOffset Now = new(2026, 3, 1, 12, 0, 0, TimeSpan.Zero);

    public static Guid AuthorId { get; } = Guid.Parse("00000000-0000-7000-8000-000000000001");

    public static Guid PublisherId { get; } = Guid.Parse("00000000-0000-7000-8000-000000000002");

    public static Guid BookId { get; } = Guid.Parse("00000000-0000-7000-8000-000000000003");

    public static Guid AccountId { get; } = Guid.Parse("00000000-0000-7000-8000-000000000004");

    public static Guid OrderId { get; } = Guid.Parse("00000000-0000-7000-8000-000000000005");

    public static Row Author { get; } = Row.Of("catalog_authors", ("id", AuthorId), ("name", "Emily Brontë"));

    public static Row Publisher { get; } = Row.Of("catalog_publishers", ("id", PublisherId), ("name", "Northlight"));

    public static Row Book { get; } = Row.Of(
        "catalog_books",
        ("id", BookId), ("isbn", "9780000000040"), ("title", "Wuthering Heights"), ("price", Price(18.90m)),
        ("cost", Price(9.75m)), ("format", "Paperback"), ("pages", 416), ("author_id", AuthorId), ("publisher_id", PublisherId),
        ("added_at", Now), ("changed_at", Now));

    public static Row Tag { get; } = Row.Of("catalog_books_tags", ("owner_id", BookId), ("position", 0), ("value", "gothic"));

    public static Row Account { get; } = Row.Of(
        Accounts,
        ("id", AccountId), ("email", "ann@reader.example"), ("password", "hash"), ("name", "Ann"), ("joined_at", Now));

    public static Row Order { get; } = Row.Of(
        "ordering_orders",
        ("id", OrderId), ("number", "ORD-1"), ("customer_id", AccountId), ("status", "Draft"), ("delivery_name", "Ann"),
        ("delivery_street", "4 Mill Lane"), ("delivery_postcode", "75011"), ("delivery_city", "Paris"),
        ("delivery_country", "FR"), ("created_at", Now));

    public static Row Line { get; } = Row.Of(
        "ordering_order_lines",
        ("id", Guid.Parse("00000000-0000-7000-8000-000000000006")), ("position", 0), ("order_id", OrderId), ("book_id", BookId),
        ("quantity", 2), ("unit_price", Price(18.90m)));

    public static Row Review { get; } = Row.Of(
        "ordering_reviews",
        ("id", Guid.Parse("00000000-0000-7000-8000-000000000007")), ("book_id", BookId), ("writer_id", AccountId),
        ("signed_as", "Ann L."), ("stars", 5), ("title", "Still alive"), ("created_at", Now), ("changed_at", Now));

    public static IReadOnlyList<Row> All { get; } = [Author, Publisher, Book, Tag, Account, Order, Line, Review];

    public static Value Price(decimal amount) => Value.Decimal(amount, scale: 2);

    /// <summary>As many other books as a test needs, each with a line of the order.</summary>
    public static IEnumerable<Row> Lines(int count) => Enumerable.Range(1, count).SelectMany(number =>
    {
        var book = Guid.NewGuid();
        return (Row[])
        [
            Book.But(("id", book), ("isbn", $"9790000{number:D6}")),
            Line.Another(("book_id", book), ("position", number), ("unit_price", Price(0))),
        ];
    });
}
