namespace Ashlar.Kernel;

/// <summary>A file in the database.</summary>
/// <param name="MediaType">What it is.</param>
/// <param name="Content">Its bytes.</param>
public sealed record StoredFile(string MediaType, byte[] Content)
{
    private static readonly Statement Select = new("select media_type, content from ashlar_files where id = $1");

    private static readonly Statement Insert = new(
        "insert into ashlar_files (id, media_type, size, content, created_at) values ($1, $2, $3, $4, $5)");

    /// <summary>The file with an id. Whether the caller may read the row that refers to it is decided before.</summary>
    public static ValueTask<StoredFile?> FindAsync(Session session, Guid id) =>
        session.FirstAsync(Select, rows => new StoredFile(rows.Text(0), rows.Bytes(1)), id);

    /// <summary>Stores an upload and gives its id. The row that refers to it must follow in the same transaction.</summary>
    public static async ValueTask<Guid> InsertAsync(Session session, Call call, Upload upload)
    {
        var id = call.NewId();
        await session.ExecuteAsync(
            Insert, id, upload.MediaType, upload.Content.Length, Value.Bytes(upload.Content), call.Now);
        return id;
    }
}
