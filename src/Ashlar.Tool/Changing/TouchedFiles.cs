using Ashlar.Core.Plan;
using Ashlar.Emit;

namespace Ashlar.Tool.Changing;

/// <summary>How many generated files a plan writes anew, adds and takes away.</summary>
internal sealed record TouchedFiles(int Changed, int Added, int Removed)
{
    public static TouchedFiles Of(ChangePlan plan)
    {
        var old = SystemEmitter.Emit(plan.Pairs.Before).Files
            .ToDictionary(file => file.Path, file => file.Text, StringComparer.Ordinal);
        var now = SystemEmitter.Emit(plan.Pairs.After).Files;
        var added = now.Count(file => !old.ContainsKey(file.Path));
        var changed = now.Count(file => old.TryGetValue(file.Path, out var text) && text != file.Text);
        return new TouchedFiles(changed, added, old.Count - (now.Length - added));
    }

    public override string ToString() => $"{Changed} generated files change, {Added} are new, {Removed} go";
}
