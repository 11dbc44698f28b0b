using System.Text;

namespace Ashlar.Core.Diagnostics;

/// <summary>
/// One kind of diagnostic. Its code is the class name in kebab case; the Markdown page of the same name beside the
/// class is its documentation, the text of `ashlar explain`, and its test.
/// </summary>
public abstract class Rule
{
    public string Code => CodeOf(GetType());

    public virtual Severity Severity => Severity.Error;

    /// <summary>`UnknownField` becomes `unknown-field`.</summary>
    public static string CodeOf(Type rule)
    {
        var code = new StringBuilder();
        foreach (var letter in rule.Name)
        {
            if (char.IsUpper(letter) && code.Length > 0)
            {
                code.Append('-');
            }

            code.Append(char.ToLowerInvariant(letter));
        }

        return code.ToString();
    }
}
