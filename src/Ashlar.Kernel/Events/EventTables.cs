namespace Ashlar.Kernel;

/// <summary>
/// What happened, and to whom it is still to be brought. A delivery that is parked has no moment at which it is due.
/// <para>
/// In serialisable transactions PostgreSQL remembers the pages of indexes that were read, and so two that read and insert
/// on the same page conflict. Therefore nothing here is read where something is inserted: deliveries have no foreign key,
/// and a delivery is taken by the place of its row.
/// </para>
/// </summary>
internal static class EventTables
{
    public const string PostgresSchema =
        """
        create table ashlar_events (
          id bigint generated always as identity primary key,
          name text collate "C" not null,
          subject text collate "C",
          body text collate "C" not null,
          happened_at timestamptz(3) not null
        );
        create index ashlar_events_happened_at_idx on ashlar_events (happened_at);
        create table ashlar_deliveries (
          event_id bigint not null,
          consumer text collate "C" not null,
          subject text collate "C",
          due_at timestamptz(3),
          attempts integer not null,
          last_problem text collate "C",
          primary key (event_id, consumer)
        ) with (fillfactor = 70, autovacuum_vacuum_scale_factor = 0.01);
        create index ashlar_deliveries_due_at_idx on ashlar_deliveries (due_at, event_id) where due_at is not null;
        create index ashlar_deliveries_subject_idx on ashlar_deliveries (consumer, subject, event_id);
        create function ashlar_take_delivery(place tid, of_event bigint, of_consumer text) returns boolean language sql
        set enable_seqscan = off set enable_indexscan = off set enable_bitmapscan = off as $function$
          delete from ashlar_deliveries where ctid = place and event_id = of_event and consumer = of_consumer returning true;
        $function$;
        """;

    public const string SqliteSchema =
        """
        create table ashlar_events (
          id integer primary key autoincrement not null,
          name text not null,
          subject text,
          body text not null,
          happened_at integer not null
        ) strict;
        create index ashlar_events_happened_at_idx on ashlar_events (happened_at);
        create table ashlar_deliveries (
          event_id integer not null,
          consumer text not null,
          subject text,
          due_at integer,
          attempts integer not null,
          last_problem text,
          primary key (event_id, consumer)
        ) strict;
        create index ashlar_deliveries_due_at_idx on ashlar_deliveries (due_at, event_id) where due_at is not null;
        create index ashlar_deliveries_subject_idx on ashlar_deliveries (consumer, subject, event_id);
        """;
}
