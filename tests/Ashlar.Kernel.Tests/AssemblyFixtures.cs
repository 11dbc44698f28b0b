using Ashlar.Kernel.Tests.Events;
using Ashlar.Testing;

[assembly: AssemblyFixture(typeof(PostgresServer))]
[assembly: AssemblyFixture(typeof(BrokerServer))]
