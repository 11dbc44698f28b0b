using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model;
using Ashlar.Core.Text;

namespace Ashlar.Core.Analysis.Rules;

/// <summary>A role, type, enum, function, shape, view, slot or action that nothing mentions.</summary>
internal sealed class UnusedDeclaration : ModelRule
{
    public override Severity Severity => Severity.Warning;

    public override void Check(ModelFacts facts, DiagnosticBag report)
    {
        var model = facts.Model;
        var used = UsedNames.Of(facts);
        var declared = model.Enums.Select(one => (Kind: "enum", one.Name, one.Origin))
            .Concat(model.Aliases.Select(one => (Kind: "type", one.Name, one.Origin)))
            .Concat(model.Values.Select(one => (Kind: "type", one.Name, one.Origin)))
            .Concat(model.Functions.Select(one => (Kind: "function", one.Name, one.Origin)))
            .Concat(model.Shapes.Select(one => (Kind: "shape", one.Name, one.Origin)))
            .Concat(model.Views.Select(one => (Kind: "view", one.Name, one.Origin)))
            .Concat(model.Slots.Where(one => one.Effect.IsNone).Select(one => (Kind: "slot", one.Name, one.Origin)))
            .Concat(model.Configs.Select(one => (Kind: "configuration", one.Name, one.Origin)))
            .Concat(model.Actions.Where(IsRun).Select(one => (Kind: "action", one.Name, one.Origin)));
        foreach (var (kind, name, origin) in declared.Where(one => !used.Elements.Contains(one.Name)))
        {
            report.Add(Found(kind, name.Name, $"{name}", origin));
        }

        foreach (var role in model.Roles.Where(role => !used.Roles.Contains(role.Name)))
        {
            report.Add(Found("role", role.Name, role.Name, role.Origin));
        }
    }

    /// <summary>An action that starts by itself needs no other use.</summary>
    private static bool IsRun(ActionDefinition action) => !action.IsStarted;

    private Diagnostic Found(string kind, string name, string symbol, Origin origin) =>
        At(origin, $"nothing uses the {kind} `{name}`")
            .WithLabel("declared here and never mentioned again")
            .WithHelp($"remove `{name}`, or use it")
            .About(symbol);
}
