using Ashlar.Core.Text;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Solution;

/// <summary>`compose.yaml` and the script that makes the two roles of the database.</summary>
internal static class ComposeFile
{
    public static IEnumerable<EmittedFile> Emit(Emission emission)
    {
        yield return Generated("compose.yaml", Compose(emission, Ident.Of(Spelling.Snake(emission.Model.Name))));
        yield return Generated("deploy/database-roles.sh", Roles(emission, Ident.Of(Spelling.Snake(emission.Model.Name))));
    }

    private static Code Compose(Emission emission, Ident database) => Code.Of($$"""
        {{Header.WithHash(emission.Model)}}
        # Passwords come from the environment or from a file `.env` that is not in the repository.
        services:
          database:
            image: postgres:17
            environment:
              POSTGRES_DB: {{database}}
              POSTGRES_USER: {{database}}_owner
              POSTGRES_PASSWORD: ${OWNER_PASSWORD:?set it in .env}
              RUNTIME_PASSWORD: ${RUNTIME_PASSWORD:?set it in .env}
            volumes:
              - data:/var/lib/postgresql/data
              - ./deploy/database-roles.sh:/docker-entrypoint-initdb.d/database-roles.sh:ro
            healthcheck:
              test: ["CMD-SHELL", "pg_isready -U {{database}}_owner -d {{database}}"]
              interval: 2s
              retries: 30

          migrate:
            build: .
            command: ["migrate"]
            environment:
              ConnectionStrings__Database: {{Connection(database)}}
              ConnectionStrings__Owner: Host=database;Database={{database}};Username={{database}}_owner;Password=${OWNER_PASSWORD}
              {{NeededSettings(emission)}}
            depends_on:
              database: { condition: service_healthy }

          host:
            build: .
            environment:
              ConnectionStrings__Database: {{Connection(database)}}
              {{NeededSettings(emission)}}
            ports:
              - "8080:8080"
            read_only: true
            tmpfs: [/tmp]
            stop_grace_period: 30s
            depends_on:
              migrate: { condition: service_completed_successfully }

        volumes:
          data:
        """);

    // Without them no program of the system starts.
    private static Code NeededSettings(Emission emission) => Code.Lines(SettingVariable.Needed(emission.Model)
        .Select(variable => Code.Of($"{variable}: ${{{variable}:?set it in .env}}")));

    private static Code Connection(Ident database) =>
        Code.Of($$"""Host=database;Database={{database}};Username={{database}}_runtime;Password=${RUNTIME_PASSWORD}""");

    // The tables belong to the owner; what serves requests may change rows and nothing else.
    private static Code Roles(Emission emission, Ident database) => Code.Of($$"""
        #!/bin/sh
        {{Header.WithHash(emission.Model)}}
        # Makes the role that serves requests; `migrate` gives it the right to read and change rows, and no other.
        set -eu
        psql -v ON_ERROR_STOP=1 -v password="$RUNTIME_PASSWORD" -U "$POSTGRES_USER" -d "$POSTGRES_DB" <<'SQL'
        create role {{database}}_runtime login password :'password';
        SQL
        """);
}
