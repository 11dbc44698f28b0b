using Ashlar.Core.Diagnostics;
using Ashlar.Core.Model.Rules;
using Ashlar.Core.Model.Types;
using Ashlar.Core.Syntax.Nodes;
using Ashlar.Core.Text;

namespace Ashlar.Core.Model.Binding;

/// <summary>
/// Adds the written bounds to those of the named scalar. A field may narrow what its type allows; it can neither widen
/// it nor leave no value at all.
/// </summary>
internal sealed class ConstraintBinder(Site site, BoundType type)
{
    private Constraints _result = type.Constraints;
    private ModifierSyntax? _last;

    public bool MayHave(BoundKind kind) =>
        type.Type switch
        {
            ListType => kind == BoundKind.Max,
            DecimalType or ScalarType { Scalar: Scalar.Int or Scalar.Long or Scalar.Duration } => kind != BoundKind.Length,
            ScalarType { Scalar: Scalar.Password or Scalar.Secret } => kind != BoundKind.Length,
            ScalarType { Scalar: Scalar.Text } => true,
            ScalarType { Scalar: Scalar.Json or Scalar.File or Scalar.Email or Scalar.Url } => kind == BoundKind.Max,
            _ => false,
        };

    public bool Apply(BoundSyntax node)
    {
        if (BoundValue.Read(node.Value) is not { } value)
        {
            // Where nothing stands, that was reported.
            return node.Value is not MissingExpressionSyntax && Report(BoundDoesNotFit.At(site, node, "a literal"));
        }

        _last = node;
        return type.Type switch
        {
            ListType => IsCount(node, value) && Set(_result with { MaxItems = (int)value.Number }),
            ScalarType { Scalar: Scalar.File } => IsFileSize(node, value)
                && Set(_result with { MaxBytes = (long)value.Number }),
            ScalarType { Scalar: Scalar.Duration } => Expect(node, value, LiteralKind.Duration) && ApplyRange(node, value.Number),
            ScalarType { Scalar: Scalar.Int or Scalar.Long } or DecimalType => FitsNumber(node, value)
                && ApplyRange(node, value.Number),
            _ => IsCount(node, value) && ApplyLength(node, (int)value.Number),
        };
    }

    public bool Apply(PatternSyntax node)
    {
        if (PatternReader.Find(node.Pattern) is { } problem)
        {
            return Report(PatternForm.At(site.At(node.PatternSpan), problem));
        }

        if (_result.Pattern is null)
        {
            return Set(_result with { Pattern = node.Pattern });
        }

        site.Add(ContradictingBounds.SecondPattern(site.At(node), type.Constraints.Alias?.Name ?? ""));
        return false;
    }

    public bool Apply(FileTypesSyntax node)
    {
        var wrong = node.Types.Where(type => !MediaTypes.Contain(type.Value)).ToList();
        wrong.ForEach(type => site.Add(FileForm.NoMediaType(site, type)));
        return Set(_result with { MediaTypes = node.Types.Except(wrong).Select(item => item.Value).ToValueList() });
    }

    public bool ApplyNotBlank() => Set(_result with { IsNotBlank = true });

    public bool ApplyBlankAsNull() => Set(_result with { IsBlankNull = true });

    /// <summary>The merged bounds; contradictions are reported once, where the last bound stands.</summary>
    public Constraints Finish()
    {
        if (_last is not null && (_result.MinLength > _result.MaxLength || _result.Min > _result.Max))
        {
            site.Add(ContradictingBounds.At(site, _last, type.Type, _result));
        }

        return _result;
    }

    private bool ApplyLength(BoundSyntax node, int length)
    {
        var isLooser =
            (node.Kind != BoundKind.Max && length < _result.MinLength)
            || (node.Kind != BoundKind.Min && length > _result.MaxLength);
        if (isLooser && _result.Alias is { } alias)
        {
            return Report(ContradictingBounds.Looser(site.At(node), site.Quote(node, "the bound"), alias.Name));
        }

        return Set(
            _result with
            {
                MinLength = node.Kind == BoundKind.Max ? _result.MinLength : length,
                MaxLength = node.Kind == BoundKind.Min ? _result.MaxLength : length,
            });
    }

    private bool ApplyRange(BoundSyntax node, decimal value)
    {
        var isLooser = node.Kind == BoundKind.Min ? value < _result.Min : value > _result.Max;
        if (isLooser && _result.Alias is { } alias)
        {
            return Report(ContradictingBounds.Looser(site.At(node), site.Quote(node, "the bound"), alias.Name));
        }

        return Set(node.Kind == BoundKind.Min ? _result with { Min = value } : _result with { Max = value });
    }

    private bool IsCount(BoundSyntax node, BoundValue value)
    {
        const int most = 1_000_000_000;
        var least = node.Kind == BoundKind.Min ? 0 : 1;
        var isCount = value.Kind == LiteralKind.Integer && value.Number >= least && value.Number <= most;
        return isCount || Report(BoundDoesNotFit.At(site, node, "a whole number above 0"));
    }

    /// <summary>A file is held in memory while it is stored or sent.</summary>
    private bool IsFileSize(BoundSyntax node, BoundValue value)
    {
        const int most = 100 * 1024 * 1024;
        return Expect(node, value, LiteralKind.Bytes)
            && (value.Number is >= 1 and <= most || Report(BoundDoesNotFit.At(site, node, "a size of at most `100MB`")));
    }

    private bool FitsNumber(BoundSyntax node, BoundValue value)
    {
        if (value.Kind is not (LiteralKind.Integer or LiteralKind.Decimal))
        {
            return Report(BoundDoesNotFit.At(site, node, "a number"));
        }

        return NumberRange.Holds(type.Type, value.Number)
            || Report(BoundDoesNotFit.At(site, node, $"a value of `{TypeNames.Of(type.Type)}`"));
    }

    private bool Expect(BoundSyntax node, BoundValue value, LiteralKind kind)
    {
        var expected = kind == LiteralKind.Bytes ? "a size such as `5MB`" : "a duration such as `30s`";
        return value.Kind == kind || Report(BoundDoesNotFit.At(site, node, expected));
    }

    private bool Set(Constraints result)
    {
        _result = result;
        return true;
    }

    private bool Report(Diagnostic found)
    {
        site.Add(found);
        return false;
    }
}
