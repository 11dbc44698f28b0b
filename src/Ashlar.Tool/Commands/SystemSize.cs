using Ashlar.Core.Model;

namespace Ashlar.Tool.Commands;

/// <summary>How much there is in a system, in a few words.</summary>
internal static class SystemSize
{
    public static string Of(SystemModel model) =>
        $"{Words(model.Modules.Count, "module", "modules")}, {Words(model.Entities.Count, "entity", "entities")}, "
        + Words(
            model.Apis.Sum(api => api.Offers().Count() + api.Views.Count + api.Exposes.Sum(expose => expose.Endpoints.Count)),
            "endpoint", "endpoints")
        + (model.Scenarios.IsEmpty ? "" : $", {Words(model.Scenarios.Count, "scenario", "scenarios")}");

    private static string Words(int count, string one, string many) => $"{count} {(count == 1 ? one : many)}";
}
