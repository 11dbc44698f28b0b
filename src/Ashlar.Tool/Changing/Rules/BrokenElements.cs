using Ashlar.Core.Diagnostics;
using Ashlar.Core.Plan;
using Ashlar.Core.Text;

namespace Ashlar.Tool.Changing.Rules;

/// <summary>The file of identities is not what ashlar writes.</summary>
internal sealed class BrokenElements : Rule
{
    private const string Restore = "restore the file from version control, or take the line of one branch";

    public static Diagnostic OtherFormat(SourceFile source, TextSpan at) =>
        Of(source, at, "this is not a file of identities that this ashlar knows")
            .WithNote($"its first line is `{ElementLock.Header}`; it was cut off, or a later version wrote it")
            .WithHelp("restore the file from version control, or use the version of ashlar that wrote it");

    public static Diagnostic MergeMark(SourceFile source, TextSpan at) =>
        Of(source, at, "this file holds the marks of an unfinished merge")
            .WithHelp("keep the lines of both sides, and of one identity the line that is meant");

    public static Diagnostic CutOff(SourceFile source, TextSpan at) =>
        Of(source, at, "this identity belongs to nothing").WithNote("the line with its name is missing").WithHelp(Restore);

    public static Diagnostic Unreadable(SourceFile source, TextSpan at) =>
        Of(source, at, "this line is not a kind and a name").WithHelp(Restore);

    public static Diagnostic TwoReadings(SourceFile source, TextSpan at) =>
        Of(source, at, "two branches changed this identity, each in another way")
            .WithHelp("keep the line that is meant, and bring the model in line with it");

    public static Diagnostic IdTwice(SourceFile source, TextSpan at, string id, TextSpan first) =>
        Of(source, at, $"the identity `{id}` is there twice")
            .WithRelated(new Location(source.Path, first), "first here")
            .WithHelp("keep the line that is meant, and bring the model in line with it");

    public static Diagnostic PathTwice(SourceFile source, TextSpan at, ElementPath path, TextSpan first) =>
        Of(source, at, $"`{path}` has two identities")
            .WithRelated(new Location(source.Path, first), "the other one")
            .WithNote("two branches each added something of this name")
            .WithHelp("rename one of the two in the model, or delete the identity of the one that goes");

    public static Diagnostic Missing(SourceFile source, int count, string example) =>
        Of(source, new TextSpan(0, ElementLock.Header.Length), $"{count} elements of the applied model have no identity")
            .WithNote($"one of them is `{example}`; the file was cut off")
            .WithHelp("restore the file from version control");

    private static Diagnostic Of(SourceFile source, TextSpan at, string message) =>
        Diagnostic.Of<BrokenElements>(new Location(source.Path, at), message);
}
