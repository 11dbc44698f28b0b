using Ashlar.Emit.Modules;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Features;

/// <summary>The file of an operation: its class is called after it.</summary>
internal static class FeatureFile
{
    public static Ident Class(ExposedOperation operation) => Ident.Of(operation.Name);

    public static EmittedFile Of(Emission emission, ExposedOperation operation, Code type) => Generated(
        $"{Folders.Module(emission, operation.Entity.Name.Module)}/Features/{Class(operation)}.cs",
        CSharpFile.Of(emission, operation.Entity.Name.Module, Header.Of("entity", operation.Entity.Name), type));
}
