using System.Collections.Immutable;
using System.Text;
using Ashlar.Core.Diagnostics;
using Ashlar.Core.Text;
using Ashlar.Tool.Workspace.Rules;

namespace Ashlar.Tool.Workspace;

/// <summary>Turns the bytes of model files into text, or says why that is not possible.</summary>
internal static class ModelFileReader
{
    public const int LargestFile = 4 * 1024 * 1024;

    private static readonly UTF8Encoding Lenient = new(encoderShouldEmitUTF8Identifier: false);
    private static readonly UTF8Encoding Strict = new(encoderShouldEmitUTF8Identifier: false, throwOnInvalidBytes: true);

    public static ModelText ReadAll(SystemFolder folder, IEnumerable<string> paths)
    {
        var files = ImmutableArray.CreateBuilder<SourceFile>();
        var problems = ImmutableArray.CreateBuilder<Diagnostic>();
        foreach (var path in paths)
        {
            var (text, problem) = Read(folder, path);
            files.Add(new SourceFile(path, text));
            if (problem is not null)
            {
                problems.Add(problem);
            }
        }

        return new ModelText(files.ToImmutable(), problems.ToImmutable());
    }

    private static (string Text, Diagnostic? Problem) Read(SystemFolder folder, string path) =>
        Disk.Attempt(
            () => ReadBytes(new FileInfo(folder.PathOf(path)), path),
            refusal => ("", Diagnostic.Of<UnreadableFile>(new Location(path, default), "this file cannot be read")
                .WithNote(refusal.Replace(folder.Root, ".", StringComparison.Ordinal))
                .WithHelp("allow reading it, or move it out of the model")));

    private static (string Text, Diagnostic? Problem) ReadBytes(FileInfo file, string path) =>
        file.Length > LargestFile ? ("", TooLarge(path, file.Length)) : Decode(path, File.ReadAllBytes(file.FullName));

    private static (string Text, Diagnostic? Problem) Decode(string path, byte[] bytes)
    {
        if (bytes.Contains((byte)0))
        {
            return ("", Diagnostic.Of<BinaryFile>(new Location(path, default), "this file is not text")
                .WithNote($"it has a zero byte at offset {Array.IndexOf(bytes, (byte)0)}")
                .WithHelp("move it out of the model, or save it again as UTF-8 text"));
        }

        try
        {
            return (Strict.GetString(bytes), null);
        }
        catch (DecoderFallbackException broken)
        {
            return Broken(path, bytes, broken);
        }
    }

    /// <summary>The text is kept with a replacement where it broke, so that the finding can show the line.</summary>
    private static (string Text, Diagnostic Problem) Broken(string path, byte[] bytes, DecoderFallbackException broken)
    {
        var text = Lenient.GetString(bytes);
        var at = Lenient.GetCharCount(bytes, 0, broken.Index);
        var value = broken.BytesUnknown is [var first, ..] ? first : bytes[broken.Index];
        var problem = Diagnostic.Of<BrokenEncoding>(new Location(path, new TextSpan(at, 1)), "this file is not UTF-8 text")
            .WithLabel($"the byte 0x{value:x2} does not continue a character")
            .WithHelp("save the file as UTF-8");
        return (text, problem);
    }

    private static Diagnostic TooLarge(string path, long length) =>
        Diagnostic.Of<FileTooLarge>(new Location(path, default), $"this file has {length:N0} bytes")
            .WithNote($"a model file has at most {LargestFile:N0} bytes")
            .WithHelp("split it: a system is all `.ashlar` files of its folder, in any order");
}
