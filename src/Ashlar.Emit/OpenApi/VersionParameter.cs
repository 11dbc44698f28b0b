using System.Text.Json.Nodes;
using Ashlar.Core.Model;

namespace Ashlar.Emit.OpenApi;

/// <summary>The header with the version that a change is meant for.</summary>
internal static class VersionParameter
{
    /// <summary>Of what changes a row; null where an API does not look at it.</summary>
    public static JsonObject? Of(Api api) => api.RowVersion switch
    {
        RowVersionUse.Required => Reference("ifMatch"),
        RowVersionUse.Optional => Reference("ifMatchOptional"),
        _ => null,
    };

    /// <summary>Of an action, which never asks for it.</summary>
    public static JsonObject? OfAction(Api api) =>
        api.RowVersion == RowVersionUse.Ignored ? null : Reference("ifMatchOptional");

    private static JsonObject Reference(string name) => new() { ["$ref"] = $"#/components/parameters/{name}" };
}
