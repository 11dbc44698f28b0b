using Ashlar.Kernel;
using Microsoft.AspNetCore.Builder;

namespace Ashlar.SystemTesting;

/// <summary>What the tests run against.</summary>
/// <param name="Build">Builds the application.</param>
/// <param name="FillAsync">Puts the rows of the tests into a database that has its tables.</param>
public sealed record SystemUnderTest(Func<string[], WebApplication> Build, Func<Session, Task> FillAsync);
