using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A name that every generated system needs for itself.</summary>
internal sealed class ReservedName : ModelRule
{
    private static readonly string[] Projects = ["Kernel", "Contracts", "Host", "Tests"];

    private static readonly string[] Sections =
        ["Logging", "ConnectionStrings", "AllowedHosts", "Urls", "Environment", "ContentRoot", "ApplicationName", "Issuer"];

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        foreach (var module in facts.Model.Modules)
        {
            if (Projects.Contains(module.Name, StringComparer.OrdinalIgnoreCase))
            {
                report.Add(Found(module.Origin, module.Name, "a project of every generated system", module.Name));
            }
            else if (string.Equals(module.Name, "Ashlar", StringComparison.OrdinalIgnoreCase))
            {
                report.Add(Found(module.Origin, module.Name, "the tables of every generated system", module.Name));
            }
        }

        foreach (var config in facts.Model.Configs.Where(config => IsSection(config.Name.Module)))
        {
            report.Add(Found(config.Origin, config.Name.Module, "settings that .NET has", $"{config.Name}"));
        }

        foreach (var entity in facts.Model.Entities)
        {
            CheckFields(entity.Name, entity.Fields, report);
        }
    }

    /// <summary>The settings of a module stand below its name.</summary>
    private static bool IsSection(string module) => Sections.Contains(module, StringComparer.OrdinalIgnoreCase);

    private void CheckFields(ElementName owner, IEnumerable<Field> fields, DiagnosticBag report)
    {
        foreach (var field in fields.Where(field => string.Equals(field.Name, "id", StringComparison.OrdinalIgnoreCase)))
        {
            report.Add(Found(field.Origin, field.Name, "the key that every entity has", $"{owner}.{field.Name}"));
        }
    }

    private Diagnostic Found(Origin origin, string name, string taken, string symbol) =>
        At(origin, $"`{name}` is the name of {taken}")
            .WithLabel("taken")
            .WithHelp("rename it")
            .About(symbol);
}
