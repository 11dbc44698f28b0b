using System.Text.Json;
using Microsoft.AspNetCore.Builder;

namespace Ashlar.Kernel.Tests.Hosting;

/// <summary>A small system that stands for a generated one: accounts, roles, and notes that only their owner sees.</summary>
internal static class NotesSystem
{
    private static readonly EmailField Email = new("email") { Max = 254 };
    private static readonly PasswordField Password = new("password");
    private static readonly TextField Title = new("title") { Max = 200 };

    private static readonly FileField Picture = new("picture") { MaxBytes = 2_000_000, Types = ["image/png", "text/plain"] };

    private static readonly Statement InsertAccount = new("insert into accounts (id, email, password) values ($1, $2, $3)");
    private static readonly Statement InsertNote = new("insert into notes (id, owner_id, title) values ($1, $2, $3)");
    private static readonly Statement SelectNote = new(
        "select id, row_version, title from notes where id = $1 and owner_id = $2");
    private static readonly Statement UpdateNote = new(
        """
        update notes set title = case when $4 then $5 else title end, row_version = row_version + 1
        where id = $1 and row_version = $2 and owner_id = $3
        returning id, row_version, title
        """);

    private static readonly Statement NoteStanding = new(
        "select row_version, owner_id = $2 or $3, owner_id = $2 from notes where id = $1");

    private static readonly Statement SetPicture = new(
        """
        update notes set picture_id = $4, row_version = row_version + 1
        where id = $1 and row_version = $2 and owner_id = $3
        """);

    private static readonly Statement SelectPicture = new(
        """
        select ashlar_files.id, ashlar_files.media_type, ashlar_files.size, notes.row_version
        from notes
        join ashlar_files on ashlar_files.id = notes.picture_id
        where notes.id = $1 and notes.owner_id = $2
        """);

    private static readonly Statement Endless = new(
        postgres: "select pg_sleep(60)",
        sqlite: "with recursive n (i) as (select 1 union all select i + 1 from n) select count(*) from n");

    public static SystemDescription Description { get; } = new("Notes", typeof(NotesSystem).Assembly)
    {
        Principal = new("accounts", "email", "password", Email, Password),
        AccessRules = "access.json",
        Roles = [new("Manager", "Manager"), new("Editor", "Manager")],
        Constraints =
        [
            new Dictionary<string, Refusal>
            {
                ["accounts_email_key"] = Refusal.Taken("Another account has this email.", "email"),
                ["notes_short_check"] = Refusal.Check("short", "A title is short."),
            },
        ],
    };

    public static WebApplication Build(
        string[] args,
        Action<WebApplicationBuilder>? configure = null,
        Action<Api>? map = null,
        SystemDescription? description = null)
    {
        var builder = KernelHost.CreateBuilder(args, description ?? Description);
        configure?.Invoke(builder);
        var app = builder.Build();
        app.UseKernel();
        var api = new Api(app, "/api");
        api.MapSignIn();
        api.MapRoles();
        api.Post("/accounts", "Account create", CreateAccountAsync);
        api.Post("/notes", "Note create", CreateNoteAsync);
        api.Get("/notes/{id}", "Note read", ReadNoteAsync);
        api.Patch("/notes/{id}", "Note update", UpdateNoteAsync);
        api.Upload("/notes/{id}/picture", "Note picture", Picture, UploadAsync);
        api.Download("/notes/{id}/picture", "Note picture", DownloadAsync);
        api.Get("/slow", "slow", SlowAsync);
        api.Get("/defect", "defect", _ => throw new InvalidOperationException("secret detail"));
        api.Get("/overflow", "overflow", _ => throw new OverflowException());
        map?.Invoke(api);
        return app;
    }

    private static async Task<IReply> CreateAccountAsync(Call call)
    {
        var body = await call.BodyAsync();
        var (email, password) = (body.Required(Email), body.Required(Password));
        if (body.Refusal is { } refusal)
        {
            return refusal;
        }

        var (id, hash) = (call.NewId(), Passwords.Hash(password));
        await using var session = await call.WriteAsync();
        await session.ExecuteAsync(InsertAccount, id, email, hash);
        return Reply.Created($"/api/accounts/{id}", body: null, version: null);
    }

    private static async Task<IReply> CreateNoteAsync(Call call)
    {
        if (call.Caller.Id is not { } owner)
        {
            return Refusal.SignedOut;
        }

        var body = await call.BodyAsync();
        var title = body.Required(Title);
        if (body.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var session = await call.WriteAsync();
        var id = call.NewId();
        await session.ExecuteAsync(InsertNote, id, owner, title);
        return Reply.Created($"/api/notes/{id}", new Note(id, 1, title), 1);
    }

    private static async Task<IReply> ReadNoteAsync(Call call)
    {
        await using var session = await call.ReadAsync();
        var note = await session.FirstAsync(
            SelectNote, rows => new Note(rows.Uuid(0), rows.Long(1), rows.Text(2)), call.Id(), call.Caller.Id);
        return note is null ? Refusal.NotFound : Reply.Ok(note, note.Version);
    }

    private static async Task<IReply> UpdateNoteAsync(Call call)
    {
        if (!call.Caller.IsSignedIn)
        {
            return Refusal.SignedOut;
        }

        if (call.Id() is not { } id)
        {
            return Refusal.NotFound;
        }

        var body = await call.BodyAsync();
        var title = body.Change(Title);
        var match = call.IfMatch();
        var refusal = body.Refusal ?? match.Refusal;
        await using var session = await call.WriteAsync();
        var note = refusal is null
            ? await session.FirstAsync(
                UpdateNote, rows => new Note(rows.Uuid(0), rows.Long(1), rows.Text(2)), id, match.Version, call.Caller.Id,
                title.IsSet, title.Value)
            : null;
        return note is not null
            ? Reply.Ok(note, note.Version)
            : await call.WhyNotAsync(
                session, NoteStanding, refusal, match, references: [], id, call.Caller.Id, call.Caller.Has("Manager"));
    }

    private static async Task<IReply> UploadAsync(Call call)
    {
        if (call.Id() is not { } id)
        {
            return Refusal.NotFound;
        }

        var match = call.IfMatch();
        var isManager = call.Caller.Has("Manager");
        var upload = await call.UploadAsync(Picture, match, NoteStanding, id, call.Caller.Id, isManager);
        if (upload.Refusal is { } refusal)
        {
            return refusal;
        }

        await using var session = await call.BeginAsync();
        var file = await StoredFile.InsertAsync(session, call, upload);
        if (await session.ExecuteAsync(SetPicture, id, match.Version, call.Caller.Id, file) == 0)
        {
            return await call.WhyNotAsync(
                session, NoteStanding, refusal: null, match, references: [], id, call.Caller.Id, isManager);
        }

        await session.CommitAsync();
        return Reply.NoContent(match.Version + 1);
    }

    private static async Task<IReply> DownloadAsync(Call call)
    {
        await using var session = await call.ReadAsync();
        return await FileReply.FindAsync(session, call, "pic\"ture\r\n", SelectPicture, call.Id(), call.Caller.Id);
    }

    private static async Task<IReply> SlowAsync(Call call)
    {
        await using var session = await call.ReadAsync();
        await session.ListAsync(Endless, rows => rows.IsNull(0));
        return Reply.NoContent();
    }

    private sealed record Note(Guid Id, long Version, string Title) : IShape
    {
        public void Write(Utf8JsonWriter json)
        {
            json.WriteStartObject();
            json.WriteUuid("id"u8, Id);
            json.WriteText("title"u8, Title);
            json.WriteEndObject();
        }
    }
}
