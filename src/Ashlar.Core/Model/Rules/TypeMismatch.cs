using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Binding;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;

namespace Ashlar.Core.Model.Rules;

/// <summary>A value of another type than the one that is expected.</summary>
internal sealed class TypeMismatch : Rule
{
    public static Diagnostic At(Site site, ExpressionSyntax node, ModelType actual, ModelType expected)
    {
        var (is_, wanted) = (TypeNames.Of(actual), TypeNames.Of(expected));
        var found = Diagnostic
            .Of<TypeMismatch>(
                site.At(node),
                $"{site.Quote(node, "this")} is {Kind(actual, is_)}, but {Kind(expected, wanted)} is expected")
            .WithLabel(actual is NullType ? "there is always a value here" : $"this is {Kind(actual, is_)}")
            .Mismatch(wanted, is_);
        return Mend(site, node, expected, found);
    }

    public static Diagnostic OfObject(Site site, ObjectSyntax node, ModelType? expected)
    {
        var found = Diagnostic
            .Of<TypeMismatch>(site.At(node), "an object stands where no value type is expected")
            .WithLabel("fields in braces make a value of a value type");
        return expected is null
            ? found
            : found.Mismatch(TypeNames.Of(expected), "object").WithHelp($"write {Article.Of(TypeNames.Of(expected))}");
    }

    private static string Kind(ModelType type, string name) => type is NullType ? "null" : Article.Of(name);

    /// <summary>A text that is a moment or a value of an enum only lacks the form.</summary>
    private static Diagnostic Mend(Site site, ExpressionSyntax node, ModelType expected, Diagnostic found)
    {
        if (node is not LiteralSyntax { Kind: LiteralKind.Text, Value: string text })
        {
            return found;
        }

        var form = expected switch
        {
            ScalarType { Scalar: Scalar.Date } when DateOnly.TryParseExact(text, "yyyy-MM-dd", out _) => $"date \"{text}\"",
            ScalarType { Scalar: Scalar.Time } when TimeOnly.TryParseExact(text, "HH:mm", out _) => $"time \"{text}\"",
            EnumType named when site.Names.Find<EnumElement>(named.Enum)?.Values.Contains(text) == true => text,
            _ => null,
        };
        return form is null
            ? found
            : found.WithHelp($"write `{form}`").WithFix(Fix.Replace(FixSafety.Safe, site.At(node), form, $"write `{form}`"));
    }
}
