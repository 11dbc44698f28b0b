namespace Ashlar.Kernel;

/// <summary>
/// Where instances of workflows stand, and what happened to them. People read them too: names are whole words.
/// <para>
/// The transaction of a step updates its token and its instance by their keys, and otherwise only inserts: in serialisable
/// transactions PostgreSQL remembers the pages of indexes that were read, and steps would conflict where they read and insert
/// on the same page. What a step makes obsolete is removed afterwards, and known to be obsolete until then.
/// </para>
/// </summary>
internal static class FlowTables
{
    public const string PostgresSchema =
        """
        create table ashlar_flow_instances (
          id uuid primary key,
          definition text collate "C" not null,
          version integer not null,
          key text collate "C",
          status text collate "C" not null check (status in ('Running', 'Ended', 'Cancelled')),
          state jsonb not null,
          outcome text collate "C",
          parent_token_id uuid,
          started_at timestamptz(3) not null,
          ended_at timestamptz(3)
        ) with (fillfactor = 70);
        create unique index ashlar_flow_instances_key on ashlar_flow_instances (definition, key) where status = 'Running';
        create index ashlar_flow_instances_parent_idx on ashlar_flow_instances (parent_token_id)
          where parent_token_id is not null;
        create table ashlar_flow_tokens (
          id uuid primary key,
          instance_id uuid not null,
          parent_id uuid,
          definition text collate "C" not null,
          version integer not null,
          step text collate "C" not null,
          status text collate "C" not null check (status in ('Live', 'Done', 'Cancelled')),
          phase text collate "C" not null check (phase in ('Ready', 'Calling', 'Waiting', 'Incident')),
          seq bigint not null,
          epoch bigint not null,
          worker uuid,
          claims bigint not null,
          attempt integer not null,
          call_key text collate "C",
          call_since timestamptz(3),
          wait_until timestamptz(3),
          retry_at timestamptz(3),
          wait_seq bigint,
          wait_key text collate "C",
          deadline_at timestamptz(3)
        ) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.01);
        create index ashlar_flow_tokens_instance_idx on ashlar_flow_tokens (instance_id);
        create index ashlar_flow_tokens_parent_idx on ashlar_flow_tokens (parent_id) where parent_id is not null;
        create table ashlar_flow_queue (
          token_id uuid primary key,
          definition text collate "C" not null,
          version integer not null,
          due_at timestamptz(3),
          stamp bigint not null
        ) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.01);
        create index ashlar_flow_queue_due_idx on ashlar_flow_queue (due_at) where due_at is not null;
        create table ashlar_flow_workers (
          id uuid primary key,
          lease_until timestamptz(3) not null
        ) with (fillfactor = 60, autovacuum_vacuum_scale_factor = 0.01);
        create table ashlar_flow_journal (
          token_id uuid not null,
          seq bigint not null,
          instance_id uuid not null,
          kind text collate "C" not null,
          step text collate "C" not null,
          attempt integer not null,
          call_key text collate "C",
          detail text collate "C",
          actor uuid,
          at timestamptz(3) not null,
          primary key (token_id, seq)
        );
        create index ashlar_flow_journal_instance_idx on ashlar_flow_journal (instance_id);
        create table ashlar_flow_signals (
          id text collate "C" primary key,
          definition text collate "C" not null,
          event text collate "C" not null,
          key text collate "C" not null,
          payload jsonb not null,
          received_at timestamptz(3) not null,
          consumed_by uuid
        );
        create index ashlar_flow_signals_open_idx on ashlar_flow_signals (definition, event, key, received_at)
          where consumed_by is null;
        create table ashlar_flow_waits (
          token_id uuid not null,
          seq bigint not null,
          definition text collate "C" not null,
          event text collate "C" not null,
          key text collate "C" not null,
          primary key (token_id, seq, event, key)
        );
        create index ashlar_flow_waits_for_idx on ashlar_flow_waits (definition, event, key);
        create table ashlar_flow_wakes (
          id bigint generated always as identity primary key,
          token_id uuid,
          definition text collate "C",
          event text collate "C",
          key text collate "C"
        ) with (autovacuum_vacuum_scale_factor = 0.01);
        create table ashlar_flow_undos (
          id bigint generated always as identity primary key,
          instance_id uuid not null,
          step text collate "C" not null,
          state jsonb not null,
          is_undone boolean not null
        );
        create index ashlar_flow_undos_instance_idx on ashlar_flow_undos (instance_id, id);
        create table ashlar_flow_tasks (
          id uuid primary key,
          instance_id uuid not null,
          token_id uuid not null,
          definition text collate "C" not null,
          step text collate "C" not null,
          role text collate "C" not null,
          title text collate "C" not null,
          status text collate "C" not null check (status in ('Open', 'Completed', 'Withdrawn')),
          claimed_by uuid,
          completed_by uuid,
          answer jsonb,
          opened_at timestamptz(3) not null,
          due_at timestamptz(3),
          closed_at timestamptz(3)
        );
        create index ashlar_flow_tasks_open_idx on ashlar_flow_tasks (role, opened_at, id) where status = 'Open';
        create index ashlar_flow_tasks_instance_idx on ashlar_flow_tasks (instance_id);
        create table ashlar_flow_incidents (
          id uuid primary key,
          instance_id uuid not null,
          token_id uuid not null,
          step text collate "C" not null,
          class text collate "C" not null,
          detail text collate "C",
          opened_at timestamptz(3) not null,
          resolution text collate "C",
          reason text collate "C",
          resolved_by uuid,
          resolved_at timestamptz(3)
        );
        create index ashlar_flow_incidents_token_idx on ashlar_flow_incidents (token_id);
        create index ashlar_flow_incidents_open_idx on ashlar_flow_incidents (opened_at) where resolution is null;
        create table ashlar_flow_pauses (
          definition text collate "C" primary key,
          reason text collate "C" not null,
          paused_by uuid,
          paused_at timestamptz(3) not null
        );
        create table ashlar_flow_schedules (
          name text collate "C" primary key,
          next_at timestamptz(3) not null
        );
        """;

