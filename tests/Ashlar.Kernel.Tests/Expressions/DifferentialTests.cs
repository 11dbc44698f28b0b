using System.Globalization;
using Ashlar.Core.Model.Expressions;
using Ashlar.Testing;

namespace Ashlar.Kernel.Tests.Expressions;

/// <summary>
/// C#, PostgreSQL and SQLite give the same value, or the same error, for random expressions over random rows. More of them, or
/// others: `ASHLAR_EXPRESSIONS=20000 ASHLAR_SEED=7`.
/// </summary>
public sealed class DifferentialTests(PostgresServer server)
{
    private const int Things = 12;

    private static int Count { get; } = Setting("ASHLAR_EXPRESSIONS", 3000);

    private static int Seed { get; } = Setting("ASHLAR_SEED", 20260301);

    [Fact]
    public async Task The_three_back_ends_agree()
    {
        await using var comparison = await Comparison.CreateAsync(server, Seed, Things, sql => sql);

        var differences = await comparison.RunAsync(Count);

        Assert.True(differences.Count == 0, string.Join("\n\n", differences));
    }

    [Theory]
    [InlineData(" <= ", " < ")]
    [InlineData(" is not distinct from ", " = ")]
    [InlineData("text_upper(", "upper(")]
    [InlineData("divide_half_even(", "divide_half_up(")]
    [InlineData(" nulls last", "")]
    [InlineData(" and ", " or ")]
    public async Task A_broken_operator_is_found(string right, string wrong)
    {
        await using var comparison = await Comparison.CreateAsync(
            server, Seed, Things, sql => sql.Replace(right, wrong, StringComparison.Ordinal));

        Assert.NotEmpty(await comparison.RunAsync(Math.Min(Count, 3000), stopAtFirst: true));
    }

    private static int Setting(string name, int usual) =>
        Environment.GetEnvironmentVariable(name) is { Length: > 0 } text ? int.Parse(text, CultureInfo.InvariantCulture) : usual;
}
