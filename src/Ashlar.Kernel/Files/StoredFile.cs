namespace Ashlar.Kernel;

/// <summary>A file in the database. Triggers of the schema delete it when no row refers to it any more.</summary>
public sealed class StoredFile
{
    private static readonly Statement Select = new("select content from ashlar_files where id = $1");

    private static readonly Statement Insert = new(
        "insert into ashlar_files (id, media_type, size, content, created_at) values ($1, $2, $3, $4, $5)");

    private readonly Guid _id;

    private StoredFile(Guid id, string mediaType, int size, long version, byte[] content)
    {
        _id = id;
        MediaType = mediaType;
        Size = size;
        Version = version;
        Content = content;
    }

    internal string MediaType { get; }

    internal int Size { get; }

    /// <summary>The version of the row that refers to it.</summary>
    internal long Version { get; }

    internal byte[] Content { get; }

    /// <summary>Stores an upload and gives its id. The row that refers to it must follow in the same transaction.</summary>
    public static async ValueTask<Guid> InsertAsync(Session session, Call call, Upload upload)
    {
        var id = call.NewId();
        await session.ExecuteAsync(
            Insert, id, upload.MediaType, upload.Content.Length, Value.Bytes(upload.Content), call.Now);
        return id;
    }

    internal static StoredFile Read(Rows rows) => new(rows.Uuid(0), rows.Text(1), rows.Int(2), rows.Long(3), content: []);

    /// <summary>The same file with its bytes, unless it is gone meanwhile.</summary>
    internal ValueTask<StoredFile?> LoadAsync(Session session) =>
        session.FirstAsync(Select, rows => new StoredFile(_id, MediaType, Size, Version, rows.Bytes(0)), _id);
}
