namespace Ashlar.Kernel.Tests.Schemas;

/// <summary>The rows of the helpdesk that its rules between rows are about.</summary>
internal static class HelpdeskRows
{
    public const string Accounts = "organisations_accounts";

    public static DateTimeOffset Now { get; } = new(2026, 3, 2, 8, 0, 0, TimeSpan.Zero);

    public static Guid OrganisationId { get; } = Guid.Parse("00000000-0000-7000-8000-000000000001");

    public static Guid ReporterId { get; } = Guid.Parse("00000000-0000-7000-8000-000000000002");

    public static Guid AgentId { get; } = Guid.Parse("00000000-0000-7000-8000-000000000003");

    public static Guid ProductId { get; } = Guid.Parse("00000000-0000-7000-8000-000000000004");

    public static Guid TicketId { get; } = Guid.Parse("00000000-0000-7000-8000-000000000005");

    public static Row Organisation { get; } = Row.Of(
        "organisations_organisations",
        ("id", OrganisationId), ("name", "Lumen"), ("domain", "lumen.example"), ("since", new DateOnly(2020, 1, 1)));

    public static Row Reporter { get; } = Row.Of(
        Accounts,
        ("id", ReporterId), ("email", "rita@lumen.example"), ("password", "hash"), ("name", "Rita"), ("joined_at", Now));

    public static Row Agent { get; } = Reporter.But(("id", AgentId), ("email", "abel@desk.example"), ("name", "Abel"));

    public static Row Product { get; } =
        Row.Of("support_products", ("id", ProductId), ("name", "Lamp"), ("lead_id", AgentId));

    public static Row Ticket { get; } = Row.Of(
        "support_tickets",
        ("id", TicketId), ("number", 1), ("organisation_id", OrganisationId), ("reporter_id", ReporterId),
        ("assignee_id", AgentId), ("product_id", ProductId), ("subject", "No light"), ("description", "It stays dark."),
        ("priority", "Urgent"), ("status", "Open"), ("opened_at", Now));

    public static Row Watcher { get; } =
        Row.Of("support_tickets_watchers", ("ticket_id", TicketId), ("account_id", AgentId));

    public static Row Shift { get; } = Row.Of(
        "support_shifts",
        ("id", Guid.Parse("00000000-0000-7000-8000-000000000006")), ("agent_id", AgentId), ("starts_at", Now),
        ("ends_at", Now.AddHours(8)), ("weekday", "Monday"));

    public static IReadOnlyList<Row> All { get; } = [Organisation, Reporter, Agent, Product, Ticket, Watcher, Shift];
}
