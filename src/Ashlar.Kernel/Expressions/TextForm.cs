using System.Text;

namespace Ashlar.Kernel;

/// <summary>Text as the model counts and compares it: by code points.</summary>
public static class TextForm
{
    /// <summary>The canonical composed form, in which equal texts are equal.</summary>
    public static string Nfc(string text) => text.IsNormalized(NormalizationForm.FormC) ? text : text.Normalize(NormalizationForm.FormC);

    /// <summary>The number of code points.</summary>
    public static int Length(string text)
    {
        var length = text.Length;
        foreach (var unit in text)
        {
            if (char.IsLowSurrogate(unit))
            {
                length--;
            }
        }

        return length;
    }
}
