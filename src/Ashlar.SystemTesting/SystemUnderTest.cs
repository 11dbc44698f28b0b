using Ashlar.Kernel;
using Microsoft.AspNetCore.Builder;

namespace Ashlar.SystemTesting;

/// <summary>What the tests run against.</summary>
/// <param name="Build">Builds the application.</param>
/// <param name="FillAsync">Puts the rows of the tests into a database that has its tables.</param>
/// <param name="TokenOf">The token that somebody sends.</param>
public sealed record SystemUnderTest(
    Func<string[], WebApplication> Build, Func<Session, Task> FillAsync, Func<string, string> TokenOf)
{
    /// <summary>The name of the template that is filled once and copied for each test.</summary>
    public string Template { get; init; } = "world";

    /// <summary>How requests carry tokens.</summary>
    public TokenForm Tokens { get; init; } = TokenForm.Bearer;

    /// <summary>Further arguments of its command line.</summary>
    public IReadOnlyList<string> Settings { get; init; } = [];
}
