using System.Collections.Frozen;
using System.Collections.Immutable;
using Ashlar.Core.Model.Types;

namespace Ashlar.Core.Model.Binding;

/// <summary>The types of the language that a field may have, by their words.</summary>
internal static class ScalarTypes
{
    public const string Decimal = "decimal";

    private static readonly ImmutableArray<ScalarType> All =
    [
        .. Enum.GetValues<Scalar>().Select(scalar => new ScalarType(scalar)),
    ];

    private static readonly FrozenDictionary<string, ModelType> ByName = Build();

    public static IEnumerable<string> Names => ByName.Keys;

    /// <summary>The type of a word; a decimal without its digits, which the text gives.</summary>
    public static ModelType? Find(string name) => ByName.GetValueOrDefault(name);

    public static ScalarType Of(Scalar scalar) => All[(int)scalar];

    public static bool IsText(ModelType type) =>
        type is ScalarType { Scalar: Scalar.Text or Scalar.Email or Scalar.Url or Scalar.Zone };

    public static bool IsNumber(ModelType type) => type is DecimalType or ScalarType { Scalar: Scalar.Int or Scalar.Long };

    public static bool Is(ModelType type, Scalar scalar) => type is ScalarType found && found.Scalar == scalar;

    private static FrozenDictionary<string, ModelType> Build()
    {
        // Months live in expressions only; secrets are for configuration.
        var scalars = Enum.GetValues<Scalar>().Where(scalar => scalar is not (Scalar.Months or Scalar.Secret));
        var types = scalars.ToDictionary(
            scalar => scalar.ToString().ToLowerInvariant(),
            ModelType (scalar) => Of(scalar),
            StringComparer.Ordinal);
        types.Add(Decimal, new DecimalType(0, 0));
        return types.ToFrozenDictionary(StringComparer.Ordinal);
    }
}
