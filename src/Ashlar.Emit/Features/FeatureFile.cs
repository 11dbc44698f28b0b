using Ashlar.Emit.Modules;
using Ashlar.Emit.Text;
using static Ashlar.Emit.EmittedFiles;

namespace Ashlar.Emit.Features;

/// <summary>The file of an operation: its class is called after it.</summary>
internal static class FeatureFile
{
    public static Ident Class(Route route) => Ident.Of(route.Name);

    public static EmittedFile Of(Emission emission, Route route, Code type) => Generated(
        $"{Folders.Module(emission, route.Module)}/Features/{Class(route)}.cs",
        CSharpFile.Of(emission, route.Module, Header.Of(route.Source.Kind, route.Source.Element), type));
}