    public const string SqliteSchema =
        """
        create table ashlar_flow_instances (
          id text primary key not null,
          definition text not null,
          version integer not null,
          key text,
          status text not null check (status in ('Running', 'Ended', 'Cancelled')),
          state text not null,
          outcome text,
          parent_token_id text,
          started_at integer not null,
          ended_at integer
        ) strict;
        create unique index ashlar_flow_instances_key on ashlar_flow_instances (definition, key) where status = 'Running';
        create index ashlar_flow_instances_parent_idx on ashlar_flow_instances (parent_token_id)
          where parent_token_id is not null;
        create table ashlar_flow_tokens (
          id text primary key not null,
          instance_id text not null,
          parent_id text,
          definition text not null,
          version integer not null,
          step text not null,
          status text not null check (status in ('Live', 'Done', 'Cancelled')),
          phase text not null check (phase in ('Ready', 'Calling', 'Waiting', 'Incident')),
          seq integer not null,
          epoch integer not null,
          worker text,
          claims integer not null,
          attempt integer not null,
          call_key text,
          call_since integer,
          wait_until integer,
          retry_at integer,
          wait_seq integer,
          wait_key text,
          deadline_at integer
        ) strict;
        create index ashlar_flow_tokens_instance_idx on ashlar_flow_tokens (instance_id);
        create index ashlar_flow_tokens_parent_idx on ashlar_flow_tokens (parent_id) where parent_id is not null;
        create table ashlar_flow_queue (
          token_id text primary key not null,
          definition text not null,
          version integer not null,
          due_at integer,
          stamp integer not null
        ) strict;
        create index ashlar_flow_queue_due_idx on ashlar_flow_queue (due_at) where due_at is not null;
        create table ashlar_flow_workers (
          id text primary key not null,
          lease_until integer not null
        ) strict;
        create table ashlar_flow_journal (
          token_id text not null,
          seq integer not null,
          instance_id text not null,
          kind text not null,
          step text not null,
          attempt integer not null,
          call_key text,
          detail text,
          actor text,
          at integer not null,
          primary key (token_id, seq)
        ) strict;
        create index ashlar_flow_journal_instance_idx on ashlar_flow_journal (instance_id);
        create table ashlar_flow_signals (
          id text primary key not null,
          definition text not null,
          event text not null,
          key text not null,
          payload text not null,
          received_at integer not null,
          consumed_by text
        ) strict;
        create index ashlar_flow_signals_open_idx on ashlar_flow_signals (definition, event, key, received_at)
          where consumed_by is null;
        create table ashlar_flow_waits (
          token_id text not null,
          seq integer not null,
          definition text not null,
          event text not null,
          key text not null,
          primary key (token_id, seq, event, key)
        ) strict;
        create index ashlar_flow_waits_for_idx on ashlar_flow_waits (definition, event, key);
        create table ashlar_flow_wakes (
          id integer primary key autoincrement not null,
          token_id text,
          definition text,
          event text,
          key text
        ) strict;
        create table ashlar_flow_undos (
          id integer primary key autoincrement not null,
          instance_id text not null,
          step text not null,
          state text not null,
          is_undone integer not null
        ) strict;
        create index ashlar_flow_undos_instance_idx on ashlar_flow_undos (instance_id, id);
        create table ashlar_flow_tasks (
          id text primary key not null,
          instance_id text not null,
          token_id text not null,
          definition text not null,
          step text not null,
          role text not null,
          title text not null,
          status text not null check (status in ('Open', 'Completed', 'Withdrawn')),
          claimed_by text,
          completed_by text,
          answer text,
          opened_at integer not null,
          due_at integer,
          closed_at integer
        ) strict;
        create index ashlar_flow_tasks_open_idx on ashlar_flow_tasks (role, opened_at, id) where status = 'Open';
        create index ashlar_flow_tasks_instance_idx on ashlar_flow_tasks (instance_id);
        create table ashlar_flow_incidents (
          id text primary key not null,
          instance_id text not null,
          token_id text not null,
          step text not null,
          class text not null,
          detail text,
          opened_at integer not null,
          resolution text,
          reason text,
          resolved_by text,
          resolved_at integer
        ) strict;
        create index ashlar_flow_incidents_token_idx on ashlar_flow_incidents (token_id);
        create index ashlar_flow_incidents_open_idx on ashlar_flow_incidents (opened_at) where resolution is null;
        create table ashlar_flow_pauses (
          definition text primary key not null,
          reason text not null,
          paused_by text,
          paused_at integer not null
        ) strict;
        create table ashlar_flow_schedules (
          name text primary key not null,
          next_at integer not null
        ) strict;
        """;
}
