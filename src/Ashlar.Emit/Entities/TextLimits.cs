using Ashlar.Core.Model.Types;

namespace Ashlar.Emit.Entities;

/// <summary>How long texts of the types may be that need no `max` in the model.</summary>
internal static class TextLimits
{
    public static int? Of(ModelType type) => type switch
    {
        ScalarType { Scalar: Scalar.Email } => 254,
        ScalarType { Scalar: Scalar.Url } => 2048,
        ScalarType { Scalar: Scalar.Zone } => 64,
        _ => null,
    };
}
