using System.Buffers;
using System.Text;
using System.Text.Encodings.Web;
using System.Text.Json;

namespace Ashlar.Kernel;

/// <summary>Emits events within the transaction that they belong to.</summary>
public static class EventEmission
{
    private static readonly JsonWriterOptions Options = new() { Encoder = JavaScriptEncoder.UnsafeRelaxedJsonEscaping };

    // Whoever emits for the same subject waits its turn, so that the order of the events is the order of the commits.
    private static readonly Statement InsertEvent = new(
        postgres:
        """
        insert into ashlar_events (name, subject, body, happened_at)
        select $1, $2, $3, $4
        from (select case when $2 is null then '' else
          pg_advisory_xact_lock(hashtext('ashlar_events'), hashtext($2))::text end as turn offset 0) t
        where turn is not null
        returning id
        """,
        sqlite: "insert into ashlar_events (name, subject, body, happened_at) values ($1, $2, $3, $4) returning id");

    private static readonly Statement InsertDeliveries = new(
        postgres:
        """
        insert into ashlar_deliveries (event_id, consumer, subject, due_at, attempts)
        select $1, consumer, $2, $3, 0 from jsonb_array_elements_text($4) consumer
        """,
        sqlite:
        """
        insert into ashlar_deliveries (event_id, consumer, subject, due_at, attempts)
        select $1, value, $2, $3, 0 from json_each($4)
        """);

    /// <summary>
    /// Says that something has happened. It is kept with what the work changes, or not at all; once it is committed, each
    /// consumer gets it.
    /// </summary>
    public static async ValueTask EmitAsync(this UnitOfWork work, IEvent happened)
    {
        var id = await work.Session.ListAsync(
            InsertEvent, rows => rows.Long(0), happened.Name, happened.Subject, BodyOf(happened), work.Now);
        if (work.Service<Consumers>().NamesOf(happened.Name) is { } consumers)
        {
            await work.Session.ExecuteAsync(InsertDeliveries, id[0], happened.Subject, work.Now, Value.Json(consumers));
            work.AfterCommit(work.Service<EventDispatcher>().Wake);
        }
    }

    private static string BodyOf(IEvent happened)
    {
        var buffer = new ArrayBufferWriter<byte>(512);
        using (var json = new Utf8JsonWriter(buffer, Options))
        {
            happened.Write(json);
        }

        return Encoding.UTF8.GetString(buffer.WrittenSpan);
    }
}
