using Ashlar.Core.Model.Expressions;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model;

/// <summary>
/// The checked system: what analysis, plan and emit are functions of. Declarations stand in canonical order (module,
/// then name, ordinal); fields, enum values and shape keys in written order. Two models are equal when they mean the
/// same, wherever their text stands.
/// </summary>
public sealed record SystemModel(string Name)
{
    public string Title { get; init; } = "";

    /// <summary>An IANA zone name; the zone of `today`.</summary>
    public string TimeZone { get; init; } = "UTC";

    public ValueList<string> Languages { get; init; } = [];

    public ValueList<Module> Modules { get; init; } = [];

    public ValueList<Role> Roles { get; init; } = [];

    public ValueList<EnumDefinition> Enums { get; init; } = [];

    public ValueList<ScalarAlias> Aliases { get; init; } = [];

    public ValueList<ValueDefinition> Values { get; init; } = [];

    public ValueList<Entity> Entities { get; init; } = [];

    public ValueList<Function> Functions { get; init; } = [];

    public ValueList<Shape> Shapes { get; init; } = [];

    public ValueList<Api> Apis { get; init; } = [];

    public ValueList<Sample> Samples { get; init; } = [];

    public Origin Origin { get; init; }

    /// <summary>The entity whose rows sign in; null in a system that nobody signs in to.</summary>
    public Entity? Principal => Entities.FirstOrDefault(entity => entity.IsPrincipal);
}
