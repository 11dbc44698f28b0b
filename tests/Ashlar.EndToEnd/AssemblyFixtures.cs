using Ashlar.Testing;

[assembly: AssemblyFixture(typeof(PostgresServer))]
