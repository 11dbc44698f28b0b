using Microsoft.Extensions.Configuration;

namespace Ashlar.Kernel.Tests.Flow;

/// <summary>Limits that let nothing happen, or for days, are refused where they stand.</summary>
public sealed class FlowOptionsTests
{
    [Theory]
    [InlineData("Lease", "30", "It has to be between 00:00:01 and 01:00:00: 30")]
    [InlineData("Lease", "00:00:00", "It has to be between 00:00:01 and 01:00:00: 00:00:00")]
    [InlineData("Concurrency", "0", "It has to be between 1 and 1000: 0")]
    [InlineData("Concurrency", "-1", "It has to be between 1 and 1000: -1")]
    [InlineData("Concurrency", "many", "It is not valid: many")]
    [InlineData("StepDeadline", "00:00:00", "It has to be between 00:00:00.1000000 and 01:00:00: 00:00:00")]
    [InlineData("Attempts", "0", "It has to be between 1 and 1000: 0")]
    [InlineData("MostClaims", "0", "It has to be between 1 and 1000: 0")]
    [InlineData("IsWorker", "yes", "It is not valid: yes")]
    public void A_limit_beyond_its_bounds_is_a_problem_of_the_settings(string name, string value, string reason)
    {
        var wrong = Assert.Throws<SettingsException>(() => Read(name, value));

        Assert.Equal(new SettingsProblem($"Kernel:Flow:{name}", "", reason), Assert.Single(wrong.Problems));
    }

    [Fact]
    public void A_limit_within_its_bounds_is_taken() =>
        Assert.Equal(TimeSpan.FromSeconds(30), Read("Lease", "00:00:30").Lease);

    private static FlowOptions Read(string name, string value) => FlowOptions.From(
        new ConfigurationBuilder().AddInMemoryCollection([new($"Kernel:Flow:{name}", value)]).Build());
}
