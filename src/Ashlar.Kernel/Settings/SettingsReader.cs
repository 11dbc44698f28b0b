using Microsoft.Extensions.Configuration;
using Microsoft.Extensions.Configuration.EnvironmentVariables;
using Microsoft.Extensions.Configuration.Json;
using Microsoft.Extensions.DependencyInjection;
using Microsoft.Extensions.Hosting;

namespace Ashlar.Kernel;

/// <summary>Reads the settings that a model declares, and collects all that is wrong with them.</summary>
internal sealed class SettingsReader
{
    private readonly IConfigurationRoot _configuration;
    private readonly List<SettingsProblem> _problems = [];

    private SettingsReader(IConfigurationRoot configuration, bool mayFilesHoldSecrets)
    {
        _configuration = configuration;
        MayFilesHoldSecrets = mayFilesHoldSecrets;
    }

    /// <summary>Whether a secret may stand in a file of settings: only where nothing is at stake.</summary>
    public bool MayFilesHoldSecrets { get; }

    /// <summary>Adds a class for each declared section, or throws what is wrong with all of them.</summary>
    public static void AddTo(
        IServiceCollection services, ConfigurationManager configuration, IHostEnvironment environment,
        IReadOnlyList<DeclaredSettings> declared)
    {
        var mayFilesHoldSecrets = environment.IsDevelopment() || environment.IsEnvironment("Testing");
        var reader = new SettingsReader(configuration, mayFilesHoldSecrets);
        if (DatabaseAddress.IsMissing(configuration, environment))
        {
            const string path = "ConnectionStrings:Database";
            reader.Add(new(path, "", $"It is not set. {SettingsSection.Variable(path)}"));
        }

        foreach (var settings in declared)
        {
            settings.Read(reader, services);
        }

        reader.RefuseOthers(declared);
        if (reader._problems.Count > 0)
        {
            throw new SettingsException(reader._problems);
        }
    }

    public SettingsSection Section(string path, string line) => new(this, _configuration.GetSection(path), line);

    public void Add(SettingsProblem problem) => _problems.Add(problem);

    /// <summary>Where a value comes from, in words for people; empty where there is none.</summary>
    public string OriginOf(string path) => ProviderOf(path) switch
    {
        null => "",
        JsonConfigurationProvider { Source.Path: { } file } => file,
        EnvironmentVariablesConfigurationProvider => "the environment",
        _ => "the command line",
    };

    public bool IsInFile(string path) => ProviderOf(path) is JsonConfigurationProvider;

    private IConfigurationProvider? ProviderOf(string path) =>
        _configuration.Providers.LastOrDefault(provider => provider.TryGet(path, out _));

    /// <summary>A section of a module that nobody declares is a name that is spelt wrong.</summary>
    private void RefuseOthers(IReadOnlyList<DeclaredSettings> declared)
    {
        foreach (var module in declared.GroupBy(settings => settings.Section.Split(':')[0], StringComparer.OrdinalIgnoreCase))
        {
            var known = module.Select(settings => settings.Section.Split(':')[1]).ToList();
            foreach (var other in _configuration.GetSection(module.Key).GetChildren())
            {
                if (!known.Contains(other.Key, StringComparer.OrdinalIgnoreCase))
                {
                    Add(new(other.Path, "", $"{SettingsSection.Unknown(other.Key, known)}"));
                }
            }
        }
    }
}
