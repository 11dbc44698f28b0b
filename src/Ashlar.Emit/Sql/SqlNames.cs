using System.Buffers;
using System.Security.Cryptography;
using System.Text;
using Ashlar.Core.Model;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Text;

namespace Ashlar.Emit.Sql;

/// <summary>
/// What the elements of a model are called in the database: snake case with the module in front. Names are given as they
/// are; <see cref="Quote"/> makes one fit for a statement.
/// </summary>
internal static class SqlNames
{
    /// <summary>What PostgreSQL keeps of a name, in bytes.</summary>
    private const int MaxBytes = 63;
    private const int HashDigits = 8;

    private static readonly SearchValues<char> PlainLetters = SearchValues.Create("abcdefghijklmnopqrstuvwxyz0123456789_");

    /// <summary>`Book` of Catalog is kept in `catalog_books`.</summary>
    public static string Table(Entity entity) => Fit($"{Spelling.Snake(entity.Name.Module)}_{Spelling.Snake(entity.Plural)}");

    /// <summary>The table of a list of values or of a linked collection: `catalog_books_tags`.</summary>
    public static string ListTable(Entity entity, Field field) => Fit($"{Table(entity)}_{Spelling.Snake(field.Name)}");

    /// <summary>`startsAt` is `starts_at`; a reference `author` is `author_id`, and so is a file.</summary>
    public static string Column(Field field) => Column(NameOfColumn(field));

    /// <summary>The column of a field inside a value: `address_street`.</summary>
    public static string ValueColumn(Field owner, Field part) => Column($"{owner.Name}_{NameOfColumn(part)}");

    /// <summary>A constraint carries the name of its rule: `catalog_books_priced_hardcover_check`.</summary>
    public static string Rule(string table, string rule, string kind) => Fit($"{table}_{Spelling.Snake(rule)}_{kind}");

    /// <summary>An index carries the names of its columns.</summary>
    public static string Index(string table, IEnumerable<string> columns) => Fit($"{table}_{string.Join('_', columns)}_idx");

    public static string Sequence(Entity entity, Field field) => Fit($"{Table(entity)}_{Spelling.Snake(field.Name)}_seq");

    /// <summary>The name as it stands in a statement: in quotes only where the word is reserved.</summary>
    public static string Quote(string name) => ReservedWords.IsReserved(name) || !IsPlain(name) ? $"\"{name}\"" : name;

    /// <summary>Names side by side in a statement.</summary>
    public static string List(IEnumerable<string> names) => string.Join(", ", names.Select(Quote));

    /// <summary>The name itself, or its start and a hash where it is longer than PostgreSQL keeps.</summary>
    public static string Fit(string name)
    {
        if (Encoding.UTF8.GetByteCount(name) <= MaxBytes)
        {
            return name;
        }

        var hash = Convert.ToHexStringLower(SHA256.HashData(Encoding.UTF8.GetBytes(name)))[..HashDigits];
        var kept = name;
        while (Encoding.UTF8.GetByteCount(kept) > MaxBytes - HashDigits - 1)
        {
            kept = kept[..^(char.IsLowSurrogate(kept[^1]) ? 2 : 1)];
        }

        return $"{kept.TrimEnd('_')}_{hash}";
    }

    private static string Column(string name)
    {
        var column = Fit(Spelling.Snake(name));
        return ReservedWords.IsTakenColumn(column) ? column + "_" : column;
    }

    private static string NameOfColumn(Field field) =>
        field.Type is ReferenceType or ScalarType { Scalar: Scalar.File } ? field.Name + "Id" : field.Name;

    private static bool IsPlain(string name) =>
        name.Length > 0 && !char.IsAsciiDigit(name[0]) && !name.AsSpan().ContainsAnyExcept(PlainLetters);
}
