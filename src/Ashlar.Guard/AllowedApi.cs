using System;
using System.Collections.Generic;
using System.Linq;
using Microsoft.CodeAnalysis;

namespace Ashlar.Guard;

/// <summary>
/// What the code of a slot may name: it calculates, so it gets what calculating needs. Everything that is not here is refused,
/// also what later versions of .NET bring.
/// </summary>
internal static class AllowedApi
{
    /// <summary>Namespaces whose types are all allowed.</summary>
    private static readonly HashSet<string> Namespaces = Words("""
        System.Collections System.Collections.Generic System.Collections.Immutable System.Collections.Frozen
        System.Collections.ObjectModel System.Diagnostics.CodeAnalysis System.Numerics
        """);

    /// <summary>Types that are allowed with all their members but those of <see cref="Refused"/>.</summary>
    private static readonly HashSet<string> Types = Words("""
        System.Object System.String System.Char System.Boolean System.Byte System.SByte System.Int16 System.UInt16 System.Int32
        System.UInt32 System.Int64 System.UInt64 System.Int128 System.UInt128 System.Single System.Double System.Decimal
        System.Half System.Void System.Math System.MathF System.Convert System.BitConverter System.DateOnly System.TimeOnly
        System.DateTime System.DateTimeKind System.DateTimeOffset System.TimeSpan System.DayOfWeek System.Guid System.Nullable
        System.ValueType System.Enum System.Array System.Index System.Range System.Span System.ReadOnlySpan System.Memory
        System.ReadOnlyMemory System.MemoryExtensions System.StringComparison System.StringComparer System.StringSplitOptions
        System.MidpointRounding System.IComparable System.IEquatable System.IFormattable System.ISpanFormattable
        System.IFormatProvider System.IParsable System.ISpanParsable System.IDisposable System.Uri System.UriKind
        System.Version System.Base64FormattingOptions System.ValueTuple System.Tuple System.Action System.Func
        System.Predicate System.Comparison System.Converter System.FlagsAttribute System.ObsoleteAttribute
        System.Exception System.SystemException System.ArithmeticException System.ArgumentException System.ArgumentNullException
        System.ArgumentOutOfRangeException System.FormatException System.InvalidOperationException System.InvalidCastException
        System.NotImplementedException System.NotSupportedException System.OverflowException System.DivideByZeroException
        System.IndexOutOfRangeException System.OperationCanceledException System.NullReferenceException System.UriFormatException
        System.Diagnostics.UnreachableException
        System.Linq.Enumerable System.Linq.IGrouping System.Linq.ILookup System.Linq.Lookup System.Linq.IOrderedEnumerable
        System.Text.StringBuilder System.Text.Rune System.Text.NormalizationForm System.Text.SpanRuneEnumerator
        System.Text.StringRuneEnumerator System.Text.Ascii System.Buffers.SearchValues
        System.Text.RegularExpressions.Regex System.Text.RegularExpressions.Match System.Text.RegularExpressions.MatchCollection
        System.Text.RegularExpressions.Group System.Text.RegularExpressions.GroupCollection
        System.Text.RegularExpressions.Capture System.Text.RegularExpressions.CaptureCollection
        System.Text.RegularExpressions.RegexOptions System.Text.RegularExpressions.MatchEvaluator
        System.Text.RegularExpressions.ValueMatch System.Text.RegularExpressions.RegexMatchTimeoutException
        System.Text.Json.JsonDocument System.Text.Json.JsonElement System.Text.Json.JsonProperty System.Text.Json.JsonValueKind
        System.Text.Json.JsonException System.Text.Json.JsonDocumentOptions System.Text.Json.JsonCommentHandling
        System.Globalization.NumberStyles System.Globalization.DateTimeStyles System.Globalization.TimeSpanStyles
        System.Globalization.UnicodeCategory System.Globalization.CharUnicodeInfo System.Globalization.ISOWeek
        System.Globalization.CompareOptions System.Globalization.TextInfo System.Globalization.CompareInfo
        System.Globalization.StringInfo System.Globalization.TextElementEnumerator System.Globalization.CalendarWeekRule
        System.IO.StringReader System.IO.TextReader
        System.Runtime.CompilerServices.DefaultInterpolatedStringHandler
        System.Runtime.CompilerServices.CallerArgumentExpressionAttribute
        """);

