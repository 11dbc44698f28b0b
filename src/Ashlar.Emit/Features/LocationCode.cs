using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Emit.Entities;
using Ashlar.Emit.Text;

namespace Ashlar.Emit.Features;

/// <summary>The address of a new row: where the same API reads it.</summary>
internal static class LocationCode
{
    /// <summary>`$"/api/books/{book.Id}"`; `null` where nobody reads it, or where the program does not know its key.</summary>
    public static Code Of(ExposedOperation operation, Creation creation, Ident row)
    {
        if (AddressOf(operation) is not { } address || !address.Keys.All(key => IsKnown(creation, key)))
        {
            return Code.Of($"null");
        }

        var segments = address.Segments.Select(segment => segment is KeySegment key
            ? "{" + Key(creation, key, row).Text + "}"
            : $"{segment}");
        var path = operation.Api.Path + "/" + string.Join('/', segments);
        return Code.Of($"{Prose.Comment($"$\"{path}\"")}");
    }

    /// <summary>Whether the answer says where the new row is.</summary>
    public static bool IsGiven(ExposedOperation operation)
    {
        var creation = Creation.Of(operation.Entity, operation.Endpoint);
        return AddressOf(operation) is { } address && address.Keys.All(key => IsKnown(creation, key));
    }

    /// <summary>The last segment of the address is the id of the row.</summary>
    public static bool IsById(ExposedOperation operation) =>
        AddressOf(operation) is { Segments: [.., KeySegment { Field: "id", Steps.IsEmpty: true }], Parents: var parents }
        && !parents.Any();

    private static Address? AddressOf(ExposedOperation operation)
    {
        if (operation.Expose.Endpoint(EndpointKind.Read) is { } read)
        {
            return read.Address;
        }

        var usual = Address.Of(EndpointKind.Create, operation.Expose.Path);
        return operation.Address == usual ? Address.Of(EndpointKind.Read, operation.Expose.Path) : null;
    }

    private static bool IsKnown(Creation creation, KeySegment key) =>
        key.Steps.IsEmpty && (key.Field == "id" || Held(creation, key) is not null);

    private static Field? Held(Creation creation, KeySegment key) => creation.Held
        .Where(created => created.Source == CreationSource.Body)
        .Select(created => created.Field)
        .FirstOrDefault(field => field.Name == key.Field);

    private static Code Key(Creation creation, KeySegment key, Ident row)
    {
        if (Held(creation, key) is not { } field)
        {
            return Code.Of($"{row}.Id");
        }

        var value = Code.Of($"{row}.{Names.Property(creation.Entity.Name, field)}");
        return field.Type is ScalarType { Scalar: Scalar.Text or Scalar.Email }
            ? Code.Of($"Uri.EscapeDataString({value})")
            : value;
    }
}
