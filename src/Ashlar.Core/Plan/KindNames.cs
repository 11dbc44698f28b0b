namespace Ashlar.Core.Plan;

/// <summary>What elements are called in sentences.</summary>
public static class KindNames
{
    public static string Of(ElementKind kind) => kind switch
    {
        ElementKind.EnumValue => "value",
        ElementKind.Scalar or ElementKind.Value => "type",
        ElementKind.Part or ElementKind.EventField or ElementKind.Answer => "field",
        ElementKind.Given => "name",
        ElementKind.Unique or ElementKind.Exclusive => "rule",
        _ => kind.ToString().ToLowerInvariant(),
    };

    /// <summary>The name as a person says it: without the module, which only a declaration of the same name needs.</summary>
    public static string Short(ElementPath path) => path.Kind is ElementKind.Module or ElementKind.Role or ElementKind.System
        ? path.Path
        : path.Path[(path.Path.IndexOf('.', StringComparison.Ordinal) + 1)..];
}
