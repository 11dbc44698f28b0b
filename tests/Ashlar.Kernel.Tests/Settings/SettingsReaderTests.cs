using System.Text;
using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;
using Microsoft.Extensions.Hosting.Internal;

namespace Ashlar.Kernel.Tests.Settings;

/// <summary>What is wrong with settings is told at once, by name and line, and never with the value of a secret.</summary>
public sealed class SettingsReaderTests
{
    private const string Canary = "canary-7f3a";

    private static readonly TextField Name = new("name") { Max = 5 };
    private static readonly SecretField Key = new("apiKey") { Min = 1, Max = 100 };
    private static readonly DurationField Wait = new("wait") { Max = TimeSpan.FromSeconds(60) };
    private static readonly IntField Most = new("most") { Min = 1, Max = 10 };

    private static readonly IReadOnlyList<DeclaredSettings> Declared =
        [DeclaredSettings.Of("Sales:Payments", "shop.ashlar:3", Payments.Read)];

    [Fact]
    public void Values_are_read_from_what_counts_most()
    {
        var read = Read(
            json: """{ "Sales": { "Payments": { "name": "file", "wait": "10s" } } }""",
            memory: new() { ["Sales:Payments:name"] = "env", ["sales:payments:APIKEY"] = Canary });

        Assert.Equal("env", read.Name);
        Assert.Equal(Canary, read.Key.Reveal());
        Assert.Equal(TimeSpan.FromSeconds(10), read.Wait);
        Assert.Equal(3, read.Most);
        Assert.DoesNotContain(Canary, $"{read.Key}", StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("250ms", 250)]
    [InlineData("1500ms", 1500)]
    [InlineData("10s", 10_000)]
    [InlineData("1m", 60_000)]
    [InlineData("PT2.5S", 2_500)]
    public void A_duration_is_written_as_in_the_model_or_as_in_requests(string text, int milliseconds) =>
        Assert.Equal(milliseconds, Read(json: null, memory: Good("wait", text)).Wait.TotalMilliseconds);

    [Fact]
    public void All_that_is_wrong_is_told_at_once_with_its_line()
    {
        var problems = Refused(json: null, memory: new()
        {
            ["Sales:Payments:name"] = "much too long",
            ["Sales:Payments:wait"] = "1h",
            ["Sales:Payments:most"] = "many",
        });

        Assert.Equal(
            ["Sales:Payments:name shop.ashlar:4", "Sales:Payments:apiKey shop.ashlar:5", "Sales:Payments:wait shop.ashlar:6",
                "Sales:Payments:most shop.ashlar:7"],
            problems.Select(problem => $"{problem.Key} {problem.Line}"));
        Assert.Contains("Sales__Payments__apiKey", problems[1].Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("Sales:Payments:mosts", "Did you mean most?")]
    [InlineData("Sales:Payment", "Did you mean Payments?")]
    [InlineData("Sales:Payments:name:first", "others below it")]
    [InlineData("Sales:Payments", "is none")]
    public void A_name_that_nobody_declares_is_refused(string name, string reason)
    {
        var values = Good("wait", "1s");
        values[name] = "1";

        var problem = Assert.Single(Refused(json: null, values));
        Assert.Equal(name == "Sales:Payments:name:first" ? "Sales:Payments:name" : name, problem.Key);
        Assert.Contains(reason, problem.Reason, StringComparison.Ordinal);
    }

    [Theory]
    [InlineData("")]
    [InlineData("canary-7f3a\u0000canary-7f3a")]
    public void A_secret_that_is_wrong_is_not_told(string secret)
    {
        var problem = Assert.Single(Refused(json: null, Good("apiKey", secret)));

        Assert.Equal("Sales:Payments:apiKey", problem.Key);
        Assert.DoesNotContain(Canary, new SettingsException([problem]).Message, StringComparison.Ordinal);
    }

    [Fact]
    public void A_secret_in_a_file_is_refused_outside_of_development()
    {
        const string file = """{ "Sales": { "Payments": { "name": "a", "wait": "1s", "apiKey": "canary-7f3a" } } }""";

        var problem = Assert.Single(Refused(file, memory: []));

        Assert.Equal("Sales:Payments:apiKey", problem.Key);
        Assert.DoesNotContain(Canary, problem.Reason, StringComparison.Ordinal);
        Assert.Equal(Canary, Read(file, memory: [], environment: "Development").Key.Reveal());
    }

    [Fact]
    public void What_is_required_between_values_is_asked_once_all_of_them_are_read()
    {
        var values = Good("most", "10");
        var broken = Assert.Single(Refused(json: null, values));
        Assert.Equal("Sales:Payments shop.ashlar:8 Few: Fewer.", $"{broken.Key} {broken.Line} {broken.Reason}");

        values["Sales:Payments:name"] = "much too long";
        Assert.Equal("Sales:Payments:name", Assert.Single(Refused(json: null, values)).Key);
    }

    [Fact]
    public void Without_a_database_a_system_that_is_not_developed_does_not_start()
    {
        var problem = Assert.Single(Refused(json: null, Good("most", "2"), database: ""));
        Assert.Equal("ConnectionStrings:Database", problem.Key);
    }

    private static Dictionary<string, string?> Good(string key, string value) => new()
    {
        ["Sales:Payments:name"] = "a",
        ["Sales:Payments:apiKey"] = Canary,
        ["Sales:Payments:wait"] = "1s",
        [$"Sales:Payments:{key}"] = value,
    };

    private static IReadOnlyList<SettingsProblem> Refused(
        string? json, Dictionary<string, string?> memory, string database = "Data Source=x") =>
        Assert.Throws<SettingsException>(() => Read(json, memory, database: database)).Problems;

    private static Payments Read(
        string? json, Dictionary<string, string?> memory, string environment = "Production", string database = "Data Source=x")
    {
        using var configuration = new ConfigurationManager();
        if (json is not null)
        {
            var folder = Directory.CreateTempSubdirectory();
            File.WriteAllText(Path.Combine(folder.FullName, "appsettings.json"), json, Encoding.UTF8);
            configuration.AddJsonFile(Path.Combine(folder.FullName, "appsettings.json"));
            folder.Delete(recursive: true);
        }

        memory["ConnectionStrings:Database"] = database;
        configuration.AddInMemoryCollection(memory);
        var services = new ServiceCollection();
        SettingsReader.AddTo(services, configuration, new HostingEnvironment { EnvironmentName = environment }, Declared);
        return services.BuildServiceProvider().GetRequiredService<Payments>();
    }

    private sealed record Payments(string Name, Secret Key, TimeSpan Wait, int Most)
    {
        public static Payments Read(SettingsSection section)
        {
            var name = section.Text(SettingsReaderTests.Name, "shop.ashlar:4");
            var key = section.Secret(SettingsReaderTests.Key, "shop.ashlar:5");
            var wait = section.Value(SettingsReaderTests.Wait, "shop.ashlar:6");
            var most = section.Value(SettingsReaderTests.Most, "shop.ashlar:7", otherwise: 3);
            section.Require("Few", "Fewer.", "shop.ashlar:8", () => most < 10);
            return new(name, key, wait, most);
        }
    }
}
