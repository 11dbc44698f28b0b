namespace Ashlar.Kernel.Tests.Data;

/// <summary>The databases that every test of this folder runs on.</summary>
public enum DatabaseKind
{
    Sqlite,
    Postgres,
}