    /// <summary>Types of which a slot may name a few members only.</summary>
    private static readonly Dictionary<string, HashSet<string>> Partly = new(StringComparer.Ordinal)
    {
        ["System.Threading.CancellationToken"] = Words("IsCancellationRequested ThrowIfCancellationRequested None CanBeCanceled"),
        ["System.Globalization.CultureInfo"] = Words("InvariantCulture TextInfo CompareInfo NumberFormat DateTimeFormat"),
        ["System.Globalization.NumberFormatInfo"] = Words("InvariantInfo"),
        ["System.Globalization.DateTimeFormatInfo"] = Words("InvariantInfo"),
        ["System.Text.Encoding"] = Words("UTF8 ASCII Unicode Latin1 GetBytes GetString GetByteCount GetCharCount GetChars"),
        ["System.Security.Cryptography.SHA256"] = Words("HashData HashSizeInBytes"),
        ["System.Security.Cryptography.SHA384"] = Words("HashData HashSizeInBytes"),
        ["System.Security.Cryptography.SHA512"] = Words("HashData HashSizeInBytes"),
        ["System.Security.Cryptography.HMACSHA256"] = Words("HashData HashSizeInBytes"),
        ["System.Attribute"] = Words(".ctor"),
    };

    /// <summary>Members of allowed types that reach what calculating does not need.</summary>
    private static readonly HashSet<string> Refused = Words("""
        System.Object.GetType System.Object.MemberwiseClone
        System.String.Intern System.String.IsInterned
        System.StringComparer.CurrentCulture System.StringComparer.CurrentCultureIgnoreCase System.StringComparer.Create
        System.StringComparer.FromComparison
        System.DateTime.Now System.DateTime.UtcNow System.DateTime.Today System.DateTime.ToLocalTime
        System.DateTime.ToUniversalTime System.DateTime.GetObjectData
        System.DateTimeOffset.Now System.DateTimeOffset.UtcNow System.DateTimeOffset.ToLocalTime
        System.DateTimeOffset.LocalDateTime System.DateTimeOffset.op_Implicit
        System.Guid.NewGuid System.Guid.CreateVersion7
        System.Array.CreateInstance System.Array.CreateInstanceFromArrayType System.Array.Initialize
        System.Enum.GetType System.Enum.ToObject System.Enum.GetUnderlyingType
        System.Convert.ChangeType System.Exception.TargetSite System.Exception.StackTrace System.Exception.GetType
        System.Exception.GetObjectData System.Exception.Data System.Exception.Source
        System.Text.RegularExpressions.Regex.CompileToAssembly System.Text.RegularExpressions.Regex.CacheSize
        System.Text.RegularExpressions.RegexOptions.Compiled
        """);

    public static bool IsAllowed(INamedTypeSymbol type) =>
        IsOwn(type) || Namespaces.Contains(NamespaceOf(type)) || Types.Contains(NameOf(type)) || Partly.ContainsKey(NameOf(type));

    /// <summary>A member of an allowed type.</summary>
    public static bool IsAllowed(ISymbol member, INamedTypeSymbol type)
    {
        // Also a type of the slot's own has the hash codes of its members, and a comparer those of what it compares.
        if (member.Name == nameof(GetHashCode))
        {
            return false;
        }

        if (IsOwn(type) || member.Name.Length == 0)
        {
            return true;
        }

        var name = member is IMethodSymbol { AssociatedSymbol: { } property } ? property.Name : member.Name;
        return Partly.TryGetValue(NameOf(type), out var few)
            ? few.Contains(name)
            : !Refused.Contains($"{NameOf(type)}.{name}") && !IsLocalTime(member);
    }

    /// <summary>`new DateTimeOffset(moment)` asks for the zone of the machine.</summary>
    private static bool IsLocalTime(ISymbol member) =>
        member is IMethodSymbol
        {
            MethodKind: MethodKind.Constructor,
            ContainingType: { Name: "DateTimeOffset", ContainingNamespace.Name: "System" },
            Parameters: { Length: 1 } parameters,
        }
        && parameters[0].Type.SpecialType == SpecialType.System_DateTime;

    private static bool IsOwn(INamedTypeSymbol type) => type.Locations.Any(place => place.IsInSource) || type.IsAnonymousType;

    /// <summary>`System.Collections.Generic.List`, whatever it is a list of; a nested type counts as the one around it.</summary>
    public static string NameOf(INamedTypeSymbol type)
    {
        var outer = type;
        while (outer.ContainingType is { } around)
        {
            outer = around;
        }

        var space = NamespaceOf(outer);
        return space.Length == 0 ? outer.Name : $"{space}.{outer.Name}";
    }

    public static string NamespaceOf(INamedTypeSymbol type) =>
        type.ContainingNamespace is { IsGlobalNamespace: false } space ? space.ToDisplayString() : "";

    private static HashSet<string> Words(string text) =>
        new(text.Split((char[])[' ', '\n', '\r'], StringSplitOptions.RemoveEmptyEntries), StringComparer.Ordinal);
}
