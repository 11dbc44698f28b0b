using System.Data.Common;

namespace Ashlar.Kernel;

/// <summary>
/// The rows that a statement gives, one at a time, with a typed getter for each kind of column. Columns count from 0.
/// </summary>
public abstract class Rows : IAsyncDisposable
{
    private readonly Session _session;

    private protected Rows(Session session, DbDataReader reader)
    {
        _session = session;
        Reader = reader;
    }

    private protected DbDataReader Reader { get; }

    /// <summary>How many columns each row has.</summary>
    public int Columns => Reader.FieldCount;

    /// <summary>The token of the request, which the database does not know; null where it has none.</summary>
    public string? SessionToken => _session.Token?.Show();

    /// <summary>Moves to the next row; false after the last one.</summary>
    public abstract ValueTask<bool> NextAsync();

    /// <summary>Reads to the end of the statement: what it breaks may come to light only there.</summary>
    internal abstract ValueTask EndAsync();

    /// <summary>Whether a column holds nothing.</summary>
    public bool IsNull(int column) => Reader.IsDBNull(column);

    /// <summary>Reads text.</summary>
    public string Text(int column) => Reader.GetString(column);

    /// <summary>Reads a 32-bit number.</summary>
    public int Int(int column) => Reader.GetInt32(column);

    /// <summary>Reads a 64-bit number.</summary>
    public long Long(int column) => Reader.GetInt64(column);

    /// <summary>Reads a decimal with the scale of its column.</summary>
    public abstract decimal Decimal(int column, int scale);

    /// <summary>Reads a truth value.</summary>
    public abstract bool Bool(int column);

    /// <summary>Whether a truth value is there and true: an access rule that gives null does not allow.</summary>
    public bool IsTrue(int column) => !IsNull(column) && Bool(column);

    /// <summary>Reads a date.</summary>
    public abstract DateOnly Date(int column);

    /// <summary>Reads a time of day.</summary>
    public abstract TimeOnly Time(int column);

    /// <summary>Reads a moment.</summary>
    public abstract DateTimeOffset Instant(int column);

    /// <summary>Reads a length of time.</summary>
    public TimeSpan Duration(int column) => TimeSpan.FromMilliseconds(Reader.GetInt64(column));

    /// <summary>Reads an identifier.</summary>
    public abstract Guid Uuid(int column);

    /// <summary>Reads bytes.</summary>
    public byte[] Bytes(int column) => Reader.GetFieldValue<byte[]>(column);

    /// <summary>Reads an enum member or a state.</summary>
    public T Enum<T>(int column) where T : struct, Enum => EnumNames<T>.Parse(Text(column));

    /// <summary>Reads text that may be missing.</summary>
    public string? TextOrNull(int column) => IsNull(column) ? null : Text(column);

    /// <summary>Reads a 32-bit number that may be missing.</summary>
    public int? IntOrNull(int column) => IsNull(column) ? null : Int(column);

    /// <summary>Reads a 64-bit number that may be missing.</summary>
    public long? LongOrNull(int column) => IsNull(column) ? null : Long(column);

    /// <summary>Reads a decimal that may be missing.</summary>
    public decimal? DecimalOrNull(int column, int scale) => IsNull(column) ? null : Decimal(column, scale);

    /// <summary>Reads a truth value that may be missing.</summary>
    public bool? BoolOrNull(int column) => IsNull(column) ? null : Bool(column);

    /// <summary>Reads a date that may be missing.</summary>
    public DateOnly? DateOrNull(int column) => IsNull(column) ? null : Date(column);

    /// <summary>Reads a time of day that may be missing.</summary>
    public TimeOnly? TimeOrNull(int column) => IsNull(column) ? null : Time(column);

    /// <summary>Reads a moment that may be missing.</summary>
    public DateTimeOffset? InstantOrNull(int column) => IsNull(column) ? null : Instant(column);

    /// <summary>Reads a length of time that may be missing.</summary>
    public TimeSpan? DurationOrNull(int column) => IsNull(column) ? null : Duration(column);

    /// <summary>Reads an identifier that may be missing.</summary>
    public Guid? UuidOrNull(int column) => IsNull(column) ? null : Uuid(column);

    /// <summary>Reads an enum member or a state that may be missing.</summary>
    public T? EnumOrNull<T>(int column) where T : struct, Enum => IsNull(column) ? null : Enum<T>(column);

    /// <inheritdoc />
    public abstract ValueTask DisposeAsync();
}
