namespace Ashlar.Core.Model.Binding;

/// <summary>What every entity has without a declaration.</summary>
internal static class ImplicitFields
{
    public const string Id = "id";
}
