using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Shapes;
using Ashlar.Emit.Testing;
using Ashlar.Emit.Text;

namespace Ashlar.Emit;

/// <summary>One run of the emitters: the model with what they all ask of it.</summary>
internal sealed class Emission(SystemModel model)
{
    public SystemModel Model { get; } = model;

    /// <summary>The shapes of all replies.</summary>
    public ReplyShapes Replies => field ??= new ReplyShapes(this);

    /// <summary>The root namespace and the first part of every project's name.</summary>
    public Ident Root { get; } = Ident.Of(model.Name);

    public Ident Contracts => Root.Member(Ident.Of("Contracts"));

    public Ident Tests => Root.Member(Ident.Of("Tests"));

    /// <summary>Everybody and everything in the generated tests.</summary>
    public Stage Stage => field ??= new Stage(this);

    /// <summary>The modules that hold something a project is made of; one with only APIs or samples has none.</summary>
    public IEnumerable<Module> CodeModules => Model.Modules.Where(module => HasCode(module.Name));

    public SignIn? SignIn => Model.Apis.Select(api => api.SignIn).FirstOrDefault(signIn => signIn is not null);

    public bool HasPasswords => SignIn is { Kind: SignInKind.Password };

    public bool HasIssuer => SignIn is { Kind: SignInKind.Issuer };

    public bool HasFiles =>
        Model.Entities.SelectMany(entity => entity.Fields).Any(item => item.Type is ScalarType { Scalar: Scalar.File });

    /// <summary>Every operation that some API offers, in canonical order.</summary>
    public IEnumerable<ExposedOperation> Operations =>
        from api in Model.Apis
        from expose in api.Exposes
        from endpoint in expose.Endpoints
        select new ExposedOperation(api, expose, endpoint, Entity(expose.Entity));

    public IEnumerable<Entity> EntitiesOf(Module module) => Model.Entities.Where(entity => IsOf(module, entity.Name));

    /// <summary>A declaration that a checked model has.</summary>
    public Entity Entity(ElementName name) => Model.Entity(name) ?? throw Missing(name);

    public Shape Shape(ElementName name) => Model.Shape(name) ?? throw Missing(name);

    public EnumDefinition Enum(ElementName name) => Model.Enum(name) ?? throw Missing(name);

    public ValueDefinition Value(ElementName name) => Model.Value(name) ?? throw Missing(name);

    private static InvalidOperationException Missing(ElementName name) => new($"a checked model declares what it names: {name}");

    private static bool IsOf(Module module, ElementName name) =>
        string.Equals(module.Name, name.Module, StringComparison.Ordinal);

    private bool HasCode(string module) =>
        Model.Entities.Select(entity => entity.Name)
            .Concat(Model.Enums.Select(definition => definition.Name))
            .Concat(Model.Values.Select(value => value.Name))
            .Any(name => string.Equals(name.Module, module, StringComparison.Ordinal));
}
