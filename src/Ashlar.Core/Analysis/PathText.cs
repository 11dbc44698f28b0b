using Ashlar.Core.Model.Expressions;

namespace Ashlar.Core.Analysis;

/// <summary>A path as its author wrote it: `author.name`, `caller.organisation`.</summary>
internal static class PathText
{
    public static string Of(Expression path) => path switch
    {
        FieldAccess { Target: Variable { Kind: VariableKind.This } } own => own.Field,
        FieldAccess access => $"{Of(access.Target)}.{access.Field}",
        Variable { Kind: VariableKind.This } => "this",
        Variable { Kind: VariableKind.Caller } => "caller",
        Variable { Kind: VariableKind.Old } => "old",
        Variable { Kind: VariableKind.Now } => "now",
        Variable { Kind: VariableKind.Today } => "today",
        Variable variable => variable.Name,
        _ => "a value",
    };
}
